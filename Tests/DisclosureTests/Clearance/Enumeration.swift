/// Looks through the whole-number tables that agree with what is published. It shares nothing with
/// the generator: bounds are narrowed statement by statement, then one unknown after the other is
/// tried at every value that is left.
struct Enumeration {
  enum Verdict { case exists, none, undecided }

  private let statements: [PublishedModel.Statement]
  private let count: Int
  private let near: [Int]
  private var steps = 0

  static let mostSteps = 3_000

  /// - Parameter near: a table from which to begin; it only makes the search shorter.
  init(_ model: PublishedModel, near: [Int]) {
    statements = model.statements
    count = model.unknowns.count
    self.near = near
  }

  /// Whether a table has the sum at `least` or above.
  mutating func reaches(_ target: [Int: Int], _ least: Int) -> Verdict {
    let wanted = PublishedModel.Statement(
      terms: target.sorted { $0.key < $1.key }.map { (unknown: $0.key, coefficient: $0.value) },
      bounds: least...(PublishedModel.most * max(1, target.count)))
    steps = 0
    let all = statements + [wanted]
    return search(
      [Int](repeating: 0, count: count), [Int](repeating: PublishedModel.most, count: count), all)
  }

  private mutating func search(
    _ low: [Int], _ high: [Int], _ all: [PublishedModel.Statement]
  ) -> Verdict {
    var low = low
    var high = high
    guard Self.narrow(&low, &high, all) else { return .none }
    var next = -1
    for unknown in 0..<count where low[unknown] < high[unknown] {
      if next < 0 || high[unknown] - low[unknown] < high[next] - low[next] { next = unknown }
    }
    if next < 0 { return .exists }
    let start = min(max(near[next], low[next]), high[next])
    let values = (low[next]...high[next]).sorted { (abs($0 - start), $0) < (abs($1 - start), $1) }
    var verdict = Verdict.none
    for value in values {
      steps += 1
      if steps > Self.mostSteps { return .undecided }
      var (lower, upper) = (low, high)
      lower[next] = value
      upper[next] = value
      switch search(lower, upper, all) {
      case .exists: return .exists
      case .undecided: verdict = .undecided
      case .none: continue
      }
    }
    return verdict
  }

  /// Bounds that follow from each statement and the bounds of its other unknowns.
  private static func narrow(
    _ low: inout [Int], _ high: inout [Int], _ all: [PublishedModel.Statement]
  ) -> Bool {
    var changed = true
    while changed {
      changed = false
      for statement in all {
        var least = 0
        var most = 0
        for (unknown, coefficient) in statement.terms {
          least += coefficient > 0 ? low[unknown] : -high[unknown]
          most += coefficient > 0 ? high[unknown] : -low[unknown]
        }
        let bounds = statement.bounds
        if least > bounds.upperBound || most < bounds.lowerBound { return false }
        for (unknown, coefficient) in statement.terms {
          // What the others leave to this one.
          let isAdded = coefficient > 0
          let lower = max(
            low[unknown],
            isAdded
              ? bounds.lowerBound - (most - high[unknown])
              : least + high[unknown] - bounds.upperBound)
          let upper = min(
            high[unknown],
            isAdded
              ? bounds.upperBound - (least - low[unknown])
              : most + low[unknown] - bounds.lowerBound)
          if lower > upper { return false }
          if lower == low[unknown] && upper == high[unknown] { continue }
          low[unknown] = lower
          high[unknown] = upper
          changed = true
          // The sums of this statement are stale now.
          break
        }
      }
    }
    return true
  }
}
