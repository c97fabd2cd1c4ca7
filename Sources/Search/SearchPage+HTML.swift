extension SearchPage.Line {
  /// The text of finished HTML, sentence by sentence. Drawings are left out; a cell of a table, an
  /// item of a list and a paragraph end a sentence.
  ///
  /// - Parameter html: well formed, in UTF-8, as the program writes it.
  public static func all(in html: [UInt8]) -> [Self] {
    var reader = HTMLText(html)
    reader.read()
    return reader.lines
  }

  /// A paragraph of plain text, sentence by sentence.
  public static func sentences(of text: String) -> [Self] {
    Sentences.split(Array(text.utf8)).map { Self($0) }
  }
}

/// Takes the text out of HTML.
private struct HTMLText {
  let html: [UInt8]
  var lines: [SearchPage.Line] = []
  private var text: [UInt8] = []
  private var isHeading = false
  private var index = 0

  init(_ html: [UInt8]) {
    self.html = html
  }

  mutating func read() {
    while index < html.count {
      if html[index] == UInt8(ascii: "<") {
        readTag()
      } else if html[index] == UInt8(ascii: "&") {
        readEntity()
      } else {
        append(html[index])
        index += 1
      }
    }
    endLine()
  }

  /// Blanks and line feeds in a row are one blank.
  private mutating func append(_ byte: UInt8) {
    guard byte <= 0x20 else {
      text.append(byte)
      return
    }
    if !text.isEmpty, text.last != 0x20 { text.append(0x20) }
  }

  /// Elements that lie within a sentence.
  private static let inline = Set(
    [
      "a", "abbr", "b", "code", "em", "i", "mark", "s", "small", "span", "strong", "sub", "sup",
    ].map { packed($0.utf8) })
  private static let drawing = packed("svg".utf8)
  private static let lineBreak = packed("br".utf8)
  private static let span = packed("span".utf8)
  private static let headings = Set((1...6).map { packed("h\($0)".utf8) })

  /// The last eight bytes of a name as one number, which is compared at once.
  private static func packed(_ name: some Sequence<UInt8>) -> UInt64 {
    name.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private mutating func readTag() {
    let end = html[index...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1
    let isEnd = html[(index + 1)...].first == UInt8(ascii: "/")
    let name = Self.packed(
      html[(index + (isEnd ? 2 : 1))...].prefix {
        $0 | 0x20 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39
      })
    index = end + 1
    if name == Self.drawing && !isEnd {
      skip(to: "</svg>")
    } else if name == Self.lineBreak
      || isEnd && name == Self.span && html[index...].starts(with: "<span".utf8)
    {
      // Spans side by side are set apart by the stylesheet.
      append(0x20)
    } else if !Self.inline.contains(name) {
      endLine()
      if Self.headings.contains(name) { isHeading = !isEnd }
    }
  }

  private mutating func skip(to end: String) {
    let end = Array(end.utf8)
    while index < html.count, !html[index...].starts(with: end) { index += 1 }
    index = min(index + end.count, html.count)
  }

  private static let entities: KeyValuePairs<String, UInt8> = [
    "&amp;": 0x26, "&lt;": 0x3C, "&gt;": 0x3E, "&quot;": 0x22, "&#39;": 0x27,
  ]

  private mutating func readEntity() {
    for (entity, byte) in Self.entities where html[index...].starts(with: entity.utf8) {
      append(byte)
      index += entity.utf8.count
      return
    }
    append(html[index])
    index += 1
  }

  private mutating func endLine() {
    if text.last == 0x20 { text.removeLast() }
    defer { text = [] }
    guard !text.isEmpty else { return }
    if isHeading {
      lines.append(SearchPage.Line(String(decoding: text, as: UTF8.self), isHeading: true))
    } else {
      for sentence in Sentences.split(text) { lines.append(SearchPage.Line(sentence)) }
    }
  }
}

enum Sentences {
  /// Cuts a paragraph where a full stop, question or exclamation mark is followed by a blank and
  /// no small letter. Very short pieces ("2. ", "TP. ") stay with what follows.
  static func split(_ paragraph: [UInt8]) -> [String] {
    var sentences: [String] = []
    var start = 0
    for index in paragraph.indices where paragraph[index] == 0x20 {
      guard index - start >= 12, isEnd(paragraph[..<index]),
        index + 1 < paragraph.count, !(0x61...0x7A).contains(paragraph[index + 1])
      else { continue }
      sentences.append(String(decoding: paragraph[start..<index], as: UTF8.self))
      start = index + 1
    }
    sentences.append(String(decoding: paragraph[start...], as: UTF8.self))
    return sentences
  }

  private static func isEnd(_ text: ArraySlice<UInt8>) -> Bool {
    // Most words end in a letter.
    guard let last = text.last, last < 0x41 || last == 0x9D || last == 0xA6 else { return false }
    var text = text
    // A closing quotation mark or bracket may stand after the stop.
    if text.suffix(3).elementsEqual("”".utf8) { text = text.dropLast(3) }
    if text.last == UInt8(ascii: ")") || text.last == UInt8(ascii: "\"") { text = text.dropLast() }
    return [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(text.last)
      || text.suffix(3).elementsEqual("…".utf8)
  }
}
