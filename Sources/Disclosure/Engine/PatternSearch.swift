import Workers

/// The search for a cheap pattern in one component: what is hidden, and the witnesses.
struct PatternSearch {
  let context: SearchContext
  private let effort: Effort
  private let workers: Int

  private(set) var hidden: [Bool]
  /// By target.
  private(set) var witnesses: [CondensedWitness?]
  private(set) var failures: [PatternGrowth.Failure] = []

  /// Rounds that run at a time, each from the pool that the ones before left. A fixed number, so
  /// that the result doesn't depend on how many threads there are.
  private static let roundsAtATime = 2

  /// Any number would do; this one was lucky.
  private static let seed: UInt64 = 3

  init(_ system: CondensedSystem, effort: Effort, workers: Int, pivotLimit: Int) {
    context = SearchContext(system, pivotLimit: pivotLimit)
    self.effort = effort
    self.workers = workers
    hidden = context.leastHidden
    witnesses = [CondensedWitness?](repeating: nil, count: context.targets.count)
  }

  mutating func run() {
    guard !context.targets.isEmpty else { return }
    var random = SplitMix64(seed: Self.seed)
    guard let start = firstState(&random) else { return }
    let state = improved(start, &random)
    if context.isRelaxed {
      var realisation = PatternRealisation(context, state, seed: Self.seed)
      witnesses = realisation.run()
      failures = realisation.failures
      hidden = realisation.state.hidden
    } else {
      witnesses = context.targets.indices.map { state.witness(for: $0)?.table }
      hidden = state.hidden
    }
  }

  /// The best of several rounds of growth, with the witnesses of all; nil if there is none.
  private mutating func firstState(_ random: inout SplitMix64) -> PatternState? {
    let even = [Double](repeating: 1, count: context.weights.count)
    var best = PatternGrowth(
      context: context, space: context.space, factors: even, order: Array(context.targets.indices),
      workers: workers
    ).run(from: [])
    failures = best.failures
    guard failures.isEmpty else { return nil }
    var pool = best.witnesses
    // What hides nothing besides can't be bettered.
    if best.cost == 0 { return PatternState(context, hidden: best.hidden, pool: pool) }
    for _ in 0..<(effort.rounds(isLarge: context.isLarge) / Self.roundsAtATime) {
      let rounds = (0..<Self.roundsAtATime).map { _ in growth(after: best.hidden, &random) }
      let results = concurrently(rounds.count, workers: workers) { [self, pool] index in
        let result = rounds[index].run(from: pool)
        return context.isLinked ? refined(result, pool) : result
      }
      for result in results where result.failures.isEmpty {
        pool += result.witnesses
        if result.cost < best.cost { best = result }
      }
    }
    var choice = PatternChoice(context, hidden: best.hidden, pool: pool)
    return PatternState(context, hidden: choice.run(), pool: pool)
  }

  /// After clean-up and exchanges, in turns.
  private func improved(_ start: PatternState, _ random: inout SplitMix64) -> PatternState {
    var state = start
    let exchanges = effort.exchanges(isLinked: context.isLinked)
    for pass in 0...exchanges {
      var cleanUp = PatternCleanUp(context, state, workers: workers)
      // In a large cube it takes a second a row, an hour for all.
      if effort == .thorough || !context.isLarge { cleanUp.run() }
      state = cleanUp.state
      if pass == exchanges { break }
      var exchange = PatternExchange(context, state, workers: workers)
      let isCheaper = exchange.pass(&random)
      state = exchange.state
      if !isCheaper { break }
    }
    return state
  }

  /// The pattern of a round after choice and clean-up, where these cost little.
  private func refined(
    _ result: PatternGrowth.Result, _ pool: [PooledWitness]
  ) -> PatternGrowth.Result {
    var choice = PatternChoice(context, hidden: result.hidden, pool: pool + result.witnesses)
    let chosen = choice.run()
    var cleanUp = PatternCleanUp(
      context, PatternState(context, hidden: chosen, pool: pool + result.witnesses), workers: 1)
    cleanUp.run()
    let hidden = cleanUp.state.hidden
    return PatternGrowth.Result(
      hidden: hidden, cost: context.cost(of: hidden),
      witnesses: Array(cleanUp.state.pool.dropFirst(pool.count)), failures: result.failures)
  }

  /// A round with random prices and order: rows that the best pattern hides are cheaper.
  private func growth(after best: [Bool], _ random: inout SplitMix64) -> PatternGrowth {
    var order = Array(context.targets.indices)
    random.shuffle(&order)
    let factors = best.map { ($0 ? 1 : 2) * (0.9 + 0.2 * random.fraction()) }
    return PatternGrowth(
      context: context, space: context.space, factors: factors, order: order, workers: 1)
  }
}

extension Effort {
  /// Rounds of growth after the first.
  func rounds(isLarge: Bool) -> Int {
    switch self {
    case .quick: isLarge ? 0 : 2
    case .normal: isLarge ? 0 : 8
    case .thorough: isLarge ? 4 : 24
    }
  }

  /// Passes of exchanges at most, each before another clean-up. In a cube they gain little and cost
  /// as much as all the rest.
  func exchanges(isLinked: Bool) -> Int {
    switch self {
    case .quick: 0
    case .normal: isLinked ? 2 : 0
    case .thorough: 6
    }
  }
}
