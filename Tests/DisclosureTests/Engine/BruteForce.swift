import Disclosure

/// The attacker of the promise, by enumeration: goes through the whole-number tables that agree with
/// everything printed until one has the cell at the threshold. Shares nothing with the engine.
struct BruteForce {
  private struct Sum {
    let variables: [Int]
    let range: ClosedRange<Int>
  }

  private let system: SuppressionSystem
  private let known: [Sum]
  private let cap: Int

  init(_ system: SuppressionSystem, hidden: [Bool], threshold: Int) {
    self.system = system
    // No table needs more: what exceeds it can be cut down without breaking an equation.
    let cap = system.counts.reduce(threshold, +)
    self.cap = cap
    known = system.cells.indices.compactMap { index in
      let cell = system.cells[index]
      let value = cell.variables.reduce(0) { $0 + system.counts[$1] }
      guard cell.publication != .neverPrinted else { return nil }
      return Sum(
        variables: cell.variables,
        range: hidden[index] ? 1...(cap * cell.variables.count) : value...value)
    }
  }

  /// Whether a reader must think it possible that the cell is at least `threshold`.
  func mayReach(_ threshold: Int, cell: Int) -> Bool {
    let variables = system.cells[cell].variables
    guard threshold <= cap * variables.count else { return false }
    let wanted = Sum(variables: variables, range: threshold...(cap * variables.count))
    return exists(
      [ClosedRange<Int>](repeating: 0...cap, count: system.counts.count), known + [wanted])
  }

  private func exists(_ domains: [ClosedRange<Int>], _ sums: [Sum]) -> Bool {
    guard let domains = Self.narrowed(domains, sums) else { return false }
    let open = domains.indices.filter { domains[$0].count > 1 }
    guard let variable = open.min(by: { domains[$0].count < domains[$1].count }) else {
      return true
    }
    return domains[variable].contains { value in
      var tried = domains
      tried[variable] = value...value
      return exists(tried, sums)
    }
  }

  /// Bounds that follow from each sum and the bounds of its other variables; `nil` if none are left.
  private static func narrowed(_ domains: [ClosedRange<Int>], _ sums: [Sum]) -> [ClosedRange<Int>]?
  {
    var domains = domains
    var changed = true
    while changed {
      changed = false
      for sum in sums {
        let least = sum.variables.reduce(0) { $0 + domains[$1].lowerBound }
        let most = sum.variables.reduce(0) { $0 + domains[$1].upperBound }
        guard least <= sum.range.upperBound, most >= sum.range.lowerBound else { return nil }
        for variable in sum.variables {
          let domain = domains[variable]
          let lower = max(
            domain.lowerBound, sum.range.lowerBound - (most - domain.upperBound))
          let upper = min(
            domain.upperBound, sum.range.upperBound - (least - domain.lowerBound))
          guard lower <= upper else { return nil }
          if lower...upper != domain {
            domains[variable] = lower...upper
            changed = true
            break
          }
        }
      }
    }
    return domains
  }
}
