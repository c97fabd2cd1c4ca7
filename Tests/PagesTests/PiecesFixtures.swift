import Diagnostics
import Pages
import Site
import SourceFiles
import Tables
import Testing
import VietnameseText

/// What the tests of the pieces need: real interface words, registries, and cleared tables built
/// by hand.
enum Pieces {
  static let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
  static let templates = folder + "/../../templates"

  static func words(_ language: String = "vi") throws -> InterfaceWords {
    var diagnostics = Diagnostics()
    let file = try #require(
      SourceFile.read(
        templates + "/strings/\(language).yaml", as: "\(language).yaml", into: &diagnostics))
    let words = InterfaceWords(file, language: language, into: &diagnostics)
    try #require(diagnostics.all == [])
    return try #require(words)
  }

  static func registries() throws -> Registries {
    var diagnostics = Diagnostics()
    let registries = Registries.read(
      SiteFolder(root: folder + "/PiecesGolden/site"), languages: ["vi", "en"], into: &diagnostics)
    try #require(diagnostics.all == [])
    return registries
  }

  static let publicEdition = Edition(
    name: "public", output: "output/public", disclosure: DisclosurePolicy(threshold: 11))
  static let officials = Edition(
    name: "officials", output: "output/officials", disclosure: DisclosurePolicy(threshold: 5))

  static func vi(_ text: String) -> LocalizedText { LocalizedText(text, language: "vi") }

  // MARK: - Axes

  static func dimension(
    _ name: String, _ title: String, _ codes: [(code: String, label: String)]
  ) -> Axis {
    Axis(
      name: name, role: .dimension, title: vi(title),
      codes: codes.map { code, label in
        AxisCode(code: code, parents: code == "_T" ? [] : ["_T"], label: vi(label))
      })
  }

  /// Periods, in order; one with a slash is the parent of those that it contains.
  static func periods(_ codes: String...) throws -> Axis {
    let periods = try codes.map { try #require(Period($0)) }
    return Axis(
      name: "period", role: .period, title: vi("Kỳ"),
      codes: periods.map { period in
        let parents = periods.filter { $0.isRange && $0 != period && $0.contains(period) }
        return AxisCode(
          code: period.code, parents: parents.map(\.code), label: vi(period.code), period: period)
      })
  }

  static let oldArea = area("87", "gso-2004", to: CalendarDate(iso: "2025-06-30"))
  static let newArea = area("82", "gso-2025", from: CalendarDate(iso: "2025-07-01"))

  static func area(
    _ code: String, _ scheme: String, _ name: String = "Tỉnh Đồng Tháp",
    from: CalendarDate? = nil, to: CalendarDate? = nil, below parents: [String] = []
  ) -> AxisCode {
    AxisCode(
      code: "\(scheme):\(code)", parents: parents, label: vi(name),
      area: AreaFacts(
        scheme: scheme, code: code, level: parents.isEmpty ? .province : .district,
        validFrom: from, validTo: to, latitude: nil, longitude: nil))
  }

  static func areas(_ codes: AxisCode...) -> Axis {
    Axis(name: "area", role: .area, title: vi("Địa bàn"), codes: codes)
  }

  // MARK: - Measures and cells

  static func measure(
    _ id: String, _ title: String, unit: String,
    sensitivity: Measure.Sensitivity = .open
  ) -> Measure {
    Measure(id: id, title: vi(title), unit: unit, sensitivity: sensitivity, pooling: .sum)
  }

  static let received = measure(
    "received", "Được tiếp nhận", unit: "persons", sensitivity: .persons)
  static let events = measure("events", "Cuộc", unit: "events")
  static let attendances = measure("attendances", "Lượt người", unit: "attendances")

  /// Cells as they are shown: `12`, `1234.5`, `12p`, `-`, `…`, `[c]`, `[x]`, `[z]`; `.` is none.
  static func cells(_ text: String) throws -> [Cell?] {
    try text.split(whereSeparator: \.isWhitespace).map { word in
      switch word {
      case ".": return nil
      case "-": return .nothingOccurred
      case "[c]": return .suppressed
      case "…": return .missing(.notCollected)
      case "[x]": return .missing(.notAvailable)
      case "[z]": return .missing(.notApplicable)
      default:
        var status: ObservationStatus = []
        for (member, letter) in ObservationStatus.all where word.contains(letter) {
          status.insert(member)
        }
        let parts = word.filter { !$0.isLetter }.split(separator: ".")
        let mantissa = try #require(Int(parts.joined()))
        let decimals = parts.count > 1 ? parts[1].count : 0
        return .value(Quantity(mantissa: mantissa, decimals: decimals), status)
      }
    }
  }

  static func digits(_ quantity: Quantity) -> String {
    NumberFormat.format(
      mantissa: quantity.mantissa, decimals: quantity.decimals, language: "vi")
  }

  // MARK: - Tables

  static let breakDay = CalendarDate(iso: "2025-07-01")

  static func provenance(
    breaks kinds: [SeriesBreak.Kind] = [.territory, .law]
  ) throws -> Provenance {
    let day = try #require(breakDay)
    return Provenance(
      title: vi("Tập dữ liệu"), releasedBy: "so-cu",
      releasedOn: try #require(CalendarDate(iso: "2026-01-15")),
      document: Pieces.vi("báo cáo năm 2025 (mẫu)"), revision: nil,
      populationBasis: vi("Tiếp nhận trên địa bàn tỉnh"),
      legalRegimes: [
        LegalRegime(from: nil, instrument: "luat-66-2011"),
        LegalRegime(from: day, instrument: "luat-53-2024"),
      ],
      breaks: kinds.map { SeriesBreak(at: day, kind: $0, note: vi("Ranh giới mới")) })
  }

  static func table(
    _ id: String, _ title: String, _ measures: [Measure], _ axes: [Axis], rows: [String],
    columns: [String], fixed: [FixedAxis] = [], acrossBreak: String? = nil,
    provenance: Provenance? = nil, _ cells: String
  ) throws -> ClearedTable {
    let cells = try self.cells(cells)
    try #require(cells.count == axes.reduce(measures.count) { $0 * $1.codes.count })
    return ClearedTable(
      id: id, title: vi(title), dataset: "du-lieu", measures: measures, axes: axes, fixed: fixed,
      layout: Layout(rows: rows, columns: columns), notes: nil,
      provenance: try provenance ?? self.provenance(), acrossBreak: acrossBreak.map(vi),
      cells: cells)
  }

  static let fixedArea = FixedAxis(name: "area", title: vi("Địa bàn"), code: oldArea)
}
