import Disclosure

/// The attacker of the promise, by enumeration: goes through the whole-number tables that agree with
/// everything printed until one has the cell at the threshold. Shares nothing with the engine.
struct BruteForce {
  private struct Sum {
    let terms: [Equation.Term]
    let range: ClosedRange<Int>

    init(_ terms: [Equation.Term], _ range: ClosedRange<Int>) {
      self.terms = terms
      self.range = range
    }

    init(variables: [Int], range: ClosedRange<Int>) {
      self.init(variables.map { .init(variable: $0, coefficient: 1) }, range)
    }
  }

  private let system: SuppressionSystem
  private let known: [Sum]
  private let cap: Int
  private let hidden: [Bool]

  init(_ system: SuppressionSystem, hidden: [Bool], _ rules: SuppressionRules) {
    self.system = system
    self.hidden = hidden
    // No table needs more: what exceeds it can be cut down without breaking an equation.
    let cap = system.counts.reduce(rules.threshold + rules.width, +)
    self.cap = cap
    let least = rules.zeros == .printed ? 1 : 0
    known =
      system.cells.indices.compactMap { index in
        let cell = system.cells[index]
        let value = cell.variables.reduce(0) { $0 + system.counts[$1] }
        let atLeast = min(value, least)...(cap * max(1, cell.variables.count))
        switch cell.publication {
        case .neverPrinted: return nil
        case .hiddenEarlier: return Sum(variables: cell.variables, range: atLeast)
        case .printable, .alwaysPrinted, .alwaysHidden:
          return Sum(variables: cell.variables, range: hidden[index] ? atLeast : value...value)
        }
      } + system.equations.map { Sum($0.terms, 0...0) }
  }

  /// Whether what must not become known of a cell stays open.
  func isOpen(_ cell: Int, _ rules: SuppressionRules) -> Bool {
    rules.reach(of: system.cells[cell], value: system.values[cell], isHidden: hidden[cell])
      .map { mayReach($0, cell: cell) } ?? true
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
        func extremes(_ term: Equation.Term) -> ClosedRange<Int> {
          let (a, b) = (
            term.coefficient * domains[term.variable].lowerBound,
            term.coefficient * domains[term.variable].upperBound
          )
          return min(a, b)...max(a, b)
        }
        let least = sum.terms.reduce(0) { $0 + extremes($1).lowerBound }
        let most = sum.terms.reduce(0) { $0 + extremes($1).upperBound }
        guard least <= sum.range.upperBound, most >= sum.range.lowerBound else { return nil }
        for term in sum.terms {
          // What the others leave for this term.
          let own = extremes(term)
          let fewest = sum.range.lowerBound - (most - own.upperBound)
          let highest = sum.range.upperBound - (least - own.lowerBound)
          let domain = domains[term.variable]
          let kept = domain.filter { (fewest...highest).contains(term.coefficient * $0) }
          guard let lower = kept.first, let upper = kept.last else { return nil }
          if lower...upper != domain {
            domains[term.variable] = lower...upper
            changed = true
            break
          }
        }
      }
    }
    return domains
  }
}
