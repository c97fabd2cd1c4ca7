import Tables

/// The observations of one data set.
struct Observed: Sendable {
  let space: Space
  let rows: Rows
  /// Row by the key of its cell.
  let rowOf: [Int: Int32]
  let absentRows: Resource.AbsentRows
  let cells: LeafCells
  /// For each measure what is known of its missing parts.
  let missing: [MissingParts]
  /// For each unknown of a derived measure, the unknowns of the measure behind it at its cells.
  let origins: [Int: [Int]]
  /// The file as shown, and the line of each row.
  let file: String
  let lines: [Int32]
}

/// The finest cells of a data set, ascending by key: those that have a row, and under
/// `absentRows: zero` those that have none, as long as they are not too many.
struct LeafCells: Sendable {
  /// Combinations without a row that are held as unknowns of their own.
  ///
  /// An attacker can't know that they are 0 unless a table prints it; leaving them out costs a
  /// few more hidden cells, never a promise, as long as nobody promises to hide zeros.
  static let mostCombinations = 262_144

  let axisCount: Int
  let measureCount: Int
  /// Whether combinations that count 0 have no unknown: there are too many.
  let leavesOutZeros: Bool
  private(set) var coordinates: [Int32] = []
  /// Row of each cell; -1 for none.
  private(set) var rows: [Int32] = []
  /// For each cell and measure its unknown; -1 where it has no number.
  private(set) var unknowns: [Int32] = []
  private(set) var unknownCount = 0

  init(_ space: Space, _ rows: Rows, _ rowOf: [Int: Int32], _ absentRows: Resource.AbsentRows) {
    axisCount = rows.axisCount
    measureCount = rows.measureCount
    let leafCounts = space.axes.map { axis in
      axis.hierarchy.nodes.indices.count { axis.hierarchy.isLeaf($0) }
    }
    var combinations = 1
    for count in leafCounts where combinations <= Self.mostCombinations {
      let (product, overflows) = combinations.multipliedReportingOverflow(by: count)
      combinations = overflows ? .max : product
    }
    leavesOutZeros = absentRows == .zero && combinations > Self.mostCombinations
    if absentRows == .zero && !leavesOutZeros {
      let leaves = space.axes.map { axis in
        axis.hierarchy.nodes.indices.filter { axis.hierarchy.isLeaf($0) }
      }
      var keys = [0]
      for (axis, nodes) in leaves.enumerated() {
        keys = keys.flatMap { key in nodes.map { key + $0 * space.stride(axis) } }
      }
      for key in keys {
        let nodes = space.nodes(key)
        if space.exists(nodes) { append(nodes, row: rowOf[key] ?? -1, rows) }
      }
    } else {
      let isLeaf = space.axes.map { axis in
        axis.hierarchy.nodes.indices.map { axis.hierarchy.isLeaf($0) }
      }
      let found = rowOf.filter { _, row in
        (0..<axisCount).allSatisfy { isLeaf[$0][rows.coordinate(Int(row), $0)] }
      }
      for (_, row) in found.sorted(by: { $0.key < $1.key }) {
        append((0..<axisCount).map { rows.coordinate(Int(row), $0) }, row: row, rows)
      }
    }
  }

  private mutating func append(_ nodes: [Int], row: Int32, _ all: Rows) {
    coordinates.append(contentsOf: nodes.lazy.map { Int32($0) })
    rows.append(row)
    for measure in 0..<measureCount {
      if row < 0 || all.state(Int(row), measure).isNumber {
        unknowns.append(Int32(unknownCount))
        unknownCount += 1
      } else {
        unknowns.append(-1)
      }
    }
  }

  var count: Int { rows.count }

  func node(_ cell: Int, _ axis: Int) -> Int { Int(coordinates[cell * axisCount + axis]) }

  func key(_ cell: Int, in space: Space) -> Int {
    (0..<axisCount).reduce(0) { $0 + node(cell, $1) * space.stride($1) }
  }

  func unknown(_ cell: Int, _ measure: Int) -> Int? {
    let index = unknowns[cell * measureCount + measure]
    return index < 0 ? nil : Int(index)
  }
}
