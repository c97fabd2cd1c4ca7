import Site
import Tables
import VietnameseText

/// Cleared tables as the door would hand them out, and the edition that holds them.
enum Sample {
  static let breaks = [
    SeriesBreak(at: day("2025-07-01"), kind: .territory, note: text("Ranh giới mới.")),
    SeriesBreak(at: day("2025-07-01"), kind: .law, note: text("Luật mới.")),
  ]

  static func day(_ iso: String) -> CalendarDate {
    guard let date = CalendarDate(iso: iso) else { preconditionFailure("\(iso) is no date") }
    return date
  }

  static func text(_ words: String) -> LocalizedText { LocalizedText(words, language: "vi") }

  static func edition(
    _ tables: [ClearedTable], declared: [String] = [], threshold: Int = 11
  ) -> ClearedEdition {
    ClearedEdition(
      edition: Edition(
        name: "public", output: "output/public",
        disclosure: DisclosurePolicy(threshold: threshold)),
      asOf: day("2026-11-24"), dataStatus: .sample, tables: tables,
      declaredTables: tables.map(\.id) + declared)
  }

  static func measure(
    _ id: String, _ sensitivity: Measure.Sensitivity = .persons, unit: String = "persons",
    partOf: String? = nil, complement: Measure.Complement? = nil
  ) -> Measure {
    Measure(
      id: id, title: text(id), unit: unit, sensitivity: sensitivity, pooling: .sum,
      partOf: partOf, complement: complement)
  }

  static let openComplement = Measure.Complement.open(
    axes: ["period", "area"], reason: "Nói về dịch vụ.")

  static let received = measure("received")
  static let supported = measure("supported", partOf: "received", complement: openComplement)

  /// A table of two measures over periods: cells by period, then by measure.
  static func table(
    _ id: String = "ho-tro", measures: [Measure] = [received, supported],
    periods: [String] = ["2024"], cells: [Cell?], breaks: [SeriesBreak] = breaks
  ) -> ClearedTable {
    table(
      id, measures: measures,
      axes: [axis("period", .period, periods.map { ($0, []) })], cells: cells, breaks: breaks)
  }

  static func table(
    _ id: String = "ho-tro", measures: [Measure] = [received, supported], axes: [Axis],
    fixed: [FixedAxis] = [], cells: [Cell?], breaks: [SeriesBreak] = breaks
  ) -> ClearedTable {
    ClearedTable(
      id: id, title: text(id), dataset: "nan-nhan", measures: measures, axes: axes, fixed: fixed,
      layout: Layout(rows: axes.map(\.name), columns: []), notes: nil,
      provenance: Provenance(
        title: text("Nạn nhân"), releasedBy: "so-y-te", releasedOn: day("2026-01-15"),
        document: text("Báo cáo"), revision: nil, populationBasis: text("Trên địa bàn"),
        legalRegimes: [], breaks: breaks), acrossBreak: nil, cells: cells)
  }

  static func axis(_ name: String, _ role: Axis.Role, _ codes: [(String, [String])]) -> Axis {
    Axis(
      name: name, role: role, title: text(name),
      codes: codes.map { code($0, parents: $1, role: role) })
  }

  static func code(_ code: String, parents: [String] = [], role: Axis.Role) -> AxisCode {
    AxisCode(
      code: code, parents: parents, label: text(code),
      period: role == .period ? Period(code) : nil)
  }
}

extension Cell {
  /// A printed count.
  static func count(_ number: Int) -> Cell { .value(Quantity(number), []) }
}
