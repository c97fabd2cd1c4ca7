import Diagnostics
import Observations
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
    "measure: received, at: {period: 2023, sex: F, age: 18+}, value: 13",
    "measure: received, at: {period: 2023, sex: F}, value: 16",
    "measure: received, at: {period: 2023/2024, sex: M, age: 18+}, value: 12",
    "measure: received, at: {period: 2024}, value: 24",
    "measure: received, value: 45",
  ])
  func aKnownFigureIsANumberOfTheData(_ figure: String) throws {
    #expect(try site(known(figure)).read().diagnostics.map(\.line) == [])
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

  @Test(arguments: [
    "axis: sex, level: 0", "axis: sex, level: 1", "axis: period, level: each",
    "axis: period, level: pooled",
  ])
  func levelsThatTheDataHave(_ level: String) throws {
    for key in ["neverHide", "preferHide"] {
      let site = try site("\(key): [{dataset: people, \(level)}]")
      #expect(site.read().diagnostics.map(\.line) == [])
    }
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
