extension DualSimplex {
  /// Puts unknowns that cost nothing into the basis: reduced costs don't change by that, and all the
  /// pivots are saved that would bring them in one by one.
  mutating func enterFreeUnknowns() {
    var isFree = program.prices.map { $0 == 0 }
    isFree[program.target] = false
    guard isFree.contains(true) else { return }
    var order = CrashOrder(
      columns: program.columns, rows: program.rows, isCandidate: isFree,
      isOpen: [Bool](repeating: true, count: rowCount))
    var factors = TriangularFactors(splits: splitsFactors)
    while let node = order.next() {
      column.clear()
      column.add(program.columns, of: 2 * node, times: 1)
      if let first = order.firstEta(of: node) { factors.lower.forward(&column, from: first) }
      guard let row = order.bestRow(in: column) else {
        order.drop(node)
        continue
      }
      let eta = factors.append(column, row: row, isOpen: order.awaits)
      order.place(node, in: row, eta: eta)
      basic[row] = Int32(2 * node)
      state[2 * node] = .basic
      // Both ways at the same price: one variable does for both.
      lower[2 * node] = -program.fallLimits[node]
      upper[2 * node + 1] = 0
    }
    etas = factors.inverse()
    entriesOfFactor = etas.entryCount
  }

  /// Whether a pivot has become dear: time to write the inverse anew.
  var isEtaFileLong: Bool {
    if pivotsSinceFactoring >= 64 { return true }
    return splitsFactors
      ? pivotsSinceFactoring >= 20 && etas.entryCount > 3 * entriesOfFactor + 2_000
      : pivotsSinceFactoring >= 10 && etas.entryCount > 2 * entriesOfFactor + 500
  }

  /// Writes the inverse of the basis anew, in an order that keeps it sparse, and works out the
  /// values of the basic variables from it.
  ///
  /// Columns with one entry among the rows that are left, and rows with one column left, come first
  /// and cause no fill; then the shortest columns.
  ///
  /// - Returns: false if the numbers say that the columns depend on each other.
  mutating func factor() -> Bool {
    pivotsSinceFactoring = 0
    var factors = TriangularFactors(splits: splitsFactors)
    var order = FactoringOrder(self)
    while let (variable, row) = order.next() {
      column.clear()
      column.add(program.columns, of: variable, times: 1)
      if let first = order.firstEta(of: variable) { factors.lower.forward(&column, from: first) }
      guard let pivotRow = order.bestRow(in: column, preferring: row) else { return false }
      let eta = factors.append(column, row: pivotRow, isOpen: order.awaits)
      order.place(variable, in: pivotRow, eta: eta)
    }
    etas = factors.inverse()
    for (variable, row, length) in order.placed {
      basic[row] = Int32(variable)
      edge[row] = length
    }
    entriesOfFactor = etas.entryCount
    shift.clear()
    for variable in 0..<variableCount {
      let bound: Double
      switch state[variable] {
      case .basic: continue
      case .atLower: bound = lower[variable]
      case .atUpper: bound = upper[variable]
      }
      if bound != 0 { shift.add(program.columns, of: variable, times: bound) }
    }
    for row in 0..<rowCount {
      value[row] = 0
      suspects.insert(row)
    }
    applyShift()
    return true
  }
}

/// The order in which the columns of a basis are taken when its inverse is written anew.
private struct FactoringOrder {
  private let program: ElasticProgram
  /// By unknown, its variable in the basis; −1 if it has none.
  private var variableOfNode: [Int32]
  private var lengthOfNode: [Double]
  /// By row: whether it awaits a column, and how many columns left are in it.
  private var isOpen: [Bool]
  private var columnsLeft: [Int32]
  /// By unknown, in how many open rows it is.
  private var rowsLeft: [Int32]
  private var etaOfRow: [Int32]
  private var singleColumns: [Int32] = []
  private var singleRows: [Int32] = []
  /// Unknowns in the basis; the shortest columns first when nothing is single.
  private var rest: [Int32]
  private(set) var placed: [(variable: Int, row: Int, length: Double)] = []

  init(_ simplex: borrowing DualSimplex) {
    program = simplex.program
    variableOfNode = [Int32](repeating: -1, count: program.nodes.count)
    lengthOfNode = [Double](repeating: 1, count: program.nodes.count)
    isOpen = [Bool](repeating: false, count: simplex.rowCount)
    columnsLeft = [Int32](repeating: 0, count: simplex.rowCount)
    etaOfRow = [Int32](repeating: -1, count: simplex.rowCount)
    rowsLeft = [Int32](repeating: 0, count: program.nodes.count)
    rest = []
    for row in 0..<simplex.rowCount where simplex.basic[row] >= 0 {
      let node = Int(simplex.basic[row]) / 2
      variableOfNode[node] = simplex.basic[row]
      lengthOfNode[node] = simplex.edge[row]
      isOpen[row] = true
    }
    for node in variableOfNode.indices where variableOfNode[node] >= 0 {
      rest.append(Int32(node))
      for entry in program.columns.range(of: node) {
        let row = Int(program.columns.places[entry])
        columnsLeft[row] += 1
        if isOpen[row] { rowsLeft[node] += 1 }
      }
      if rowsLeft[node] == 1 { singleColumns.append(Int32(node)) }
    }
    for row in isOpen.indices where isOpen[row] && columnsLeft[row] == 1 {
      singleRows.append(Int32(row))
    }
  }

  /// A variable of the basis and its row; the row is nil where the values decide.
  mutating func next() -> (variable: Int, row: Int?)? {
    while let node = singleColumns.popLast() {
      guard variableOfNode[Int(node)] >= 0, rowsLeft[Int(node)] == 1 else { continue }
      for entry in program.columns.range(of: Int(node)) {
        let row = Int(program.columns.places[entry])
        if isOpen[row] { return (Int(variableOfNode[Int(node)]), row) }
      }
    }
    while let row = singleRows.popLast() {
      guard isOpen[Int(row)], columnsLeft[Int(row)] == 1 else { continue }
      for entry in program.rows.range(of: Int(row)) {
        let node = Int(program.rows.places[entry])
        if variableOfNode[node] >= 0 { return (Int(variableOfNode[node]), Int(row)) }
      }
    }
    rest.removeAll { variableOfNode[Int($0)] < 0 }
    guard let node = rest.min(by: { rowsLeft[Int($0)] < rowsLeft[Int($1)] }) else { return nil }
    return (Int(variableOfNode[Int(node)]), nil)
  }

  /// The first matrix that changes a column.
  func firstEta(of variable: Int) -> Int? {
    var first: Int32?
    for entry in program.columns.range(of: variable / 2) {
      let eta = etaOfRow[Int(program.columns.places[entry])]
      if eta >= 0 { first = min(first ?? eta, eta) }
    }
    return first.map { Int($0) }
  }

  /// Whether a row has no column yet.
  func awaits(_ row: Int) -> Bool { isOpen[row] }

  /// An open row with a large entry and few columns left. Earlier columns may have changed this
  /// one, so a row that was preferred may not do.
  func bestRow(in column: borrowing SparseVector, preferring row: Int?) -> Int? {
    var largest = 0.0
    for position in 0..<column.count where isOpen[column.place(position)] {
      largest = max(largest, abs(column[column.place(position)]))
    }
    guard largest > 1e-7 else { return nil }
    if let row, abs(column[row]) >= 0.1 * largest { return row }
    var best: Int?
    for position in 0..<column.count {
      let row = column.place(position)
      guard isOpen[row], abs(column[row]) >= 0.1 * largest else { continue }
      if best.map({ (columnsLeft[row], row) < (columnsLeft[$0], $0) }) ?? true { best = row }
    }
    return best
  }

  mutating func place(_ variable: Int, in row: Int, eta: Int) {
    let node = variable / 2
    variableOfNode[node] = -1
    placed.append((variable, row, lengthOfNode[node]))
    isOpen[row] = false
    etaOfRow[row] = Int32(eta)
    for entry in program.columns.range(of: node) {
      let other = Int(program.columns.places[entry])
      columnsLeft[other] -= 1
      if isOpen[other], columnsLeft[other] == 1 { singleRows.append(Int32(other)) }
    }
    for entry in program.rows.range(of: row) {
      let other = Int(program.rows.places[entry])
      rowsLeft[other] -= 1
      if variableOfNode[other] >= 0, rowsLeft[other] == 1 { singleColumns.append(Int32(other)) }
    }
  }
}
