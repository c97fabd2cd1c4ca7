import CClp

/// Rows lower ≤ A x ≤ upper and bounds on x in the hands of COIN-OR Clp. Rows stay, the objective
/// and single bounds change: each solve starts from the basis of the last.
final class AuditProgram {
  enum Outcome {
    case optimal, infeasible
    /// The limit of pivots was reached, or the numbers got out of hand.
    case undecided
  }

  /// Fractions of a unit that count as none.
  static let tolerance = 1e-6

  private let model: UnsafeMutableRawPointer?
  private let columnCount: Int
  private var lower: [Double]
  private var upper: [Double]
  private var objective: [Double]
  private var touched: [Int] = []

  /// - Parameter costs: what is minimised at first, none below zero; nothing if left out.
  init(
    lower: [Double], upper: [Double], costs: [Double] = [], rows: [AuditSystem.Knowledge],
    pivotLimit: Int = 50_000
  ) {
    columnCount = lower.count
    self.lower = lower
    self.upper = upper
    objective = [Double](repeating: 0, count: lower.count)
    var starts = [CoinBigIndex](repeating: 0, count: lower.count + 1)
    for row in rows { for variable in row.sum.variables { starts[Int(variable) + 1] += 1 } }
    for column in lower.indices { starts[column + 1] += starts[column] }
    var next = starts
    let count = Int(starts[lower.count])
    var indices = [Int32](repeating: 0, count: count)
    var elements = [Double](repeating: 0, count: count)
    for (index, row) in rows.enumerated() {
      for (position, variable) in row.sum.variables.enumerated() {
        let place = Int(next[Int(variable)])
        indices[place] = Int32(index)
        elements[place] = Double(row.sum.coefficient(position))
        next[Int(variable)] += 1
      }
    }
    model = Clp_newModel()
    Clp_setLogLevel(model, 0)
    Clp_scaling(model, 0)
    Clp_setPerturbation(model, 102)
    Clp_setMaximumIterations(model, Int32(pivotLimit))
    Clp_loadProblem(
      model, Int32(lower.count), Int32(rows.count), starts, indices, elements, lower, upper,
      costs.isEmpty ? objective : costs, rows.map { $0.lower.map(Double.init) ?? -.infinity },
      rows.map { $0.upper.map(Double.init) ?? .infinity })
  }

  deinit { Clp_deleteModel(model) }

  /// The largest value of a sum (the least with `sign` −1): the primal simplex method from the
  /// present basis, which is feasible.
  func maximise(_ sum: AuditSystem.Sum, sign: Double = 1) -> Outcome {
    clearObjective()
    for (position, variable) in sum.variables.enumerated() {
      objective[Int(variable)] = -sign * Double(sum.coefficient(position))
      touched.append(Int(variable))
    }
    Clp_chgObjCoefficients(model, objective)
    return Self.outcome(Clp_primal(model, 0))
  }

  /// The dual simplex method from the present basis: at first that of the slacks, later after a
  /// bound has moved.
  func solve() -> Outcome { Self.outcome(Clp_dual(model, 0)) }

  func bounds(of column: Int) -> (lower: Double, upper: Double) { (lower[column], upper[column]) }

  func setBounds(of column: Int, _ lower: Double, _ upper: Double) {
    self.lower[column] = lower
    self.upper[column] = upper
    Clp_chgColumnLower(model, self.lower)
    Clp_chgColumnUpper(model, self.upper)
  }

  /// The value of each column.
  var solution: [Double] {
    Array(UnsafeBufferPointer(start: Clp_getColSolution(model), count: columnCount))
  }

  private func clearObjective() {
    for column in touched { objective[column] = 0 }
    touched.removeAll(keepingCapacity: true)
  }

  private static func outcome(_ status: Int32) -> Outcome {
    switch status {
    case 0: .optimal
    case 1: .infeasible
    default: .undecided
    }
  }
}
