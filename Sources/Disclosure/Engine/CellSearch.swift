/// Looks for the rows that the cheapest witness of a target moves, among the rows alone: their
/// changes are the unknowns, and a whole changes as much as its parts together.
///
/// There are far fewer rows than columns. It is a relaxation, for nothing says that the finest
/// counts behind the rows are not negative: what is impossible here is impossible, what is found
/// has yet to be found among the columns.
struct CellSearch {
  let system: CondensedSystem
  let relations: CellRelations
  let target: Int
  /// By row.
  let freedom: [WitnessSearch.RowFreedom]

  enum Outcome {
    /// By row, whether it moves.
    case rows([Bool])
    case impossible
    case undecided
  }

  private static let wholeTolerance = 1e-6

  func support(pivotLimit: Int) -> Outcome {
    guard let need = system.rows[target].need, freedom[target] != .fixed else {
      return .impossible
    }
    var entries = [[(row: Int, coefficient: Double)]](repeating: [], count: system.rows.count)
    for (index, sum) in relations.sums.enumerated() {
      entries[sum.whole].append((index, 1))
      for part in sum.parts { entries[part].append((index, -1)) }
    }
    var columns: [LinearProgram.Column] = []
    var raises = [Int?](repeating: nil, count: system.rows.count)
    var falls = raises
    for (row, entry) in system.rows.enumerated() {
      let price: Double
      switch freedom[row] {
      case .fixed: continue
      case .unseen: price = WitnessSearch.columnPrice
      case .priced(let rowPrice): price = rowPrice
      }
      raises[row] = columns.count
      columns.append(
        .init(lower: row == target ? Double(need) : 0, cost: price, entries: entries[row]))
      guard row != target, entry.slack > 0 else { continue }
      falls[row] = columns.count
      columns.append(
        .init(
          upper: Double(entry.slack), cost: price,
          entries: entries[row].map { ($0.row, -$0.coefficient) }))
    }
    let program = LinearProgram(
      columns: columns, rows: relations.sums.map { _ in (0, 0) }, pivotLimit: pivotLimit)
    switch program.solve() {
    case .infeasible: return .impossible
    case .undecided: return .undecided
    case .optimal: break
    }
    let solution = program.solution
    return .rows(
      system.rows.indices.map { row in
        let change =
          (raises[row].map { solution[$0] } ?? 0) - (falls[row].map { solution[$0] } ?? 0)
        return abs(change) > Self.wholeTolerance
      })
  }
}
