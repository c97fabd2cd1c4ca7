import Diagnostics
import Indicators
import Tables
import Testing

/// A plan's targets with the status of each period.
@Suite struct ScoreboardTests {
  @Test("Goals and targets in the plan's order, with the periods in which it was in force")
  func scoreboard() throws {
    let table = Sample.table(
      periods: ["2020", "2021", "2024", "2025-S2", "2026-S1"],
      cells: [
        .count(20), .count(20), .count(30), .count(30), .count(38), .count(36), .count(46),
        .suppressed, .count(50), .count(50),
      ])
    let catalog = try SampleSite().catalog()
    let board = Scoreboard(
      try #require(catalog.plan("ke-hoach")), catalog: catalog, in: Sample.edition([table]))
    #expect(board.goals.map(\.goal.id) == ["ho-tro"])
    #expect(board.targets.map(\.target.id) == ["mt1", "mt2"])
    // 2021 counts: the plan began in its July. 2020 and 2026 don't.
    let target = board.targets[0]
    #expect(target.periods.map(\.result.period.code) == ["2021", "2024", "2025-S2"])
    #expect(target.periods.map(\.status) == [.met, .notMet, .suppressed])
    #expect(target.periods.map { !$0.result.breaksBefore.isEmpty } == [false, false, true])
    #expect(target.periods.map(\.shortfall) == [nil, Quantity(2), nil])
    #expect(target.status == .suppressed)
    #expect(target.latest?.result.period.code == "2025-S2")
    #expect(board.targets[1].status == .qualitative)
  }

  @Test("A plan without a period in the table lacks data") func outside() throws {
    let catalog = try SampleSite().catalog()
    let table = Sample.table(periods: ["2019"], cells: [.count(20), .count(20)])
    let board = Scoreboard(
      try #require(catalog.plan("ke-hoach")), catalog: catalog, in: Sample.edition([table]))
    #expect(board.targets[0].status == .insufficientData)
  }

  @Test("A milestone that was reached stays reached, up to a break") func milestone() throws {
    var site = SampleSite()
    site.indicators = [
      SampleSite.indicator.replacing("kind: ratio", with: "kind: milestone")
        .replacing("numerator: supported\ndenominator: received", with: "measure: rules")
        .replacing("unit: percent", with: "unit: documents")
    ]
    site.plans = [
      SampleSite.plan.replacing("value: 100, unit: percent", with: "value: 1, unit: documents")
    ]
    site.editions = [
      Sample.edition([
        Sample.table(
          measures: [Sample.measure("rules", .open, unit: "documents")],
          periods: ["2022", "2023", "2024", "2025-S1", "2025-S2"],
          cells: [.count(0), .count(1), .count(0), .missing(.notCollected), .count(0)])
      ])
    ]
    let catalog = try site.catalog()
    let board = Scoreboard(
      try #require(catalog.plan("ke-hoach")), catalog: catalog, in: site.editions[0])
    #expect(board.targets[0].periods.map(\.status) == [.notMet, .met, .met, .met, .notMet])
    #expect(board.targets[0].periods.map(\.shortfall)[0] == Quantity(1))
  }

  @Test("An indicator knows the targets that it measures") func targets() throws {
    let catalog = try SampleSite().catalog()
    #expect(catalog.targets(of: "ti-le-ho-tro").map(\.target.id) == ["mt1"])
    #expect(catalog.targets(of: "khac").isEmpty)
  }
}
