/// A script that assigns values to members of the global `searchIndex`.
struct JavaScript {
  var bytes: [UInt8] = []

  mutating func assign(_ name: String, _ value: (inout JavaScript) -> Void) {
    raw("searchIndex.\(name)=")
    value(&self)
    raw(";\n")
  }

  mutating func raw(_ script: String) {
    bytes += script.utf8
  }

  /// - Parameter literals: values as they stand in a script.
  mutating func list(_ literals: [[UInt8]]) {
    bytes.reserveCapacity(bytes.count + literals.reduce(0) { $0 + $1.count + 2 } + 8)
    raw("[")
    for (index, literal) in literals.enumerated() {
      if index > 0 { raw(",\n") }
      bytes += literal
    }
    raw("]")
  }

  mutating func text(_ text: String) {
    bytes += Self.literal(text)
  }

  /// A string literal. U+2028 and U+2029 end a line for browsers older than ES2019.
  static func literal(_ text: String) -> [UInt8] {
    let text = Array(text.utf8)
    var literal: [UInt8] = []
    literal.reserveCapacity(text.count + text.count / 16 + 2)
    literal.append(UInt8(ascii: "\""))
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0x22, 0x5C:
        literal.append(UInt8(ascii: "\\"))
        literal.append(byte)
      case 0x0A: literal += "\\n".utf8
      case ..<0x20: literal.append(0x20)
      // E2 80 A8 and E2 80 A9.
      case 0xA8 where endsLine(index, text): literal.replaceLast(2, with: "\\u2028")
      case 0xA9 where endsLine(index, text): literal.replaceLast(2, with: "\\u2029")
      default: literal.append(byte)
      }
    }
    literal.append(UInt8(ascii: "\""))
    return literal
  }

  private static func endsLine(_ index: Int, _ text: [UInt8]) -> Bool {
    index >= 2 && text[index - 2] == 0xE2 && text[index - 1] == 0x80
  }
}

extension [UInt8] {
  fileprivate mutating func replaceLast(_ count: Int, with text: String) {
    removeLast(count)
    self += text.utf8
  }
}
