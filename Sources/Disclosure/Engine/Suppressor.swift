import Workers

/// Chooses what to hide so that every small target has a witness.
///
/// Start from the small cells; for each target solve a linear programme for the witness that
/// moves the cheapest cells, and hide what it moves; then print again what no target needs
/// (Fischetti & Salazar-González 2000 solve a like problem exactly; this is a heuristic). The
/// result does not depend on the order of the cells. Have it checked by `WitnessVerifier` before
/// anything is published.
public enum Suppressor {
  /// - Parameters:
  ///   - workers: threads; the result is the same for any number.
  ///   - memoryLimit: in bytes. A system that would need more is refused before the search begins.
  ///   - pivotLimit: where a linear programme is given up. More is hidden then, never less.
  public static func solve(
    _ system: SuppressionSystem, _ rules: SuppressionRules, effort: Effort = .normal,
    workers: Int = 2, memoryLimit: Int = 4 << 30, pivotLimit: Int = 50_000
  ) throws(SuppressionFailure) -> SuppressionPattern {
    // A zero that serves to protect others becomes a target itself; then others may be needed.
    var zeros: Set<Int> = []
    while true {
      let pattern = try search(
        system.protecting(zeros: zeros), rules, effort: effort, workers: workers,
        memoryLimit: memoryLimit, pivotLimit: pivotLimit)
      let more = system.cells.indices.filter { cell in
        pattern.hidden[cell] && system.values[cell] == 0 && !zeros.contains(cell)
          && rules.reach(of: system.cells[cell], value: 0, isHidden: true) != nil
          && !system.isTarget(cell, rules)
      }
      if more.isEmpty { return pattern }
      zeros.formUnion(more)
    }
  }

  private static func search(
    _ system: SuppressionSystem, _ rules: SuppressionRules, effort: Effort, workers: Int,
    memoryLimit: Int, pivotLimit: Int
  ) throws(SuppressionFailure) -> SuppressionPattern {
    let condensed = CondensedSystem(system, rules: rules)
    var unprotected = cellsHiddenInVain(in: condensed, of: system)
    var hidden = [Bool](repeating: false, count: system.cells.count)
    var witnesses: [Witness] = []
    let components = condensed.components()
    guard components.reduce(0, { $0 + $1.bytesOfSearch }) <= memoryLimit else {
      throw failure(
        system.cells.indices.filter { system.isTarget($0, rules) }.map { ($0, .tooLarge) },
        in: system)
    }
    let within = components.count > 1 ? 1 : workers
    let searches = concurrently(components.count, workers: workers) { index in
      var search = PatternSearch(
        components[index], effort: effort, workers: within, pivotLimit: pivotLimit)
      search.run()
      return search
    }
    for (component, search) in zip(components, searches) {
      for row in component.rows.indices where search.hidden[row] {
        for cell in component.rows[row].cells {
          hidden[cell] = system.cells[cell].isInTable
        }
      }
      for (target, row) in search.context.targets.enumerated() {
        let cells = component.rows[row].cells.filter { system.isTarget($0, rules) }
        if let witness = search.witnesses[target] {
          let changes = witness.changes(of: component, counts: system.counts)
          witnesses += cells.map { Witness(target: $0, changes: changes) }
        } else if let failure = search.failures.first(where: { $0.target == target }) {
          unprotected += cells.map { ($0, failure.reason) }
        }
      }
    }
    guard unprotected.isEmpty else { throw failure(unprotected, in: system) }
    return SuppressionPattern(
      hidden: hidden, witnesses: witnesses.sorted { $0.target < $1.target })
  }

  /// Cells that must be hidden while an equal cell is printed in any case.
  private static func cellsHiddenInVain(
    in condensed: CondensedSystem, of system: SuppressionSystem
  ) -> [(Int, UnprotectedCell.Reason)] {
    condensed.rows.filter { $0.publication == .alwaysPrinted }.flatMap(\.cells)
      .filter { system.cells[$0].publication == .alwaysHidden }
      .map { ($0, .printedElsewhere) }
  }

  private static func failure(
    _ unprotected: [(cell: Int, reason: UnprotectedCell.Reason)], in system: SuppressionSystem
  ) -> SuppressionFailure {
    let printed = system.cells.indices.filter { system.cells[$0].publication == .alwaysPrinted }
    var reasons: [Int: UnprotectedCell.Reason] = [:]
    for (cell, reason) in unprotected where reasons[cell] == nil { reasons[cell] = reason }
    return SuppressionFailure(
      unprotected: reasons.sorted { $0.key < $1.key }.map { cell, reason in
        let variables = Set(system.cells[cell].variables)
        return UnprotectedCell(
          cell: cell, reason: reason,
          printedRegardless: printed.filter {
            !variables.isDisjoint(with: system.cells[$0].variables)
          })
      })
  }
}
