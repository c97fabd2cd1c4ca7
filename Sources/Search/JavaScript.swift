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

  mutating func list(_ texts: [String]) {
    raw("[")
    for (index, text) in texts.enumerated() {
      if index > 0 { raw(",\n") }
      self.text(text)
    }
    raw("]")
  }

  /// A string literal. U+2028 and U+2029 end a line for browsers older than ES2019.
  mutating func text(_ text: String) {
    raw("\"")
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        raw("\\")
        bytes.append(UInt8(scalar.value))
      case 0x0A: raw("\\n")
      case ..<0x20: raw(" ")
      case 0x2028: raw("\\u2028")
      case 0x2029: raw("\\u2029")
      default: bytes += UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter
      }
    }
    raw("\"")
  }
}
