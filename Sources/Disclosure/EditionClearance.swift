import Observations
import Site
import Tables

/// Turns the frames of an edition into cleared tables, once it is known what is hidden.
struct EditionClearance {
  let seeds: SeedData
  let configuration: SiteConfiguration
  let edition: Edition
  let hidden: Set<DataSetSystem.CellName>

  init(
    seeds: SeedData, configuration: SiteConfiguration, edition: Edition,
    patterns: [EditionPattern]
  ) {
    self.seeds = seeds
    self.configuration = configuration
    self.edition = edition
    hidden = patterns.reduce(into: []) { $0.formUnion($1.hidden) }
  }

  func clear() -> ClearedEdition {
    let rules = EditionRules(edition: edition)
    let tables = seeds.frames.enumerated()
      .filter { rules.includes($0.element) && !isWhollyEmbargoed($0.element) }
      .map { clear($0.element, index: $0.offset) }
    return ClearedEdition(
      edition: edition, asOf: configuration.asOf, dataStatus: configuration.dataStatus,
      tables: tables, declaredTables: seeds.frames.map(\.id))
  }

  private func clear(_ frame: TableFrame, index: Int) -> ClearedTable {
    let dataSet = seeds.dataSets[frame.dataSet]
    let kept = keptCodes(of: frame)
    var cells: [Cell?] = []
    for (position, aggregate) in frame.aggregates.enumerated() {
      guard isKept(position, of: frame, kept) else { continue }
      let name = DataSetSystem.CellName(frame: index, aggregate: position)
      cells.append(cell(aggregate, isHidden: hidden.contains(name)))
    }
    let axes = zip(frame.axes, kept).map { axis, kept in
      Axis(
        name: axis.name, role: axis.role, title: axis.title,
        codes: axis.codes.enumerated().filter { kept[$0.offset] }.map { entry in
          let remaining = entry.element.parents.filter { parent in
            axis.index(of: parent).map { kept[$0] } ?? false
          }
          return AxisCode(
            code: entry.element.code, parents: remaining, label: entry.element.label,
            period: entry.element.period, area: entry.element.area,
            leaves: entry.element.leaves)
        }, isMultiResponse: axis.isMultiResponse)
    }
    let periods =
      axes.filter { $0.role == .period }.flatMap(\.codes).compactMap(\.period)
      + frame.fixed.compactMap(\.code.period)
    return ClearedTable(
      id: frame.id, title: frame.title, dataset: dataSet.name,
      measures: frame.measures.map { dataSet.measures[$0] }, axes: axes, fixed: frame.fixed,
      layout: frame.layout, notes: frame.notes,
      provenance: dataSet.provenance(of: periods),
      acrossBreak: frame.acrossBreak, cells: cells,
      identities: dataSet.identities.map(\.text))
  }

  private func cell(_ aggregate: Aggregate, isHidden: Bool) -> Cell? {
    switch aggregate.truth {
    case .absent: nil
    case .missing(let state): .missing(state)
    case .value where isHidden, .nothingOccurred where isHidden: .suppressed
    case .value(let quantity, let status): .value(quantity, status)
    case .nothingOccurred: .nothingOccurred
    }
  }

  /// Whether the table stands at a period, shown by no axis, that is under embargo, or has no
  /// period that is not.
  private func isWhollyEmbargoed(_ frame: TableFrame) -> Bool {
    !edition.isInternal
      && (frame.fixed.compactMap(\.code.period).contains { isEmbargoed($0, of: frame) }
        || keptCodes(of: frame).contains { !$0.contains(true) })
  }

  /// For each axis, which codes stand in the edition: under embargo a period is in no public
  /// table, nor is a range that contains it.
  private func keptCodes(of frame: TableFrame) -> [[Bool]] {
    frame.axes.map { axis in
      axis.codes.map { code in
        guard !edition.isInternal, let period = code.period else { return true }
        return !isEmbargoed(period, of: frame)
      }
    }
  }

  private func isEmbargoed(_ period: Period, of frame: TableFrame) -> Bool {
    seeds.dataSets[frame.dataSet].isEmbargoed(period, asOf: configuration.asOf)
  }

  private func isKept(_ position: Int, of frame: TableFrame, _ kept: [[Bool]]) -> Bool {
    var rest = position / frame.measures.count
    for (axis, kept) in zip(frame.axes, kept).reversed() {
      if !kept[rest % axis.codes.count] { return false }
      rest /= axis.codes.count
    }
    return true
  }
}
