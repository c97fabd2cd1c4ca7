import Glibc

/// HTML is written as UTF-8 bytes: by runs, without a `String` in between.
extension [UInt8] {
  /// Markup that stands in the program's own source.
  @inlinable
  public mutating func append(html: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: html.utf8Start, count: html.utf8CodeUnitCount))
  }

  /// Text or an attribute's value (between double or single quotes): `& < > " '` are escaped.
  public mutating func append(text: String) {
    var text = text
    text.withUTF8 { append(escaping: $0) }
  }

  /// As `append(text:)`, for UTF-8 bytes.
  public mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return }
    var start = 0
    for index in 0..<text.count {
      let byte = text[index]
      guard byte <= 0x3E, (Self.specialBytes >> UInt64(byte)) & 1 == 1 else { continue }
      append(contentsOf: UnsafeBufferPointer(start: base + start, count: index - start))
      append(html: Self.entity(byte))
      start = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(start: base + start, count: text.count - start))
  }

  /// As `append(text:)`, for a C string; nil is empty.
  mutating func append(escapingCString text: UnsafePointer<CChar>?) {
    guard let text else { return }
    let count = strlen(text)
    text.withMemoryRebound(to: UInt8.self, capacity: count) {
      append(escaping: UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// An address, inside an attribute: what RFC 3986 doesn't allow is percent-encoded, an escape
  /// that is there already is kept.
  mutating func append(address: String) {
    var address = address
    address.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "&"): append(html: "&amp;")
        case UInt8(ascii: "'"): append(html: "&#39;")
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"), UInt8(ascii: "$"),
          UInt8(ascii: "%"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"),
          UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "."),
          UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="),
          UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "!"),
          UInt8(ascii: "~"):
          append(byte)
        default:
          append(UInt8(ascii: "%"))
          append(Self.hexadecimalDigit(byte >> 4))
          append(Self.hexadecimalDigit(byte & 15))
        }
      }
    }
  }

  /// One bit for each of `& < > " '`.
  private static var specialBytes: UInt64 {
    1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
  }

  private static func entity(_ byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: "&#39;"
    }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
