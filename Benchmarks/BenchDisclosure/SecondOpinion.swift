import Audit
import Disclosure

/// What the auditor, who shares no code with the engine, finds of the small cells of a pattern.
struct SecondOpinion: Sendable {
  /// Small cells whose count is the only one possible.
  private(set) var exact = 0
  /// Small cells that are provably below the threshold.
  private(set) var below = 0
  /// Not decided in whole numbers in the number of steps that the auditor allows itself.
  private(set) var inDoubt = 0

  init(
    on pattern: SuppressionPattern, of system: SuppressionSystem, _ rules: SuppressionRules,
    workers: Int
  ) {
    let knowledge = system.cells.indices.compactMap { cell -> AuditSystem.Knowledge? in
      let sum = AuditSystem.Sum(system.cells[cell].variables)
      guard system.cells[cell].publication != .neverPrinted else { return nil }
      return pattern.hidden[cell]
        ? AuditSystem.Knowledge(sum, lower: rules.leastHidden, upper: nil)
        : AuditSystem.Knowledge(sum, equals: system.values[cell])
    }
    let targets = system.cells.indices.filter { system.isTarget($0, rules) }
    let found = Auditor.verdicts(
      of: AuditSystem(variableCount: system.counts.count, knowledge: knowledge),
      targets: targets.map { AuditSystem.Sum(system.cells[$0].variables) },
      threshold: rules.threshold, workers: workers)
    for verdict in found.verdicts {
      switch verdict {
      case .exact: exact += 1
      case .below: below += 1
      case .inDoubt: inDoubt += 1
      case .open: break
      }
    }
  }
}
