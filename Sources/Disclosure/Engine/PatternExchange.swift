import Workers

/// Exchanges hidden rows for cheaper ones: print a row, look for the cheapest other witnesses of the
/// targets that needed it, print what has become useless, and keep the result if it costs less.
struct PatternExchange: Sendable {
  let context: SearchContext
  private(set) var state: PatternState
  private(set) var cost: Double
  private let workers: Int

  /// Rows that are tried at a time, each from the same pattern. A fixed number, so that the result
  /// doesn't depend on how many threads there are.
  private static let atATime = 2

  init(_ context: SearchContext, _ state: PatternState, workers: Int) {
    self.context = context
    self.state = state
    cost = context.cost(of: state.hidden)
    self.workers = workers
  }

  /// Tries every hidden row once, dearest first.
  ///
  /// - Returns: whether anything was gained.
  mutating func pass(_ random: inout SplitMix64) -> Bool {
    let before = cost
    let factors = state.hidden.map { _ in 0.9 + 0.2 * random.fraction() }
    var waiting = dearestFirst(of: state)[...]
    while !waiting.isEmpty {
      let batch = Array(waiting.prefix(Self.atATime))
      let trials = concurrently(batch.count, workers: workers) { [self] index in
        state.hidden[batch[index]]
          ? trial(without: batch[index], factors) : Trial(found: [], hidden: nil)
      }
      for trial in trials {
        waiting = waiting.dropFirst()
        for witness in trial.found { state.add(witness) }
        if let hidden = trial.hidden {
          adopt(hidden)
          break
        }
      }
    }
    return cost < before - 1e-9
  }

  private mutating func adopt(_ hidden: [Bool]) {
    for row in hidden.indices where hidden[row] { state.hide(row) }
    for row in hidden.indices where !hidden[row] { state.print(row) }
    cost = context.cost(of: hidden)
  }

  private struct Trial: Sendable {
    let found: [PooledWitness]
    /// Nil if it costs no less.
    let hidden: [Bool]?
  }

  private func dearestFirst(of state: PatternState) -> [Int] {
    context.weights.indices
      .filter { state.hidden[$0] && context.isOptional[$0] }
      .sorted { (-weight($0), $0) < (-weight($1), $1) }
  }

  private func weight(_ row: Int) -> Double { context.weights[row] }

  private func trial(without row: Int, _ factors: [Double]) -> Trial {
    var state = state
    var found: [PooledWitness] = []
    var left = weight(row)
    let search = SpaceSearch(context: context, space: context.space)
    for target in state.print(row) where state.usable[target] == 0 {
      var freedom = context.freedom(of: context.space, hidden: state.hidden) {
        weight($0) * factors[$0]
      }
      freedom[row] = -1
      guard
        case .found(let witness) = search.run(target: context.targets[target], freedom: freedom)
      else { return Trial(found: found, hidden: nil) }
      found.append(witness)
      state.add(witness)
      for other in witness.moved where !state.hidden[other] {
        state.hide(other)
        left -= weight(other)
      }
      // What becomes useless seldom makes up for more than this.
      if left < -0.5 * weight(row) { return Trial(found: found, hidden: nil) }
    }
    for other in dearestFirst(of: state) {
      if state.print(other).isEmpty { left += weight(other) } else { state.hide(other) }
    }
    return Trial(found: found, hidden: left > 1e-9 ? state.hidden : nil)
  }
}
