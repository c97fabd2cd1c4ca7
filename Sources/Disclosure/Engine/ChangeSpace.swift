/// The unknowns of a witness search and what ties them: how much each row changes (and, among the
/// finest counts, each column that is no row by itself), and which changes are sums of others.
///
/// *Finest space* has an unknown for every column, so that a solution is a table. *Cell space*
/// leaves the columns out: there are far fewer rows than columns in linked tables. It is a
/// relaxation, for nothing says then that the finest counts are not negative: what is impossible
/// there is impossible; what is found has yet to be found among the columns.
///
/// A class for the same reason as `SearchContext`.
final class ChangeSpace: Sendable {
  /// Rows come first.
  let nodeCount: Int
  /// By column its unknown; nil in cell space.
  let nodeOfColumn: [Int]?
  /// How far each unknown may fall while readers don't know it.
  let slack: [Int]
  /// Σ coefficient · change = 0.
  let relations: SparseMatrix
  /// The same by unknown.
  let relationsOfNode: SparseMatrix

  /// - Parameter isFinest: whether the columns are unknowns.
  init(_ system: CondensedSystem, isFinest: Bool) {
    var partitions = CellPartitions(of: system) { Self.isSeen(system.rows[$0]) || !isFinest }
    var relations = SparseMatrix()
    var slack = system.rows.map(\.slack)
    if isFinest {
      var nodes = [Int](repeating: -1, count: system.columns.count)
      for (row, entry) in system.rows.enumerated() where entry.columns.count == 1 {
        nodes[entry.columns[0]] = row
      }
      for column in system.columns.indices where nodes[column] < 0 {
        nodes[column] = slack.count
        slack.append(system.columns[column].value)
      }
      for row in system.rows.indices where system.rows[row].columns.count > 1 {
        let partition = partitions.fewest(of: row)
        relations.append(
          [(row, 1)] + partition.rows.map { ($0, -1) }
            + partition.columns.map { (nodes[$0], -1) })
      }
      for equation in system.equations {
        relations.append(equation.map { (nodes[$0.column], Double($0.coefficient)) })
      }
      nodeOfColumn = nodes
    } else {
      for row in system.rows.indices where system.rows[row].columns.count > 1 {
        for partition in partitions.all(of: row) {
          relations.append([(row, 1)] + partition.rows.map { ($0, -1) })
        }
      }
      nodeOfColumn = nil
    }
    nodeCount = slack.count
    self.slack = slack
    self.relations = relations
    relationsOfNode = relations.transposed(lineCount: slack.count)
  }

  /// Cell space is worth it in linked tables, where columns are not cells themselves: programmes need
  /// a tenth of the pivots. Equations between columns can't be said in it, and what is in no table is
  /// seldom a sum of cells, so that little would be asked of it.
  static func suits(_ system: CondensedSystem) -> Bool {
    guard system.equations.isEmpty else { return false }
    if system.columns.count > system.rows.count { return true }
    return system.rows.allSatisfy(isSeen)
      && system.columns.contains { column in
        !column.rows.contains { system.rows[$0].columns.count == 1 }
      }
  }

  /// Whether a row says something about all tables that readers consider, hidden or not.
  private static func isSeen(_ row: CondensedSystem.Row) -> Bool {
    row.publication != .neverPrinted
  }
}

/// Lines of (place, value) pairs, one behind the other.
struct SparseMatrix: Sendable {
  private(set) var starts: [Int32] = [0]
  private(set) var places: [Int32] = []
  private(set) var values: [Double] = []

  var lineCount: Int { starts.count - 1 }

  func range(of line: Int) -> Range<Int> { Int(starts[line])..<Int(starts[line + 1]) }

  mutating func append(_ entries: [(place: Int, value: Double)]) {
    for entry in entries {
      places.append(Int32(entry.place))
      values.append(entry.value)
    }
    starts.append(Int32(places.count))
  }

  /// - Parameter lineCount: how many places there are.
  func transposed(lineCount: Int) -> SparseMatrix {
    var result = SparseMatrix()
    result.starts = [Int32](repeating: 0, count: lineCount + 1)
    for place in places { result.starts[Int(place) + 1] += 1 }
    for line in 0..<lineCount { result.starts[line + 1] += result.starts[line] }
    result.places = [Int32](repeating: 0, count: places.count)
    result.values = [Double](repeating: 0, count: places.count)
    var next = result.starts
    for line in 0..<self.lineCount {
      for entry in range(of: line) {
        let place = Int(places[entry])
        result.places[Int(next[place])] = Int32(line)
        result.values[Int(next[place])] = values[entry]
        next[place] += 1
      }
    }
    return result
  }
}
