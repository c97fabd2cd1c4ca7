import Diagnostics
import Site
import SourceFiles
import Tables

/// Makes the frame of a declared table.
struct FrameReader {
  let table: TableDeclaration
  let dataSets: [DataSet]
  /// Names of all data sets that are described, those with errors included.
  let known: [String]

  func read(into diagnostics: inout Diagnostics) -> TableFrame? {
    guard let index = dataSets.firstIndex(where: { $0.name == table.dataset }) else {
      if !known.contains(table.dataset) {
        diagnostics.report(
          .tableNameUnknown, at: table.datasetPlace,
          what: Phrase(
            vi: "Không có bộ số liệu “\(table.dataset)”.",
            en: "There is no data set “\(table.dataset)”."),
          mend: Spelling.mend(for: table.dataset, among: known))
      }
      return nil
    }
    let dataSet = dataSets[index]
    guard let measures = readMeasures(dataSet, into: &diagnostics) else { return nil }
    let axes = FrameAxes(
      table: table, dataSet: dataSet, measures: measures.map { dataSet.measures[$0] })
    guard let shown = axes.read(into: &diagnostics) else { return nil }
    let visible = shown.filter { !$0.isFixed }
    checkParts(dataSet, measures, visible, into: &diagnostics)
    let layout = readLayout(dataSet, visible, into: &diagnostics)
    guard let layout else { return nil }
    guard var cells = FrameCells(dataSet.observed, shown: shown, measures: measures) else {
      diagnostics.report(
        .tooManyCells, at: table.place,
        what: Phrase(
          vi: "Bảng “\(table.id)” có hơn \(FrameCells.mostCells) ô.",
          en: "“\(table.id)” has more than \(FrameCells.mostCells) cells."),
        mend: Phrase(
          vi: "Bớt trục, hoặc bớt cấp (“depth”, “level”).",
          en: "Leave axes out, or levels (“depth”, “level”)."))
      return nil
    }
    guard let aggregates = cells.add() else {
      diagnostics.report(
        .cellTooLarge, at: table.place,
        what: Phrase(
          vi: "Một tổng trong bảng “\(table.id)” quá lớn.",
          en: "A sum in the table “\(table.id)” is too large."),
        mend: Phrase(vi: "Kiểm tra số liệu.", en: "Check the figures."))
      return nil
    }
    let space = dataSet.observed.space
    return TableFrame(
      id: table.id, title: table.title, dataSet: index, measures: measures,
      axes: visible.map { axis in
        let description = space.axes[axis.axis]
        return Axis(
          name: description.name, role: description.role, title: description.title,
          codes: axis.codes, isMultiResponse: description.isMultiResponse)
      },
      fixed: shown.filter(\.isFixed).map { axis in
        let description = space.axes[axis.axis]
        return FixedAxis(name: description.name, title: description.title, code: axis.codes[0])
      },
      layout: layout, notes: table.notes, editions: table.editions,
      acrossBreak: table.acrossBreak, place: table.place,
      periods: Set(aggregates.flatMap(\.periods)).sorted(), aggregates: aggregates)
  }

  private func readMeasures(
    _ dataSet: DataSet, into diagnostics: inout Diagnostics
  ) -> [Int]? {
    var measures: [Int] = []
    for named in table.measures {
      if let measure = dataSet.measure(named.name), !measures.contains(measure) {
        measures.append(measure)
        continue
      }
      diagnostics.report(
        .tableNameUnknown, at: named.place,
        what: Phrase(
          vi: "Không có số liệu “\(named.name)”, hoặc nó đứng hai lần.",
          en: "There is no measure “\(named.name)”, or it stands twice."),
        mend: Spelling.mend(
          for: named.name,
          among: dataSet.measures.map(\.id).filter { id in
            !measures.contains { dataSet.measures[$0].id == id }
          }))
    }
    if table.measures.isEmpty {
      diagnostics.report(
        .fieldMissing, at: table.place,
        what: Phrase(
          vi: "Bảng “\(table.id)” không có số liệu nào.",
          en: "The table “\(table.id)” has no measure."),
        mend: Spelling.mend(for: "", among: dataSet.measures.map(\.id)))
    }
    return measures.count == table.measures.count && !measures.isEmpty ? measures : nil
  }

  /// A part whose shortfall is open at coarse cells is published in these alone.
  private func checkParts(
    _ dataSet: DataSet, _ measures: [Int], _ visible: [ShownAxis],
    into diagnostics: inout Diagnostics
  ) {
    for measure in measures.map({ dataSet.measures[$0] }) {
      guard case .open(let allowed, _)? = measure.complement else { continue }
      for axis in visible where axis.codes.count > 1 {
        let name = dataSet.axisNames[axis.axis]
        guard !allowed.contains(name) else { continue }
        diagnostics.report(
          .partTooFine, at: table.place,
          what: Phrase(
            vi: "Bảng “\(table.id)” chia “\(measure.id)” theo “\(name)”.",
            en: "The table “\(table.id)” breaks “\(measure.id)” down by “\(name)”."),
          mend: Phrase(
            vi: "Bỏ trục “\(name)” hoặc số liệu “\(measure.id)” khỏi bảng.",
            en: "Take the axis “\(name)” or the measure “\(measure.id)” out of the table."))
      }
    }
  }

  /// Axes that are named in neither list stand outermost in the columns.
  private func readLayout(
    _ dataSet: DataSet, _ visible: [ShownAxis], into diagnostics: inout Diagnostics
  ) -> Layout? {
    let names = visible.map { dataSet.axisNames[$0.axis] }
    var placed: [String] = []
    var isSound = true
    for named in table.rows + table.columns {
      if names.contains(named.name) && !placed.contains(named.name) {
        placed.append(named.name)
        continue
      }
      isSound = false
      diagnostics.report(
        .layoutInvalid, at: named.place,
        what: names.contains(named.name)
          ? Phrase(
            vi: "Trục “\(named.name)” đứng hai lần.", en: "The axis “\(named.name)” stands twice.")
          : Phrase(
            vi: "Bảng không có trục “\(named.name)”.",
            en: "The table has no axis “\(named.name)”."),
        mend: Spelling.mend(for: named.name, among: names.filter { !placed.contains($0) }))
    }
    guard isSound else { return nil }
    let rest = names.filter { !placed.contains($0) }
    return Layout(rows: table.rows.map(\.name), columns: rest + table.columns.map(\.name))
  }
}
