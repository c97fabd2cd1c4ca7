import Disclosure
import Foundation

/// A cube with hierarchies from `Cases`, and the tables that are published from it.
struct CubeCase {
  let dimensions: [Dimension]
  /// By combination of leaves, the last dimension fastest.
  private let counts: [Int]

  /// Codes with their leaves and depth; the leaves are numbered in order of the file.
  struct Dimension {
    let name: String
    let codes: [(depth: Int, leaves: [Int])]
    let leafNames: [String]
  }

  /// - Parameter leafColumns: for each dimension in order, the column of its finest code.
  init(named name: String, leafColumns: [Int], countColumn: Int) throws {
    var dimensions: [Dimension] = []
    let rows = try Self.rows(of: "\(name)_hier.csv")
    for dimension in Self.unique(rows.map { $0[0] }) {
      dimensions.append(Self.dimension(dimension, rows.filter { $0[0] == dimension }))
    }
    var counts = [Int](
      repeating: 0, count: dimensions.reduce(1) { $0 * $1.leafNames.count })
    for row in try Self.rows(of: "\(name)_leaf.csv") {
      let index = zip(dimensions, leafColumns).reduce(0) { index, pair in
        index * pair.0.leafNames.count + (pair.0.leafNames.firstIndex(of: row[pair.1]) ?? -1)
      }
      counts[index] += Int(row[countColumn]) ?? 0
    }
    self.dimensions = dimensions
    self.counts = counts
  }

  /// One cell for each distinct combination that a table shows.
  func system(tables: [[String: Int]]) throws -> SuppressionSystem {
    var seen: Set<[Int]> = []
    var cells: [SuppressionCell] = []
    for table in tables {
      let axes = dimensions.map { dimension in
        dimension.codes.filter { $0.depth <= table[dimension.name] ?? 0 }.map(\.leaves)
      }
      let keys = axes.reduce([[]] as [[[Int]]]) { keys, codes in
        keys.flatMap { key in codes.map { key + [$0] } }
      }
      for key in keys {
        let variables = zip(key, dimensions).reduce([0]) { variables, axis in
          variables.flatMap { base in axis.0.map { base * axis.1.leafNames.count + $0 } }
        }
        if seen.insert(variables).inserted { cells.append(.init(variables: variables)) }
      }
    }
    return try SuppressionSystem(counts: counts, cells: cells)
  }

  static func linkedTables() throws -> [[String: Int]] {
    let spec = try JSONSerialization.jsonObject(
      with: Data(contentsOf: folder.appending(path: "linked_spec.json")))
    let tables = (spec as? [String: [[String: Any]]])?["site"] ?? []
    return tables.map { $0.compactMapValues { $0 as? Int } }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Cases")

  private static func rows(of file: String) throws -> [[String]] {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private static func dimension(_ name: String, _ rows: [[String]]) -> Dimension {
    let parents = Set(rows.map { $0[2] })
    let leafNames = rows.map { $0[1] }.filter { !parents.contains($0) }
    let parentOf = Dictionary(uniqueKeysWithValues: rows.map { ($0[1], $0[2]) })
    func ancestry(_ code: String) -> [String] {
      parentOf[code].map { [code] + ancestry($0) } ?? []
    }
    let codes = rows.map { row in
      (
        depth: ancestry(row[1]).count - 1,
        leaves: leafNames.indices.filter { ancestry(leafNames[$0]).contains(row[1]) }
      )
    }
    return Dimension(name: name, codes: codes, leafNames: leafNames)
  }
}
