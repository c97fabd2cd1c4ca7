import Diagnostics
import Glibc

/// Markdown as libcmark gets it, and where it stands in the file: the body of a page, or what
/// stands inside a fenced block.
///
/// libcmark counts columns in bytes and, inside a block, from where the block's own text begins. A
/// line inside a block is the end of the file's line, so the difference of their lengths is what
/// has to be added.
struct MarkdownSource {
  let text: UnsafeBufferPointer<UInt8>
  /// Line of the file in which `text` begins.
  let firstLine: Int
  let file: BodyOfFile
  fileprivate let lines: LineIndex
  /// Of a table's cell: bytes before it in the file's line.
  private let cellStart: Int?

  /// The body of the file that is being read.
  struct BodyOfFile {
    let path: String
    let bytes: UnsafeBufferPointer<UInt8>
    let firstLine: Int
    fileprivate let lines: LineIndex

    init(path: String, bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
      self.path = path
      self.bytes = bytes
      self.firstLine = firstLine
      lines = LineIndex(of: bytes)
    }
  }

  /// The whole body.
  init(_ file: BodyOfFile) {
    text = file.bytes
    firstLine = file.firstLine
    self.file = file
    lines = file.lines
    cellStart = nil
  }

  /// What stands inside a block.
  init(text: UnsafeBufferPointer<UInt8>, firstLine: Int, file: BodyOfFile) {
    self.text = text
    self.firstLine = firstLine
    self.file = file
    lines = LineIndex(of: text)
    cellStart = nil
  }

  /// A cell of a table that stands in line `line` of `source`, behind `byte` bytes.
  ///
  /// - Parameter text: `# `, the cell's text, and in further lines definitions of references.
  init(cell text: UnsafeBufferPointer<UInt8>, line: Int, byte: Int, of source: MarkdownSource) {
    self.text = text
    firstLine = source.firstLine + line - 1
    file = source.file
    lines = LineIndex(of: text)
    let whole = file.lines[firstLine - file.firstLine + 1]
    cellStart = (source.cellStart ?? whole.count - source.lines[line].count) + byte
  }

  /// - Parameters:
  ///   - line: line of `text`, from 1.
  ///   - byte: bytes before it in the line.
  func place(line: Int, byte: Int) -> Place {
    let fileLine = firstLine + line - 1
    let own = lines[line]
    let whole = file.lines[fileLine - file.firstLine + 1]
    let start =
      cellStart.map { whole.lowerBound + $0 + max(0, byte - "# ".utf8.count) }
      ?? whole.upperBound - own.count + byte
    let end = min(max(whole.lowerBound, start), whole.upperBound)
    var column = 1
    for index in whole.lowerBound..<end where file.bytes[index] & 0xC0 != 0x80 { column += 1 }
    return Place(file: file.path, line: fileLine, column: column)
  }

  /// From a place in `text` (lines from 1, columns in characters) to the place in the file.
  func place(inside place: Place) -> Place {
    guard let line = place.line else { return Place(file: file.path, line: firstLine) }
    let start = self.place(line: line, byte: 0)
    guard let column = place.column else { return Place(file: file.path, line: start.line) }
    return Place(file: file.path, line: start.line, column: (start.column ?? 1) + column - 1)
  }

  var lineCount: Int { lines.numbers.count }

  /// Where a line stands in `text`.
  func bytes(ofLine number: Int) -> Range<Int> { lines[number] }

  /// The lines that look like definitions of references (`[id]: address`), for text that is read
  /// once more apart from the rest.
  var definitions: [UInt8] {
    var definitions: [UInt8] = []
    for number in lines.numbers {
      let line = line(number)
      let inside = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      guard inside.first == UInt8(ascii: "["), inside.dropFirst().first != UInt8(ascii: "^"),
        inside.contains(UInt8(ascii: ":"))
      else { continue }
      definitions.append(0x0A)
      definitions += inside
      definitions.append(0x0A)
    }
    return definitions
  }

  /// A line of `text` without its end; empty if there is no such line.
  func line(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[lines[number]])
  }
}

/// Where the lines of a text lie.
private struct LineIndex {
  private var ranges: [Range<Int>] = []

  init(of text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return }
    ranges.reserveCapacity(text.count / 32 + 8)
    var start = 0
    while start < text.count {
      let feed = memchr(base + start, 0x0A, text.count - start)
      let next = feed.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? text.count
      let isWindows = next > start && text[next - 1] == 0x0D
      ranges.append(start..<(isWindows ? next - 1 : next))
      start = next + 1
    }
  }

  var numbers: Range<Int> { 1..<ranges.count + 1 }

  /// A line, from 1, without its end; empty if there is no such line.
  subscript(number: Int) -> Range<Int> {
    ranges.indices.contains(number - 1) ? ranges[number - 1] : 0..<0
  }
}
