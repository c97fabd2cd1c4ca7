import Diagnostics
import Observations
import Tables
import Testing

/// `derivedFrom` and `sensitivity: published`: figures that another one or another authority
/// gives away.
@Suite struct DerivedTests {
  private static let package = "seeds/datapackage.yaml"
  private static let people = "seeds/data/people.csv"
  private static let paid =
    "{name: paid, type: number, minhbach: {role: measure, unit: vnd, sensitivity: open, pooling: sum, derivedFrom: received}}"

  /// Money paid at a fixed rate to those who were received.
  private func site(_ rows: String = Self.rows, _ paid: String = Self.paid) throws -> SmallSite {
    let site = try SmallSite(
      """
      -- seeds/data/people.csv --
      period,sex,age,received,paid
      \(rows)
      """)
    try site.edit(
      Self.package, "    minhbach:\n      absentRows",
      "        - \(paid)\n    minhbach:\n      absentRows")
    try site.edit("seeds/tables.yaml", "measures: [received]", "measures: [paid]")
    return site
  }

  private static let rows = """
    2023,F,0-17,3,4500.5
    2023,F,18+,13,19500
    2023,M,0-17,-,-
    2023,M,18+,5,7500
    2024,F,0-17,4,…
    2024,F,18+,11,16500
    2024,M,0-17,2,3000
    2024,M,18+,7,10500
    """

  /// The money is shown; the cells behind it are those of the persons, in a table without them too.
  @Test func itsCellsAreThoseOfTheMeasureBehindIt() throws {
    let seeds = try site().seeds()
    #expect(seeds.text("by-sex")[7] == "2023/2024 F: …")
    #expect(seeds.text("by-sex")[1] == "2023 F: 240005e-1")
    #expect(seeds.parts("by-sex", ["2023", "F"]) == [3, 13])
    #expect(seeds.parts("by-sex", ["2023/2024", "M"]) == [0, 5, 2, 7])
    let dataSet = seeds.dataSets[0]
    #expect(dataSet.origin(of: 1) == 0)
    #expect(dataSet.isSensitive(measure: 1))
    for (derived, origins) in dataSet.origins {
      #expect(dataSet.unknowns[derived].measure == 1)
      #expect(origins.map { dataSet.unknowns[$0].measure } == [0])
    }
    #expect(dataSet.origins.count == 7)
  }

  /// A sum that is given over missing parts gives away the persons of all these parts.
  @Test func aGivenTotalGivesAllItsPartsAway() throws {
    let rows = Self.rows.replacing(
      "2024,F,18+,11,16500", with: "2024,F,18+,11,…\n2024,F,_T,15,22500")
    let seeds = try site(rows).seeds()
    #expect(seeds.text("by-sex")[4] == "2024 F: 225000e-1")
    #expect(seeds.parts("by-sex", ["2024", "F"]) == [4, 11])
    #expect(seeds.unbalanced == [])
  }

  @Test func chainsEndAtTheMeasureOfPersons() throws {
    let fee =
      "{name: fee, type: integer, minhbach: {role: measure, unit: vnd, sensitivity: open, pooling: sum, derivedFrom: paid}}"
    let site = try site(
      "2023,F,0-17,3,4500,45\n2023,F,18+,13,19500,195\n2023,M,0-17,-,-,-\n2023,M,18+,5,7500,75\n2024,F,18+,9,9,9",
      Self.paid + "\n        - " + fee)
    try site.edit(Self.people, "received,paid", "received,paid,fee")
    try site.edit("seeds/tables.yaml", "measures: [paid]", "measures: [fee]")
    try site.edit("seeds/tables.yaml", ", pooled: [\"2023/2024\"]", "")
    let seeds = try site.seeds()
    #expect(seeds.dataSets[0].origin(of: 2) == 0)
    #expect(seeds.parts("by-sex", ["2023", "F"]) == [3, 13])
  }

  @Test func aNumberNeedsTheNumberBehindIt() throws {
    let site = try site(Self.rows.replacing("2024,M,18+,7,", with: "2024,M,18+,…,"))
    #expect(site.read().diagnostics.map(\.line) == ["MB-DATA-023 \(Self.people):9:14"])
  }

  @Test(arguments: [
    ("derivedFrom: received", "derivedFrom: recieved"),
    ("derivedFrom: received", "derivedFrom: paid"),
    ("sensitivity: open", "sensitivity: published, source: \"https://example.org/\""),
  ])
  func mistakes(_ old: String, _ new: String) throws {
    let codes = try site(Self.rows, Self.paid.replacing(old, with: new)).read().diagnostics
      .map(\.rule.code)
    #expect(codes == ["MB-PKG-014"])
  }

  /// Nothing of persons behind it: the key says nothing.
  @Test func theMeasureBehindItCountsPersons() throws {
    let site = try site()
    try site.edit(Self.package, "sensitivity: persons", "sensitivity: open")
    #expect(site.read().diagnostics.map(\.rule.code) == ["MB-PKG-014"])
  }

  @Test func aDerivedMeasureIsNoPartAndHasNone() throws {
    let part = Self.paid.replacing("unit: vnd", with: "unit: persons")
      .replacing("type: number", with: "type: integer")
      .replacing("derivedFrom", with: "partOf: received, complement: sensitive, derivedFrom")
    #expect(try site(Self.rows, part).read().diagnostics.map(\.rule.code) == ["MB-PKG-014"])
    let ofPaid =
      "{name: late, type: number, minhbach: {role: measure, unit: vnd, sensitivity: open, pooling: sum, partOf: paid, complement: sensitive}}"
    #expect(
      try site(Self.rows, Self.paid + "\n        - " + ofPaid).read().diagnostics
        .map(\.rule.code) == ["MB-PKG-014"])
  }

  // MARK: Published elsewhere

  /// An own part of a published whole.
  @Test func aPublishedFigureNamesItsSource() throws {
    let site = try SmallSite(
      """
      -- seeds/data/people.csv --
      period,sex,age,received,helped
      2023,F,0-17,3,2
      2023,F,18+,13,13
      2023,M,_T,5,5
      2024,F,18+,11,9
      """)
    try site.edit(
      Self.package, "sensitivity: persons, pooling: sum}",
      "sensitivity: published, source: \"https://example.org/bao-cao?nam=2024\", pooling: sum}")
    try site.edit(
      Self.package, "    minhbach:\n      absentRows",
      "        - {name: helped, type: integer, minhbach: {role: measure, unit: persons, sensitivity: persons, pooling: sum, partOf: received, complement: sensitive}}\n    minhbach:\n      absentRows"
    )
    let dataSet = try site.seeds().dataSets[0]
    #expect(dataSet.measures[0].source == "https://example.org/bao-cao?nam=2024")
    #expect(dataSet.measures[1].source == nil)
    #expect(!dataSet.isSensitive(measure: 0) && dataSet.isSensitive(measure: 1))
    #expect(dataSet.pairs.count == 4)
  }
}
