/// Looks for a whole-number solution of a programme that was solved: depth first, each time the
/// unknown nearest to a whole number is held, first on its nearer side (diving), then on the other
/// (branch and bound).
struct WholeNumberSearch {
  enum Result {
    case found([Double])
    /// Every branch was looked at.
    case impossible
    case gaveUp
  }

  private let program: AuditProgram
  /// Programmes that were solved.
  private(set) var steps = 0

  /// - Parameter program: it is left with bounds moved.
  init(_ program: AuditProgram) { self.program = program }

  private struct Branch {
    let column: Int
    let previous: (lower: Double, upper: Double)
    /// Bounds still to be tried.
    var other: (lower: Double, upper: Double)?
  }

  /// - Parameters:
  ///   - limit: programmes to solve at most.
  ///   - failures: branches without a solution that are put up with.
  mutating func run(limit: Int, failures: Int = .max) -> Result {
    var failed = 0
    var path: [Branch] = []
    var isAlive = true
    while true {
      let solution = program.solution
      if isAlive, let column = fractional(solution) {
        let value = solution[column]
        let bounds = program.bounds(of: column)
        let down = (lower: bounds.lower, upper: value.rounded(.down))
        let up = (lower: value.rounded(.up), upper: bounds.upper)
        let isNearUp = value - down.upper > 0.5
        path.append(Branch(column: column, previous: bounds, other: isNearUp ? down : up))
        let first = isNearUp ? up : down
        program.setBounds(of: column, first.lower, first.upper)
      } else if isAlive {
        return .found(solution.map { $0.rounded() })
      } else {
        while let last = path.last, last.other == nil {
          program.setBounds(of: last.column, last.previous.lower, last.previous.upper)
          path.removeLast()
        }
        guard let last = path.last, let other = last.other else { return .impossible }
        path[path.count - 1].other = nil
        program.setBounds(of: last.column, other.lower, other.upper)
      }
      if steps >= limit { return .gaveUp }
      steps += 1
      switch program.solve() {
      case .optimal: isAlive = true
      case .infeasible:
        isAlive = false
        failed += 1
        if failed > failures { return .gaveUp }
      case .undecided: return .gaveUp
      }
    }
  }

  /// The unknown nearest to a whole number that is none.
  private func fractional(_ solution: [Double]) -> Int? {
    var nearest: (column: Int, distance: Double)?
    for (column, value) in solution.enumerated() {
      let distance = abs(value - value.rounded())
      if distance > AuditProgram.tolerance, distance < (nearest?.distance ?? 1) {
        nearest = (column, distance)
      }
    }
    return nearest?.column
  }
}
