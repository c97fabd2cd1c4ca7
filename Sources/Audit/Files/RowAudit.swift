import PublishedFiles

/// Looks through text of any kind for rows of a table's data file that hold a number where the cell
/// is hidden: its codes, its measure and a number, set apart by commas, semicolons or tabs.
struct RowAudit {
  /// Codes and measure of each hidden cell, as its row begins, with its table.
  private let hidden: [String: String]
  private let firsts: Set<String>
  private let mostFields: Int

  init(_ tables: [PublishedTable]) {
    var hidden: [String: String] = [:]
    var firsts: Set<String> = []
    var mostFields = 0
    for table in tables {
      for (index, cell) in table.cells.enumerated() where cell == .hidden {
        let codes = table.codes(of: index / table.measures.count)
        let fields =
          zip(table.axes, codes).map { $0.codes[$1].code }
          + [table.measures[index % table.measures.count].id]
        hidden[fields.joined(separator: ",")] = table.id
        firsts.insert(fields[0])
        mostFields = max(mostFields, fields.count)
      }
    }
    self.hidden = hidden
    self.firsts = firsts
    self.mostFields = mostFields
  }

  func findings(in bytes: [UInt8]) -> [MarkupAudit.Finding] {
    if hidden.isEmpty { return [] }
    var wrong: [String: Int] = [:]
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let fields = line.split(omittingEmptySubsequences: false, whereSeparator: Self.parts)
      guard fields.count > 1 else { continue }
      let codes = fields.map { Self.text(Self.trimmed($0)) }
      for start in fields.indices.dropLast() {
        // Other text may stand before the first field, and after the number.
        let first = Self.text(Self.trimmed(fields[start].split(whereSeparator: Self.ends).last))
        guard firsts.contains(first) else { continue }
        var key = first
        for next in fields.indices[(start + 1)...].prefix(mostFields) {
          if let table = hidden[key],
            let digits = Self.trimmed(fields[next]).split(whereSeparator: Self.ends).first,
            PublishedNumber(machine: Self.text(digits)) != nil
          {
            wrong[table, default: 0] += 1
            break
          }
          key += "," + codes[next]
        }
      }
    }
    return wrong.sorted { $0.key < $1.key }.map { .init(table: $0.key, count: $0.value) }
  }

  private static func parts(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == 0x09
  }

  /// Blanks, quotation marks, brackets and a backslash before a letter that means one.
  private static func ends(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "\"'`[](){}<>=\\|*/".utf8.contains(byte)
  }

  private static func trimmed(_ field: ArraySlice<UInt8>?) -> ArraySlice<UInt8> {
    var field = field ?? []
    while let first = field.first, ends(first) { field.removeFirst() }
    while let last = field.last, ends(last) { field.removeLast() }
    return field
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
