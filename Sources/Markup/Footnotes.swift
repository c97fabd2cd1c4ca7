import Ccmark
import Diagnostics

/// A footnote of a page: `[^id]: text` at the margin, further lines indented by four blanks.
struct Footnote {
  /// As written, without `^`.
  let label: String
  let text: [UInt8]
  /// Line of the source in which it begins.
  let line: Int
  /// The number that readers see; nil until it is referred to.
  var number: Int?
  var references = 0
}

/// Finds the footnotes of a text. libcmark knows none: it would take some for definitions of
/// links, and the rest for paragraphs.
struct FootnoteScanner {
  private(set) var footnotes: [Footnote] = []
  /// The text with blanks in the place of footnotes, and with marks around what refers to one
  /// instead of brackets, which libcmark would pair with others. Nothing moves.
  private(set) var rest: [UInt8]
  private let source: MarkdownSource
  /// Lines of fenced blocks, in which nothing is a footnote.
  private var fenced: Set<Int> = []
  /// The lines in which fenced blocks begin.
  private var fences: Set<Int> = []

  /// Control characters that no text has.
  static let opening: UInt8 = 1
  static let closing: UInt8 = 2

  init(_ source: MarkdownSource) {
    self.source = source
    rest = Array(source.text)
    findFences()
    for line in 1...max(1, source.lineCount) where !fences.contains(line) { markReferences(line) }
    var line = 1
    while line <= source.lineCount {
      line = footnote(at: line) ?? line + 1
    }
  }

  static func mayHaveSome(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in text {
      if byte == UInt8(ascii: "^"), previous == UInt8(ascii: "[") { return true }
      previous = byte
    }
    return false
  }

  private mutating func findFences() {
    let source = source
    source.text.withMemoryRebound(to: CChar.self) { text in
      guard let base = text.baseAddress,
        let root = cmark_parse_document(base, text.count, CMARK_OPT_DEFAULT),
        let walk = cmark_iter_new(root)
      else { return }
      while cmark_iter_next(walk) != CMARK_EVENT_DONE {
        let node = cmark_iter_get_node(walk)
        guard cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK else { continue }
        let first = Int(cmark_node_get_start_line(node))
        let last = Int(cmark_node_get_end_line(node))
        let mark = source.line(first).dropFirst(Int(cmark_node_get_start_column(node)) - 1).first
        if mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") {
          fences.insert(first)
          fenced.formUnion(first...max(first, last))
        }
      }
      cmark_iter_free(walk)
      cmark_node_free(root)
    }
  }

  /// Marks `[^id]` where no backslash stands before it and no footnote begins.
  private mutating func markReferences(_ line: Int) {
    let bytes = source.bytes(ofLine: line)
    var index = bytes.lowerBound
    if !fenced.contains(line), let (_, start) = Self.head(source.line(line)) { index += start }
    var escapes = 0
    while index + 3 < bytes.upperBound {
      defer { index += 1 }
      if rest[index] == UInt8(ascii: "\\") {
        escapes += 1
        continue
      }
      defer { escapes = 0 }
      guard rest[index] == UInt8(ascii: "["), rest[index + 1] == UInt8(ascii: "^"),
        escapes % 2 == 0,
        let end = rest[(index + 2)..<bytes.upperBound].firstIndex(where: { !Self.isLabel($0) }),
        end > index + 2, rest[end] == UInt8(ascii: "]")
      else { continue }
      rest[index] = Self.opening
      rest[end] = Self.closing
      index = end
    }
  }

  private static func isLabel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// - Returns: the line behind the footnote that begins in a line; nil if none does.
  private mutating func footnote(at first: Int) -> Int? {
    guard !fenced.contains(first), let (label, start) = Self.head(source.line(first)) else {
      return nil
    }
    func marked(_ line: Int, from start: Int) -> ArraySlice<UInt8> {
      rest[source.bytes(ofLine: line)].dropFirst(start)
    }
    var text = Array(marked(first, from: start))
    var last = first
    var line = first + 1
    var isBehindBlank = false
    while line <= source.lineCount {
      let bytes = source.line(line)
      let indent = Self.indent(of: bytes)
      if indent.isBlank {
        isBehindBlank = true
      } else if indent.columns >= 4 || (!isBehindBlank && Self.continues(bytes, indent.bytes)) {
        text += [UInt8](repeating: 0x0A, count: line - last)
        text += marked(line, from: Self.cut(bytes))
        last = line
        isBehindBlank = false
      } else {
        break
      }
      line += 1
    }
    footnotes.append(Footnote(label: label, text: text, line: first))
    for line in first...last {
      for index in source.bytes(ofLine: line) { rest[index] = 0x20 }
    }
    return last + 1
  }

  /// `[^id]:` behind at most three blanks: the id, and where the text begins.
  private static func head(_ line: UnsafeBufferPointer<UInt8>) -> (label: String, start: Int)? {
    let indent = indent(of: line)
    guard indent.columns < 4, line[indent.bytes...].starts(with: "[^".utf8) else { return nil }
    let start = indent.bytes + 2
    guard let end = line[start...].firstIndex(of: UInt8(ascii: "]")), end > start,
      end + 1 < line.count, line[end + 1] == UInt8(ascii: ":"),
      line[start..<end].allSatisfy(isLabel)
    else { return nil }
    let text = line[(end + 2)...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.count
    return (String(decoding: line[start..<end], as: UTF8.self), text)
  }

  private static func indent(
    of line: UnsafeBufferPointer<UInt8>
  ) -> (columns: Int, bytes: Int, isBlank: Bool) {
    var columns = 0
    var bytes = 0
    while bytes < line.count, line[bytes] == 0x20 || line[bytes] == 0x09 {
      columns += line[bytes] == 0x09 ? 4 - columns % 4 : 1
      bytes += 1
    }
    return (columns, bytes, bytes == line.count)
  }

  /// Bytes of the first four columns, if they are blank.
  private static func cut(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    var columns = 0
    var bytes = 0
    while columns < 4, bytes < line.count, line[bytes] == 0x20 || line[bytes] == 0x09 {
      columns += line[bytes] == 0x09 ? 4 : 1
      bytes += 1
    }
    return bytes
  }

  /// Whether a line that isn't indented goes on with the paragraph above it.
  private static func continues(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    if head(line) != nil { return false }
    switch line[start] {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "|"),
      UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "_"):
      return false
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = line[start...].prefix { (0x30...0x39).contains($0) }.count
      let mark = start + digits
      return
        !(mark + 1 < line.count && line[mark + 1] == 0x20
        && (line[mark] == UInt8(ascii: ".") || line[mark] == UInt8(ascii: ")")))
    default: return true
    }
  }
}
