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
  /// Unknowns of a part that is gone through to the end.
  private static let mostGoneThrough = 60
  /// Rounds of the search for a first whole-number solution.
  private static let attempts = 150
  /// Unknowns that may be fractional where a dive is begun, and branches that may fail in it.
  private static let mostLeft = 60
  private static let failedBranches = 16
  /// Targets in doubt at the end for which more is tried: each may take a minute.
  private static let mostWalkedOnceMore = 8

  let unit: Unit
  private let threshold: Int
  private let lower: [Double]
  private let upper: [Double]
  private let program: AuditProgram
  let walk: WholeNumberWalk
  /// Nil before the first linear programme.
  private var outcome: AuditProgram.Outcome?
  private let tolerance = AuditProgram.tolerance
  private var programmes = 0
  private var seen: [Seen]
  /// Walks to a target that arrived, and targets that none arrived at.
  var arrivals = 0
  var failures = 0
  /// Whole-number solutions to start from.
  private(set) var wholes: [[Double]] = []

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
    walk = WholeNumberWalk(bounds: unit.bounds, rows: unit.rows)
    seen = [Seen](repeating: Seen(), count: unit.targets.count)
  }

  /// Verdicts are nil if there is no solution.
  func run() -> (verdicts: [Verdict]?, programmes: Int) {
    var audit = self
    let verdicts = audit.work()
    return (verdicts, audit.programmes)
  }

  private mutating func work() -> [Verdict]? {
    walkToFirst(.short)
    if wholes.isEmpty {
      switch solveFirst() {
      case .infeasible: return nil
      case .undecided: walkToFirst(.longest)
      case .optimal: guard findWhole() else { return nil }
      }
    }
    // Every target is walked to before a programme is asked for one: what is found for one often
    // serves others.
    for index in unit.targets.indices { _ = isFoundOpen(index, .short) }
    var verdicts: [Verdict] = []
    for index in unit.targets.indices { verdicts.append(verdict(of: index)) }
    walkOnceMore(&verdicts)
    return verdicts
  }

  /// Where few are in doubt, more is tried for them.
  private mutating func walkOnceMore(_ verdicts: inout [Verdict]) {
    let inDoubt = verdicts.indices.filter { verdicts[$0] == .inDoubt }
    guard inDoubt.count <= Self.mostWalkedOnceMore else { return }
    for index in inDoubt where isFoundOpen(index, .last) { verdicts[index] = .open }
  }

  /// The first linear programme, from whose basis the others go on.
  private mutating func solveFirst() -> AuditProgram.Outcome {
    if let outcome { return outcome }
    programmes += 1
    let first = program.solve()
    if first == .optimal { look(at: program.solution) }
    outcome = first
    return first
  }

  /// A first whole-number solution; false if there is none.
  private mutating func findWhole() -> Bool {
    if !wholes.isEmpty { return true }
    // Small parts are gone through to the end.
    if unit.bounds.count <= Self.mostGoneThrough {
      let another = AuditProgram(lower: lower, upper: upper, rows: unit.rows)
      guard another.solve() == .optimal else { return true }
      var search = WholeNumberSearch(another)
      let result = search.run(limit: 5000)
      programmes += search.steps + 1
      if case .impossible = result { return false }
      if case .found(let solution) = result { look(at: solution) }
      return true
    }
    walkToFirst(.longest)
    if !wholes.isEmpty { return true }
    // Round, then change least so that all agrees, until that is whole (a feasibility pump:
    // Fischetti, Glover and Lodi 2005).
    var point = program.solution
    var best = Int.max
    for attempt in 0..<Self.attempts {
      // The first rounds go to the nearest; later ones, which would go in circles, by lot.
      let rounded = point.indices.map { index -> Double in
        let lot = attempt < 4 ? 0.5 : 0.15 + 0.7 * Scatter.fraction(UInt64(index), UInt64(attempt))
        let value = (point[index] - lot + AuditProgram.tolerance).rounded(.up)
        return max(lower[index], min(upper[index], value))
      }
      let change = ChangeProgram(
        from: rounded, lower: lower, upper: upper, rows: unit.rows, seed: UInt64(attempt))
      programmes += 1
      guard change.program.solve() == .optimal else { return true }
      let next = change.solution(change.program.solution)
      let left = next.count { abs($0 - $0.rounded()) > tolerance }
      if left <= Self.mostLeft, left < best {
        best = left
        var search = WholeNumberSearch(change.program)
        let result = search.run(limit: 3 * left + 20, failures: Self.failedBranches)
        programmes += search.steps
        if case .found(let changes) = result {
          look(at: change.solution(changes))
          return true
        }
      }
      point = next
    }
    return true
  }

  private mutating func isFoundOpen(_ index: Int, _ walks: Walks) -> Bool {
    let need = need(of: index)
    return isOpen(index, need) || walk(to: need, index, walks)
  }

  /// What a target must reach, without its fixed part.
  private func need(of index: Int) -> Double {
    Double(threshold - unit.targets[index].constant)
  }

  private mutating func verdict(of index: Int) -> Verdict {
    let target = unit.targets[index]
    let need = need(of: index)
    if isFoundOpen(index, .longer) { return .open }
    guard solveFirst() == .optimal else {
      return walk(to: need, index, .longest) ? .open : .inDoubt
    }
    programmes += 1
    guard program.maximise(target.sum) == .optimal else {
      // Too large for programmes: none is asked again.
      outcome = .undecided
      return walk(to: need, index, .longest) ? .open : .inDoubt
    }
    let raised = program.solution
    look(at: raised)
    let most = value(of: target.sum, raised)
    if most < need - tolerance { return small(index, most: most) }
    if seen[index].most - seen[index].least <= tolerance {
      guard let least = least(target.sum) else { return .inDoubt }
      if most - least <= tolerance { return .exact(Int(most.rounded()) + target.constant) }
    }
    if seen[index].whole >= need - tolerance { return .open }
    if walk(to: need, index, .longest, raised: raised) { return .open }
    // In larger parts a dive takes a hundred times as long as a walk and finds less.
    guard isGoneThrough else { return .inDoubt }
    switch reach(need, target.sum) {
    case .found(let solution):
      look(at: solution)
      return .open
    case .impossible: return small(index, most: need - 1)
    case .gaveUp: return .inDoubt
    }
  }

  /// Whether whole numbers were seen in which it has what it needs, and another value is possible.
  func isOpen(_ index: Int, _ need: Double) -> Bool {
    seen[index].whole >= need - tolerance && seen[index].most - seen[index].least > tolerance
  }

  /// The one value that was seen, if whole numbers have what the target needs.
  func wholesShowOnly(_ index: Int, _ need: Double) -> Int? {
    let seen = seen[index]
    guard seen.whole >= need - tolerance, seen.most - seen.least <= tolerance else { return nil }
    return Int(seen.whole.rounded())
  }

  /// Parts so small that every branch is looked at.
  var isGoneThrough: Bool { unit.bounds.count <= Self.mostGoneThrough }

  /// Whole numbers in which a sum reaches a value, from the solutions that come nearest to it.
  private mutating func reach(_ need: Double, _ sum: AuditSystem.Sum) -> WholeNumberSearch.Result {
    let isSmall = unit.bounds.count <= Self.mostGoneThrough
    let nearest = wholes.indices.map { (value: value(of: sum, wholes[$0]), index: $0) }
      .sorted { ($1.value, $0.index) < ($0.value, $1.index) }
    for (_, index) in nearest.prefix(isSmall ? 1 : 2) {
      let change = ChangeProgram(
        from: wholes[index], lower: lower, upper: upper, rows: unit.rows, goal: (sum, need),
        seed: UInt64(index))
      programmes += 1
      switch change.program.solve() {
      case .optimal: break
      case .infeasible: return .impossible
      case .undecided: continue
      }
      var search = WholeNumberSearch(change.program)
      let result = search.run(
        limit: isSmall ? 5000 : 150, failures: isSmall ? .max : Self.failedBranches)
      programmes += search.steps
      switch result {
      case .found(let changes): return .found(change.solution(changes))
      case .impossible: return .impossible
      case .gaveUp: continue
      }
    }
    return .gaveUp
  }

  /// A target that can't reach the threshold: what is left for it in whole numbers.
  private mutating func small(_ index: Int, most: Double) -> Verdict {
    let target = unit.targets[index]
    guard let least = least(target.sum) else { return .inDoubt }
    var low = Int((least - tolerance).rounded(.up))
    var high = Int((most + tolerance).rounded(.down))
    let opposite = AuditSystem.Sum(
      ascending: target.sum.variables,
      coefficients: target.sum.variables.indices.map { Int32(-target.sum.coefficient($0)) })
    let isSmall = unit.bounds.count <= Self.mostGoneThrough
    // Whether it may be zero decides; the rest is asked only where that is cheap.
    search: while low < high, isSmall || low + target.constant < 1 {
      switch reach(Double(-low), opposite) {
      case .impossible: low += 1
      case .found: break search
      case .gaveUp:
        if low + target.constant < 1, !walks(to: -low, opposite) { return .inDoubt }
        break search
      }
    }
    while isSmall, low < high, case .impossible = reach(Double(high), target.sum) { high -= 1 }
    return low >= high
      ? .exact(high + target.constant) : .below(lower: low + target.constant)
  }

  /// The least value of a sum; nil if the solver gave up.
  private mutating func least(_ sum: AuditSystem.Sum) -> Double? {
    programmes += 1
    guard program.maximise(sum, sign: -1) == .optimal else { return nil }
    look(at: program.solution)
    return value(of: sum, program.solution)
  }

  /// Notes what a solution shows of every target.
  mutating func look(at solution: [Double]) {
    let isWhole = solution.allSatisfy { abs($0 - $0.rounded()) <= tolerance }
    if isWhole, wholes.count < Self.mostKept { wholes.append(solution.map { $0.rounded() }) }
    for (index, target) in unit.targets.enumerated() {
      let value = value(of: target.sum, solution)
      seen[index].least = min(seen[index].least, value)
      seen[index].most = max(seen[index].most, value)
      if isWhole { seen[index].whole = max(seen[index].whole, value) }
    }
  }

  func value(of sum: AuditSystem.Sum, _ solution: [Double]) -> Double {
    var value = 0.0
    for (position, variable) in sum.variables.enumerated() {
      value += solution[Int(variable)] * Double(sum.coefficient(position))
    }
    return value
  }
}
