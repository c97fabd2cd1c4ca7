import Disclosure
import Workers

/// An attacker who also knows which pattern the program would have chosen for each table: of all
/// tables that agree with what is printed, only those count for which it hides the same cells.
///
/// Tables of 3 × 3 with counts 0 … 7 and all totals, T = 3. There are 134 million, so a sample is drawn
/// by a fixed seed. For each small cell, tables that agree are gone through until one has the cell at
/// T or above and gives the same output; after `mostTries` it counts as not found, so that the share
/// is a lower bound.
struct PatternAttack: Sendable {
  private static let size = 3
  private static let most = 7
  private static let rules = SuppressionRules(threshold: 3)
  private static let mostTries = 400

  struct Tally: Sendable {
    var small = 0
    var open = 0
    /// Small cells for which every table that agrees was tried.
    var closed = 0
  }

  static func run(tables: Int, workers: Int) -> Tally {
    let tallies = concurrently(tables, workers: workers) { index in
      Self.tally(of: Self.counts(seed: UInt64(index)))
    }
    return tallies.reduce(into: Tally()) { sum, tally in
      sum.small += tally.small
      sum.open += tally.open
      sum.closed += tally.closed
    }
  }

  private static func tally(of counts: [Int]) -> Tally {
    guard let system = system(counts),
      let pattern = try? Suppressor.solve(system, rules, workers: 1)
    else { return Tally() }
    var tally = Tally()
    let targets = system.cells.indices.filter { system.isTarget($0, rules) }
    tally.small = targets.count
    var waiting = Set(targets)
    var tries = 0
    let isComplete = forEachTable(agreeingWith: pattern.hidden, system) { other in
      guard let changed = Self.system(other) else { return true }
      let reached = waiting.filter { changed.values[$0] >= rules.threshold }
      if reached.isEmpty { return true }
      tries += 1
      let answer = try? Suppressor.solve(changed, rules, workers: 1)
      if answer?.hidden == pattern.hidden { waiting.subtract(reached) }
      return !waiting.isEmpty && tries < mostTries
    }
    tally.open = targets.count - waiting.count
    if isComplete { tally.closed = waiting.count }
    return tally
  }

  /// Calls `body` for each table until it returns false.
  private static func forEachTable(
    agreeingWith hidden: [Bool], _ system: SuppressionSystem, _ body: ([Int]) -> Bool
  ) -> Bool {
    var counts = [Int](repeating: 0, count: size * size)
    // The cells in which each variable is the last: there the sum is known.
    var closing = [[Int]](repeating: [], count: counts.count)
    for (index, cell) in system.cells.enumerated() {
      if let last = cell.variables.last { closing[last].append(index) }
    }
    func fill(_ place: Int) -> Bool {
      if place == counts.count { return body(counts) }
      for count in 0...most {
        counts[place] = count
        let agrees = closing[place].allSatisfy { index in
          let sum = system.cells[index].variables.reduce(0) { $0 + counts[$1] }
          return hidden[index] ? sum >= 1 : sum == system.values[index]
        }
        if agrees, !fill(place + 1) { return false }
      }
      return true
    }
    return fill(0)
  }

  private static func system(_ counts: [Int]) -> SuppressionSystem? {
    let lines: [[Int]] = [[0], [1], [2], [0, 1, 2]]
    let cells = lines.flatMap { rows in
      lines.map { columns in
        SuppressionCell(variables: rows.flatMap { row in columns.map { row * size + $0 } })
      }
    }
    return try? SuppressionSystem(counts: counts, cells: cells)
  }

  private static func counts(seed: UInt64) -> [Int] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    return (0..<size * size).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int((state >> 32) % UInt64(most + 1))
    }
  }
}
