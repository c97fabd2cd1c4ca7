/// Rows of a comma-separated file (RFC 4180), as UTF-8.
struct CSVRows {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(field)
    }
    bytes += [0x0D, 0x0A]
  }

  private mutating func write(_ field: String) {
    let needsQuotes = field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes || field.utf8.first == 0x20 || field.utf8.last == 0x20 else {
      bytes += field.utf8
      return
    }
    bytes.append(0x22)
    for byte in field.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Free text that a spreadsheet can't take for a formula: one that begins with `=`, `+`, `-`,
  /// `@`, a tab or a line break gets an apostrophe before it (OWASP, "CSV Injection"). Codes and
  /// marks stay as they are: they are compared by programs.
  static func plainText(_ text: String) -> String {
    guard let first = text.utf8.first, [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A].contains(first)
    else { return text }
    return "'" + text
  }
}
