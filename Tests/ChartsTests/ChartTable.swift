import Site
import Tables

/// Cleared tables as the door would hand them out.
enum ChartTable {
  /// Periods on both sides of the break, each with its own province, and two sexes.
  static func table(measures ids: [String] = ["received"]) -> ClearedTable {
    let periods = axis(
      "period", .period,
      [
        ("2024/2025-S1", []), ("2024", ["2024/2025-S1"]), ("2025-S1", ["2024/2025-S1"]),
        ("2025-S2", []),
      ])
    let areas = axis("area", .area, [("gso-2004:87", []), ("gso-2025:82", [])])
    let sexes = axis("sex", .dimension, [("_T", []), ("F", ["_T"]), ("M", ["_T"])])
    let old: [[Cell?]] = [
      [value(55), value(30), value(25)], [value(38), value(16), value(22)],
      [value(17), .missing(.notCollected), value(12)], [nil, nil, nil],
    ]
    let new: [[Cell?]] = [
      [nil, nil, nil], [nil, nil, nil], [nil, nil, nil],
      [.suppressed, .suppressed, .nothingOccurred],
    ]
    let cells = (0..<4).flatMap { old[$0] + new[$0] }
    return make([periods, areas, sexes], measures: ids, cells: cells)
  }

  /// Sex × age in one year.
  static let crossed = make(
    [
      axis("period", .period, [("2024", [])]),
      axis("sex", .dimension, [("_T", []), ("F", ["_T"]), ("M", ["_T"])]),
      axis("age", .dimension, [("_T", []), ("0-17", ["_T"]), ("18+", ["_T"])]),
    ], cells: (0..<9).map { value($0 + 20) })

  /// Sexes side by side, without their sum.
  static let withoutTotal = make(
    [
      axis("period", .period, [("2023", []), ("2024", [])]),
      axis("sex", .dimension, [("F", []), ("M", [])]),
    ], cells: (0..<4).map { value($0 + 20) })

  static func long(years: Int, first: Int = 20) -> ClearedTable {
    make(
      [axis("period", .period, (0..<years).map { ("\(2000 + $0)", []) })],
      cells: (0..<years).map { value($0 + first) })
  }

  static func value(_ number: Int) -> Cell { .value(Quantity(number), []) }

  private static let labels = ["F": "Nữ", "M": "Nam", "_T": "Tổng số"]

  private static func axis(
    _ name: String, _ role: Axis.Role, _ codes: [(String, [String])]
  ) -> Axis {
    Axis(
      name: name, role: role, title: Sample.text(name),
      codes: codes.map { code, parents in
        AxisCode(
          code: code, parents: parents,
          label: Sample.text(labels[code] ?? Sample.label(code)),
          period: role == .period ? Period(code) : nil)
      })
  }

  private static func make(
    _ axes: [Axis], measures ids: [String] = ["received"], cells: [Cell?]
  ) -> ClearedTable {
    ClearedTable(
      id: "tiep-nhan", title: Sample.text("Tiếp nhận"), dataset: "nan-nhan",
      measures: ids.map {
        Measure(
          id: $0, title: Sample.text("Được tiếp nhận"), unit: "persons", sensitivity: .persons,
          pooling: .sum)
      }, axes: axes, fixed: [], layout: Layout(rows: axes.map(\.name), columns: []), notes: nil,
      provenance: Provenance(
        title: Sample.text("Nạn nhân"), releasedBy: "so-y-te",
        releasedOn: Sample.day("2026-01-15"), document: LocalizedText("Báo cáo", language: "vi"),
        revision: nil,
        populationBasis: Sample.text("Trên địa bàn"), legalRegimes: [], breaks: Sample.breaks),
      acrossBreak: nil, cells: cells.flatMap { cell in ids.map { _ in cell } })
  }
}
