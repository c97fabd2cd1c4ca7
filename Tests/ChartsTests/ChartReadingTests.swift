import Charts
import Diagnostics
import Site
import Tables
import Testing

/// Which cells of a table a chart draws, and what it says where it can't.
@Suite struct ChartReadingTests {
  @Test("A line runs over the periods, at the total of other axes and at each period's top area")
  func line() throws {
    var diagnostics = Diagnostics()
    let series = try #require(read(.line, into: &diagnostics))
    #expect(series.points.map(\.label) == ["2024", "1–6/2025", "7–12/2025"])
    #expect(series.points.map(\.mark) == [count(38), count(17), .suppressed])
    #expect(series.breaks == Sample.breaks)
    #expect(diagnostics.isEmpty)
  }

  @Test("Bars stand for the codes below the total, in the period that ends last")
  func bars() throws {
    var diagnostics = Diagnostics()
    let series = try #require(read(.bar, into: &diagnostics))
    #expect(series.points.map(\.label) == ["Nữ", "Nam"])
    #expect(series.points.map(\.mark) == [.suppressed, .nothingOccurred])
    #expect(series.standsAt.map(\.code) == ["2025-S2", "gso-2025:82"])
    #expect(series.breaks.isEmpty)
  }

  @Test("A named code chooses another period") func named() throws {
    var diagnostics = Diagnostics()
    let series = try #require(read(.bar, at: ["period": "2024"], into: &diagnostics))
    #expect(series.points.map(\.mark) == [count(16), count(22)])
    #expect(series.standsAt.map(\.code) == ["2024", "gso-2004:87"])
  }

  @Test("With its dimension named, bars stand for periods; a pool is not drawn beside its parts")
  func periods() throws {
    var diagnostics = Diagnostics()
    let series = try #require(read(.bar, at: ["sex": "F"], into: &diagnostics))
    #expect(series.points.map(\.mark) == [count(16), .missing, .suppressed])
  }

  @Test("Several measures: one must be named") func measures() {
    var diagnostics = Diagnostics()
    let both = ChartTable.table(measures: ["received", "supported"])
    #expect(read(.line, both, into: &diagnostics) == nil)
    #expect(codes(diagnostics) == ["MB-CHART-001"])
    diagnostics = Diagnostics()
    #expect(read(.line, both, measure: "suported", into: &diagnostics) == nil)
    #expect(codes(diagnostics) == ["MB-CHART-001"])
    #expect(diagnostics.all[0].mend.en.text(showingSecrets: true) == "Did you mean “supported”?")
    #expect(diagnostics.all[0].place == Place(file: "content/vi/index.md", line: 7))
  }

  @Test(
    "What can't be drawn along one axis is said",
    arguments: [
      ["gioi": "F"], ["sex": "X"], ["period": "2024", "sex": "F"],
    ])
  func axes(codes named: [String: String]) {
    var diagnostics = Diagnostics()
    #expect(read(.bar, at: named, into: &diagnostics) == nil)
    #expect(codes(diagnostics) == ["MB-CHART-002"])
  }

  @Test("Two dimensions: one must be named") func twoDimensions() {
    var diagnostics = Diagnostics()
    #expect(read(.bar, ChartTable.crossed, into: &diagnostics) == nil)
    #expect(codes(diagnostics) == ["MB-CHART-002"])
    diagnostics = Diagnostics()
    #expect(
      read(.bar, ChartTable.crossed, at: ["age": "_T"], into: &diagnostics)?.points.count == 2)
  }

  @Test("An axis without a total can't be left out") func noTotal() {
    var diagnostics = Diagnostics()
    #expect(read(.line, ChartTable.withoutTotal, into: &diagnostics) == nil)
    #expect(codes(diagnostics) == ["MB-CHART-002"])
  }

  @Test("Too many values for a phone") func tooMany() {
    var diagnostics = Diagnostics()
    #expect(read(.line, ChartTable.long(years: 25), into: &diagnostics) == nil)
    #expect(codes(diagnostics) == ["MB-CHART-003"])
    #expect(read(.line, ChartTable.long(years: 24), into: &diagnostics)?.points.count == 24)
  }

  @Test("A negative number has no place on an axis from zero") func negative() {
    var diagnostics = Diagnostics()
    #expect(read(.line, ChartTable.long(years: 3, first: -1), into: &diagnostics) == nil)
    #expect(codes(diagnostics) == ["MB-CHART-004"])
  }

  private func read(
    _ kind: ChartKind, _ table: ClearedTable = ChartTable.table(), measure: String? = nil,
    at codes: [String: String] = [:], into diagnostics: inout Diagnostics
  ) -> ChartSeries? {
    ChartSeries.read(
      table, kind: kind, measure: measure, at: codes, language: "vi",
      place: Place(file: "content/vi/index.md", line: 7), into: &diagnostics)
  }

  private func codes(_ diagnostics: Diagnostics) -> [String] { diagnostics.all.map(\.rule.code) }

  private func count(_ number: Int) -> ChartMark? { Sample.count(number) }
}
