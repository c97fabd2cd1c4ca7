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
  private let lines: LineIndex

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
  }

  /// What stands inside a block.
  init(text: UnsafeBufferPointer<UInt8>, firstLine: Int, file: BodyOfFile) {
    self.text = text
    self.firstLine = firstLine
    self.file = file
    lines = LineIndex(of: text)
  }

  /// - Parameters:
  ///   - line: line of `text`, from 1.
  ///   - byte: bytes before it in the line.
  func place(line: Int, byte: Int) -> Place {
    let fileLine = firstLine + line - 1
    let own = lines[line]
    let whole = file.lines[fileLine - file.firstLine + 1]
    let end = min(max(whole.lowerBound, whole.upperBound - own.count + byte), whole.upperBound)
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

  /// A line, from 1, without its end; empty if there is no such line.
  subscript(number: Int) -> Range<Int> {
    ranges.indices.contains(number - 1) ? ranges[number - 1] : 0..<0
  }
}
