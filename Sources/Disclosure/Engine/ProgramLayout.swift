/// Writes a witness search as a linear programme and reads whole numbers back.
///
/// Each movable column has two variables, its increase and its decrease; each priced row of
/// several movable columns has a raise and a fall. Nothing moves at zero cost, so "no change" is
/// where the dual simplex method starts, with only the target's bound violated.
struct ProgramLayout {
  private let rows: [(lower: Double, upper: Double)]
  private let columns: [LinearProgram.Column]
  /// Programme columns of increase and decrease, by column of the system; `nil` if pinned.
  private let increase: [Int?]
  private let decrease: [Int?]
  private let falls: [Int]
  private let pivotLimit: Int

  init(search: WitnessSearch, need: Int, movable: [Bool]) {
    let system = search.system
    var rows: [(lower: Double, upper: Double)] = []
    var rowColumns: [LinearProgram.Column] = []
    var entries = [[(row: Int, coefficient: Double)]](repeating: [], count: movable.count)
    var price = [Double](repeating: WitnessSearch.columnPrice, count: movable.count)
    var falls = system.columns.map(\.value)

    for (index, row) in system.rows.enumerated() {
      let members = row.columns.filter { movable[$0] }
      guard let only = members.first else { continue }
      let sum = rows.count
      switch search.freedom[index] {
      case _ where index == search.target:
        rows.append((Double(need), .infinity))
      case .unseen:
        continue
      case .fixed:
        rows.append((0, 0))
      case .priced(let rowPrice) where members.count == 1:
        price[only] += rowPrice
        falls[only] = min(falls[only], row.slack)
        continue
      case .priced(let rowPrice):
        rows.append((0, 0))
        rowColumns.append(.init(cost: rowPrice, entries: [(sum, -1)]))
        if row.slack > 0 {
          rowColumns.append(
            .init(upper: Double(row.slack), cost: rowPrice, entries: [(sum, 1)]))
        }
      }
      for column in members { entries[column].append((sum, 1)) }
    }

    var columns: [LinearProgram.Column] = []
    var increase = [Int?](repeating: nil, count: movable.count)
    var decrease = [Int?](repeating: nil, count: movable.count)
    for column in movable.indices where movable[column] {
      increase[column] = columns.count
      columns.append(.init(cost: price[column], entries: entries[column]))
      guard falls[column] > 0 else { continue }
      decrease[column] = columns.count
      columns.append(
        .init(
          upper: Double(falls[column]), cost: price[column],
          entries: entries[column].map { ($0.row, -$0.coefficient) }))
    }
    self.rows = rows
    self.columns = columns + rowColumns
    self.increase = increase
    self.decrease = decrease
    self.falls = falls
    pivotLimit = search.pivotLimit
  }

  func program() -> LinearProgram {
    LinearProgram(columns: columns, rows: rows, pivotLimit: pivotLimit)
  }

  /// The change of each column of the system in a solved programme.
  private func changes(of program: LinearProgram) -> [Double] {
    let solution = program.solution
    return increase.indices.map { column in
      (increase[column].map { solution[$0] } ?? 0) - (decrease[column].map { solution[$0] } ?? 0)
    }
  }
}

extension ProgramLayout {
  /// Further from a whole number than this is a fraction.
  private static let wholeTolerance = 1e-5
  private static let diveLimit = 1_000
  /// Below this, doubles tell whole numbers apart and sums of thousands fit in an `Int`.
  private static let exactLimit = 0x1p50

  /// Whole changes near those of a solved programme, or `nil`. *Diving*: fix the fractional
  /// change that is nearest to a whole number there, solve again, and so on; where one side
  /// is infeasible, try the other.
  func wholeChanges(of program: LinearProgram) -> [Int]? {
    for _ in 0..<Self.diveLimit {
      let changes = changes(of: program)
      let distances = changes.map { abs($0 - $0.rounded()) }
      let fractional = changes.indices.filter { distances[$0] > Self.wholeTolerance }
      guard let column = fractional.min(by: { distances[$0] < distances[$1] }) else {
        guard changes.allSatisfy({ abs($0) < Self.exactLimit }) else { return nil }
        return changes.map { Int($0.rounded()) }
      }
      let nearest = changes[column].rounded()
      let other = nearest > changes[column] ? nearest - 1 : nearest + 1
      guard
        solves(program, fixing: column, at: nearest)
          || solves(program, fixing: column, at: other)
      else { return nil }
    }
    return nil
  }

  private func solves(_ program: LinearProgram, fixing column: Int, at change: Double) -> Bool {
    guard change >= -Double(falls[column]) else { return false }
    if let up = increase[column] {
      program.setBounds(ofColumn: up, lower: max(change, 0), upper: max(change, 0))
    }
    if let down = decrease[column] {
      program.setBounds(ofColumn: down, lower: max(-change, 0), upper: max(-change, 0))
    }
    return program.solve() == .optimal
  }
}
