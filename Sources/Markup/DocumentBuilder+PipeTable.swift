import Ccmark
import Diagnostics

extension DocumentBuilder {
  /// Writes a paragraph in which a pipe table stands: what is above it as a paragraph, then the
  /// table. A heading underlined right below a table is a table too, and a rule or a row.
  ///
  /// - Returns: false if there is no table.
  mutating func writePipeTable(_ node: OpaquePointer, _ source: MarkdownSource) -> Bool {
    let first = Int(cmark_node_get_start_line(node))
    var last = Int(cmark_node_get_end_line(node))
    guard last > first else { return false }
    let isHeading = cmark_node_get_type(node) == CMARK_NODE_HEADING
    let isRuled = isHeading && cmark_node_get_heading_level(node) == 2
    if isRuled { last -= 1 }
    let firstByte = max(0, Int(cmark_node_get_start_column(node)) - 1)
    let quotes = quotesAround(node)
    let starts = { (line: Int) in
      line == first ? firstByte : Self.start(of: source.line(line), below: quotes)
    }
    guard last > first, let table = PipeTable(in: source, lines: first...last, startingAt: starts)
    else { return false }
    if table.firstLine > first {
      writeLines(first..<table.firstLine, startingAt: starts, of: source)
    }
    beginLine()
    write(table, source)
    if isRuled { html.append(html: "<hr>\n") }
    return true
  }

  /// Where a line begins behind at most so many `>`.
  private static func start(of line: UnsafeBufferPointer<UInt8>, below quotes: Int) -> Int {
    var start = 0
    var left = quotes
    while start < line.count {
      let byte = line[start]
      if byte == UInt8(ascii: ">"), left > 0 {
        left -= 1
      } else if byte != 0x20, byte != 0x09 {
        break
      }
      start += 1
    }
    return start
  }

  private func quotesAround(_ node: OpaquePointer) -> Int {
    var count = 0
    var parent = cmark_node_parent(node)
    while let current = parent {
      if cmark_node_get_type(current) == CMARK_NODE_BLOCK_QUOTE { count += 1 }
      parent = cmark_node_parent(current)
    }
    return count
  }

  /// The lines of a paragraph above a table: read again, for libcmark took all for one.
  private mutating func writeLines(
    _ lines: Range<Int>, startingAt starts: (Int) -> Int, of source: MarkdownSource
  ) {
    var text: [UInt8] = []
    for line in lines {
      text += source.line(line)[min(starts(line), source.line(line).count)...]
      text.append(0x0A)
    }
    text += source.definitions
    text.withUnsafeBufferPointer { bytes in
      let above = MarkdownSource(
        text: bytes, firstLine: source.firstLine + lines.lowerBound - 1, file: source.file)
      withTree(of: above) { builder, root in builder.walk(root, of: above) }
    }
  }

  // MARK: The table

  private mutating func write(_ table: PipeTable, _ source: MarkdownSource) {
    let columns = table.alignments.indices
    let labels = columns.map {
      label(of: table.head, table.head.cells[$0], line: table.firstLine, source)
    }
    let classes = columns.map { cellClass(of: $0, in: table) }
    // A wide one becomes cards on phones; on larger screens it may have to scroll.
    let isWide = columns.count > 5
    html.append(html: "<div class=\"data\"><div class=\"scroll\"")
    if isWide { nameRegion() }
    html.append(html: ">\n<table class=\"csv pipe")
    html.append(html: isWide ? "\"" : " narrow\"")
    html.append(html: ">\n<thead><tr>")
    for column in columns {
      let cell = table.head.cells[column]
      let isEmpty = cell.isEmpty
      // A head without words is no head: a screen reader would announce nothing.
      html.append(
        html: isEmpty ? "<td" : "<th scope=\"col\"")
      html.append(html: column == 0 ? ">" : classes[column])
      isInTableHead = true
      write(cell, of: table.head, line: table.firstLine, source)
      isInTableHead = false
      html.append(html: isEmpty ? "</td>" : "</th>")
    }
    html.append(html: "</tr></thead>\n")
    if !table.rows.isEmpty { html.append(html: "<tbody>\n") }
    for (line, row) in table.rows {
      html.append(html: "<tr>")
      for column in columns {
        let cell = column < row.cells.count ? row.cells[column] : 0..<0
        let isHead = column == 0 && columns.count > 1 && !cell.isEmpty
        if isHead {
          html.append(html: "<th scope=\"row\">")
        } else {
          html.append(html: "<td")
          if column > 0 {
            html.append(html: " data-l=\"")
            html.append(text: labels[column])
            html.append(html: "\"")
          }
          html.append(html: classes[column])
        }
        write(cell, of: row, line: line, source)
        html.append(html: isHead ? "</th>" : "</td>")
      }
      html.append(html: "</tr>\n")
    }
    if !table.rows.isEmpty { html.append(html: "</tbody>\n") }
    html.append(html: "</table>\n</div></div>\n")
  }

  /// A region that scrolls is reached with the keyboard and has a name: the heading above it.
  private mutating func nameRegion() {
    html.append(html: " role=\"region\" tabindex=\"0\"")
    if let heading = headings.last {
      html.append(html: " aria-labelledby=\"")
      html.append(text: heading.id)
      html.append(html: "\"")
    } else {
      html.append(html: " aria-label=\"")
      gap(.word(.wideTable))
      html.append(html: "\"")
    }
  }

  /// The end of a cell's tag. Where the author says nothing, words stand left and figures right.
  private func cellClass(of column: Int, in table: PipeTable) -> StaticString {
    switch table.alignments[column] {
    case .left: return " class=\"w\">"
    case .center: return " class=\"mid\">"
    case .right: return ">"
    case .none:
      let holdsWords =
        column == 0
        || table.rows.contains { _, row in
          column < row.cells.count
            && !Self.isFigure(String(decoding: row.line[row.cells[column]], as: UTF8.self))
        }
      return holdsWords ? " class=\"w\">" : ">"
    }
  }

  // MARK: Cells

  private mutating func write(
    _ cell: Range<Int>, of row: PipeRow, line: Int, _ source: MarkdownSource
  ) {
    if cell.isEmpty { return }
    prose.begin()
    if Self.isPlain(row.line[cell]) {
      let text = UnsafeBufferPointer(rebasing: row.line[cell])
      html.append(escaping: text)
      prose.append(text, line: line, byte: cell.lowerBound)
      checkProse(source, linesAbove: 0)
      return
    }
    withCell(cell, of: row, line: line, source) { builder, heading, inside in
      builder.walk(heading, of: inside)
      builder.checkProse(inside, linesAbove: 0)
    }
  }

  /// The words of a head cell, which name the cells below it on phones.
  private mutating func label(
    of row: PipeRow, _ cell: Range<Int>, line: Int, _ source: MarkdownSource
  ) -> String {
    if Self.isPlain(row.line[cell]) {
      return String(decoding: row.line[cell], as: UTF8.self)
    }
    var label = ""
    withCell(cell, of: row, line: line, source) { builder, heading, inside in
      label = builder.plainText(of: heading, inside)
    }
    return label
  }

  /// Whether libcmark would find nothing but text.
  private static func isPlain(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    !text.contains { byte in
      switch byte {
      case 0, FootnoteScanner.opening, UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"),
        UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"),
        UInt8(ascii: "!"):
        true
      default: false
      }
    }
  }

  /// A cell holds inlines and nothing else, and so does a heading: its text is read as one.
  private mutating func withCell(
    _ cell: Range<Int>, of row: PipeRow, line: Int, _ source: MarkdownSource,
    _ body: (inout DocumentBuilder, OpaquePointer, MarkdownSource) -> Void
  ) {
    var text = Array("# ".utf8) + row.text(cell)
    // "#" at the end of a heading would be cut off.
    let hashes = text.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    if hashes > 0, text[text.count - hashes - 1] == 0x20 {
      text.insert(UInt8(ascii: "\\"), at: text.count - 1)
    }
    text.append(0x0A)
    text += source.definitions
    let wasInCell = isInCell
    isInCell = true
    text.withUnsafeBufferPointer { bytes in
      let inside = MarkdownSource(cell: bytes, line: line, byte: cell.lowerBound, of: source)
      withTree(of: inside) { builder, root in
        if let heading = cmark_node_first_child(root) { body(&builder, heading, inside) }
      }
    }
    isInCell = wasInCell
  }
}
