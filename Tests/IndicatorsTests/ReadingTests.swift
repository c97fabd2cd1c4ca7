import Diagnostics
import Indicators
import Site
import Tables
import Testing

/// `seeds/plans` and `seeds/indicators`: what they say, and what is said of their mistakes.
@Suite struct ReadingTests {
  @Test func plan() throws {
    let plan = try #require(try SampleSite().catalog().plans.first)
    #expect(plan.id == "ke-hoach" && plan.document.text(in: "vi") == "Kế hoạch số 1")
    #expect(plan.orientation == 2030)
    #expect(plan.purpose?.number == "I.1")
    #expect(plan.targets[0].clause == "II.2")
    #expect(
      plan.targets[0].goal
        == .measured(indicator: "ti-le-ho-tro", comparator: .atLeast, value: Quantity(100)))
    #expect(plan.targets[1].goal == .qualitative)
  }

  @Test func indicator() throws {
    var site = SampleSite()
    site.indicators[0] += """
      limitations: {vi: Chỉ tính người được phát hiện.}
      proxy: true
      related: [ho-tro/quyen]
      breakdowns: [noi-bo]

      """
    let indicator = try #require(try site.catalog().indicators.first)
    #expect(indicator.formula == .ratio(numerator: "supported", denominator: "received"))
    #expect(indicator.isProxy && indicator.related == ["ho-tro/quyen"])
    #expect(indicator.breakdowns == ["noi-bo"])
    #expect(indicator.direction == .up && indicator.frequency == .annual)
  }

  @Test("A table that is declared for another edition alone is no mistake") func otherEdition()
    throws
  {
    var site = SampleSite()
    site.indicators[0] = SampleSite.indicator.replacing("table: ho-tro", with: "table: noi-bo")
    _ = try site.catalog()
  }

  @Test(
    "Mistakes in an indicator",
    arguments: [
      ("table: ho-tro", "table: ho-tr", "MB-IND-001", 5, "Did you mean “ho-tro”?"),
      ("frequency", "breakdowns: [khac]\nfrequency", "MB-IND-001", 11, "“ho-tro”, “noi-bo”"),
      ("numerator: supported", "numerator: suported", "MB-IND-002", 6, "Did you mean “supported”"),
      ("numerator: supported", "numerator: received", "MB-IND-003", 6, "partOf"),
      ("unit: percent", "unit: persons", "MB-IND-006", 8, "unit: percent"),
      ("kind: ratio", "kind: rate", "MB-YAML-006", 4, "“ratio”, “count”, “milestone”"),
      ("agency: so-y-te", "agency: so-yte", "MB-SITE-005", 10, "Did you mean “so-y-te”?"),
      ("frequency", "frequenci", "MB-YAML-003", 1, "frequency"),
      ("direction", "directon", "MB-YAML-004", 9, "Did you mean “direction”?"),
      ("frequency: annual", "frequency: yearly", "MB-YAML-006", 11, "annual"),
    ])
  func indicatorMistakes(
    from: String, to: String, code: String, line: Int, mend: String
  ) throws {
    var site = SampleSite()
    site.indicators[0] = SampleSite.indicator.replacing(from, with: to)
    site.plans = []
    var diagnostics = Diagnostics()
    _ = try site.read(&diagnostics)
    let found = try #require(diagnostics.all.first { $0.rule.code == code })
    #expect(found.place?.file == "seeds/indicators/1.yaml")
    #expect(found.place?.line == line)
    #expect(found.mend.en.text(showingSecrets: true).contains(mend))
    #expect(!found.what.vi.text(showingSecrets: true).isEmpty)
  }

  @Test(
    "Mistakes in a plan",
    arguments: [
      ("indicator: ti-le-ho-tro", "indicator: ti-le-hotro", "MB-PLAN-001"),
      ("value: 100", "value: 100%", "MB-PLAN-002"), ("value: 100", "value: -5", "MB-PLAN-002"),
      ("value: 100", "value: \"97,5\"", "MB-PLAN-002"), ("value: 100", "value: 101", "MB-PLAN-002"),
      ("qualitative: true", "qualitative: true, value: 3", "MB-PLAN-003"),
      ("validTo: 2025-12-31", "validTo: 2020-12-31", "MB-PLAN-004"),
      ("unit: percent", "unit: persons", "MB-IND-006"), ("id: mt2", "id: mt1", "MB-SITE-006"),
      ("comparator: \">=\"", "comparator: \"=>\"", "MB-YAML-006"),
      ("orientation: 2030", "orientaton: 2030", "MB-YAML-004"),
      ("document: Kế hoạch số 1\n", "", "MB-YAML-003"),
    ])
  func planMistakes(from: String, to: String, code: String) throws {
    var site = SampleSite()
    site.plans[0] = SampleSite.plan.replacing(from, with: to)
    var diagnostics = Diagnostics()
    _ = try site.read(&diagnostics)
    #expect(diagnostics.all.map(\.rule.code) == [code])
    #expect(diagnostics.all[0].place?.file == "seeds/plans/1.yaml")
  }

  @Test("An indicator with a mistake of its own is not unknown to the plan") func noEcho() throws {
    var site = SampleSite()
    site.indicators[0] = SampleSite.indicator.replacing("kind: ratio", with: "kind: rate")
    var diagnostics = Diagnostics()
    _ = try site.read(&diagnostics)
    #expect(diagnostics.all.map(\.rule.code) == ["MB-YAML-006"])
  }

  @Test("A count names its measure, also under the name that it has in a ratio") func count() throws
  {
    func formula(_ names: String) throws -> (Indicator.Formula?, [String]) {
      var site = SampleSite()
      site.indicators[0] = SampleSite.indicator.replacing("kind: ratio", with: "kind: count")
        .replacing("numerator: supported\ndenominator: received", with: names)
        .replacing("unit: percent", with: "unit: persons")
      site.plans = []
      var diagnostics = Diagnostics()
      let catalog = try site.read(&diagnostics)
      return (catalog.indicators.first?.formula, diagnostics.all.map(\.rule.code))
    }
    #expect(try formula("measure: received") == (.count(measure: "received"), []))
    #expect(try formula("numerator: received") == (.count(measure: "received"), []))
    #expect(try formula("measure: recieved").1 == ["MB-IND-002"])
    #expect(try formula("numerator: recieved").1 == ["MB-IND-002"])
    #expect(try formula("measure: received\nnumerator: supported").1 == ["MB-IND-002"])
    #expect(try formula("") == (nil, ["MB-YAML-003"]))
    #expect(try formula("measure: received\ndenominator: received").1 == ["MB-YAML-004"])
  }

  @Test("Where neither way is better, no direction is given") func noDirection() throws {
    var site = SampleSite()
    site.indicators[0] = SampleSite.indicator.replacing("direction: up\n", with: "")
    #expect(try site.catalog().indicators[0].direction == nil)
  }

  @Test("An id means one thing") func duplicates() throws {
    var site = SampleSite()
    site.indicators.append(SampleSite.indicator)
    var diagnostics = Diagnostics()
    _ = try site.read(&diagnostics)
    #expect(diagnostics.all.map(\.rule.code) == ["MB-SITE-006"])
    #expect(diagnostics.all[0].what.en.text(showingSecrets: true).contains("1.yaml:1"))
  }
}
