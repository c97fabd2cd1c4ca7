import Diagnostics
import SourceFiles
import Tables
import VietnameseText

/// Checks an indicator against the tables of the editions that are built.
struct IndicatorCheck {
  let indicator: Indicator
  let fields: YAMLFields
  let known: PublishedMeasures

  func run(_ diagnostics: inout Diagnostics) {
    for table in known.tables(indicator.table) {
      let measures = measures(in: table, &diagnostics)
      checkTotals(of: table, &diagnostics)
      switch indicator.formula {
      case .ratio:
        guard measures.count == 2 else { continue }
        checkParts(measures[0], of: measures[1], in: table, &diagnostics)
      case .count, .milestone:
        guard let measure = measures.first else { continue }
        checkUnit(of: measure, &diagnostics)
      }
    }
    checkShares(&diagnostics)
  }

  private func measures(
    in table: ClearedTable, _ diagnostics: inout Diagnostics
  ) -> [Measure] {
    let keys: [(key: String, id: String)] =
      switch indicator.formula {
      case .ratio(let part, let whole): [("numerator", part), ("denominator", whole)]
      case .count(let id), .milestone(let id):
        [(fields.keys.contains("measure") ? "measure" : "numerator", id)]
      }
    return keys.compactMap { key, id in
      if let measure = table.measure(id) { return measure }
      diagnostics.report(
        .indicatorUnknownMeasure, at: fields.keyPlace(key),
        what: Phrase(
          vi: "Bảng “\(table.id)” không có số liệu “\(id)”.",
          en: "The table “\(table.id)” has no measure “\(id)”."),
        mend: Spelling.mend(for: id, among: table.measures.map(\.id)))
      return nil
    }
  }

  private func checkTotals(of table: ClearedTable, _ diagnostics: inout Diagnostics) {
    let what: Phrase
    do throws(PeriodTotals.Failure) {
      _ = try PeriodTotals(table)
      return
    } catch {
      switch error {
      case .noPeriod:
        what = Phrase(
          vi: "Bảng “\(table.id)” không có kỳ.", en: "The table “\(table.id)” has no period.")
      case .noTotal(let axis):
        what = Phrase(
          vi: "Bảng “\(table.id)” không có tổng số ở “\(axis)”.",
          en: "The table “\(table.id)” has no total on “\(axis)”.")
      }
    }
    diagnostics.report(
      .indicatorWithoutTotal, at: fields.keyPlace("table"), what: what,
      mend: Phrase(
        vi: "Chọn một bảng có kỳ và có tổng số ở các chiều khác.",
        en: "Choose a table with periods and with totals on its other axes."))
  }

  private func checkParts(
    _ part: Measure, of whole: Measure, in table: ClearedTable,
    _ diagnostics: inout Diagnostics
  ) {
    if indicator.unit != "percent" {
      reportUnit(
        Phrase(
          vi: "Tỉ lệ tính bằng “percent”, không phải “\(indicator.unit)”.",
          en: "A ratio is in “percent”, not in “\(indicator.unit)”."),
        mend: Phrase(vi: "Viết “unit: percent”.", en: "Write “unit: percent”."), &diagnostics)
    }
    if part.unit != whole.unit {
      reportUnit(
        Phrase(
          vi: "Tử số tính bằng “\(part.unit)”, mẫu số tính bằng “\(whole.unit)”.",
          en: "The numerator counts “\(part.unit)”, the denominator “\(whole.unit)”."),
        mend: Phrase(
          vi: "Chọn hai số liệu cùng đơn vị: lượt người không phải là người.",
          en: "Choose two measures of one unit: attendances are not persons."), &diagnostics)
    }
    guard let chain = known.chain(from: part, to: whole.id, dataset: table.dataset) else {
      guard part.isProtected || whole.isProtected else { return }
      diagnostics.report(
        .ratioWithoutParts, at: fields.keyPlace("numerator"),
        what: Phrase(
          vi: "“\(part.id)” không được khai là một phần của “\(whole.id)”.",
          en: "“\(part.id)” is not declared to be part of “\(whole.id)”."),
        mend: Phrase(
          vi: "Thêm “partOf: \(whole.id)” và “complement” cho “\(part.id)” trong datapackage.yaml.",
          en: "Give “\(part.id)” a “partOf: \(whole.id)” and a “complement” in datapackage.yaml."))
      return
    }
    for measure in chain where measure.complement == nil && measure.isProtected {
      diagnostics.report(
        .ratioWithoutComplement, at: fields.keyPlace("numerator"),
        what: Phrase(
          vi: "“\(measure.id)” không nói phần còn lại là gì.",
          en: "“\(measure.id)” doesn't say what its remainder is."),
        mend: Phrase(
          vi: "Thêm “complement: sensitive” hoặc “complement: {open: […], reason: …}”.",
          en: "Add “complement: sensitive” or “complement: {open: […], reason: …}”."))
    }
  }

  private func checkUnit(of measure: Measure, _ diagnostics: inout Diagnostics) {
    guard indicator.unit != measure.unit else { return }
    reportUnit(
      Phrase(
        vi: "Chỉ tiêu tính bằng “\(indicator.unit)”, số liệu tính bằng “\(measure.unit)”.",
        en: "The indicator is in “\(indicator.unit)”, its measure in “\(measure.unit)”."),
      mend: Phrase(vi: "Viết “unit: \(measure.unit)”.", en: "Write “unit: \(measure.unit)”."),
      &diagnostics)
  }

  private func reportUnit(
    _ what: Phrase, mend: Phrase, _ diagnostics: inout Diagnostics
  ) {
    diagnostics.report(.indicatorUnit, at: fields.keyPlace("unit"), what: what, mend: mend)
  }

  /// A printed part that is larger than its printed whole. Both stand in the edition, but its
  /// numbers are not repeated in messages.
  private func checkShares(_ diagnostics: inout Diagnostics) {
    for result in known.series(of: indicator).flatMap({ $0.results + $0.pooled }) {
      guard let part = result.numerator?.quantity, let whole = result.denominator?.quantity,
        !whole.isZero, Fraction(part, of: whole) == nil
      else { continue }
      let period = result.period.code
      diagnostics.report(
        .ratioAboveOne, at: fields.keyPlace("numerator"),
        what: Phrase(
          vi: "Kỳ \(period): tử số lớn hơn mẫu số.",
          en: "Period \(period): the numerator is larger than the denominator."),
        mend: Phrase(
          vi: "Xem lại số liệu của kỳ này, hoặc chọn mẫu số gồm cả tử số.",
          en: "Check the figures, or choose a denominator that includes the numerator."))
    }
  }
}
