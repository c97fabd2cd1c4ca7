import Workers

/// One round of growth: target after target, its cheapest witness while some rows are hidden
/// already; what that moves is hidden too.
struct PatternGrowth: Sendable {
  let context: SearchContext
  let space: ChangeSpace
  /// By row, times its weight: the price of hiding it.
  let factors: [Double]
  /// Targets in the order in which they are served.
  let order: [Int]
  let workers: Int

  struct Failure: Sendable {
    let target: Int
    let reason: UnprotectedCell.Reason
  }

  struct Result: Sendable {
    let hidden: [Bool]
    let cost: Double
    /// What joins the pool.
    let witnesses: [PooledWitness]
    let failures: [Failure]
  }

  /// Targets that are served at a time, each from what the ones before left. A fixed number, so that
  /// the result doesn't depend on how many threads there are.
  private static let atATime = 2
  /// Ways in which a target is raised within what is hidden before a priced programme is asked.
  private static let mostVariants = 8

  func run(from pool: [PooledWitness]) -> Result {
    context.isLarge ? runRaisingFirst(from: pool) : runPriced(from: pool)
  }

  private func runPriced(from pool: [PooledWitness]) -> Result {
    var state = PatternState(context, hidden: context.leastHidden, pool: pool)
    var failures: [Failure] = []
    for target in order where state.usable[target] == 0 {
      adopt(witness(for: target, hidden: state.hidden), target, &state, &failures)
    }
    return result(state, failures, of: pool)
  }

  /// In a large cube: where what is hidden already will do, no prices are asked, and two targets are
  /// served at a time, though what one needs might have served the other.
  private func runRaisingFirst(from pool: [PooledWitness]) -> Result {
    var state = PatternState(context, hidden: context.leastHidden, pool: pool)
    var failures: [Failure] = []
    var waiting = order[...]
    while true {
      waiting = waiting.drop { state.usable[$0] > 0 }
      let batch = Array(waiting.lazy.filter { state.usable[$0] == 0 }.prefix(Self.atATime))
      if batch.isEmpty { break }
      let hidden = state.hidden
      let simplex = RaiseSimplex(
        context.space, freedom: context.freedom(of: context.space, hidden: hidden) { _ in -1 },
        isLarge: true)
      let outcomes = concurrently(batch.count, workers: workers) { index in
        raised(batch[index], by: simplex).map { .found($0) }
          ?? witness(for: batch[index], hidden: hidden)
      }
      for (target, outcome) in zip(batch, outcomes) where state.usable[target] == 0 {
        adopt(outcome, target, &state, &failures)
      }
      waiting = waiting.drop { batch.contains($0) || state.usable[$0] > 0 }
    }
    return result(state, failures, of: pool)
  }

  private func adopt(
    _ outcome: SpaceSearch.Outcome, _ target: Int, _ state: inout PatternState,
    _ failures: inout [Failure]
  ) {
    switch outcome {
    case .found(let witness):
      for row in witness.moved { state.hide(row) }
      state.add(witness)
    case .impossible: failures.append(Failure(target: target, reason: .impossible))
    case .undecided: failures.append(Failure(target: target, reason: .notFound))
    }
  }

  private func result(
    _ state: PatternState, _ failures: [Failure], of pool: [PooledWitness]
  ) -> Result {
    Result(
      hidden: state.hidden, cost: context.cost(of: state.hidden),
      witnesses: Array(state.pool.dropFirst(pool.count)), failures: failures)
  }

  /// A witness that moves nothing but what is hidden.
  private func raised(_ target: Int, by simplex: borrowing RaiseSimplex) -> PooledWitness? {
    let row = context.targets[target]
    let need = context.needs[row]
    for variant in 0..<Self.mostVariants {
      switch simplex.raise(row, by: need, variant: variant) {
      case .impossible: return nil
      case .undecided: break
      case .raised(let changes):
        if let witness = PooledWitness(raised: changes, for: row, in: context) { return witness }
      }
    }
    return nil
  }

  func witness(for target: Int, hidden: [Bool]) -> SpaceSearch.Outcome {
    let row = context.targets[target]
    let search = SpaceSearch(context: context, space: space)
    let byWeight = context.freedom(of: space, hidden: hidden) {
      context.weights[$0] * factors[$0]
    }
    // Every row at the same price: another corner of the same possible tables, which may be whole
    // where the cheapest is not.
    let even = byWeight.map { $0 > 0 && $0 < .infinity ? 1 : $0 }
    for freedom in [byWeight, even] {
      let outcome = search.run(target: row, freedom: freedom, isSure: true)
      if case .undecided = outcome { continue }
      return outcome
    }
    return cheapestRaise(of: row, hidden: hidden).map { .found($0) } ?? .undecided
  }

  /// One column raised and nothing lowered: whole by construction, and dear, since all that
  /// contains the column is hidden. Impossible below a cell that is printed in any case, or where
  /// an equation ties the column to others.
  private func cheapestRaise(of target: Int, hidden: [Bool]) -> PooledWitness? {
    let system = context.system
    guard let need = system.rows[target].need else { return nil }
    let prices = system.rows[target].columns.compactMap { column -> (Int, Double)? in
      let rows = system.columns[column].rows
      guard system.columns[column].equations.isEmpty,
        !rows.contains(where: { system.rows[$0].publication == .alwaysPrinted })
      else { return nil }
      return (column, rows.reduce(0) { hidden[$1] ? $0 : $0 + system.rows[$1].weight })
    }
    guard let cheapest = prices.min(by: { $0.1 < $1.1 }) else { return nil }
    return PooledWitness(
      CondensedWitness(columnChanges: [.init(place: cheapest.0, change: need)], in: system),
      in: context)
  }
}

extension SearchContext {
  /// What it costs to hide these rows beside those that are hidden in any case.
  func cost(of hidden: [Bool]) -> Double {
    hidden.indices.reduce(0) { isOptional[$1] && hidden[$1] ? $0 + weights[$1] : $0 }
  }
}
