import Tables

/// How the cells of a table lie in rows and columns on the page.
///
/// What has one code only moves into the caption. So does the area where each period has only
/// one: a province before and after its borders changed is one row of periods with a break, not
/// two half-empty ones.
struct TableGrid: Sendable {
  /// Outermost first, at least one.
  let rowLevels: [TableLevel]
  /// Outermost first, at least one, none without entries.
  let columnLevels: [TableLevel]
  let rows: [Line]
  let columns: [Line]
  /// Names of the axes that have no level.
  let folded: Set<String>

  /// A row or column of data.
  struct Line: Sendable {
    /// For each level, the place of the entry.
    let path: [Int]
    /// What it adds to the place of a cell in the table.
    let offset: Int
  }

  init(_ table: ClearedTable, words: InterfaceWords) {
    let places = CellPlaces(table)
    let unfolded = { (name: String) in
      table.axis(name).map { $0.codes.count != 1 && name != places.areaByPeriod } ?? false
    }
    var rowNames = table.layout.rows.filter(unfolded)
    let columnNames = table.layout.columns.filter(unfolded)
    if rowNames.isEmpty {
      let candidates =
        columnNames.isEmpty ? table.layout.columns + table.layout.rows : table.layout.rows
      rowNames = candidates.last { $0 != places.areaByPeriod }.map { [$0] } ?? []
    }
    let shown = Set(rowNames + columnNames)
    folded = Set(table.axes.map(\.name)).subtracting(shown)

    let level = { (name: String) in
      table.axis(name).map { TableLevel($0, offsets: places.offsets(of: $0), words: words) }
    }
    let measures = TableLevel(measures: table.measures, words: words)
    let measuresInRows = rowNames.isEmpty && !columnNames.isEmpty
    var rowLevels = rowNames.compactMap(level)
    var columnLevels = columnNames.compactMap(level)
    let isEmpty = columnLevels.contains { $0.entries.isEmpty }
    columnLevels.removeAll { $0.entries.isEmpty }
    if measuresInRows {
      rowLevels = [measures]
    } else if columnLevels.isEmpty || table.measures.count > 1 {
      columnLevels.append(measures)
    }
    if columnLevels.isEmpty { columnLevels = [measures] }
    if rowLevels.isEmpty { rowLevels = [TableLevel(totalNamed: words)] }
    self.rowLevels = rowLevels
    self.columnLevels = columnLevels

    let base = folded.reduce(0) { sum, name in
      sum + (table.axis(name).map { places.foldedOffset(of: $0) } ?? 0)
    }
    let columns = Self.lines(columnLevels, base: 0)
    let rows = isEmpty ? [] : Self.lines(rowLevels, base: base)
    let cells = table.cells
    self.rows = rows.filter { row in columns.contains { cells[row.offset + $0.offset] != nil } }
    self.columns =
      self.rows.isEmpty
      ? columns
      : columns.filter { column in rows.contains { cells[$0.offset + column.offset] != nil } }
  }

  /// Every combination of entries, the innermost level running fastest.
  private static func lines(_ levels: [TableLevel], base: Int) -> [Line] {
    levels.reduce([Line(path: [], offset: base)]) { lines, level in
      lines.flatMap { line in
        level.entries.enumerated().map { index, entry in
          Line(path: line.path + [index], offset: line.offset + entry.offset)
        }
      }
    }
  }
}
