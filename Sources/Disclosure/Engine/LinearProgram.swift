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
  private var lower: [Double]
  private var upper: [Double]

  /// - Parameter rows: lower and upper bound of each row; infinite where there is none.
  package init(columns: [Column], rows: [(lower: Double, upper: Double)], pivotLimit: Int) {
    lower = columns.map(\.lower)
    upper = columns.map(\.upper)
    var starts: [CoinBigIndex] = [0]
    var indices: [Int32] = []
    var elements: [Double] = []
    for column in columns {
      for entry in column.entries {
        indices.append(Int32(entry.row))
        elements.append(entry.coefficient)
      }
      starts.append(CoinBigIndex(indices.count))
    }
    model = Clp_newModel()
    Clp_setLogLevel(model, 0)
    Clp_scaling(model, 0)
    Clp_setPerturbation(model, 102)
    Clp_setMaximumIterations(model, Int32(pivotLimit))
    Clp_loadProblem(
      model, Int32(columns.count), Int32(rows.count), starts, indices, elements, lower, upper,
      columns.map(\.cost), rows.map(\.lower), rows.map(\.upper))
  }

  deinit {
    Clp_deleteModel(model)
  }

  package func solve() -> Outcome {
    switch Clp_dual(model, 0) {
    case 0: .optimal
    case 1: .infeasible
    default: .undecided
    }
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
