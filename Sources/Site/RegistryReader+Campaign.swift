import Diagnostics
import SourceFiles
import VietnameseText

extension RegistryReader {
  mutating func campaign(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Campaign? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let id = identify("campaigns", &fields, &diagnostics)
    _ = fields.required("year", &diagnostics)
    let year = fields.integer("year", &diagnostics)
    if let year { checkYear(year, fields, &diagnostics) }
    let day = fields.requiredDate("day", &diagnostics)
    let theme = fields.localized("theme", languages, &diagnostics)
    let decision = fields.text("decision", &diagnostics)
    let peak = peak(&fields, &diagnostics)
    if let year {
      checkDay(day, "day", of: year, fields, &diagnostics)
      checkDay(peak?.lowerBound, "peakFrom", of: year, fields, &diagnostics)
      checkDay(peak?.upperBound, "peakTo", of: year, fields, &diagnostics)
    }
    let report = report(&fields, &diagnostics)
    let hasReport = fields.keys.contains("report")
    let activities = fields.list("activities", &diagnostics).compactMap {
      activity($0, hasReport: hasReport, &diagnostics)
    }
    let poster = poster(&fields, &diagnostics)
    fields.finish(&diagnostics)
    guard let id, let year, let day else { return nil }
    return Campaign(
      id: id, year: year, day: day, theme: theme.flatMap { $0.texts.isEmpty ? nil : $0 },
      decision: decision, peak: peak, activities: activities, report: report, poster: poster)
  }

  private mutating func checkYear(
    _ year: Int, _ fields: YAMLFields, _ diagnostics: inout Diagnostics
  ) {
    let place = fields.keyPlace("year")
    if let first = years[year] {
      diagnostics.report(
        .campaignYearTwice, at: place,
        what: Phrase(
          vi: "Năm \(year) đã có ở dòng \(first.line ?? 0).",
          en: "The year \(year) is on line \(first.line ?? 0) already."),
        mend: Phrase(
          vi: "Gộp hai mục thành một, hoặc sửa năm.",
          en: "Make one record of both, or mend the year."))
    } else {
      years[year] = place
    }
  }

  private func checkDay(
    _ day: CalendarDate?, _ key: String, of year: Int, _ fields: YAMLFields,
    _ diagnostics: inout Diagnostics
  ) {
    guard let day, day.year != year else { return }
    diagnostics.report(
      .campaignDates, at: fields.keyPlace(key),
      what: Phrase(
        vi: "Ngày \(day.short) không thuộc năm \(year).",
        en: "\(day.iso) is not in the year \(year)."),
      mend: Phrase(vi: "Sửa ngày hoặc năm.", en: "Mend the date or the year."))
  }

  /// Both ends or none, in their order.
  private func peak(
    _ fields: inout YAMLFields, _ diagnostics: inout Diagnostics
  ) -> ClosedRange<CalendarDate>? {
    let keys = ["peakFrom", "peakTo"]
    let given = keys.filter { fields.node($0) != nil }
    let from = fields.date("peakFrom", &diagnostics)
    let to = fields.date("peakTo", &diagnostics)
    if given.count == 1 {
      let missing = given == ["peakFrom"] ? "peakTo" : "peakFrom"
      diagnostics.report(
        .campaignDates, at: fields.keyPlace(given[0]),
        what: Phrase(
          vi: "Có “\(given[0])” mà thiếu “\(missing)”.",
          en: "There is “\(given[0])” and no “\(missing)”."),
        mend: Phrase(
          vi: "Ghi cả hai ngày; chưa biết thì bỏ cả hai.",
          en: "Give both days, or neither while one is unknown."))
    }
    guard let from, let to else { return nil }
    if from <= to { return from...to }
    diagnostics.report(
      .campaignDates, at: fields.keyPlace("peakTo"),
      what: Phrase(
        vi: "Đợt cao điểm kết thúc (\(to.short)) trước khi bắt đầu (\(from.short)).",
        en: "The peak ends (\(to.iso)) before it begins (\(from.iso))."),
      mend: Phrase(vi: "Đổi chỗ hai ngày.", en: "Interchange the two days."))
    return nil
  }

  private mutating func report(
    _ fields: inout YAMLFields, _ diagnostics: inout Diagnostics
  ) -> Campaign.Report? {
    guard fields.node("report") != nil, var report = fields.fields("report", &diagnostics) else {
      return nil
    }
    _ = report.required("releasedBy", &diagnostics)
    let by = reference("releasedBy", to: "agencies", &report)
    let on = report.requiredDate("releasedOn", &diagnostics)
    let document = report.requiredLocalized("document", languages, &diagnostics)
    report.finish(&diagnostics)
    guard let by, let on, let document else { return nil }
    return Campaign.Report(releasedBy: by, releasedOn: on, document: document)
  }
}
