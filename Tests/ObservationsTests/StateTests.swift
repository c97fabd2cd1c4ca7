import Observations
import Tables
import Testing

/// How states of cells are shown and added.
@Suite struct StateTests {
  /// The small site with one year, cells of F and M under and over 18, and an age table.
  private func site(_ cells: String..., absentRows: String = "missing") throws -> SmallSite {
    let codes = ["F,0-17", "F,18+", "M,0-17", "M,18+"]
    let rows = zip(codes, cells).filter { $1 != "absent" }.map { "2024,\($0),\($1)" }
    let site = try SmallSite(
      """
      -- seeds/data/people.csv --
      period,sex,age,received
      \(rows.joined(separator: "\n"))
      -- seeds/tables.yaml --
      tables:
        - id: t
          title: Theo giới và tuổi
          dataset: people
          measures: [received]
          axes: {sex: {}, age: {}}
          rows: [sex]
          columns: [age]
          editions: [public]
      """)
    try site.edit(
      "seeds/datapackage.yaml", "absentRows: missing", "absentRows: \(absentRows)")
    return site
  }

  /// What stands in the rows `_T`, `F`, `M`, columns `_T`, `0-17`, `18+`.
  private func table(_ site: borrowing SmallSite) throws -> [String] {
    let seeds = try site.seeds()
    #expect(seeds.unbalanced == [])
    let cells = seeds.text("t").map { String($0.split(separator: ": ")[1]) }
    return stride(from: 0, to: 9, by: 3).map { cells[$0..<($0 + 3)].joined(separator: " ") }
  }

  @Test func numbersAddUp() throws {
    #expect(try table(site("3", "13", "0", "5")) == ["21 3 18", "16 3 13", "5 0 5"])
  }

  @Test func aTotalOverWhatWasNotCollectedIsNotComputed() throws {
    let expected = ["… … 18", "… … 13", "5 0 5"]
    #expect(try table(site("…", "13", "0", "5")) == expected)
    #expect(try table(site("...", "13", "0", "5")) == expected)
    #expect(try table(site("absent", "13", "0", "5")) == expected)
  }

  @Test func notYetAvailableWins() throws {
    #expect(try table(site("…", "[x]", "0", "5")) == ["[x] … [x]", "[x] … [x]", "5 0 5"])
  }

  @Test func whatDoesNotApplyIsLeftOut() throws {
    #expect(try table(site("[z]", "13", "[z]", "5")) == ["18 [z] 18", "13 [z] 13", "5 [z] 5"])
  }

  @Test func aTotalOfNothingOccurredSaysSo() throws {
    #expect(try table(site("-", "-", "-", "5")) == ["5 - 5", "- - -", "5 - 5"])
    #expect(try table(site("-", "0", "-", "-")) == ["0 - 0", "0 - 0", "- - -"])
  }

  @Test func absentRowsAreZeroWhereTheDataSetSaysSo() throws {
    let site = try site("3", "absent", "-", "absent", absentRows: "zero")
    #expect(try table(site) == ["3 3 0", "3 3 0", "0 - 0"])
    let seeds = try site.seeds()
    // An attacker doesn't know that nobody is there: four unknowns, not two.
    #expect(seeds.parts("t", ["_T", "_T"]) == [3, 0, 0, 0])
  }

  @Test func computedTotalsCarryProvisionalAndEstimated() throws {
    let site = try SmallSite(
      """
      -- seeds/data/people.csv --
      period,sex,age,received,note
      2023,F,0-17,3,pr
      2023,F,18+,13,b
      2023,M,0-17,-,
      2023,M,18+,5,
      2024,F,0-17,4,e
      2024,F,18+,11,
      2024,M,0-17,2,
      2024,M,18+,7,
      2024,M,_T,9,r
      """)
    try site.edit(
      "seeds/datapackage.yaml", "    minhbach:\n      absentRows",
      "        - {name: note, type: string, minhbach: {role: status, of: received}}\n    minhbach:\n      absentRows"
    )
    #expect(
      try site.seeds().text("by-sex") == [
        "2023 _T: 21p", "2023 F: 16p", "2023 M: 5", "2024 _T: 24e", "2024 F: 15e", "2024 M: 9r",
        "2023/2024 _T: 45pe", "2023/2024 F: 31pe", "2023/2024 M: 14",
      ])
    try site.edit("seeds/data/people.csv", "0-17,3,pr", "0-17,3,q")
    try site.edit("seeds/data/people.csv", "0-17,-,", "0-17,…,p")
    #expect(
      site.read().diagnostics.map(\.line) == [
        "MB-DATA-014 seeds/data/people.csv:2:15", "MB-DATA-014 seeds/data/people.csv:4:15",
      ])
  }
}
