import Diagnostics
import Site
import SourceFiles
import Tables
import VietnameseText

/// The period axis of a table: single periods and pooled ranges.
struct PeriodRanges {
  let table: TableDeclaration
  let dataSet: DataSet
  let measures: [Measure]

  private var periods: [Period] { dataSet.periods }

  /// `each: true` shows the periods of the data, `pooled` adds ranges after them.
  func shown(
    _ axis: Int, _ fields: inout YAMLFields, at place: Place, into diagnostics: inout Diagnostics
  ) -> ShownAxis? {
    let each = fields.boolean("each", default: false, &diagnostics)
    let nodes = fields.list("pooled", &diagnostics)
    if !each && nodes.isEmpty { _ = fields.required("each", &diagnostics) }
    var codes: [(period: Period, indices: [Int])] = []
    if each { codes = periods.enumerated().map { ($1, [$0]) } }
    for node in nodes {
      guard let text = YAMLFields.text(node, into: &diagnostics) else { continue }
      guard let range = Period(text) else {
        diagnostics.report(
          .rangeDoesNotFit, at: node.place,
          what: Phrase(vi: "“\(text)” không phải kỳ.", en: "“\(text)” is no period."),
          mend: Phrase(
            vi: "Viết ví dụ “2021/2024” hoặc “2021/2025-S1”.",
            en: "Write for example “2021/2024” or “2021/2025-S1”."))
        continue
      }
      guard let indices = indices(of: range, at: node.place, into: &diagnostics) else { continue }
      if codes.contains(where: { $0.indices == indices }) {
        diagnostics.report(
          .rangeDoesNotFit, at: node.place,
          what: Phrase(
            vi: "Kỳ \(range.code) đã có trong bảng.", en: "\(range.code) is in the table already."),
          mend: Phrase(vi: "Bỏ kỳ này.", en: "Remove it."))
        continue
      }
      codes.append((range, indices))
    }
    if codes.isEmpty { return nil }
    return .periods(
      axis, isFixed: false, codes: codes.map { code($0, among: codes) },
      periods: codes.map(\.indices))
  }

  /// All periods of the data together: where an axis that is not named stands.
  func total(_ axis: Int, into diagnostics: inout Diagnostics) -> ShownAxis? {
    let first = periods[0]
    let last = periods[periods.count - 1]
    let text =
      periods.count == 1 ? first.code : first.first.code + "/" + (last.last ?? last.first).code
    guard let range = Period(text),
      let indices = indices(of: range, at: table.place, into: &diagnostics)
    else { return nil }
    let entry = (period: range, indices: indices)
    return .periods(axis, isFixed: true, codes: [code(entry, among: [entry])], periods: [indices])
  }

  private func code(
    _ entry: (period: Period, indices: [Int]), among all: [(period: Period, indices: [Int])]
  ) -> AxisCode {
    let above = all.filter { other in
      other.indices.count > entry.indices.count
        && Set(entry.indices).isSubset(of: other.indices)
    }
    let nearest = above.filter { candidate in
      !above.contains {
        $0.indices.count < candidate.indices.count
          && Set($0.indices).isSubset(of: candidate.indices)
      }
    }
    return AxisCode(
      code: entry.period.code, parents: nearest.map(\.period.code),
      label: LocalizedText(entry.period.code, language: dataSet.title.defaultLanguage),
      period: entry.period)
  }

  // MARK: - What may be added

  /// The periods of the data in a range, if they may be added.
  private func indices(
    of range: Period, at place: Place, into diagnostics: inout Diagnostics
  ) -> [Int]? {
    let inside = periods.indices.filter { range.contains(periods[$0]) }
    if let problem = dataSet.misfit(range, inside) {
      let known = periods.map(\.code).joined(separator: ", ")
      diagnostics.report(
        .rangeDoesNotFit, at: place, what: problem,
        mend: Phrase(vi: "Các kỳ có số liệu: \(known).", en: "There are figures for: \(known)."))
      return nil
    }
    if inside.count == 1 { return inside }
    var isAllowed = true
    for measure in measures where measure.pooling != .sum {
      isAllowed = false
      diagnostics.report(
        .periodsNotAdded, at: place,
        what: Phrase(
          vi: "“\(measure.id)” không được cộng qua các kỳ (pooling: none).",
          en: "Periods of “\(measure.id)” are not added (pooling: none)."),
        mend: Phrase(
          vi: "Dùng “period: {each: true}”, hoặc bỏ số liệu này khỏi bảng.",
          en: "Use “period: {each: true}”, or take the measure out of the table."))
    }
    let crossed = dataSet.release.breaks.filter { range.start < $0.at && $0.at <= range.end }
    if table.acrossBreak == nil, let first = crossed.first {
      isAllowed = false
      diagnostics.report(
        .rangeOverBreak, at: place,
        what: Phrase(
          vi: "Kỳ \(range.code) vắt qua mốc thay đổi ngày \(first.at.short).",
          en: "\(range.code) reaches across the break of \(first.at.iso)."),
        mend: Phrase(
          vi: "Tách kỳ tại mốc đó, hoặc ghi “acrossBreak: LÝ DO” cho bảng không có trục địa bàn.",
          en: "Split it there, or write “acrossBreak: REASON” in a table without an area axis."))
    }
    return isAllowed ? inside : nil
  }
}

extension DataSet {
  /// Why a range is not made up of some periods of the data; nil if it is.
  ///
  /// - Parameter inside: indices of the periods that it contains, ascending.
  func misfit(_ range: Period, _ inside: [Int]) -> Phrase? {
    if inside.isEmpty {
      return Phrase(
        vi: "Không có số liệu của kỳ \(range.code).", en: "There are no figures for \(range.code).")
    }
    if let cut = periods.first(where: { range.overlaps($0) && !range.contains($0) }) {
      return Phrase(
        vi: "Kỳ \(range.code) chỉ gồm một phần của kỳ \(cut.code).",
        en: "\(range.code) holds only a part of \(cut.code).")
    }
    var expected = range.start
    for index in inside {
      if periods[index].start != expected {
        return Phrase(
          vi: "Kỳ \(range.code) thiếu số liệu từ ngày \(expected.short).",
          en: "\(range.code) lacks figures from \(expected.iso) on.")
      }
      expected = periods[index].end.adding(days: 1) ?? expected
    }
    if let last = inside.last, periods[last].end != range.end {
      return Phrase(
        vi: "Kỳ \(range.code) thiếu số liệu từ ngày \(expected.short).",
        en: "\(range.code) lacks figures from \(expected.iso) on.")
    }
    return nil
  }
}
