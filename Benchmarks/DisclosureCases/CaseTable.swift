import FoundationEssentials

/// A CSV file of a case: the names of its columns and its rows.
struct CaseTable {
  let columns: [String]
  let rows: [[String]]

  init(_ file: URL) throws {
    let lines = try String(contentsOf: file, encoding: .utf8)
      .split(whereSeparator: \.isNewline).map(Self.fields)
    columns = lines.first ?? []
    rows = Array(lines.dropFirst())
  }

  /// Fields may stand in quotes; no field holds a quote or a line break.
  private static func fields(of line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
