import Glibc
import Synchronization
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

  init(_ system: CondensedSystem, effort: Effort, workers: Int, pivotLimit: Int) {
    context = SearchContext(system, pivotLimit: pivotLimit)
    self.effort = effort
    self.workers = workers
    hidden = context.leastHidden
    witnesses = [CondensedWitness?](repeating: nil, count: context.targets.count)
  }

  mutating func run() {
    guard !context.targets.isEmpty else { return }
    let even = [Double](repeating: 1, count: context.system.rows.count)
    let clock = ContinuousClock()
    var start = clock.now
    func lap(_ what: String, _ hidden: [Bool], _ pool: Int) {
      let now = clock.now
      let secondary = context.system.rows.indices.filter { hidden[$0] && context.isOptional[$0] }
      print("  \(what): \(start.duration(to: now)) secondary \(secondary.reduce(0) { $0 + context.system.rows[$1].cells.count }) value \(secondary.reduce(0) { $0 + context.system.rows[$1].cells.count * context.system.rows[$1].value }) cost \(context.cost(of: hidden)) pool \(pool) | \(Stats.line())")
      start = now
    }
    print("  rows \(context.system.rows.count) columns \(context.system.columns.count) targets \(context.targets.count) relations \(context.space.relations.lineCount) nnz \(context.space.relations.places.count) finest \(context.space.nodeOfColumn != nil)")
    if context.isRelaxed && context.system.rows.count < 0 {
      let r = context.space.relations
      let a = debugRank((0..<r.lineCount).map { line in r.range(of: line).map { (Int(r.places[$0]), r.values[$0]) } }, context.system.rows.count)
      let b = debugRank(context.system.columns.map { $0.rows.map { ($0, 1.0) } }, context.system.rows.count)
      print("  RANK relations \(a) of \(r.lineCount); rows \(context.system.rows.count) rank \(b) missing \(context.system.rows.count - b - a)")
    }
    var best = PatternGrowth(
      context: context, space: context.space, factors: even, order: Array(context.targets.indices)
    ).run(from: [])
    failures = best.failures
    guard failures.isEmpty else { return }
    var pool = best.witnesses
    lap("growth", best.hidden, pool.count)
    var random = SplitMix64(seed: UInt64(getenv("SEED").flatMap { Int(String(cString: $0)) } ?? 1))
    for _ in 0..<(effort.rounds / Self.roundsAtATime) {
      let rounds = (0..<Self.roundsAtATime).map { _ in growth(after: best.hidden, &random) }
      let results = concurrently(rounds.count, workers: workers) { [self, pool] index in
        let result = rounds[index].run(from: pool)
        return context.isRelaxed && getenv("NOREF") == nil ? refined(result, pool) : result
      }
      for result in results where result.failures.isEmpty {
        pool += result.witnesses
        if result.cost < best.cost { best = result }
      }
      lap("round", best.hidden, pool.count)
    }
    var choice = PatternChoice(context, hidden: best.hidden, pool: pool)
    var state = PatternState(context, hidden: choice.run(), pool: pool)
    lap("choice", state.hidden, pool.count)
    for pass in 0...effort.exchanges {
      var cleanUp = PatternCleanUp(context, state, workers: workers)
      cleanUp.run()
      state = cleanUp.state
      lap("clean-up", state.hidden, state.pool.count)
      if pass == effort.exchanges { break }
      var exchange = PatternExchange(context, state, workers: workers)
      let isCheaper = exchange.pass(&random)
      state = exchange.state
      lap("exchange", state.hidden, state.pool.count)
      if !isCheaper { break }
    }
    hidden = state.hidden
    if context.isRelaxed {
      var realisation = PatternRealisation(context, state, workers: workers, seed: 2)
      witnesses = realisation.run()
      failures = realisation.failures
      hidden = realisation.state.hidden
      lap("realised narrow \(Stats.etaCount.exchange(0, ordering: .relaxed)) wide \(Stats.etaEntries.exchange(0, ordering: .relaxed)) inside \(Stats.basisSize.exchange(0, ordering: .relaxed))", hidden, 0)
      return
    }
    witnesses = context.targets.indices.map { state.witness(for: $0)?.table }
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
    return PatternGrowth(context: context, space: context.space, factors: factors, order: order)
  }
}

extension Effort {
  /// Passes of exchanges at most, each before another clean-up.
  var exchanges: Int {
    switch self {
    case .quick: 0
    case .normal: 2
    case .thorough: 6
    }
  }

  /// Rounds of growth after the first.
  var rounds: Int {
    switch self {
    case .quick: 0
    case .normal: 8
    case .thorough: 24
    }
  }
}
