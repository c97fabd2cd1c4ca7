import CClp

/// A linear programme in the hands of COIN-OR Clp: minimise cost · x subject to
/// rowLower ≤ A x ≤ rowUpper and lower ≤ x ≤ upper.
///
/// `solve()` is the dual simplex method from the present basis; at first that of the slacks, so
/// the first call wants costs ≥ 0 and finite lower bounds. Scaling and perturbation are off and
/// the limit counts pivots, so that equal programmes give equal answers. Make a new object for
/// each programme: one that has solved another may end in a different vertex of equal cost.
package final class LinearProgram {
  package struct Column: Sendable {
    package let lower: Double
    package let upper: Double
    package let cost: Double
    /// Ascending by row.
    package let entries: [(row: Int, coefficient: Double)]

    package init(
      lower: Double = 0, upper: Double = .infinity, cost: Double = 0,
      entries: [(row: Int, coefficient: Double)]
    ) {
      self.lower = lower
      self.upper = upper
      self.cost = cost
      self.entries = entries
    }
  }

  package enum Outcome: Sendable, Equatable {
    case optimal
    case infeasible
    /// The limit of pivots was reached, or the numbers got out of hand.
    case undecided
  }

  private let model: UnsafeMutableRawPointer?
  private let rowCount: Int
  private var lower: [Double]
  private var upper: [Double]

  /// - Parameter rows: lower and upper bound of each row; infinite where there is none.
  package init(columns: [Column], rows: [(lower: Double, upper: Double)], pivotLimit: Int) {
    lower = columns.map(\.lower)
    upper = columns.map(\.upper)
    rowCount = rows.count
    let sparse = SparseColumns(columns)
    model = Clp_newModel()
    Clp_setLogLevel(model, 0)
    Clp_scaling(model, 0)
    Clp_setPerturbation(model, 102)
    Clp_setMaximumIterations(model, Int32(pivotLimit))
    Clp_loadProblem(
      model, Int32(columns.count), Int32(rows.count), sparse.starts, sparse.indices,
      sparse.elements, lower, upper,
      columns.map(\.cost), rows.map(\.lower), rows.map(\.upper))
  }

  deinit {
    Clp_deleteModel(model)
  }

  package func solve() -> Outcome { Self.outcome(of: Clp_dual(model, 0)) }

  /// The primal simplex method from the present basis, which satisfies all bounds: after columns
  /// were added to a programme that was solved.
  package func improve() -> Outcome { Self.outcome(of: Clp_primal(model, 0)) }

  private static func outcome(of status: Int32) -> Outcome {
    switch status {
    case 0: .optimal
    case 1: .infeasible
    default: .undecided
    }
  }

  /// Further columns, each at its lower bound.
  package func add(_ columns: [Column]) {
    let sparse = SparseColumns(columns)
    Clp_addColumns(
      model, Int32(columns.count), columns.map(\.lower), columns.map(\.upper),
      columns.map(\.cost), sparse.starts, sparse.indices, sparse.elements)
    lower += columns.map(\.lower)
    upper += columns.map(\.upper)
  }

  /// What one more unit of each row's bound would cost, after `optimal`.
  package var rowPrices: [Double] {
    Array(UnsafeBufferPointer(start: Clp_dualRowSolution(model), count: rowCount))
  }

  /// The value of each column after `solve()` said `optimal`.
  package var solution: [Double] {
    Array(UnsafeBufferPointer(start: Clp_getColSolution(model), count: lower.count))
  }

  /// Moves the bounds of one column; the next `solve()` starts from the present basis.
  package func setBounds(ofColumn column: Int, lower: Double, upper: Double) {
    self.lower[column] = lower
    self.upper[column] = upper
    Clp_chgColumnLower(model, self.lower)
    Clp_chgColumnUpper(model, self.upper)
  }
}

/// Columns one behind the other, as the solver wants them.
private struct SparseColumns {
  private(set) var starts: [CoinBigIndex] = [0]
  private(set) var indices: [Int32] = []
  private(set) var elements: [Double] = []

  init(_ columns: [LinearProgram.Column]) {
    for column in columns {
      for entry in column.entries {
        indices.append(Int32(entry.row))
        elements.append(entry.coefficient)
      }
      starts.append(CoinBigIndex(indices.count))
    }
  }
}
