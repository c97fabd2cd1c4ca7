/// A JSON document (RFC 8259), numbers as they are written.
package enum JSONText: Sendable, Equatable {
  case null
  case boolean(Bool)
  /// Digits as they stand in the file: nothing is rounded.
  case number(String)
  case string(String)
  case array([JSONText])
  /// In the order of the file.
  case object([Member])

  package struct Member: Sendable, Equatable {
    package let key: String
    package let value: JSONText
  }

  package struct Malformed: Error {
    /// Offset of the byte that can't stand there.
    package let offset: Int
  }

  package init(_ bytes: [UInt8]) throws(Malformed) {
    var reader = Reader(bytes: bytes)
    self = try reader.document()
  }

  /// The value of an object's key; nil if it is missing, `null`, or there is no object.
  package subscript(key: String) -> JSONText? {
    guard case .object(let members) = self else { return nil }
    let value = members.first { $0.key == key }?.value
    return value == .null ? nil : value
  }

  package var text: String? { if case .string(let text) = self { text } else { nil } }

  package var elements: [JSONText]? { if case .array(let list) = self { list } else { nil } }

  package var members: [Member]? { if case .object(let members) = self { members } else { nil } }

  package var integer: Int? { if case .number(let text) = self { Int(text) } else { nil } }
}

extension JSONText {
  private struct Reader {
    let bytes: [UInt8]
    var offset = 0
    private static let deepest = 200

    init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    mutating func document() throws(Malformed) -> JSONText {
      let value = try value(depth: 0)
      skipBlanks()
      if next != nil { throw Malformed(offset: offset) }
      return value
    }

    private mutating func skipBlanks() {
      while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { offset += 1 }
    }

    private mutating func take(_ byte: Character) throws(Malformed) {
      guard next == byte.asciiValue else { throw Malformed(offset: offset) }
      offset += 1
    }

    private mutating func has(_ byte: Character) -> Bool {
      skipBlanks()
      guard next == byte.asciiValue else { return false }
      offset += 1
      return true
    }

    private mutating func value(depth: Int) throws(Malformed) -> JSONText {
      if depth > Self.deepest { throw Malformed(offset: offset) }
      if has("{") { return try object(depth) }
      if has("[") { return try array(depth) }
      switch next {
      case UInt8(ascii: "\""): return .string(try string())
      case UInt8(ascii: "t"): return try word("true", .boolean(true))
      case UInt8(ascii: "f"): return try word("false", .boolean(false))
      case UInt8(ascii: "n"): return try word("null", .null)
      default: return try number()
      }
    }

    private mutating func word(
      _ word: String, _ value: JSONText
    ) throws(Malformed) -> JSONText {
      guard bytes[offset...].starts(with: word.utf8) else { throw Malformed(offset: offset) }
      offset += word.utf8.count
      return value
    }

    private mutating func object(_ depth: Int) throws(Malformed) -> JSONText {
      var members: [Member] = []
      if has("}") { return .object([]) }
      repeat {
        skipBlanks()
        let key = try string()
        skipBlanks()
        try take(":")
        members.append(Member(key: key, value: try value(depth: depth + 1)))
      } while has(",")
      try take("}")
      return .object(members)
    }

    private mutating func array(_ depth: Int) throws(Malformed) -> JSONText {
      var elements: [JSONText] = []
      if has("]") { return .array([]) }
      repeat { elements.append(try value(depth: depth + 1)) } while has(",")
      try take("]")
      return .array(elements)
    }

    private mutating func number() throws(Malformed) -> JSONText {
      let start = offset
      while let byte = next,
        (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
      {
        offset += 1
      }
      let text = String(decoding: bytes[start..<offset], as: UTF8.self)
      guard Double(text) != nil else { throw Malformed(offset: start) }
      return .number(text)
    }

    private mutating func string() throws(Malformed) -> String {
      try take("\"")
      var text: [UInt8] = []
      while let byte = next {
        offset += 1
        switch byte {
        case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
        case UInt8(ascii: "\\"): text += String(try escape()).utf8
        case 0..<0x20: throw Malformed(offset: offset - 1)
        default: text.append(byte)
        }
      }
      throw Malformed(offset: offset)
    }

    private mutating func escape() throws(Malformed) -> Character {
      guard let byte = next else { throw Malformed(offset: offset) }
      offset += 1
      switch byte {
      case UInt8(ascii: "n"): return "\n"
      case UInt8(ascii: "t"): return "\t"
      case UInt8(ascii: "r"): return "\r"
      case UInt8(ascii: "b"): return "\u{8}"
      case UInt8(ascii: "f"): return "\u{C}"
      case UInt8(ascii: "u"): return Character(try unicode())
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
        return Character(Unicode.Scalar(byte))
      default: throw Malformed(offset: offset - 1)
      }
    }

    /// A scalar from one `\u`, or from two that are a surrogate pair.
    private mutating func unicode() throws(Malformed) -> Unicode.Scalar {
      let start = offset
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code) {
        try take("\\")
        try take("u")
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw Malformed(offset: start) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw Malformed(offset: start) }
      return scalar
    }

    private mutating func hexadecimal() throws(Malformed) -> UInt32 {
      guard offset + 4 <= bytes.count,
        let code = UInt32(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
      else { throw Malformed(offset: offset) }
      offset += 4
      return code
    }
  }
}
