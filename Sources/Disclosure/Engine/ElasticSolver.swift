/// A way to solve an elastic programme.
protocol ElasticSolver: ~Copyable {
  /// From the present basis; the first time from that of the slacks.
  mutating func solve(pivotLimit: Int) -> DualSimplex.Outcome
  /// Pins the change of an unknown of the programme for the next `solve`.
  mutating func fix(_ node: Int, at change: Double)
  /// The change of every unknown of the programme, after `optimal`.
  func changes() -> [Double]
}

extension DualSimplex: ElasticSolver {}

/// COIN-OR Clp, slower on these programmes: asked where the own method gives up, and before a
/// target is declared impossible.
struct ElasticLinearProgram: ElasticSolver {
  private let program: LinearProgram
  private let nodeCount: Int

  init(_ elastic: ElasticProgram, pivotLimit: Int) {
    nodeCount = elastic.nodes.count
    var columns: [LinearProgram.Column] = []
    for node in 0..<nodeCount {
      let entries = elastic.columns.range(of: node).map {
        (row: Int(elastic.columns.places[$0]), coefficient: elastic.columns.values[$0])
      }
      let isTarget = node == elastic.target
      columns.append(
        .init(
          lower: isTarget ? elastic.need : 0, cost: elastic.prices[node], entries: entries))
      columns.append(
        .init(
          upper: isTarget ? 0 : elastic.fallLimits[node], cost: elastic.prices[node],
          entries: entries.map { ($0.row, -$0.coefficient) }))
    }
    program = LinearProgram(
      columns: columns, rows: (0..<elastic.rows.lineCount).map { _ in (0, 0) },
      pivotLimit: pivotLimit)
  }

  /// - Parameter pivotLimit: that of the start holds.
  mutating func solve(pivotLimit: Int) -> DualSimplex.Outcome {
    switch program.solve() {
    case .optimal: .optimal
    case .infeasible: .infeasible
    case .undecided: .undecided
    }
  }

  mutating func fix(_ node: Int, at change: Double) {
    program.setBounds(ofColumn: 2 * node, lower: max(change, 0), upper: max(change, 0))
    program.setBounds(ofColumn: 2 * node + 1, lower: max(-change, 0), upper: max(-change, 0))
  }

  func changes() -> [Double] {
    let solution = program.solution
    return (0..<nodeCount).map { solution[2 * $0] - solution[2 * $0 + 1] }
  }
}
