import Diagnostics
import SourceFiles

/// Cuts a template into literal text and tags.
///
/// A tag other than a variable that stands alone in its line takes the whole line with it.
struct TemplateScanner {
  let file: SourceFile
  private let bytes: [UInt8]
  private var position = 0
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)
  private(set) var diagnostics = Diagnostics()

  init(file: SourceFile) {
    self.file = file
    bytes = file.bytes
  }

  struct Tag {
    let kind: Kind
    let content: Range<Int>
    /// Where its opening delimiter stands.
    let offset: Int
    /// Literal text before it, since the last tag.
    let textBefore: Range<Int>
    /// Blanks before a tag that stands alone in its line; nil if something else stands there.
    let indentation: Range<Int>?

    enum Kind {
      case variable, raw, section, inverted, end, partial, comment, delimiters
    }
  }

  enum Piece {
    case tag(Tag)
    /// Literal text behind the last tag.
    case rest(Range<Int>)
  }

  mutating func next() -> Piece {
    let start = position
    guard let open = find(opening, from: start) else {
      position = bytes.count
      return .rest(start..<bytes.count)
    }
    let (kind, inside) = kind(at: open + opening.count)
    var terminator = closing
    if kind == .delimiters { terminator = [UInt8(ascii: "=")] + closing }
    if kind == .raw, bytes[inside - 1] == UInt8(ascii: "{") {
      terminator = [UInt8(ascii: "}")] + closing
    }
    guard let end = find(terminator, from: inside) else {
      report(
        at: open, Phrase(vi: "Thẻ không được đóng lại.", en: "The tag is never closed."),
        Phrase(
          vi: "Thêm “\(String(decoding: terminator, as: UTF8.self))”.",
          en: "Add “\(String(decoding: terminator, as: UTF8.self))”."))
      position = bytes.count
      return .rest(start..<open)
    }
    let content = trimmed(inside..<end)
    let behind = end + terminator.count
    position = behind
    let alone = kind == .variable || kind == .raw ? nil : line(from: open, to: behind)
    if let alone { position = alone.upperBound }
    if kind == .delimiters { setDelimiters(content, at: open) }
    return .tag(
      Tag(
        kind: kind, content: content, offset: open,
        textBefore: start..<(alone?.lowerBound ?? open),
        indentation: alone.map { $0.lowerBound..<open }))
  }

  private func kind(at start: Int) -> (Tag.Kind, inside: Int) {
    var index = start
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count else { return (.variable, start) }
    switch bytes[index] {
    case UInt8(ascii: "{"), UInt8(ascii: "&"): return (.raw, index + 1)
    case UInt8(ascii: "#"): return (.section, index + 1)
    case UInt8(ascii: "^"): return (.inverted, index + 1)
    case UInt8(ascii: "/"): return (.end, index + 1)
    case UInt8(ascii: ">"): return (.partial, index + 1)
    case UInt8(ascii: "!"): return (.comment, index + 1)
    case UInt8(ascii: "="): return (.delimiters, index + 1)
    default: return (.variable, start)
    }
  }

  private mutating func setDelimiters(_ content: Range<Int>, at offset: Int) {
    let pair = bytes[content].split(whereSeparator: Self.isBlank)
    guard pair.count == 2, !pair.joined().contains(UInt8(ascii: "=")) else {
      return report(
        at: offset,
        Phrase(
          vi: "Dấu mở và dấu đóng mới viết không đúng.", en: "The new delimiters are malformed."),
        Phrase(
          vi: "Viết hai dấu cách nhau bằng dấu cách, không có “=”: {{=<% %>=}}.",
          en: "Write two of them with a blank between and no “=” in them: {{=<% %>=}}."))
    }
    opening = Array(pair[0])
    closing = Array(pair[1])
  }

  /// The lines that a tag has for itself, with their end; nil if something else stands there.
  private func line(from open: Int, to behind: Int) -> Range<Int>? {
    var start = open
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    guard start == 0 || bytes[start - 1] == 0x0A else { return nil }
    var end = behind
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    if end == bytes.count { return start..<end }
    return bytes[end] == 0x0A ? start..<(end + 1) : nil
  }

  private func find(_ pattern: [UInt8], from start: Int) -> Int? {
    var index = start
    let last = bytes.count - pattern.count
    while index <= last {
      if bytes[index] == pattern[0], bytes[index..<(index + pattern.count)].elementsEqual(pattern) {
        return index
      }
      index += 1
    }
    return nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Self.isBlank(bytes[start]) { start += 1 }
    while start < end, Self.isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private mutating func report(at offset: Int, _ what: Phrase, _ mend: Phrase) {
    diagnostics.report(
      .templateTag, at: SourceFile.place(of: offset, in: bytes, path: file.path), what: what,
      mend: mend)
  }
}
