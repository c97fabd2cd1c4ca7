import Tables

/// Writes one data table.
struct TableWriter {
  let request: DataTable.Request
  let grid: TableGrid
  let marks: TableMarks
  let breaks: TableBreaks
  /// For each row and column, the break before it.
  let rowBreaks: [TableBreaks.Day?]
  let columnBreaks: [TableBreaks.Day?]
  let anchor: String
  var html: HTML

  var table: ClearedTable { request.table }
  var words: InterfaceWords { request.words }

  init(_ request: DataTable.Request) {
    self.request = request
    let grid = TableGrid(request.table, words: request.words)
    let breaks = TableBreaks(request.table.provenance.breaks)
    rowBreaks = breaks.before(grid.rows, grid.rowLevels)
    columnBreaks = breaks.before(grid.columns, grid.columnLevels)
    marks = TableMarks(request.table, grid)
    anchor = DataTable.anchor(table: request.table.id, occurrence: request.occurrence)
    html = HTML(capacity: 4096 + grid.rows.count * (grid.columns.count * 96 + 80))
    self.grid = grid
    self.breaks = breaks
  }

  /// How the table behaves on a phone.
  enum Width: String {
    /// Stays a table.
    case few
    /// A card a row.
    case cards
    /// Scrolls sideways.
    case wide
  }

  /// By the number of data columns; a few broad ones don't fit a phone either.
  var width: Width {
    switch grid.columns.count {
    case ...4: grid.columns.indices.reduce(0) { $0 + characters(of: $1) } <= 24 ? .few : .cards
    case ...8: .cards
    default: .wide
    }
  }

  /// Characters that a column needs: its widest value or head word, and the slot for marks.
  private func characters(of column: Int) -> Int {
    let slot = marks.hasSlot[column] ? 3 : 0
    guard let level = grid.columnLevels.last, let entry = grid.columns[column].path.last else {
      return marks.widest[column] + slot
    }
    let head = level.entries[entry]
    let words = head.period == nil ? head.label.text.split(separator: " ") : [head.label.text[...]]
    return max(marks.widest[column], words.map(\.count).max() ?? 0) + slot
  }

  mutating func write() {
    html.raw("<div class=\"data\"")
    html.attribute("id", anchor)
    html.raw(">\n<div class=\"scroll\"")
    if width != .few {
      html.raw(" role=\"region\"")
      html.attribute("aria-labelledby", anchor + "-name")
      html.raw(" tabindex=\"0\"")
    }
    html.raw(">\n<table")
    writeClasses([
      width.rawValue, width == .cards && grid.columns.count <= 4 ? "narrow" : nil,
      grid.columns.count > 14 ? "over" : nil,
      marks.hasSlot.contains(true) ? "marks" : nil,
    ])
    html.attribute("aria-labelledby", anchor + "-name")
    html.raw(">\n")
    writeCaption()
    writeHead()
    writeBody()
    html.raw("</table>\n</div>\n")
    writeFoot()
    html.raw("</div>\n")
  }

  /// Whether a column begins a group of columns.
  func startsGroup(_ column: Int) -> Bool {
    let outer = grid.columnLevels.count - 1
    guard outer > 0 else { return false }
    return column == 0
      || grid.columns[column].path[..<outer] != grid.columns[column - 1].path[..<outer]
  }

  /// The rule before a column: double after a break, thin at the start of a group.
  func rule(before column: Int) -> String? {
    columnBreaks[column] != nil ? "b" : startsGroup(column) ? "g" : nil
  }

  mutating func writeClasses(_ classes: [String?]) {
    let classes = classes.compactMap { $0 }
    if !classes.isEmpty { html.attribute("class", classes.joined(separator: " ")) }
  }

  /// The heads over a column, as one line: "2024, cuộc".
  func path(of line: TableGrid.Line, in levels: [TableLevel]) -> String {
    zip(levels, line.path).enumerated().map { position, part in
      let (level, entry) = part
      let label = level.entries[entry].label
      return position == 0 || level.isArea ? label.text : label.continued
    }.joined(separator: ", ")
  }
}
