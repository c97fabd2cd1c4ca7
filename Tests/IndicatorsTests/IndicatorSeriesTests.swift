import Indicators
import Site
import Tables
import Testing

/// An indicator over the periods of its table.
@Suite struct IndicatorSeriesTests {
  @Test("Single periods in their order, pooled ones apart, breaks before the period that follows")
  func periods() throws {
    let table = Sample.table(
      axes: [
        Sample.axis(
          "period", .period,
          [
            ("2024/2025-S1", []), ("2024", ["2024/2025-S1"]), ("2025-S1", ["2024/2025-S1"]),
            ("2025-S2", []),
          ])
      ],
      cells: [
        .count(55), .count(52), .count(38), .count(36), .count(17), .count(16), .count(46),
        .suppressed,
      ])
    let series = try series(table)
    #expect(series.results.map(\.period.code) == ["2024", "2025-S1", "2025-S2"])
    #expect(series.pooled.map(\.period.code) == ["2024/2025-S1"])
    #expect(series.results.map(\.breaksBefore) == [[], [], Sample.breaks])
    #expect(series.results.map(\.isAfterBreak) == [false, false, true])
    #expect(series.latest?.period.code == "2025-S2")
    let share = try #require(series.pooled[0].share)
    #expect(share.numerator == 52 && share.denominator == 55)
  }

  @Test("Newest first: breaks and the latest period don't depend on the order of the table")
  func newestFirst() throws {
    let table = Sample.table(
      periods: ["2025-S2", "2025-S1"],
      cells: [.count(46), .count(46), .count(17), .count(17)])
    let series = try series(table)
    #expect(series.results.map(\.breaksBefore.count) == [2, 0])
    #expect(series.latest?.period.code == "2025-S2")
  }

  @Test("Each period stands at the top area that has cells in it") func areas() throws {
    let series = try series(twoAreas(secondIn2024: false))
    #expect(series.results.map { $0.area?.code } == ["gso-2004:87", "gso-2025:82"])
    #expect(series.results.map { $0.denominator } == [.count(38), .count(46)])
  }

  @Test("Two top areas in one period are no total: nothing is computed") func twoTops() throws {
    #expect(try series(twoAreas(secondIn2024: true)).results.isEmpty)
  }

  @Test("Other axes stand at their total; an axis without one gives nothing") func totals() throws {
    func table(_ sexes: [(String, [String])]) -> ClearedTable {
      Sample.table(
        axes: [
          Sample.axis("sex", .dimension, sexes), Sample.axis("period", .period, [("2024", [])]),
        ], cells: sexes.indices.flatMap { [.count(20 + $0), .count(15 + $0)] as [Cell?] })
    }
    #expect(
      try series(table([("F", ["_T"]), ("M", ["_T"]), ("_T", [])])).results.map(\.denominator)
        == [.count(22)])
    #expect(try series(table([("F", []), ("M", [])])).results.isEmpty)
  }

  @Test("A table at one period names it") func fixedPeriod() throws {
    let table = Sample.table(
      axes: [Sample.axis("sex", .dimension, [("_T", []), ("F", ["_T"])])],
      fixed: [
        FixedAxis(
          name: "period", title: Sample.text("Kỳ"), code: Sample.code("2021/2024", role: .period))
      ], cells: [.count(150), .count(140), .count(80), .count(75)])
    let series = try series(table)
    #expect(series.results.isEmpty)
    #expect(series.latest?.period.code == "2021/2024")
  }

  @Test("A count of persons below T is not passed on, an open one is") func counts() throws {
    func outcome(_ sensitivity: Measure.Sensitivity, _ cell: Cell) throws
      -> IndicatorResult.Outcome?
    {
      let measures = [Sample.measure("received", sensitivity)]
      let table = Sample.table(measures: measures, cells: [cell])
      return try series(table, count: true).latest?.outcome
    }
    #expect(try outcome(.persons, .count(10)) == .suppressed)
    #expect(try outcome(.persons, .count(11)) == .count(Quantity(11)))
    #expect(try outcome(.persons, .suppressed) == .suppressed)
    #expect(try outcome(.open, .count(10)) == .count(Quantity(10)))
    #expect(try outcome(.open, .nothingOccurred) == .count(.zero))
    #expect(try outcome(.open, .missing(.notAvailable)) == .insufficientData)
  }

  private func twoAreas(secondIn2024: Bool) -> ClearedTable {
    let extra: [Cell?] = secondIn2024 ? [.count(20), .count(20)] : [nil, nil]
    return Sample.table(
      axes: [
        Sample.axis("period", .period, [("2024", []), ("2025-S2", [])]),
        Sample.axis("area", .area, [("gso-2004:87", []), ("gso-2025:82", [])]),
      ],
      cells: [.count(38), .count(36)] + extra + [nil, nil, .count(46), .count(46)])
  }

  private func series(_ table: ClearedTable, count: Bool = false) throws -> IndicatorSeries {
    var site = SampleSite()
    if count {
      site.indicators = [
        SampleSite.indicator.replacing("kind: ratio", with: "kind: count")
          .replacing("numerator: supported\ndenominator: received", with: "measure: received")
          .replacing("unit: percent", with: "unit: persons")
      ]
      site.plans = []
    }
    let indicator = try #require(site.catalog().indicator("ti-le-ho-tro"))
    return IndicatorSeries(indicator, in: Sample.edition([table]))
  }
}
