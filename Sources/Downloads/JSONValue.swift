/// A JSON value whose members keep their order, so that the same table always gives the same
/// bytes (RFC 8259).
enum JSONValue {
  case null
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  init(_ text: String?) {
    self = text.map(JSONValue.string) ?? .null
  }

  /// The document as UTF-8, two spaces a level and a line break at the end. An array or object
  /// that holds only plain values stands on one line.
  var document: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, depth: 0)
    bytes.append(0x0A)
    return bytes
  }

  private var isPlain: Bool {
    switch self {
    case .null, .string, .integer, .boolean: true
    case .array(let values): values.isEmpty
    case .object(let members): members.isEmpty
    }
  }

  /// Whether the value fits one line: nothing in it holds anything in turn, but for lists of
  /// plain values.
  private var isFlat: Bool {
    switch self {
    case .null, .string, .integer, .boolean: true
    case .array(let values): values.allSatisfy(\.isPlain)
    case .object(let members):
      members.allSatisfy { member in
        if case .array(let values) = member.value { return values.allSatisfy(\.isPlain) }
        return member.value.isPlain
      }
    }
  }

  private func write(to bytes: inout [UInt8], depth: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .boolean(let isTrue): bytes += (isTrue ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .string(let text): Self.quote(text, to: &bytes)
    case .array(let values):
      let opened = (UInt8(ascii: "["), UInt8(ascii: "]"))
      list(values, opened, depth: depth, to: &bytes) { value, bytes in
        value.write(to: &bytes, depth: depth + 1)
      }
    case .object(let members):
      let opened = (UInt8(ascii: "{"), UInt8(ascii: "}"))
      list(members, opened, depth: depth, to: &bytes) { member, bytes in
        Self.quote(member.key, to: &bytes)
        bytes += ": ".utf8
        member.value.write(to: &bytes, depth: depth + 1)
      }
    }
  }

  private func list<Element>(
    _ elements: [Element], _ brackets: (UInt8, UInt8), depth: Int, to bytes: inout [UInt8],
    write: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(brackets.0)
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes += isFlat ? ", ".utf8 : ",".utf8 }
      if !isFlat { Self.breakLine(depth + 1, &bytes) }
      write(element, &bytes)
    }
    if !isFlat { Self.breakLine(depth, &bytes) }
    bytes.append(brackets.1)
  }

  private static func breakLine(_ depth: Int, _ bytes: inout [UInt8]) {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  private static func quote(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case ..<0x20:
        let digits = String(byte, radix: 16)
        bytes += "\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
