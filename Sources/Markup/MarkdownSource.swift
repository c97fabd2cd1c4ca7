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

  /// The body of the file that is being read.
  struct BodyOfFile {
    let path: String
    let bytes: UnsafeBufferPointer<UInt8>
    let firstLine: Int
  }

  /// - Parameters:
  ///   - line: line of `text`, from 1.
  ///   - byte: bytes before it in the line.
  func place(line: Int, byte: Int) -> Place {
    let fileLine = firstLine + line - 1
    let own = Self.line(line, of: text)
    let whole = Self.line(fileLine - file.firstLine + 1, of: file.bytes)
    let offset = min(max(0, byte + whole.count - own.count), whole.count)
    let column = whole.prefix(offset).count { $0 & 0xC0 != 0x80 } + 1
    return Place(file: file.path, line: fileLine, column: column)
  }

  func line(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    Self.line(number, of: text)
  }

  /// A line without its end; empty if there is no such line.
  private static func line(
    _ number: Int, of text: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var rest = text
    for _ in 1..<max(1, number) {
      guard let feed = firstFeed(in: rest) else { return UnsafeBufferPointer(rebasing: rest[0..<0]) }
      rest = UnsafeBufferPointer(rebasing: rest[(feed + 1)...])
    }
    var end = firstFeed(in: rest) ?? rest.count
    if end > 0, rest[end - 1] == 0x0D { end -= 1 }
    return UnsafeBufferPointer(rebasing: rest[..<end])
  }

  private static func firstFeed(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = text.baseAddress, let feed = memchr(base, 0x0A, text.count) else {
      return nil
    }
    return UnsafeRawPointer(feed) - UnsafeRawPointer(base)
  }
}
