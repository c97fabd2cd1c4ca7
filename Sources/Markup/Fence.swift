import Ccmark
import Diagnostics
import Glibc

/// A fenced block: its info string as written, and what stands inside.
struct Fence {
  let info: InfoString
  let content: MarkdownSource
  /// The backticks or tildes that open it.
  let marks: UnsafeBufferPointer<UInt8>
  let isClosed: Bool
  private let source: MarkdownSource
  private let line: Int

  init(_ node: OpaquePointer, _ source: MarkdownSource) {
    self.source = source
    line = Int(cmark_node_get_start_line(node))
    let text = source.line(line)
    let said = min(text.count, max(0, Int(cmark_node_get_start_column(node)) - 1))
    let start = text[said...].firstIndex { Self.isMark($0) } ?? text.count
    let end = text[start...].firstIndex { $0 != text[start] } ?? text.count
    marks = UnsafeBufferPointer(rebasing: text[start..<end])
    info = InfoString(text, from: end)
    let literal = cmark_node_get_literal(node)
    content = MarkdownSource(
      text: literal.map(Self.bytes) ?? UnsafeBufferPointer(start: nil, count: 0),
      firstLine: source.firstLine + line, file: source.file)
    let lastLine = Int(cmark_node_get_end_line(node))
    isClosed = lastLine > line && Self.closes(source.line(lastLine), marks)
  }

  var text: UnsafeBufferPointer<UInt8> { content.text }

  /// Place of a byte of the fence's line.
  func place(_ byte: Int) -> Place { source.place(line: line, byte: byte) }

  var namePlace: Place { place(info.nameOffset) }

  /// Whether a line holds at least as many of the same marks, and nothing else but the blanks and
  /// `>` of what the block stands in.
  private static func closes(
    _ line: UnsafeBufferPointer<UInt8>, _ marks: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let around = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    let run = around.prefix { $0 == marks.first }
    return run.count >= marks.count
      && around.dropFirst(run.count).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~")
  }

  private static func bytes(_ literal: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    let start = UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start, count: strlen(literal))
  }
}
