import Workers

/// Prints hidden rows again, dearest first, where every target keeps or finds a witness. A row
/// that some target needs is needed still when less is hidden, so one pass is enough.
struct PatternCleanUp: Sendable {
  let context: SearchContext
  private(set) var state: PatternState
  /// By target, how often it had no witness without a row: the most frequent are asked first.
  private var failures: [Int]
  private let workers: Int

  /// Rows that are tried at a time, each as if the others stayed hidden. A fixed number, so that
  /// the result doesn't depend on how many threads there are.
  private static let atATime = 2
  /// Rows that are printed before the basis is written anew.
  private static let mostPrinted = 16
  /// Ways in which a target is raised before a priced programme is asked.
  private static let mostVariants = 4

  init(_ context: SearchContext, _ state: PatternState, workers: Int) {
    self.context = context
    self.state = state
    failures = [Int](repeating: 0, count: context.targets.count)
    self.workers = workers
  }

  mutating func run() {
    let rows = context.weights.indices
      .filter { state.hidden[$0] && context.isOptional[$0] }
      .sorted { (-context.weights[$0], $0) < (-context.weights[$1], $1) }
    var waiting = rows[...]
    var simplex = newSimplex()
    var printed: [Int] = []
    while !waiting.isEmpty {
      if printed.count >= Self.mostPrinted {
        simplex = newSimplex()
        printed = []
      }
      let start = simplex
      let before = printed
      let batch = Array(waiting.prefix(Self.atATime))
      let trials = concurrently(batch.count, workers: workers) { [self] index in
        trial(without: batch[index], start, before)
      }
      waiting = waiting.dropFirst()
      settle(batch[0], trials[0])
      if !state.hidden[batch[0]] { printed.append(batch[0]) }
      // A later trial stands if nothing has been printed since.
      var stands = state.hidden[batch[0]]
      for (row, trial) in zip(batch, trials).dropFirst() {
        if case .needed = trial {
          // Needed with more hidden: needed now.
        } else if !stands {
          break
        }
        settle(row, trial)
        if !state.hidden[row] { printed.append(row) }
        stands = stands && state.hidden[row]
        waiting = waiting.dropFirst()
      }
    }
  }

  /// In a large cube one for many trials: to write the basis anew is dearer than a walk.
  private func newSimplex() -> RaiseSimplex? {
    guard context.isLarge else { return nil }
    return RaiseSimplex(
      context.space,
      freedom: context.freedom(of: context.space, hidden: state.hidden) { _ in -1 }, isLarge: true)
  }

  private enum Trial: Sendable {
    case spare([PooledWitness])
    case needed(by: Int?, found: [PooledWitness])
  }

  private mutating func settle(_ row: Int, _ trial: Trial) {
    switch trial {
    case .spare(let witnesses):
      for witness in witnesses { state.add(witness) }
      state.print(row)
    case .needed(let target, let witnesses):
      if let target { failures[target] += 1 }
      for witness in witnesses { state.add(witness) }
    }
  }

  /// Whether all targets have a witness within what is hidden, without one row.
  private func trial(without row: Int, _ start: RaiseSimplex?, _ printed: [Int]) -> Trial {
    var bare = self
    let targets = bare.state.print(row)
    let freedom = context.freedom(of: context.space, hidden: bare.state.hidden) { _ in -1 }
    let hardestFirst = targets.sorted { (-failures[$0], $0) < (-failures[$1], $1) }
    let simplex = start ?? RaiseSimplex(context.space, freedom: freedom, isLarge: false)
    let kept = start == nil ? [] : printed + [row]
    var found: [PooledWitness] = []
    var doubtful: [Int] = []
    // One way for each first: most rows prove needed by that alone.
    for variant in 0..<Self.mostVariants {
      let asked = variant == 0 ? hardestFirst : doubtful
      doubtful = []
      for target in asked where !found.contains(where: { $0.lifted.contains(target) }) {
        let row = context.targets[target]
        switch simplex.raise(row, by: context.needs[row], variant: variant, without: kept) {
        case .impossible: return .needed(by: target, found: found)
        case .undecided: doubtful.append(target)
        case .raised(let changes):
          if let witness = PooledWitness(raised: changes, for: row, in: context) {
            found.append(witness)
          } else {
            doubtful.append(target)
          }
        }
      }
    }
    if context.isLarge, let target = doubtful.first { return .needed(by: target, found: found) }
    let search = SpaceSearch(context: context, space: context.space)
    for target in doubtful {
      if found.contains(where: { $0.lifted.contains(target) }) { continue }
      guard case .found(let witness) = search.run(target: context.targets[target], freedom: freedom)
      else { return .needed(by: target, found: found) }
      found.append(witness)
    }
    return .spare(found)
  }
}
