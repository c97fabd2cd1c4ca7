import Diagnostics
import Observations
import Tables
import Testing

/// Totals that the data give: checked against their parts, or a bound on parts that are missing.
@Suite struct GivenTotalTests {
  private func site(_ rows: String, measures: String = "received") throws -> SmallSite {
    let site = try SmallSite(
      """
      -- seeds/data/people.csv --
      period,sex,age,\(measures.replacing(" ", with: ""))
      \(rows)
      -- seeds/tables.yaml --
      tables:
        - id: t
          title: Theo giới và tuổi
          dataset: people
          measures: [\(measures)]
          axes: {sex: {}, age: {}}
          rows: [sex]
          columns: [age]
          editions: [public]
      """)
    if measures != "received" {
      try site.edit(
        "seeds/datapackage.yaml", "    minhbach:\n      absentRows",
        "        - {name: helped, type: integer, minhbach: {role: measure, unit: persons, sensitivity: persons, pooling: sum, partOf: received, complement: sensitive}}\n    minhbach:\n      absentRows"
      )
    }
    return site
  }

  @Test func aTotalThatAgreesIsTheSumOfItsParts() throws {
    let seeds = try site("2024,F,0-17,3\n2024,F,18+,13\n2024,F,_T,16\n2024,M,0-17,0\n2024,M,18+,5")
      .seeds()
    #expect(seeds.text("t")[3] == "F _T: 16")
    #expect(seeds.parts("t", ["F", "_T"]) == [3, 13])
  }

  @Test func bothNumbersAreNamedWhereTheyDiffer() throws {
    let site = try site("2024,F,0-17,3\n2024,F,18+,13\n2024,F,_T,17\n2024,M,0-17,0\n2024,M,18+,5")
    let diagnostic = try #require(site.read().diagnostics.first)
    #expect(
      diagnostic.what.en.text(showingSecrets: true)
        == "The total “received” at 2024, F, _T is 17, its parts add up to 16.")
    #expect(
      diagnostic.what.en.text(showingSecrets: false)
        == "The total “received” at ••• is •••, its parts add up to •••.")
  }

  /// Under a given total the missing parts together are one unknown.
  @Test func missingPartsUnderATotalAreOneUnknown() throws {
    let seeds = try site(
      "2024,F,0-17,…\n2024,F,18+,…\n2024,F,_T,16\n2024,M,0-17,2\n2024,M,18+,5"
    ).seeds()
    #expect(
      seeds.text("t") == [
        "_T _T: 23", "_T 0-17: …", "_T 18+: …", "F _T: 16", "F 0-17: …", "F 18+: …", "M _T: 7",
        "M 0-17: 2", "M 18+: 5",
      ])
    #expect(seeds.parts("t", ["F", "_T"]) == [16])
    #expect(seeds.parts("t", ["_T", "_T"]) == [2, 5, 16])
    #expect(seeds.dataSets[0].unknowns.map(\.isResidual) == [false, false, true])
    #expect(seeds.unbalanced == [])
  }

  @Test func theRestOfATotalIsWhatItsKnownPartsLeave() throws {
    let seeds = try site("2024,F,18+,13\n2024,F,_T,16\n2024,M,0-17,2\n2024,M,18+,5").seeds()
    #expect(seeds.parts("t", ["F", "_T"]) == [13, 3])
    #expect(seeds.unbalanced == [])
  }

  /// Sexes and ages are given, but not both together: the totals hang together, and any whole
  /// numbers that agree with all of them serve as the finest counts.
  @Test func totalsThatCrossHoldTogether() throws {
    let seeds = try site(
      "2024,_T,_T,23\n2024,F,_T,16\n2024,M,_T,7\n2024,_T,0-17,5\n2024,_T,18+,18"
    ).seeds()
    #expect(
      seeds.text("t") == [
        "_T _T: 23", "_T 0-17: 5", "_T 18+: 18", "F _T: 16", "F 0-17: …", "F 18+: …", "M _T: 7",
        "M 0-17: …", "M 18+: …",
      ])
    #expect(seeds.dataSets[0].unknowns.count == 4)
    #expect(seeds.unbalanced == [])
  }

  @Test func theTotalOfCrossingTotalsNeedNotBeGiven() throws {
    let seeds = try site("2024,F,_T,16\n2024,M,_T,7\n2024,_T,0-17,5\n2024,_T,18+,18").seeds()
    #expect(seeds.text("t")[0] == "_T _T: 23")
    #expect(seeds.unbalanced == [])
  }

  /// One sex is given and both ages: the ages alone make up the total.
  @Test func theTotalsThatFitTogetherAreFound() throws {
    let seeds = try site("2024,F,_T,16\n2024,_T,0-17,5\n2024,_T,18+,18").seeds()
    #expect(seeds.text("t")[0] == "_T _T: 23")
    #expect(seeds.text("t")[6] == "M _T: …")
    #expect(seeds.unbalanced == [])
  }

  @Test func totalsThatCannotHoldTogetherAreAnError() throws {
    let sum = try site("2024,_T,_T,24\n2024,F,_T,16\n2024,M,_T,7")
    #expect(sum.read().diagnostics.map(\.line) == ["MB-DATA-015 seeds/data/people.csv:2:12"])
    let crossing = try site("2024,F,_T,16\n2024,M,_T,7\n2024,_T,0-17,5\n2024,_T,18+,19")
    #expect(crossing.read().diagnostics.map(\.line) == ["MB-DATA-015 seeds/data/people.csv:2:11"])
  }

  @Test func aPartIsPairedWithItsWhole() throws {
    let seeds = try site(
      "2024,F,0-17,3,2\n2024,F,18+,…,…\n2024,F,_T,16,9\n2024,M,0-17,2,2\n2024,M,18+,[z],[z]",
      measures: "received, helped"
    ).seeds()
    let unknowns = seeds.dataSets[0].unknowns
    let pairs = seeds.dataSets[0].pairs.map {
      "\(unknowns[$0.part].value.mantissa) of \(unknowns[$0.whole].value.mantissa)"
    }
    #expect(pairs == ["2 of 3", "2 of 2", "7 of 13"])
    #expect(seeds.unbalanced == [])
  }

  /// The counts chosen for the whole leave room for those of its part.
  @Test func crossingTotalsOfPartAndWholeFitTogether() throws {
    let seeds = try site(
      "2024,F,_T,16,1\n2024,M,_T,7,7\n2024,_T,0-17,9,8\n2024,_T,18+,14,0",
      measures: "received, helped"
    ).seeds()
    #expect(seeds.dataSets[0].pairs.count == 4)
    #expect(seeds.unbalanced == [])
  }

  @Test func aPartAboveItsWholeIsAnError() throws {
    let rows = "2024,F,0-17,3,4\n2024,F,18+,13,0\n2024,M,0-17,2,2\n2024,M,18+,5,5"
    #expect(
      try site(rows, measures: "received, helped").read().diagnostics.map(\.line)
        == ["MB-DATA-013 seeds/data/people.csv:2:15"])
  }

  /// Two parts bound one whole: each of them, and both together.
  @Test func missingPartsOfPartAndWholeNeedNotMatch() throws {
    let rows = "2024,F,0-17,…,4\n2024,F,18+,…,3\n2024,F,_T,16,7\n2024,M,0-17,2,2\n2024,M,18+,5,5"
    let seeds = try site(rows, measures: "received, helped").seeds()
    #expect(seeds.bounds == ["4 ≤ 16", "3 ≤ 16", "4+3 ≤ 16"])
    #expect(
      seeds.dataSets[0].bounds.map(\.kind) == [
        .parts(isComplete: false), .parts(isComplete: false), .parts(isComplete: true),
      ])
    #expect(seeds.dataSets[0].pairs.count == 2)
    #expect(seeds.unbalanced == [])
  }

  /// One part lies in two wholes.
  @Test func aMissingPartIsAtMostTheWholesOfItsCells() throws {
    let rows = "2024,F,0-17,9,…\n2024,F,18+,7,…\n2024,F,_T,16,12\n2024,M,0-17,2,2\n2024,M,18+,5,5"
    let seeds = try site(rows, measures: "received, helped").seeds()
    #expect(seeds.bounds == ["12 ≤ 9+7"])
    #expect(seeds.unbalanced == [])
  }

  @Test func aTotalOfPartsAboveItsWholesIsAnError() throws {
    let rows = "2024,F,0-17,9,…\n2024,F,18+,…,0\n2024,F,_T,16,12\n2024,M,0-17,2,2\n2024,M,18+,5,5"
    #expect(
      try site(rows, measures: "received, helped").read().diagnostics.map(\.line) == [
        "MB-DATA-015 seeds/data/people.csv:4:11", "MB-DATA-015 seeds/data/people.csv:4:14",
      ])
  }
}
