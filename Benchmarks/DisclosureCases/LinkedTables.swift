package import FoundationEssentials

extension CubeCase {
  /// The tables of `NAME_tables.json`.
  package static func linkedTables(named name: String, in folder: URL) throws -> [TableDepths] {
    let file = folder.appending(path: "\(name)_tables.json")
    return try JSONDecoder().decode(TableList.self, from: Data(contentsOf: file)).site
      .map(\.depths)
  }
}

private struct TableList: Decodable {
  let site: [Table]

  struct Table: Decodable {
    let depths: [String: Int]

    init(from decoder: any Decoder) throws {
      let fields = try decoder.singleValueContainer().decode([String: Field].self)
      depths = fields.compactMapValues(\.depth)
    }
  }

  /// A depth, or the table's name.
  struct Field: Decodable {
    let depth: Int?

    init(from decoder: any Decoder) throws {
      depth = try? decoder.singleValueContainer().decode(Int.self)
    }
  }
}
