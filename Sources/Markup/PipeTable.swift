/// A row of a pipe table (GitHub Flavored Markdown 0.29, 4.10), cut into cells.
///
/// A pipe that a backslash precedes is text. Blanks around a cell, and a pipe at either end of the
/// row, say nothing.
struct PipeRow {
  let line: UnsafeBufferPointer<UInt8>
  /// What each cell holds, as bytes of `line`.
  let cells: [Range<Int>]

  init(_ line: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.line = line
    var start = start
    var end = line.count
    Self.trim(line, &start, &end)
    if start < end, line[start] == Self.pipe { start += 1 }
    if start < end, line[end - 1] == Self.pipe, !Self.isEscaped(line, end - 1, from: start) {
      end -= 1
    }
    var cells: [Range<Int>] = []
    var from = start
    for index in start...max(start, end) {
      let ends = index >= end
      guard ends || (line[index] == Self.pipe && !Self.isEscaped(line, index, from: from)) else {
        continue
      }
      var (first, last) = (from, min(index, end))
      Self.trim(line, &first, &last)
      cells.append(first..<max(first, last))
      from = index + 1
    }
    self.cells = cells
  }

  /// The text of a cell: `\|` is a pipe, also in code.
  func text(_ cell: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(cell.count)
    for byte in line[cell] {
      if byte == Self.pipe, text.last == Self.backslash { text.removeLast() }
      text.append(byte)
    }
    return text
  }

  static let pipe = UInt8(ascii: "|")
  private static let backslash = UInt8(ascii: "\\")

  private static func isEscaped(
    _ line: UnsafeBufferPointer<UInt8>, _ index: Int, from start: Int
  ) -> Bool {
    index > start && line[index - 1] == backslash
  }

  private static func trim(
    _ line: UnsafeBufferPointer<UInt8>, _ start: inout Int, _ end: inout Int
  ) {
    while start < end, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
    while end > start, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
  }
}

/// How the row below the head says that a column is to be aligned.
enum PipeAlignment {
  case none, left, center, right

  /// The columns of a delimiter row (`| :-- | --: |`); nil if the row is none.
  static func columns(of row: PipeRow) -> [PipeAlignment]? {
    var columns: [PipeAlignment] = []
    for cell in row.cells {
      let text = row.line[cell]
      let startsWithColon = text.first == UInt8(ascii: ":")
      let endsWithColon = text.last == UInt8(ascii: ":") && text.count > 1
      let dashes = text.dropFirst(startsWithColon ? 1 : 0).dropLast(endsWithColon ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      switch (startsWithColon, endsWithColon) {
      case (true, true): columns.append(.center)
      case (true, false): columns.append(.left)
      case (false, true): columns.append(.right)
      case (false, false): columns.append(.none)
      }
    }
    return columns
  }
}

/// A pipe table in the lines of a paragraph.
struct PipeTable {
  /// Lines of the source: the first that belongs to the table, and the last.
  let firstLine: Int
  let head: PipeRow
  let alignments: [PipeAlignment]
  let rows: [(line: Int, row: PipeRow)]

  /// Finds a delimiter row whose columns are as many as the cells of the line above it.
  ///
  /// - Parameters:
  ///   - lines: lines of `source`, from 1.
  ///   - starts: where a line begins behind what the paragraph stands in (`> `, a list's blanks).
  init?(
    in source: MarkdownSource, lines: ClosedRange<Int>,
    startingAt starts: (Int) -> Int
  ) {
    for line in lines.dropFirst() {
      let text = source.line(line)
      let start = starts(line)
      guard start < text.count, Self.mayDelimit(text[start]) else { continue }
      guard let alignments = PipeAlignment.columns(of: PipeRow(text, from: start)) else { continue }
      let head = PipeRow(source.line(line - 1), from: starts(line - 1))
      guard head.cells.count == alignments.count else { continue }
      firstLine = line - 1
      self.head = head
      self.alignments = alignments
      rows = (line..<lines.upperBound).map {
        ($0 + 1, PipeRow(source.line($0 + 1), from: starts($0 + 1)))
      }
      return
    }
    return nil
  }

  private static func mayDelimit(_ byte: UInt8) -> Bool {
    byte == PipeRow.pipe || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-")
  }
}
