import Diagnostics
import Site
import SourceFiles
import Tables
import VietnameseText

/// Reads where the figures of a data set come from.
struct ReleaseReader {
  let languages: [String]
  let registries: Registries

  func read(_ own: inout YAMLFields, into diagnostics: inout Diagnostics) -> Release? {
    let before = diagnostics.count(of: .error)
    let agency = own.required("releasedBy", &diagnostics).flatMap {
      known($0, "agencies", registries.agencies.map(\.id), into: &diagnostics)
    }
    let dates = readDates(&own, into: &diagnostics)
    let place = own.keyPlace("releasedOn")
    let document = own.requiredLocalized("document", languages, &diagnostics)
    let revision = own.text("revision", &diagnostics)
    let basis = own.requiredLocalized("populationBasis", languages, &diagnostics)
    let regimes = readRegimes(&own, into: &diagnostics)
    let breaks = own.list("breaks", &diagnostics).compactMap {
      readBreak($0, into: &diagnostics)
    }
    let year = readYear(&own, into: &diagnostics)
    guard diagnostics.count(of: .error) == before, let agency, let document, let basis else {
      return nil
    }
    return Release(
      releasedBy: agency, dates: dates.byPeriod, otherwise: dates.otherwise, place: place,
      document: document, revision: revision, populationBasis: basis, legalRegimes: regimes,
      breaks: breaks.sorted { $0.at < $1.at }, reportingYear: year)
  }

  private func known(
    _ node: YAMLNode, _ registry: String, _ ids: [String], into diagnostics: inout Diagnostics
  ) -> String? {
    guard let id = YAMLFields.text(node, into: &diagnostics) else { return nil }
    if ids.contains(id) { return id }
    diagnostics.report(
      .registryUnknownID, at: node.place,
      what: Phrase(
        vi: "Danh mục \(registry) không có “\(id)”.",
        en: "The registry \(registry) has no “\(id)”."),
      mend: Spelling.mend(for: id, among: ids))
    return nil
  }

  private func readDates(
    _ own: inout YAMLFields, into diagnostics: inout Diagnostics
  ) -> (byPeriod: [(period: Period, date: CalendarDate, place: Place)], otherwise: CalendarDate?) {
    guard let node = own.required("releasedOn", &diagnostics) else { return ([], nil) }
    guard case .mapping(let entries) = node.content else {
      return ([], YAMLFields.date(node, into: &diagnostics))
    }
    var byPeriod: [(period: Period, date: CalendarDate, place: Place)] = []
    var otherwise: CalendarDate?
    for entry in entries {
      guard let date = YAMLFields.date(entry.value, into: &diagnostics) else { continue }
      if entry.key == "default" {
        otherwise = date
      } else if let period = Period(entry.key) {
        byPeriod.append((period, date, entry.keyPlace))
      } else {
        diagnostics.report(
          .releaseDate, at: entry.keyPlace,
          what: Phrase(vi: "“\(entry.key)” không phải kỳ.", en: "“\(entry.key)” is no period."),
          mend: Phrase(
            vi: "Viết “default” hoặc một kỳ, ví dụ “2025-S1”.",
            en: "Write “default” or a period such as “2025-S1”."))
      }
    }
    return (byPeriod, otherwise)
  }

  private func readRegimes(
    _ own: inout YAMLFields, into diagnostics: inout Diagnostics
  ) -> [LegalRegime] {
    guard let node = own.required("legalRegime", &diagnostics) else { return [] }
    let ids = registries.instruments.map(\.id)
    guard case .sequence(let members) = node.content else {
      return known(node, "instruments", ids, into: &diagnostics).map {
        [LegalRegime(from: nil, instrument: $0)]
      } ?? []
    }
    return members.compactMap { member in
      guard var entry = YAMLFields(member, into: &diagnostics) else { return nil }
      let from = entry.date("from", &diagnostics)
      let id = entry.required("id", &diagnostics).flatMap {
        known($0, "instruments", ids, into: &diagnostics)
      }
      entry.finish(&diagnostics)
      return id.map { LegalRegime(from: from, instrument: $0) }
    }
  }

  private func readBreak(_ node: YAMLNode, into diagnostics: inout Diagnostics) -> SeriesBreak? {
    guard var entry = YAMLFields(node, into: &diagnostics) else { return nil }
    let at = entry.requiredDate("at", &diagnostics)
    _ = entry.required("kind", &diagnostics)
    let kind = entry.choice("kind", of: SeriesBreak.Kind.self, &diagnostics)
    let note = entry.requiredLocalized("note", languages, &diagnostics)
    entry.finish(&diagnostics)
    guard let at, let kind, let note else { return nil }
    return SeriesBreak(at: at, kind: kind, note: note)
  }

  /// `periodStart` and `periodEnd`: first and last day of a year that is not the calendar's.
  private func readYear(
    _ own: inout YAMLFields, into diagnostics: inout Diagnostics
  ) -> ReportingYear? {
    let start = day("periodStart", &own, into: &diagnostics)
    let end = day("periodEnd", &own, into: &diagnostics)
    if (start == nil) != (end == nil) {
      _ = own.required(start == nil ? "periodStart" : "periodEnd", &diagnostics)
    }
    guard let start, let end else { return nil }
    return ReportingYear(start: start, end: end)
  }

  private func day(
    _ key: String, _ own: inout YAMLFields, into diagnostics: inout Diagnostics
  ) -> String? {
    guard let node = own.node(key), let text = YAMLFields.text(node, into: &diagnostics) else {
      return nil
    }
    // 2024 is a leap year, so that 02-29 is a day.
    if CalendarDate(iso: "2024-" + text) != nil { return text }
    diagnostics.report(
      .fieldBadValue, at: node.place,
      what: Phrase(vi: "“\(text)” không phải ngày.", en: "“\(text)” is not a day of the year."),
      mend: Phrase(
        vi: "Viết tháng-ngày, ví dụ “12-15”.", en: "Write month-day, for example “12-15”."))
    return nil
  }
}
