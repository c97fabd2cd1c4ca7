import Diagnostics
import Observations
import Site
import Tables
import Testing

/// `known`, `neverHide` and `preferHide` of `site.yaml` against the data.
@Suite struct KnownFigureTests {
  private static let place = "disclosure: {threshold: 11"

  private func site(_ options: String, _ archive: String = "") throws -> SmallSite {
    let site = try SmallSite(archive)
    try site.edit("site.yaml", Self.place, Self.place + ", " + options)
    return site
  }

  private func known(_ rest: String) -> String { "known: [{dataset: people, \(rest), source: A}]" }

  /// Axes that are left out stand at their total, the period axis at all periods together.
  @Test(arguments: [
    ("measure: received, at: {period: 2023, sex: F, age: 18+}, value: 13", [13]),
    ("measure: received, at: {period: 2023, sex: F}, value: 16", [3, 13]),
    ("measure: received, at: {period: 2023/2024, sex: M, age: 18+}, value: 12", [5, 7]),
    ("measure: received, at: {period: 2024}, value: 24", [4, 11, 2, 7]),
    ("measure: received, value: 45", [3, 13, 0, 5, 4, 11, 2, 7]),
  ])
  func aKnownFigureIsASumOfUnknowns(_ figure: String, _ parts: [Int]) throws {
    let seeds = try site(known(figure)).seeds()
    let cell = try #require(seeds.known["public"]?.first)
    let unknowns = seeds.dataSets[cell.dataSet].unknowns
    #expect(cell.unknowns.map { unknowns[$0].value.mantissa } == parts)
    #expect(cell.value == parts.reduce(0, +))
    #expect(cell.figure.source == "A")
    #expect(seeds.known["officials"] == [])
  }

  @Test(arguments: [
    ("measure: recieved, value: 45", "MB-TABLE-003 site.yaml:8:98"),
    ("measure: received, at: {sexes: F}, value: 45", "MB-TABLE-003 site.yaml:8:113"),
    ("measure: received, at: {sex: W}, value: 45", "MB-SITE-007 site.yaml:8:118"),
    ("measure: received, at: {period: 2025}, value: 45", "MB-SITE-007 site.yaml:8:121"),
    ("measure: received, at: {period: năm}, value: 45", "MB-SITE-007 site.yaml:8:121"),
    ("measure: received, at: {period: 2023/2025}, value: 45", "MB-SITE-007 site.yaml:8:121"),
    ("measure: received, value: 44", "MB-SITE-008 site.yaml:8:115"),
  ])
  func whatDoesNotFitTheDataIsAnError(_ figure: String, _ expected: String) throws {
    #expect(try site(known(figure)).read().diagnostics.map(\.line) == [expected])
  }

  @Test func anUnknownDataSet() throws {
    let site = try site(known("measure: received, value: 45").replacing("people", with: "peeple"))
    #expect(site.read().diagnostics.map(\.line) == ["MB-TABLE-003 site.yaml:8:81"])
  }

  /// Both places are told, neither number: one of them is secret.
  @Test func aContradictionNamesBothPlaces() throws {
    let figure = "measure: received, at: {period: 2023, sex: F, age: 18+}, value: 14"
    let site = try site(known(figure))
    let found = try #require(site.read().diagnostics.first)
    #expect(found.rule.code == "MB-SITE-008")
    #expect(
      found.what.en.text(showingSecrets: true)
        == "The figure differs from the data in seeds/data/people.csv:3.")
  }

  @Test func whereTheDataHaveNoNumberNothingCanBeKnown() throws {
    let site = try site(known("measure: received, at: {period: 2023}, value: 8"))
    try site.edit("seeds/data/people.csv", "2023,F,18+,13", "2023,F,18+,…")
    #expect(site.read().diagnostics.map(\.rule.code) == ["MB-SITE-007"])
  }

  @Test func periodsThatAreNotAddedNeedAPeriod() throws {
    let site = try site(known("measure: received, value: 45"))
    try site.edit("seeds/datapackage.yaml", "pooling: sum", "pooling: none")
    try site.edit("seeds/tables.yaml", ", pooled: [\"2023/2024\"]", "")
    #expect(site.read().diagnostics.map(\.rule.code) == ["MB-SITE-007"])
  }

  @Test func aCellIsKnownOnce() throws {
    let figure = "{dataset: people, measure: received, value: 45, source: A}"
    let site = try site(
      "known: [\(figure), \(figure.replacing("value", with: "at: {sex: _T}, value"))]")
    #expect(site.read().diagnostics.map(\.rule.code) == ["MB-SITE-007"])
  }

  // MARK: Levels

  @Test func cellsAtALevelOfAnAxis() throws {
    let seeds = try site(
      "neverHide: [{dataset: people, axis: sex, level: 0}], preferHide: [{dataset: people, axis: period, level: each}]"
    ).seeds()
    let frame = try #require(seeds.frame("by-sex"))
    let level = { (axis: String, level: AxisLevel.Level) in
      seeds.dataSets[frame.dataSet].cells(
        of: frame,
        at: AxisLevel(
          dataset: PlacedName("people", at: frame.place),
          axis: PlacedName(axis, at: frame.place), level: level, levelPlace: frame.place))
    }
    let (yes, no) = (true, false)
    // 2023, 2024, 2023/2024; in each total, F, M.
    #expect(level("sex", .depth(0)) == [yes, no, no, yes, no, no, yes, no, no])
    #expect(level("sex", .depth(1)) == [no, yes, yes, no, yes, yes, no, yes, yes])
    let pooled = frame.axes[0].codes.map { $0.code.contains("/") }.flatMap { [$0, $0, $0] }
    #expect(level("period", .pooled) == pooled)
    #expect(level("period", .each) == pooled.map { !$0 })
    // The axis that the table doesn't show stands at its total.
    #expect(level("age", .depth(0)).allSatisfy { $0 })
    #expect(!level("age", .depth(1)).contains(true))
  }

  @Test(arguments: [
    ("{dataset: people, axis: sex, level: 2}", "MB-TABLE-010"),
    ("{dataset: people, axis: sex, level: province}", "MB-TABLE-010"),
    ("{dataset: people, axis: sex, level: each}", "MB-TABLE-010"),
    ("{dataset: people, axis: sexes, level: 1}", "MB-TABLE-003"),
    ("{dataset: peeple, axis: sex, level: 1}", "MB-TABLE-003"),
  ])
  func levelsThatTheDataDoNotHave(_ level: String, _ code: String) throws {
    for key in ["neverHide", "preferHide"] {
      let diagnostics = try site("\(key): [\(level)]").read().diagnostics
      #expect(diagnostics.map(\.rule.code) == [code])
    }
  }
}
