import Diagnostics
import Site
import SourceFiles
import Tables
import VietnameseText

/// Finds the cells that the known figures of an edition are about.
struct KnownFigures {
  let dataSets: [DataSet]
  /// Names of all data sets that are described, those with errors included.
  let described: [String]

  func cells(
    of policy: DisclosurePolicy, into diagnostics: inout Diagnostics
  ) -> [KnownCell] {
    var cells: [KnownCell] = []
    for figure in policy.known {
      guard let cell = cell(of: figure, into: &diagnostics) else { continue }
      if cells.contains(where: { $0.dataSet == cell.dataSet && $0.unknowns == cell.unknowns }) {
        reject(
          figure.dataset.place, into: &diagnostics,
          Phrase(vi: "Ô này đã có trong “known”.", en: "The cell stands in “known” already."),
          mend: Phrase(vi: "Bỏ một trong hai.", en: "Remove one of the two."))
        continue
      }
      cells.append(cell)
    }
    return cells
  }

  private func cell(
    of figure: KnownFigure, into diagnostics: inout Diagnostics
  ) -> KnownCell? {
    guard let index = dataSets.firstIndex(where: { $0.name == figure.dataset.name }) else {
      if !described.contains(figure.dataset.name) {
        diagnostics.reportNoDataSet(figure.dataset, among: described)
      }
      return nil
    }
    let dataSet = dataSets[index]
    guard let measure = dataSet.measure(figure.measure.name) else {
      diagnostics.report(
        .tableNameUnknown, at: figure.measure.place,
        what: Phrase(
          vi: "Bộ số liệu “\(dataSet.name)” không có số liệu “\(figure.measure.name)”.",
          en: "The data set “\(dataSet.name)” has no measure “\(figure.measure.name)”."),
        mend: Spelling.mend(for: figure.measure.name, among: dataSet.measures.map(\.id)))
      return nil
    }
    guard isCount(dataSet.measures[measure], figure, into: &diagnostics),
      let shown = axes(of: figure, dataSet, measure, into: &diagnostics)
    else { return nil }
    var cells = FrameCells(dataSet.observed, shown: shown, measures: [measure])
    guard let aggregate = cells?.add()?.first, let truth = aggregate.truth.quantity?.count else {
      reject(
        figure.valuePlace, into: &diagnostics,
        Phrase(
          vi: "Bộ số liệu “\(dataSet.name)” không có số nguyên ở ô này.",
          en: "The data set “\(dataSet.name)” has no whole number in this cell."),
        mend: Phrase(
          vi: "Sửa các mã, hoặc ghi tổng này vào số liệu.",
          en: "Correct the codes, or write this total into the data."))
      return nil
    }
    guard truth == figure.value else {
      contradicts(figure, dataSet, shown, into: &diagnostics)
      return nil
    }
    return KnownCell(
      dataSet: index, measure: measure, unknowns: aggregate.unknowns.sorted(),
      value: figure.value, figure: figure)
  }

  private func reject(
    _ place: Place, into diagnostics: inout Diagnostics, _ what: Phrase, mend: Phrase
  ) {
    diagnostics.report(.knownFigureUnusable, at: place, what: what, mend: mend)
  }

  private func isCount(
    _ measure: Measure, _ figure: KnownFigure, into diagnostics: inout Diagnostics
  ) -> Bool {
    guard let id = measure.derivedFrom else { return true }
    reject(
      figure.measure.place, into: &diagnostics,
      Phrase(
        vi: "“\(measure.id)” là số suy từ “\(id)” (derivedFrom).",
        en: "“\(measure.id)” is derived from “\(id)”."),
      mend: Phrase(vi: "Ghi số của “\(id)”.", en: "Write the figure of “\(id)”."))
    return false
  }

  /// The numbers differ: neither is told, for one of them is secret.
  private func contradicts(
    _ figure: KnownFigure, _ dataSet: DataSet, _ shown: [ShownAxis],
    into diagnostics: inout Diagnostics
  ) {
    let space = dataSet.observed.space
    var nodes = [Int](repeating: 0, count: space.axes.count)
    var isOneCell = true
    for axis in shown {
      let found = axis.axis == space.periodAxis ? axis.periods[0] : axis.nodes[0]
      nodes[axis.axis] = found[0]
      isOneCell = isOneCell && found.count == 1
    }
    let row = isOneCell ? dataSet.observed.rowOf[space.key(nodes)] : nil
    let line = row.map { ":\(dataSet.observed.lines[Int($0)])" } ?? ""
    let file = dataSet.observed.file + line
    diagnostics.report(
      .knownFigureContradicts, at: figure.valuePlace,
      what: Phrase(
        vi: "Số này khác với số liệu trong \(file).",
        en: "The figure differs from the data in \(file)."),
      mend: Phrase(
        vi: "Kiểm tra cả hai nơi, và nguồn “\(figure.source)”.",
        en: "Check both, and the source “\(figure.source)”."))
  }

  // MARK: Where it stands

  private func axes(
    of figure: KnownFigure, _ dataSet: DataSet, _ measure: Int,
    into diagnostics: inout Diagnostics
  ) -> [ShownAxis]? {
    let space = dataSet.observed.space
    let before = diagnostics.count(of: .error)
    for coordinate in figure.at where !dataSet.axisNames.contains(coordinate.axis.name) {
      diagnostics.reportNoAxis(coordinate.axis, of: dataSet)
    }
    let shown = space.axes.enumerated().compactMap { axis, description -> ShownAxis? in
      let code = figure.at.first { $0.axis.name == description.name }?.code
      if axis == space.periodAxis {
        return periods(code, figure, dataSet, measure, into: &diagnostics)
          .map { .periods(axis, isFixed: true, codes: [], periods: [$0]) }
      }
      guard let code else {
        return .nodes(axis, isFixed: true, codes: [], nodes: [description.totals])
      }
      let codes = description.hierarchy.nodes.map(\.code)
      if let node = codes.firstIndex(of: code.name) {
        return .nodes(axis, isFixed: true, codes: [], nodes: [[node]])
      }
      reject(
        code.place, into: &diagnostics,
        Phrase(
          vi: "Trục “\(description.name)” không có mã “\(code.name)”.",
          en: "The axis “\(description.name)” has no code “\(code.name)”."),
        mend: Spelling.mend(for: code.name, among: codes))
      return nil
    }
    return diagnostics.count(of: .error) == before ? shown : nil
  }

  /// The periods of the data that a code means; none: all of them.
  private func periods(
    _ code: PlacedName?, _ figure: KnownFigure, _ dataSet: DataSet, _ measure: Int,
    into diagnostics: inout Diagnostics
  ) -> [Int]? {
    let place = code?.place ?? figure.dataset.place
    var inside = Array(dataSet.periods.indices)
    if let code {
      let known = dataSet.periods.map(\.code).joined(separator: ", ")
      let mend = Phrase(vi: "Các kỳ có số liệu: \(known).", en: "There are figures for: \(known).")
      guard let range = Period(code.name) else {
        reject(
          place, into: &diagnostics,
          Phrase(vi: "“\(code.name)” không phải kỳ.", en: "“\(code.name)” is no period."),
          mend: mend)
        return nil
      }
      inside = dataSet.periods.indices.filter { range.contains(dataSet.periods[$0]) }
      if let problem = dataSet.misfit(range, inside) {
        reject(place, into: &diagnostics, problem, mend: mend)
        return nil
      }
    }
    guard inside.count > 1, dataSet.measures[measure].pooling != .sum else { return inside }
    reject(
      place, into: &diagnostics,
      Phrase(
        vi: "“\(figure.measure.name)” không được cộng qua các kỳ (pooling: none).",
        en: "Periods of “\(figure.measure.name)” are not added (pooling: none)."),
      mend: Phrase(
        vi: "Nêu một kỳ: “at: {period: …}”.", en: "Name one period: “at: {period: …}”."))
    return nil
  }
}

extension Diagnostics {
  mutating func reportNoDataSet(_ name: PlacedName, among known: [String]) {
    report(
      .tableNameUnknown, at: name.place,
      what: Phrase(
        vi: "Không có bộ số liệu “\(name.name)”.", en: "There is no data set “\(name.name)”."),
      mend: Spelling.mend(for: name.name, among: known))
  }

  mutating func reportNoAxis(_ name: PlacedName, of dataSet: DataSet) {
    report(
      .tableNameUnknown, at: name.place,
      what: Phrase(
        vi: "Bộ số liệu “\(dataSet.name)” không có trục “\(name.name)”.",
        en: "The data set “\(dataSet.name)” has no axis “\(name.name)”."),
      mend: Spelling.mend(for: name.name, among: dataSet.axisNames))
  }
}
