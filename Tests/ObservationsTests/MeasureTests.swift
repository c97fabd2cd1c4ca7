import Diagnostics
import Observations
import Tables
import Testing

/// Measures: parts and wholes, decimals, privacy of the files.
@Suite struct MeasureTests {
  private static let package = "seeds/datapackage.yaml"
  private static let helped =
    "{name: helped, type: integer, minhbach: {role: measure, unit: persons, sensitivity: persons, pooling: sum, partOf: received, complement: {open: [period], reason: Dịch vụ}}}"

  private func site(_ helped: String = Self.helped) throws -> SmallSite {
    let site = try SmallSite(
      """
      -- seeds/data/people.csv --
      period,sex,age,received,helped
      2023,F,0-17,3,3
      2023,F,18+,13,12
      2023,M,0-17,-,-
      2023,M,18+,5,5
      """)
    try site.edit(
      Self.package, "    minhbach:\n      absentRows",
      "        - \(helped)\n    minhbach:\n      absentRows")
    try site.edit("seeds/tables.yaml", "pooled: [\"2023/2024\"]", "pooled: []")
    return site
  }

  /// “open” at the period alone: broken down by sex, the shortfall would speak of persons.
  @Test func aPartWithAnOpenComplementIsNotShownFiner() throws {
    let site = try site()
    try site.edit("seeds/tables.yaml", "measures: [received]", "measures: [received, helped]")
    #expect(site.read().diagnostics.map(\.line) == ["MB-TABLE-007 seeds/tables.yaml:2:5"])
    try site.edit("seeds/tables.yaml", "sex: {}", "")
    try site.edit("seeds/tables.yaml", "columns: [sex]", "columns: []")
    let seeds = try site.seeds()
    #expect(seeds.text("by-sex") == ["2023: 21 20"])
    #expect(
      seeds.dataSets[0].measures[1].complement == .open(axes: ["period"], reason: "Dịch vụ"))
    #expect(seeds.dataSets[0].pairs.count == 4)
  }

  @Test(arguments: [
    ("partOf: received", "partOf: recieved"),
    ("partOf: received", "partOf: helped"),
    ("open: [period]", "open: [perid]"),
    ("unit: persons", "unit: cases"),
    ("partOf: received, ", ""),
  ])
  func mistakesInParts(_ old: String, _ new: String) throws {
    let codes = try site(Self.helped.replacing(old, with: new)).read().diagnostics
      .map(\.rule.code)
    #expect(codes == ["MB-PKG-008"])
  }

  @Test func aComplementMustBeSaid() throws {
    let text = Self.helped.replacing(
      ", complement: {open: [period], reason: Dịch vụ}", with: "")
    #expect(
      try site(text).read().diagnostics.map(\.line) == ["MB-YAML-003 \(Self.package):12:51"])
  }

  @Test func aProtectedPartHasAProtectedWhole() throws {
    let site = try site()
    try site.edit(
      Self.package,
      "received, type: integer, minhbach: {role: measure, unit: persons, sensitivity: persons",
      "received, type: integer, minhbach: {role: measure, unit: persons, sensitivity: open")
    #expect(site.read().diagnostics.map(\.line) == ["MB-PKG-008 \(Self.package):12:11"])
  }

  @Test func partsGoInNoCircle() throws {
    let site = try site()
    try site.edit(
      Self.package, "sensitivity: persons, pooling: sum}",
      "sensitivity: persons, pooling: sum, partOf: helped, complement: sensitive}")
    #expect(Set(site.read().diagnostics.map(\.rule.code)) == ["MB-PKG-008"])
  }

  @Test func aStatusNamesItsMeasure() throws {
    let site = try site(
      "{name: helped, type: string, minhbach: {role: status, of: recieved}}")
    #expect(site.read().diagnostics.map(\.rule.code) == ["MB-TABLE-003"])
  }

  /// `type: number`: decimals after a point, brought to one number of digits.
  @Test func decimalsAreExact() throws {
    let site = try site(
      "{name: helped, type: number, minhbach: {role: measure, unit: hours, sensitivity: open, pooling: sum}}"
    )
    try site.edit("seeds/data/people.csv", "13,12", "13,12.25")
    try site.edit("seeds/data/people.csv", "5,5", "5,0.5")
    try site.edit("seeds/tables.yaml", "measures: [received]", "measures: [helped]")
    #expect(
      try site.seeds().text("by-sex") == ["2023 _T: 1575e-2", "2023 F: 1525e-2", "2023 M: 50e-2"])
    try site.edit("seeds/data/people.csv", "12.25", "\"12,25\"")
    #expect(site.read().diagnostics.map(\.line) == ["MB-DATA-003 seeds/data/people.csv:3:15"])
  }

  @Test func sumsThatDoNotFitAreErrors() throws {
    let site = try SmallSite()
    try site.edit("seeds/data/people.csv", "F,0-17,3", "F,0-17,9000000000000000000")
    try site.edit("seeds/data/people.csv", "F,18+,13", "F,18+,9000000000000000000")
    #expect(site.read().diagnostics.map(\.line) == ["MB-DATA-005 seeds/data/people.csv:2:13"])
    try site.edit(
      "seeds/data/people.csv", "2023,M,0-17,-", "2023,F,_T,9000000000000000000\n2023,M,0-17,-")
    #expect(site.read().diagnostics.map(\.rule.code).contains("MB-DATA-005"))
  }
}
