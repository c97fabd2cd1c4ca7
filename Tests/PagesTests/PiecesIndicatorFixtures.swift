import Diagnostics
import Indicators
import Site
import Tables
import Testing
import VietnameseText

/// A plan with a target of each status, read from `PiecesGolden/site`, and the tables behind it.
struct PiecesPlan {
  let edition: ClearedEdition
  let catalog: IndicatorCatalog
  let plan: Plan
  let scoreboard: Scoreboard

  init() throws {
    let reports = [
      Pieces.measure("part", "Đã phân loại, xử lý", unit: "reports"),
      Pieces.measure("whole", "Tin phải xử lý", unit: "reports"),
    ]
    let persons = [
      Measure(
        id: "part", title: Pieces.vi("Được hỗ trợ"), unit: "persons", sensitivity: .persons,
        pooling: .sum, partOf: "whole",
        complement: .open(axes: ["period", "area"], reason: "Nói về dịch vụ.")),
      Pieces.measure("whole", "Được xác định", unit: "persons", sensitivity: .persons),
    ]
    let tables = [
      try Self.table("tin", reports, "90 100  95 100  48 50 . .  . . . . . . 74 78"),
      try Self.table("dat", reports, "9 10  10 10  5 5 . .  . . . . . . 1200 1200"),
      try Self.table("khong", reports, "1 2  2 2  0 0 . .  . . . . . . - -"),
      try Self.table("thieu", reports, "1 2  2 2  [x] 2 . .  . . . . . . … 8"),
      try Self.table("an", persons, "20 20  18 20  [c] [c] . .  . . . . . . [c] 30"),
    ]
    let edition = ClearedEdition(
      edition: Pieces.publicEdition, asOf: try #require(CalendarDate(iso: "2026-01-31")),
      dataStatus: .sample, tables: tables, declaredTables: tables.map(\.id))
    var diagnostics = Diagnostics()
    let catalog = IndicatorCatalog.read(
      SiteFolder(root: Pieces.folder + "/PiecesGolden/site"), languages: ["vi", "en"],
      registries: try Pieces.registries(), editions: [edition], into: &diagnostics)
    try #require(diagnostics.all.map(\.what.en) == [])
    self.edition = edition
    self.catalog = catalog
    plan = try #require(catalog.plan("ke-hoach"))
    scoreboard = Scoreboard(plan, catalog: catalog, in: edition)
  }

  /// Part and whole under the old area in 2023, 2024 and 2025-S1, under the new one in 2025-S2.
  private static func table(
    _ id: String, _ measures: [Measure], _ cells: String
  ) throws -> ClearedTable {
    try Pieces.table(
      id, "Bảng \(id)", measures,
      [
        Pieces.areas(Pieces.oldArea, Pieces.newArea),
        try Pieces.periods("2023", "2024", "2025-S1", "2025-S2"),
      ], rows: ["area", "period"], columns: [], cells)
  }

  func series(_ id: String) throws -> IndicatorSeries {
    IndicatorSeries(try #require(catalog.indicator(id)), in: edition)
  }

  func standing(_ target: String) throws -> TargetStanding {
    try #require(scoreboard.targets.first { $0.target.id == target })
  }
}
