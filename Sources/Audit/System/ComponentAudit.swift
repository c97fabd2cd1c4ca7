/// The targets of one part of a system, one after the other over the same linear programme.
struct ComponentAudit {
  struct Target: Sendable {
    let sum: AuditSystem.Sum
    /// What the fixed part adds.
    let constant: Int
    /// Targets of the whole system that this one stands for.
    let members: [Int]
  }

  struct Unit: Sendable {
    let bounds: [(lower: Int, upper: Int?)]
    let rows: [AuditSystem.Knowledge]
    let targets: [Target]
  }

  /// Of a target, without its fixed part: the range of values in all solutions seen so far, and the
  /// largest in whole-number solutions.
  private struct Seen {
    var least = Double.infinity
    var most = -Double.infinity
    var whole = -Double.infinity
  }

  private static let mostKept = 40

  private let unit: Unit
  private let threshold: Int
  private let lower: [Double]
  private let upper: [Double]
  private let program: AuditProgram
  private let tolerance = AuditProgram.tolerance
  private var programmes = 0
  private var seen: [Seen]
  /// Whole-number solutions to start from.
  private var wholes: [[Double]] = []

  init(_ unit: Unit, threshold: Int) {
    self.unit = unit
    self.threshold = threshold
    // Unknowns without a bound get one far above everything that is known.
    let known = unit.rows.reduce(0.0) { $0 + Double(abs($1.upper ?? $1.lower ?? 0)) }
    let cap = 1000 * Double(threshold) + 10 * known
    lower = unit.bounds.map { Double($0.lower) }
    // Upper bounds follow from the rows; one more keeps them from being corners of their own.
    upper = unit.bounds.map { $0.upper.map { Double($0 + 1) } ?? cap }
    program = AuditProgram(lower: lower, upper: upper, rows: unit.rows)
    seen = [Seen](repeating: Seen(), count: unit.targets.count)
  }

  /// Verdicts are nil if there is no solution.
  func run() -> (verdicts: [Verdict]?, programmes: Int) {
    var audit = self
    let verdicts = audit.work()
    return (verdicts, audit.programmes)
  }

  private mutating func work() -> [Verdict]? {
    programmes += 1
    switch program.solve() {
    case .infeasible: return nil
    case .undecided: return unit.targets.map { _ in .inDoubt }
    case .optimal: look(at: program.solution)
    }
    guard findWhole() else { return nil }
    var verdicts: [Verdict] = []
    for index in unit.targets.indices { verdicts.append(verdict(of: index)) }
    return verdicts
  }

  /// A first whole-number solution; false if there is none.
  private mutating func findWhole() -> Bool {
    if !wholes.isEmpty { return true }
    let another = AuditProgram(lower: lower, upper: upper, rows: unit.rows)
    guard another.solve() == .optimal else { return true }
    var search = WholeNumberSearch(another)
    let result = search.run(limit: 5000)
    programmes += search.steps + 1
    switch result {
    case .found(let solution): look(at: solution)
    case .impossible: return false
    case .gaveUp: break
    }
    return true
  }

  private mutating func verdict(of index: Int) -> Verdict {
    let target = unit.targets[index]
    let need = Double(threshold - target.constant)
    if seen[index].whole >= need - tolerance, seen[index].most - seen[index].least > tolerance {
      return .open
    }
    programmes += 1
    guard program.maximise(target.sum) == .optimal else { return .inDoubt }
    look(at: program.solution)
    let most = value(of: target.sum, program.solution)
    if most < need - tolerance { return small(index, most: most) }
    if seen[index].most - seen[index].least <= tolerance {
      guard let least = least(target.sum) else { return .inDoubt }
      if most - least <= tolerance { return .exact(Int(most.rounded()) + target.constant) }
    }
    if seen[index].whole >= need - tolerance { return .open }
    switch reach(need, target.sum) {
    case .found(let solution):
      look(at: solution)
      return .open
    case .impossible: return small(index, most: need - 1)
    case .gaveUp: return .inDoubt
    }
  }

  /// Whole numbers in which a sum reaches a value, from the solution that comes nearest to it.
  private mutating func reach(_ need: Double, _ sum: AuditSystem.Sum) -> WholeNumberSearch.Result {
    let best = wholes.indices.max { value(of: sum, wholes[$0]) < value(of: sum, wholes[$1]) }
    guard let best else { return .gaveUp }
    let change = ChangeProgram(
      from: wholes[best], lower: lower, upper: upper, rows: unit.rows, reaching: need, in: sum)
    programmes += 1
    switch change.program.solve() {
    case .optimal: break
    case .infeasible: return .impossible
    case .undecided: return .gaveUp
    }
    var search = WholeNumberSearch(change.program)
    let result = search.run(limit: limit)
    programmes += search.steps
    guard case .found(let changes) = result else { return result }
    return .found(change.solution(changes))
  }

  /// A target that can't reach the threshold: from where on it is known.
  private mutating func small(_ index: Int, most: Double) -> Verdict {
    let target = unit.targets[index]
    guard let least = least(target.sum) else { return .inDoubt }
    let low = Int((least - tolerance).rounded(.up)) + target.constant
    let high = Int((most + tolerance).rounded(.down)) + target.constant
    return low >= high ? .exact(high) : .below(lower: low)
  }

  /// The least value of a sum; nil if the solver gave up.
  private mutating func least(_ sum: AuditSystem.Sum) -> Double? {
    programmes += 1
    guard program.maximise(sum, sign: -1) == .optimal else { return nil }
    look(at: program.solution)
    return value(of: sum, program.solution)
  }

  /// Steps of a search for whole numbers: small parts are gone through to the end.
  private var limit: Int { unit.bounds.count <= 60 ? 5000 : unit.bounds.count <= 600 ? 500 : 150 }

  /// Notes what a solution shows of every target.
  private mutating func look(at solution: [Double]) {
    let isWhole = solution.allSatisfy { abs($0 - $0.rounded()) <= tolerance }
    if isWhole, wholes.count < Self.mostKept { wholes.append(solution.map { $0.rounded() }) }
    for (index, target) in unit.targets.enumerated() {
      let value = value(of: target.sum, solution)
      seen[index].least = min(seen[index].least, value)
      seen[index].most = max(seen[index].most, value)
      if isWhole { seen[index].whole = max(seen[index].whole, value) }
    }
  }

  private func value(of sum: AuditSystem.Sum, _ solution: [Double]) -> Double {
    var value = 0.0
    for (position, variable) in sum.variables.enumerated() {
      value += solution[Int(variable)] * Double(sum.coefficient(position))
    }
    return value
  }
}
