import Diagnostics
import Observations
import Testing

/// `identities`: equations between the measures of a data set.
@Suite struct IdentityTests {
  private static let package = "seeds/datapackage.yaml"
  private static let people = "seeds/data/people.csv"

  /// Cases open at the start and end of a year, by sex.
  private func site(
    _ rows: String, _ identity: String = "opening + received - closed = closing"
  ) throws -> SmallSite {
    let fields = ["opening", "received", "closed", "closing"].map {
      "        - {name: \($0), type: integer, minhbach: {role: measure, unit: persons, sensitivity: persons, pooling: none}}"
    }
    let site = try SmallSite(
      """
      -- seeds/data/people.csv --
      period,sex,opening,received,closed,closing
      \(rows)
      -- seeds/tables.yaml --
      tables:
        - id: t
          title: Biến động
          dataset: people
          measures: [opening, received, closed, closing]
          axes: {period: {each: true}, sex: {}}
          rows: [period]
          columns: [sex]
          editions: [public]
      """)
    let text = SmallSite.files(SmallSite.base)[Self.package] ?? ""
    let lines = text.split(separator: "\n").filter { !$0.contains("name: age") }
    try site.write(
      Self.package,
      lines.map { $0.contains("name: received") ? fields.joined(separator: "\n") : String($0) }
        .joined(separator: "\n") + "\n      identities: [\"\(identity)\"]\n")
    return site
  }

  private static let sound = """
    2023,F,10,6,4,12
    2023,M,3,2,-,5
    2024,F,12,5,9,8
    2024,M,5,0,1,4
    """

  @Test func itHoldsAtEachFinestCell() throws {
    let seeds = try site(Self.sound).seeds()
    let dataSet = seeds.dataSets[0]
    #expect(dataSet.identities.map(\.text) == ["opening + received - closed = closing"])
    #expect(dataSet.identities[0].terms.map(\.coefficient) == [1, 1, -1, -1])
    // The last two: what 2023 leaves to 2024.
    #expect(
      seeds.equations == [
        "+10 +6 -4 -12", "+3 +2 -0 -5", "+12 +5 -9 -8", "+5 +0 -1 -4", "+12 -12", "+5 -5",
      ])
    #expect(seeds.unbalanced == [])
  }

  /// Readers take the opening of a year to be the closing of the year before.
  @Test(arguments: [
    // One of a person's codes is another now: the totals are carried over.
    ("2024,F,11,5,9,7\n2024,M,6,0,1,5", ["+12 +5 -11 -6"]),
    ("2024,F,13,5,8,10\n2024,M,5,0,1,4", []),
    ("2025,F,12,5,9,8\n2025,M,5,0,1,4", []),
  ])
  func whatAPeriodLeavesToTheNext(next: String, carried: [String]) throws {
    let rows = Self.sound.split(separator: "\n").prefix(2).joined(separator: "\n")
    let seeds = try site(rows + "\n" + next).seeds()
    #expect(Array(seeds.equations.dropFirst(4)) == carried)
  }

  @Test func termsMayStandOnEitherSide() throws {
    let dataSet = try site(Self.sound, "closing + closed = received + opening").seeds()
      .dataSets[0]
    #expect(dataSet.identities[0].terms.map(\.measure) == [3, 2, 1, 0])
    #expect(dataSet.identities[0].terms.map(\.coefficient) == [1, 1, -1, -1])
  }

  @Test func aRowThatDoesNotObeyIsAnError() throws {
    let site = try site(Self.sound.replacing("12,5,9,8", with: "12,5,9,7"))
    let diagnostics = site.read().diagnostics
    #expect(diagnostics.map(\.line) == ["MB-DATA-021 \(Self.people):4:15"])
    let words = diagnostics.first?.what.en
    #expect(
      words?.text(showingSecrets: true)
        == "The row does not obey “opening + received - closed = closing” (off by 1).")
    #expect(words?.text(showingSecrets: false).contains("(off by •••)") == true)
  }

  /// What was not collected is 0 or more: the others leave it room, and a reader knows that.
  @Test func whereANumberIsMissingABoundRemains() throws {
    let seeds = try site(Self.sound.replacing("10,6,4,12", with: "…,6,4,12")).seeds()
    #expect(seeds.equations.count == 5, "three, and two of what is carried over")
    #expect(seeds.bounds == ["6 ≤ 4+12"])
    #expect(seeds.dataSets[0].bounds.map(\.kind) == [.identity])
    let twoSides = try site(Self.sound.replacing("10,6,4,12", with: "…,6,…,12")).seeds()
    #expect(twoSides.bounds == [])
    let notApplicable = try site(Self.sound.replacing("10,6,4,12", with: "[z],6,4,12")).seeds()
    #expect(notApplicable.bounds == [] && notApplicable.equations.count == 5)
    // 6 − 4 = 2: without the opening it holds, and a reader may think so.
    let agreeing = try site(Self.sound.replacing("10,6,4,12", with: "[z],6,4,2")).seeds()
    #expect(agreeing.equations.contains("+6 -4 -2") && agreeing.equations.count == 4)
    let negative = try site(Self.sound.replacing("10,6,4,12", with: "…,17,4,12"))
    #expect(negative.read().diagnostics.map(\.line) == ["MB-DATA-021 \(Self.people):2:15"])
  }

  /// Given for both sexes together only: it holds of the totals.
  @Test func itHoldsOfGivenTotals() throws {
    let seeds = try site("2023,_T,13,8,4,17\n2024,F,12,5,9,8\n2024,M,5,0,1,4").seeds()
    #expect(seeds.equations == ["+12 +5 -9 -8", "+5 +0 -1 -4", "+13 +8 -4 -17"].sortedLike(seeds))
    #expect(seeds.unbalanced == [])
  }

  @Test func measuresMustLackTheSameParts() throws {
    let rows = "2023,F,10,…,4,12\n2023,M,3,…,0,5\n2023,_T,13,8,4,17\n2024,F,12,5,9,8"
    #expect(try site(rows).read().diagnostics.map(\.line) == ["MB-DATA-018 \(Self.people):4:12"])
  }

  @Test(arguments: [
    "opening + received - closed", "opening = closing = closed", "opening received = closing",
    "= closing", "opening + = closing", "opening + received - closed = clossing",
    "opening + opening = closing",
  ])
  func mistakes(_ identity: String) throws {
    let codes = try site(Self.sound, identity).read().diagnostics.map(\.rule.code)
    #expect(codes == ["MB-PKG-015"])
  }

  @Test(arguments: [("type: integer", "type: number"), ("unit: persons", "unit: cases")])
  func measuresOfAnotherKind(_ old: String, _ new: String) throws {
    let site = try site(Self.sound)
    try site.edit(
      Self.package,
      "{name: closed, type: integer, minhbach: {role: measure, unit: persons, sensitivity: persons",
      "{name: closed, type: integer, minhbach: {role: measure, unit: persons, sensitivity: open")
    if old == "unit: persons" {
      try site.edit(
        Self.package, "{name: closed, type: integer, minhbach: {role: measure, unit: persons",
        "{name: closed, type: integer, minhbach: {role: measure, unit: cases")
    } else {
      try site.edit(
        Self.package, "{name: closed, type: integer, minhbach: {role: measure, unit: persons",
        "{name: closed, type: number, minhbach: {role: measure, unit: cases")
    }
    #expect(site.read().diagnostics.map(\.rule.code) == ["MB-PKG-015"])
  }
}

extension [String] {
  /// The order of the equations follows the cells, which is not what these tests are about.
  fileprivate func sortedLike(_ seeds: SeedData) -> [String] {
    seeds.equations.filter { contains($0) }
  }
}
