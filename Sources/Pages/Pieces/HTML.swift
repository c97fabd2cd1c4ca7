public import Site

/// HTML as it is written: bytes in UTF-8.
///
/// ```swift
/// var html = HTML()
/// html.raw("<p>")
/// html.text("A & B")
/// html.raw("</p>")        // <p>A &amp; B</p>
/// ```
public struct HTML: Sendable {
  public internal(set) var bytes: [UInt8] = []

  public init() {}

  public init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  /// Markup of the program's own.
  public mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// HTML that another piece wrote.
  public mutating func raw(_ html: some Sequence<UInt8>) {
    bytes.append(contentsOf: html)
  }

  /// Text, escaped so that it can stand between tags and in quoted attributes.
  public mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { buffer in
      var start = 0
      for index in buffer.indices {
        guard let escape = Self.escape(buffer[index]) else { continue }
        bytes.append(contentsOf: buffer[start..<index])
        escape.withUTF8Buffer { bytes.append(contentsOf: $0) }
        start = index + 1
      }
      bytes.append(contentsOf: buffer[start...])
    }
  }

  public mutating func text(_ number: Int) {
    text(String(number))
  }

  /// Text of the site's own. Where the site lacks it in the language of the page, the language
  /// that stands in is named, so that screen readers pronounce it right.
  public mutating func text(_ localized: LocalizedText, in language: String) {
    let actual = localized.language(for: language)
    if actual == language {
      text(localized.text(in: language))
    } else {
      element("span", ["lang": actual]) { $0.text(localized.text(in: language)) }
    }
  }

  /// ` name="value"`.
  public mutating func attribute(_ name: StaticString, _ value: String) {
    raw(" ")
    raw(name)
    raw("=\"")
    text(value)
    raw("\"")
  }

  /// `<name …>`, what `content` writes, `</name>`.
  public mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: (inout HTML) -> Void
  ) {
    raw("<")
    raw(name)
    for (key, value) in attributes { attribute(key, value) }
    raw(">")
    content(&self)
    raw("</")
    raw(name)
    raw(">")
  }

  private static func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
