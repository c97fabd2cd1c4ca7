import Disclosure
import Workers

/// An attacker who also knows which pattern the program would have chosen for each table: of all
/// tables that agree with what is printed, only those count for which it hides the same cells.
///
/// A small cell is *open* if among these is one in which it reaches T.
struct PatternAttack: Sendable {
  let tables: SmallTables

  /// Tables that are tried for one of a sample before its small cells count as not found, so that
  /// the share of open cells is a lower bound.
  private static let mostTries = 2000
  private static let seed: UInt64 = 1

  struct Tally: Sendable {
    var small = 0
    var open = 0
    /// Small cells for which every table that agrees was tried.
    var closed = 0
  }

  /// - Parameter size: how many tables are drawn, with replacement.
  func sample(of size: Int, workers: Int) -> [Tally] {
    var random = SplitMix64(seed: Self.seed)
    let drawn = (0..<size).map { _ in Int(random.next() % UInt64(tables.count)) }
    return concurrently(size, workers: workers) { tally(of: tables.counts(of: drawn[$0])) }
  }

  private func tally(of counts: [Int]) -> Tally {
    let values = SmallTables.values(of: counts)
    let small = values.indices.filter { SmallTables.isSmall(values[$0]) }
    guard !small.isEmpty, let hidden = SmallTables.hidden(in: counts) else { return Tally() }
    var waiting = Set(small)
    var tries = 0
    let isComplete = tables.forEach(agreeingWith: hidden, values) { other in
      let changed = SmallTables.values(of: other)
      let reached = waiting.filter { changed[$0] >= SmallTables.rules.threshold }
      if reached.isEmpty { return true }
      tries += 1
      if SmallTables.hidden(in: other) == hidden { waiting.subtract(reached) }
      return !waiting.isEmpty && tries < Self.mostTries
    }
    return Tally(
      small: small.count, open: small.count - waiting.count,
      closed: isComplete ? waiting.count : 0)
  }
}

extension [PatternAttack.Tally] {
  var total: PatternAttack.Tally {
    reduce(into: PatternAttack.Tally()) { sum, tally in
      sum.small += tally.small
      sum.open += tally.open
      sum.closed += tally.closed
    }
  }

  /// The share of open cells, and its standard error as that of a ratio of sums over tables, for
  /// cells of one table are not drawn apart.
  var openShare: (share: Double, error: Double) {
    let sum = total
    let share = Double(sum.open) / Double(sum.small)
    let squares = reduce(0.0) { squares, tally in
      let residue = Double(tally.open) - share * Double(tally.small)
      return squares + residue * residue
    }
    return (share, squares.squareRoot() / Double(sum.small))
  }
}
