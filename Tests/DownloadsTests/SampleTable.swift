import Diagnostics
import Site
import Tables
import VietnameseText

/// A cleared table with every kind of cell: two years and their pool, two sexes, two measures.
enum SampleTable {
  static let table = ClearedTable(
    id: "ho-tro", title: text("Được tiếp nhận và được hỗ trợ, “theo giới”"), dataset: "nan-nhan",
    measures: [
      Measure(
        id: "received", title: text("Được tiếp nhận"), unit: "persons", sensitivity: .persons,
        pooling: .sum),
      Measure(
        id: "supported", title: text("Được hỗ trợ"), unit: "persons", sensitivity: .persons,
        pooling: .sum, partOf: "received",
        complement: .open(axes: ["period", "area"], reason: "Nói về dịch vụ.")),
    ],
    axes: [
      Axis(
        name: "period", role: .period, title: text("Kỳ"),
        codes: [
          code("2023/2024", "2023–2024"), code("2023", "2023", parents: ["2023/2024"]),
          code("2024", "2024", parents: ["2023/2024"]),
        ]),
      Axis(
        name: "sex", role: .dimension, title: text("Giới tính"),
        codes: [
          code("_T", "Tổng số"), code("F", "Nữ", parents: ["_T"]),
          code("M,x", "Nam \"khác\"", parents: ["_T"]),
        ]),
    ],
    fixed: [
      FixedAxis(name: "area", title: text("Địa bàn"), code: code("gso-2004:87", "Đồng Tháp"))
    ],
    layout: Layout(rows: ["period"], columns: ["sex"]), notes: nil, provenance: provenance,
    acrossBreak: nil,
    cells: [
      // pooled
      .value(Quantity(78), []), .value(Quantity(76), []),
      .suppressed, .suppressed, .suppressed, .suppressed,
      // 2023
      .value(Quantity(38), .provisional), .value(Quantity(36), [.provisional, .revised]),
      .nothingOccurred, .nothingOccurred, .value(Quantity(38), []), .missing(.notCollected),
      // 2024; no cell for men
      .value(Quantity(40), []), .value(Quantity(mantissa: 405, decimals: 1), []),
      .missing(.notAvailable), .missing(.notApplicable), nil, nil,
    ],
    identities: ["opening + received - closed = closing"])

  static let openTable = ClearedTable(
    id: "cong-bo", title: text("Đã công bố"), dataset: "quoc-gia",
    measures: [
      Measure(
        id: "calls", title: text("Cuộc gọi"), unit: "calls", sensitivity: .published,
        pooling: .none, source: "https://example.org/tong-dai?nam=2024")
    ],
    axes: [
      Axis(
        name: "topic", role: .dimension, title: text("Nội dung"),
        codes: [code("_T", "Tổng số"), code("law", "Pháp luật", parents: ["_T"])],
        isMultiResponse: true)
    ],
    fixed: [], layout: Layout(rows: ["topic"], columns: []), notes: nil,
    provenance: provenance, acrossBreak: nil,
    cells: [.value(Quantity(621), []), .value(Quantity(500), [])])

  /// A figure that others publish.
  private static let known = KnownFigure(
    dataset: name("nan-nhan"), measure: name("received"),
    at: [KnownFigure.Coordinate(axis: name("period"), code: name("2023"))], value: 38,
    valuePlace: Place(file: "site.yaml"), source: "Báo cáo của Bộ")

  private static func name(_ text: String) -> PlacedName {
    PlacedName(text, at: Place(file: "site.yaml"))
  }

  static func edition(
    dataStatus: SiteConfiguration.DataStatus = .sample, zeros: DisclosurePolicy.Zeros = .print,
    groupDisclosure: Bool = false
  ) -> ClearedEdition {
    ClearedEdition(
      edition: Edition(
        name: "public", output: "output/public",
        disclosure: DisclosurePolicy(
          threshold: 11, zeros: zeros, groupDisclosure: groupDisclosure, known: [known])),
      asOf: day("2026-11-24"), dataStatus: dataStatus,
      tables: [table, openTable], declaredTables: ["ho-tro", "cong-bo", "noi-bo"])
  }

  static func text(_ words: String) -> LocalizedText { LocalizedText(words, language: "vi") }

  static func code(_ code: String, _ label: String, parents: [String] = []) -> AxisCode {
    AxisCode(code: code, parents: parents, label: text(label), period: Period(code))
  }

  private static let provenance = Provenance(
    title: text("Nạn nhân"), releasedBy: "so-y-te", releasedOn: day("2025-03-31"),
    document: LocalizedText("Báo cáo", language: "vi"),
    revision: nil, populationBasis: text("Trên địa bàn"), legalRegimes: [], breaks: [])

  private static func day(_ iso: String) -> CalendarDate {
    guard let date = CalendarDate(iso: iso) else { preconditionFailure("\(iso) is no date") }
    return date
  }
}
