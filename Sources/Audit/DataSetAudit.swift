import Diagnostics
import PublishedFiles

/// The audit of one data set: each group of tied measures is one system.
struct DataSetAudit {
  private typealias Origin = DataSetModel.Origin

  private let dataset: String
  private let edition: PublishedEdition
  private let today: [PublishedTable]
  private let earlier: [(Int, PublishedTable)]
  private let withLattice: Bool
  private let workers: Int

  init(
    _ dataset: String, edition: PublishedEdition, earlier: [PublishedEdition], withLattice: Bool,
    workers: Int
  ) {
    self.dataset = dataset
    self.edition = edition
    self.withLattice = withLattice
    self.workers = workers
    today = edition.tables.filter { $0.dataset == dataset }
    self.earlier = earlier.enumerated().flatMap { index, edition in
      edition.tables.filter { $0.dataset == dataset }.map { (index, $0) }
    }
  }

  func run(_ report: inout AuditReport, into diagnostics: inout Diagnostics) {
    for ties in MeasureTies.components(of: today) {
      // Percentages are not summed.
      if ties.measures.allSatisfy({ $0.sensitivity != .persons && $0.unit == "percent" }) {
        continue
      }
      do {
        var builder = try DataSetModelBuilder(
          dataset, ties: ties, today: today, earlier: earlier,
          known: edition.known.filter { $0.dataset == dataset }, edition: edition,
          withLattice: withLattice)
        let words = AuditFindings(edition: edition, dataset: dataset)
        let untied = builder.axes.filter { !$0.untied.isEmpty }
        diagnostics.merge(words.untied(untied.map { ($0.name, $0.untied) } + builder.strangeCodes))
        audit(try builder.build(), words, &report, into: &diagnostics)
      } catch {
        diagnostics.merge(AuditFindings(edition: edition, dataset: dataset).tooLarge(error))
      }
    }
  }

  private func audit(
    _ model: DataSetModel, _ words: AuditFindings, _ report: inout AuditReport,
    into diagnostics: inout Diagnostics
  ) {
    diagnostics.merge(words.report(model.findings))
    diagnostics.merge(words.contradictions(model.contradictions))
    let firm = model.knowledge.map(\.0) + supposed(model)
    diagnostics.merge(words.notCompared(axes: model.cutRevisions))
    let (uncertain, leftOut, notCompared) = believable(model, beside: firm)
    diagnostics.merge(words.leftOut(leftOut))
    diagnostics.merge(words.notCompared(notCompared))
    let system = AuditSystem(variableCount: model.variableCount, knowledge: firm + uncertain)
    let threshold = edition.threshold * model.scale
    let found = Auditor.verdicts(
      of: system, targets: model.targets.map(\.sum), threshold: threshold, workers: workers)
    guard !found.isContradictory else {
      if model.contradictions.isEmpty {
        diagnostics.merge(words.contradiction(involving: conflicts(of: model)))
      }
      return
    }
    var small: [DataSetModel.Target] = []
    var inDoubt: [DataSetModel.Target] = []
    for origin in model.knownElsewhere { report.addKnownElsewhere(of: origin.table) }
    var low: [Int: Int] = [:]
    for (target, verdict) in zip(model.targets, found.verdicts) {
      if case .finest(let place) = target.kind {
        if verdict.mayBeSmall(threshold: threshold) { low[place, default: 0] += 1 }
        continue
      }
      let isHidden = target.kind == .hidden
      let isSmall = verdict.isSmall(
        threshold: threshold, hiddenZeroCounts: isHidden && edition.zerosMayBeHidden)
      if isSmall && target.isKnownElsewhere {
        report.addKnownElsewhere(of: target.origin.table)
        continue
      }
      // Pieces stand in no table: they are counted where they fail.
      if target.kind != .piece || isSmall { report.add(verdict, of: target.origin.table) }
      if isSmall { small.append(target) }
      if verdict == .inDoubt { inDoubt.append(target) }
    }
    diagnostics.merge(words.computable(small))
    diagnostics.merge(words.inDoubt(inDoubt))
    // One piece by itself is a target of its own.
    let cut = Set(low.filter { $0.value > 1 }.map { model.cut[$0.key] }).sorted()
    diagnostics.merge(words.notGoneThrough(axes: cut))
  }

  /// What periods leave to each other, where nothing that is known contradicts it.
  private func supposed(_ model: DataSetModel) -> [AuditSystem.Knowledge] {
    let known = model.knowledge.map(\.0)
    var taken: [AuditSystem.Knowledge] = []
    for suppositions in model.supposed {
      taken +=
        suppositions.first { supposition in
          let system = AuditSystem(
            variableCount: model.variableCount, knowledge: known + taken + supposition)
          return !Auditor.verdicts(of: system, targets: [], threshold: 1).isContradictory
        } ?? []
    }
    return taken
  }

  /// Earlier figures and rates that agree with today's, those that don't, and those of which that
  /// could not be told.
  private func believable(
    _ model: DataSetModel, beside firm: [AuditSystem.Knowledge]
  ) -> (knowledge: [AuditSystem.Knowledge], leftOut: [Origin], notCompared: [Origin]) {
    var left = model.uncertain
    var leftOut: [Origin] = []
    for _ in 0..<5 {
      if left.isEmpty { break }
      let system = AuditSystem(
        variableCount: model.variableCount, knowledge: firm + left.map(\.0))
      if !Auditor.verdicts(of: system, targets: [], threshold: 1).isContradictory { break }
      guard
        let wrong = ConflictSearch.conflicts(
          firm: firm, doubtful: left.map(\.0), variableCount: model.variableCount),
        !wrong.isEmpty
      else {
        return ([], leftOut, left.map(\.1))
      }
      leftOut += wrong.map { left[$0].1 }
      let dropped = Set(wrong)
      left = left.indices.filter { !dropped.contains($0) }.map { left[$0] }
    }
    return (left.map(\.0), leftOut, [])
  }

  /// Printed cells that can't stand beside the others.
  private func conflicts(of model: DataSetModel) -> [Origin] {
    let printed = model.knowledge.filter { $0.0.isEquation && $0.1 != nil }
    let firm = model.knowledge.filter { !$0.0.isEquation || $0.1 == nil }.map(\.0)
    let wrong =
      ConflictSearch.conflicts(
        firm: firm, doubtful: printed.map(\.0), variableCount: model.variableCount) ?? []
    return wrong.compactMap { printed[$0].1 }
  }
}
