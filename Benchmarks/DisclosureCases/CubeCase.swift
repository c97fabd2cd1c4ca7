package import Disclosure
package import FoundationEssentials

/// A cube of counts with hierarchies, and the tables that are published from it.
package struct CubeCase: Sendable {
  /// A table by dimension and depth: how many levels below the root it shows.
  package typealias TableDepths = [String: Int]

  private let dimensions: [CubeDimension]
  /// By combination of leaves, the last dimension fastest.
  private let counts: [Int]

  /// - Parameters:
  ///   - folder: holds `NAME_hier.csv` and `NAME_leaf.csv`.
  package init(named name: String, in folder: URL) throws {
    let hierarchy = try CaseTable(folder.appending(path: "\(name)_hier.csv"))
    var rows: [String: [(code: String, parent: String)]] = [:]
    var names: [String] = []
    for row in hierarchy.rows {
      if rows[row[0]] == nil { names.append(row[0]) }
      rows[row[0], default: []].append((row[1], row[2]))
    }
    let dimensions = names.map { CubeDimension(name: $0, rows: rows[$0] ?? []) }
    let leaves = try CaseTable(folder.appending(path: "\(name)_leaf.csv"))
    // A dimension's finest codes stand in the column that holds nothing else.
    let columns = dimensions.map { dimension in
      leaves.columns.indices.first { column in
        leaves.rows.allSatisfy { dimension.leafNumbers[$0[column]] != nil }
      } ?? 0
    }
    var counts = [Int](
      repeating: 0, count: dimensions.reduce(1) { $0 * $1.leafNumbers.count })
    for row in leaves.rows {
      let index = zip(dimensions, columns).reduce(0) { index, axis in
        index * axis.0.leafNumbers.count + (axis.0.leafNumbers[row[axis.1]] ?? 0)
      }
      counts[index] += row.last.flatMap { Int($0) } ?? 0
    }
    self.dimensions = dimensions
    self.counts = counts
  }

  /// The table of all codes of all dimensions.
  package var wholeCube: TableDepths {
    Dictionary(
      uniqueKeysWithValues: dimensions.map { dimension in
        (dimension.name, dimension.codes.map(\.depth).max() ?? 0)
      })
  }

  /// One cell for each distinct combination of codes that a table shows.
  ///
  /// - Parameter protectingLattice: every other combination of the cube's codes becomes a target
  ///   that is in no table.
  package func system(
    tables: [TableDepths], protectingLattice: Bool = false
  ) throws -> SuppressionSystem {
    var seen: Set<[Int]> = []
    var cells: [SuppressionCell] = []
    for table in tables {
      for variables in cellsOfTable(table) where seen.insert(variables).inserted {
        cells.append(.init(variables: variables))
      }
    }
    if protectingLattice {
      for variables in cellsOfTable(wholeCube) where seen.insert(variables).inserted {
        cells.append(.init(variables: variables, publication: .neverPrinted))
      }
    }
    return try SuppressionSystem(counts: counts, cells: cells)
  }

  /// The variables of each cell.
  private func cellsOfTable(_ depths: TableDepths) -> [[Int]] {
    let axes = dimensions.map { dimension in
      dimension.codes.filter { $0.depth <= depths[dimension.name] ?? 0 }.map(\.leaves)
    }
    return zip(axes, dimensions).reduce([[0]]) { cells, axis in
      let size = axis.1.leafNumbers.count
      return cells.flatMap { cell in
        axis.0.map { leaves in cell.flatMap { base in leaves.map { base * size + $0 } } }
      }
    }
  }
}
