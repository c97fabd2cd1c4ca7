/// Chooses among the witnesses of a pool: for each target one, so that what they change together
/// costs little. Local search by counting alone: print a row, let the targets that need it choose
/// again, print what has become useless, and keep the result if it is cheaper.
struct PatternChoice: Sendable {
  let context: SearchContext
  private var state: PatternState
  private var cost: Double

  private static let mostPasses = 20

  init(_ context: SearchContext, hidden: [Bool], pool: [PooledWitness]) {
    self.context = context
    state = PatternState(context, hidden: hidden, pool: pool)
    cost = context.cost(of: hidden)
  }

  /// A pattern at most as dear as the one given.
  mutating func run() -> [Bool] {
    printUseless()
    for _ in 0..<Self.mostPasses {
      let before = cost
      for row in dearestFirst() where state.hidden[row] { tryWithout(row) }
      if cost >= before - 1e-9 { break }
    }
    return state.hidden
  }

  private func dearestFirst() -> [Int] {
    context.weights.indices
      .filter { state.hidden[$0] && context.isOptional[$0] }
      .sorted { (-weight($0), $0) < (-weight($1), $1) }
  }

  private func weight(_ row: Int) -> Double { context.weights[row] }

  /// Prints what no target needs, dearest first.
  @discardableResult
  private mutating func printUseless() -> [Int] {
    var printed: [Int] = []
    for row in dearestFirst() {
      if state.print(row).isEmpty {
        printed.append(row)
        cost -= weight(row)
      } else {
        state.hide(row)
      }
    }
    return printed
  }

  private mutating func tryWithout(_ row: Int) {
    let before = cost
    var bare = state.print(row)
    cost -= weight(row)
    var newlyHidden: [Int] = []
    var isLost = false
    while let target = bare.popLast() {
      guard state.usable[target] == 0 else { continue }
      guard let choice = cheapest(for: target, without: row, limit: before - cost) else {
        isLost = true
        break
      }
      for other in state.pool[choice].moved where !state.hidden[other] {
        state.hide(other)
        newlyHidden.append(other)
        cost += weight(other)
      }
    }
    var printed = [row]
    if !isLost { printed += printUseless(near: newlyHidden) }
    if isLost || cost >= before - 1e-9 {
      for other in newlyHidden { state.print(other) }
      for other in printed { state.hide(other) }
      cost = before
    }
  }

  /// Prints what the rows hidden just now have made useless.
  private mutating func printUseless(near rows: [Int]) -> [Int] {
    rows.isEmpty ? [] : printUseless()
  }

  /// The witness that hides least besides, without a row and for less than a limit.
  private func cheapest(for target: Int, without row: Int, limit: Double) -> Int? {
    var best: (witness: Int, cost: Double)?
    for witness in state.witnesses[target] {
      var cost = 0.0
      let bound = min(limit, best?.cost ?? .infinity)
      for other in state.pool[witness].moved where !state.hidden[other] {
        cost += other == row ? .infinity : weight(other)
        if cost >= bound { break }
      }
      if cost < bound { best = (witness, cost) }
    }
    return best?.witness
  }
}
