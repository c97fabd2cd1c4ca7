/// A dimension of a cube: a tree of codes.
struct CubeDimension: Sendable {
  let name: String
  /// In order of the file; the depth of the root is 0.
  let codes: [(depth: Int, leaves: [Int])]
  /// Codes without children, in order of the file: the leaves' numbers.
  let leafNumbers: [String: Int]

  /// - Parameter rows: code and parent.
  init(name: String, rows: [(code: String, parent: String)]) {
    let parents = Set(rows.map(\.parent))
    let leaves = rows.map(\.code).filter { !parents.contains($0) }
    let parentOf = Dictionary(uniqueKeysWithValues: rows.map { ($0.code, $0.parent) })
    func ancestry(_ code: String) -> [String] {
      parentOf[code].map { [code] + ancestry($0) } ?? []
    }
    let ancestries = leaves.map(ancestry)
    self.name = name
    leafNumbers = Dictionary(uniqueKeysWithValues: zip(leaves, leaves.indices))
    codes = rows.map { row in
      (
        depth: ancestry(row.code).count - 1,
        leaves: leaves.indices.filter { ancestries[$0].contains(row.code) }
      )
    }
  }
}
