/// Bounds of the unknowns that follow from one sum at a time, until nothing changes.
struct BoundPropagation {
  private(set) var lower: [Int]
  /// Nil: no bound known yet.
  private(set) var upper: [Int?]
  /// Some sum can't hold.
  private(set) var isContradictory = false

  init(variableCount: Int) {
    lower = [Int](repeating: 0, count: variableCount)
    upper = [Int?](repeating: nil, count: variableCount)
  }

  func value(of variable: Int) -> Int? {
    upper[variable] == lower[variable] ? lower[variable] : nil
  }

  /// - Parameter rounds: how often all sums are gone through at most.
  mutating func run(_ rows: [AuditSystem.Knowledge], rounds: Int) {
    for _ in 0..<rounds {
      var changed = false
      for row in rows where tighten(row) { changed = true }
      if !changed || isContradictory { return }
    }
  }

  /// Whether a bound moved.
  private mutating func tighten(_ row: AuditSystem.Knowledge) -> Bool {
    var least = Reach()
    var most = Reach()
    for (position, variable) in row.sum.variables.enumerated() {
      let factor = row.sum.coefficient(position)
      let (low, high) = (lower[Int(variable)], upper[Int(variable)])
      least.add(factor > 0 ? low : high, factor)
      most.add(factor > 0 ? high : low, factor)
    }
    if let bound = row.upper, least.open == 0, least.sum > bound { isContradictory = true }
    if let bound = row.lower, most.open == 0, most.sum < bound { isContradictory = true }
    if isContradictory { return false }
    var changed = false
    for (position, variable) in row.sum.variables.enumerated() {
      let factor = row.sum.coefficient(position)
      let index = Int(variable)
      let (low, high) = (lower[index], upper[index])
      if let bound = row.upper, let rest = least.without(factor > 0 ? low : high, factor) {
        // factor · x ≤ bound − rest
        let room = bound - rest
        if factor > 0 {
          changed = lowerUpper(index, to: Self.floor(room, factor)) || changed
        } else {
          changed = raiseLower(index, to: Self.ceiling(room, factor)) || changed
        }
      }
      if let bound = row.lower, let rest = most.without(factor > 0 ? high : low, factor) {
        let need = bound - rest
        if factor > 0 {
          changed = raiseLower(index, to: Self.ceiling(need, factor)) || changed
        } else {
          changed = lowerUpper(index, to: Self.floor(need, factor)) || changed
        }
      }
    }
    return changed
  }

  private mutating func lowerUpper(_ variable: Int, to bound: Int) -> Bool {
    if let high = upper[variable], high <= bound { return false }
    upper[variable] = bound
    if bound < lower[variable] { isContradictory = true }
    return true
  }

  private mutating func raiseLower(_ variable: Int, to bound: Int) -> Bool {
    if lower[variable] >= bound { return false }
    lower[variable] = bound
    if let high = upper[variable], high < bound { isContradictory = true }
    return true
  }

  /// The least or greatest value that a sum can have.
  private struct Reach {
    var sum = 0
    /// How many of its terms have no bound.
    var open = 0

    mutating func add(_ bound: Int?, _ factor: Int) {
      if let bound { sum += bound * factor } else { open += 1 }
    }

    /// The value without one term; nil if another has no bound.
    func without(_ bound: Int?, _ factor: Int) -> Int? {
      if let bound { return open == 0 ? sum - bound * factor : nil }
      return open == 1 ? sum : nil
    }
  }

  static func floor(_ value: Int, _ factor: Int) -> Int {
    let (quotient, rest) = value.quotientAndRemainder(dividingBy: factor)
    return rest != 0 && (rest < 0) != (factor < 0) ? quotient - 1 : quotient
  }

  static func ceiling(_ value: Int, _ factor: Int) -> Int { -floor(-value, factor) }
}
