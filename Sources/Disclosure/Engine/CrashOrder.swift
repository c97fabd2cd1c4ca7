/// The order in which unknowns enter the first basis.
struct CrashOrder {
  private let columns: SparseMatrix
  private let rows: SparseMatrix
  private var isOpen: [Bool]
  private var isLeft: [Bool]
  /// By unknown, in how many open relations it is.
  private var rowsLeft: [Int32]
  private var columnsLeft: [Int32]
  private var etaOfRow: [Int32]
  /// Unknowns by the number of their open relations, as far as it was when they were listed.
  private var waiting: [[Int32]]
  private(set) var basis: [Int32]

  /// - Parameters:
  ///   - columns: by unknown.
  ///   - rows: the same by relation.
  init(columns: SparseMatrix, rows: SparseMatrix, isCandidate: [Bool], isOpen: [Bool]) {
    self.columns = columns
    self.rows = rows
    self.isOpen = isOpen
    isLeft = isCandidate
    let relationCount = rows.lineCount
    rowsLeft = [Int32](repeating: 0, count: isCandidate.count)
    columnsLeft = [Int32](repeating: 0, count: relationCount)
    etaOfRow = [Int32](repeating: -1, count: relationCount)
    basis = [Int32](repeating: -1, count: relationCount)
    waiting = []
    for node in isLeft.indices.reversed() where isLeft[node] {
      for entry in columns.range(of: node) {
        let relation = Int(columns.places[entry])
        if isOpen[relation] { rowsLeft[node] += 1 }
        columnsLeft[relation] += 1
      }
      list(node)
    }
  }

  private mutating func list(_ node: Int) {
    let count = Int(rowsLeft[node])
    while waiting.count <= count { waiting.append([]) }
    waiting[count].append(Int32(node))
  }

  /// The unknown with fewest open relations.
  mutating func next() -> Int? {
    var count = 1
    while count < waiting.count {
      guard let node = waiting[count].popLast() else {
        count += 1
        continue
      }
      if isLeft[Int(node)], rowsLeft[Int(node)] == Int32(count) { return Int(node) }
    }
    return nil
  }

  func firstEta(of node: Int) -> Int? {
    var first: Int32?
    for entry in columns.range(of: node) {
      let eta = etaOfRow[Int(columns.places[entry])]
      if eta >= 0 { first = min(first ?? eta, eta) }
    }
    return first.map { Int($0) }
  }

  /// Whether a relation has no unknown yet.
  func awaits(_ relation: Int) -> Bool { isOpen[relation] }

  /// An open relation with a large entry and few unknowns left.
  func bestRow(in column: borrowing SparseVector) -> Int? {
    var largest = 1e-7
    for position in 0..<column.count where isOpen[column.place(position)] {
      largest = max(largest, abs(column[column.place(position)]))
    }
    var best: Int?
    for position in 0..<column.count {
      let row = column.place(position)
      guard isOpen[row], abs(column[row]) >= 0.5 * largest, abs(column[row]) > 1e-7 else {
        continue
      }
      if best.map({ (columnsLeft[row], row) < (columnsLeft[$0], $0) }) ?? true { best = row }
    }
    return best
  }

  mutating func drop(_ node: Int) { isLeft[node] = false }

  mutating func place(_ node: Int, in row: Int, eta: Int) {
    isLeft[node] = false
    isOpen[row] = false
    basis[row] = Int32(node)
    etaOfRow[row] = Int32(eta)
    for entry in columns.range(of: node) {
      columnsLeft[Int(columns.places[entry])] -= 1
    }
    for entry in rows.range(of: row) {
      let other = Int(rows.places[entry])
      guard isLeft[other] else { continue }
      rowsLeft[other] -= 1
      if rowsLeft[other] > 0 { list(other) }
    }
  }
}
