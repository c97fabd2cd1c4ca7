import Diagnostics
import Observations
import Tables
import Testing

/// `multiResponse: true`: a person may have several codes.
@Suite struct ResponseTests {
  private static let package = "seeds/datapackage.yaml"
  private static let people = "seeds/data/people.csv"

  /// Kinds of support, by sex: accommodation is of two kinds.
  private func site(
    _ rows: String, absentRows: String = "missing", extra: String = "", columns: String = "received"
  ) throws -> SmallSite {
    let site = try SmallSite(
      """
      -- seeds/codelists/support.csv --
      code,parent,order,label_vi
      _T,,0,Tổng số người
      home,_T,1,Chỗ ở
      shelter,home,2,Cơ sở trợ giúp xã hội
      house,home,3,Nhà tạm lánh
      law,_T,4,Trợ giúp pháp lý
      job,_T,5,Học nghề
      -- seeds/data/people.csv --
      period,sex,support,\(columns)
      \(rows)
      -- seeds/tables.yaml --
      tables:
        - id: t
          title: Theo hình thức hỗ trợ
          dataset: people
          measures: [received]
          axes: {support: {}, sex: {}}
          rows: [support]
          columns: [sex]
          editions: [public]
      """)
    try site.edit(
      Self.package, "{name: age, type: string, minhbach: {role: dimension, codelist: age}}",
      "{name: support, type: string, minhbach: {role: dimension, codelist: support, multiResponse: true}}\(extra)"
    )
    try site.edit(Self.package, "absentRows: missing", "absentRows: \(absentRows)")
    return site
  }

  private static let sound = """
    2024,F,_T,20
    2024,F,shelter,12
    2024,F,house,9
    2024,F,law,6
    2024,F,job,0
    2024,M,_T,7
    2024,M,shelter,7
    2024,M,house,0
    2024,M,law,3
    2024,M,job,1
    """

  /// The total is given and added over sexes; codes are not added up to it, nor to a group.
  @Test func codesAreNeverAddedUp() throws {
    let seeds = try site(Self.sound).seeds()
    #expect(
      seeds.text("t") == [
        "_T _T: 27", "_T F: 20", "_T M: 7", "shelter _T: 19", "shelter F: 12", "shelter M: 7",
        "house _T: 9", "house F: 9", "house M: 0", "law _T: 9", "law F: 6", "law M: 3",
        "job _T: 1", "job F: 0", "job M: 1",
      ])
    #expect(seeds.parts("t", ["_T", "_T"]) == [20, 7])
    #expect(seeds.parts("t", ["law", "_T"]) == [6, 3])
    let axis = seeds.frame("t")?.axes.first
    #expect(axis?.isMultiResponse == true)
    #expect(axis?.codes.map(\.parents) == [[], ["_T"], ["_T"], ["_T"], ["_T"]])
    #expect(seeds.unbalanced == [])
  }

  /// Each code is at most the total, the total at most their sum.
  @Test func whatAReaderKnowsOfTheCodes() throws {
    let seeds = try site(Self.sound).seeds()
    #expect(
      seeds.bounds == [
        "12 ≤ 20", "9 ≤ 20", "6 ≤ 20", "0 ≤ 20", "20 ≤ 12+9+6+0",
        "7 ≤ 7", "0 ≤ 7", "3 ≤ 7", "1 ≤ 7", "7 ≤ 7+0+3+1",
      ])
    #expect(seeds.dataSets[0].bounds[3...4].map(\.kind) == [.code, .codes])
  }

  /// A group with rows of its own is a total of its codes.
  @Test func aGroupThatIsGivenBoundsItsCodes() throws {
    let rows = Self.sound + "\n2024,F,home,18\n2024,M,home,7"
    let seeds = try site(rows).seeds()
    #expect(seeds.text("t")[3...5] == ["home _T: 25", "home F: 18", "home M: 7"])
    #expect(
      seeds.bounds.prefix(7) == [
        "18 ≤ 20", "6 ≤ 20", "0 ≤ 20", "20 ≤ 18+6+0", "12 ≤ 18", "9 ≤ 18", "18 ≤ 12+9",
      ])
    #expect(
      try site(Self.sound + "\n2024,F,home,18").read().diagnostics.map(\.line)
        == ["MB-DATA-019 \(Self.people):8:8", "MB-DATA-019 \(Self.people):9:8"])
  }

  @Test(arguments: [
    (
      "2024,F,_T,20\n", "",
      ["MB-DATA-019 2:8", "MB-DATA-019 3:8", "MB-DATA-019 4:8", "MB-DATA-019 5:8"]
    ),
    ("2024,F,_T,20", "2024,F,_T,…", ["MB-DATA-019 2:11"]),
    ("2024,F,law,6", "2024,F,law,21", ["MB-DATA-020 5:12"]),
    ("2024,M,law,3", "2024,M,law,9", ["MB-DATA-020 10:12"]),
    ("2024,F,_T,20", "2024,F,_T,28", ["MB-DATA-020 2:11"]),
  ])
  func aTotalMustBeGivenAndFit(_ old: String, _ new: String, _ expected: [String]) throws {
    let diagnostics = try site(Self.sound.replacing(old, with: new)).read().diagnostics
    #expect(
      Set(diagnostics.map(\.line))
        == Set(expected.map { $0.replacing(" ", with: " \(Self.people):") }))
  }

  /// Of a code that was not collected nobody knows whether it holds the rest.
  @Test func aMissingCodeLeavesTheTotalWithoutAnUpperBound() throws {
    let seeds = try site(Self.sound.replacing("2024,F,job,0", with: "2024,F,job,…")).seeds()
    #expect(seeds.bounds.prefix(4) == ["12 ≤ 20", "9 ≤ 20", "6 ≤ 20", "7 ≤ 7"])
    let zero = try site(
      Self.sound.replacing("2024,F,job,0\n", with: ""), absentRows: "zero"
    ).seeds()
    #expect(zero.bounds.contains("20 ≤ 12+9+6+0"))
    let none = try site(Self.sound.replacing("2024,F,job,0", with: "2024,F,job,[z]")).seeds()
    #expect(none.bounds.contains("20 ≤ 12+9+6"))
  }

  /// Those of a whole who are not in its part have codes too.
  @Test func aWholeLessItsPartObeysTheRule() throws {
    let helped =
      "\n        - {name: helped, type: integer, minhbach: {role: measure, unit: persons, sensitivity: persons, pooling: sum, partOf: received, complement: sensitive}}"
    func site(_ rows: String) throws -> SmallSite {
      try self.site(rows, absentRows: "zero", extra: helped, columns: "received,helped")
    }
    let rows = "2024,F,_T,20,15\n2024,F,law,16,13\n2024,F,job,8,6"
    let seeds = try site(rows).seeds()
    #expect(seeds.bounds.contains("15+16 ≤ 20+13"))
    #expect(seeds.unbalanced == [])
    // 16 − 10 were received but not helped with law; 20 − 15 in all.
    let wrong = try site(rows.replacing("16,13", with: "16,10")).read().diagnostics
    #expect(wrong.map(\.line) == ["MB-DATA-020 \(Self.people):3:15"])
    let words = wrong.first?.what.en.text(showingSecrets: false)
    #expect(words == "“received” less “helped” at this code is •••, more than the total, •••.")
  }

  /// Codes and totals are given for both ages together only: one unknown each.
  @Test func totalsOverMissingPartsAreBoundTogether() throws {
    func site(_ rows: String) throws -> SmallSite {
      try self.site(
        rows,
        extra: "\n        - {name: age, type: string, minhbach: {role: dimension, codelist: age}}",
        columns: "age,received")
    }
    let rows = """
      2024,F,_T,_T,20
      2024,F,law,_T,16
      2024,F,job,_T,8
      2024,M,_T,0-17,3
      2024,M,_T,18+,4
      2024,M,law,0-17,2
      2024,M,law,18+,4
      """
    let seeds = try site(rows).seeds()
    #expect(seeds.bounds == ["16 ≤ 20", "8 ≤ 20", "2 ≤ 3", "4 ≤ 4"])
    #expect(seeds.unbalanced == [])
    let mixed = rows.replacing("2024,M,law,0-17,2\n2024,M,law,18+,4", with: "2024,M,law,_T,6")
    #expect(
      try site(mixed + "\n2024,M,_T,_T,7").read().diagnostics.map(\.rule.code) == ["MB-DATA-018"])
  }

  /// Who has which codes is then tied across measures too, which no sum can say.
  @Test func noIdentitiesAndOnePartBesideIt() throws {
    func measure(_ name: String, _ rest: String) -> String {
      "\n        - {name: \(name), type: integer, minhbach: {role: measure, unit: persons, sensitivity: persons, pooling: sum\(rest)}}"
    }
    let identity = try site(
      "2024,F,_T,2,2", extra: measure("closed", ""), columns: "received,closed")
    try identity.edit(
      Self.package, "      absentRows", "      identities: [received = closed]\n      absentRows")
    #expect(identity.read().diagnostics.map(\.line) == ["MB-PKG-016 \(Self.package):14:20"])
    let part = ", partOf: received, complement: sensitive"
    let parts = try site(
      "2024,F,_T,2,1,1", extra: measure("helped", part) + measure("taught", part),
      columns: "received,helped,taught")
    #expect(parts.read().diagnostics.map(\.line) == ["MB-PKG-016 \(Self.package):12:11"])
  }

  @Test func oneSuchDimensionInADataSet() throws {
    let site = try site(Self.sound)
    try site.edit(Self.package, "codelist: sex", "codelist: sex, multiResponse: true")
    #expect(site.read().diagnostics.map(\.line) == ["MB-PKG-016 \(Self.package):10:11"])
  }

  @Test func aCodeInTwoGroupsThatAreGiven() throws {
    let site = try site(Self.sound + "\n2024,F,home,18\n2024,M,home,7\n2024,F,out,18\n2024,M,out,7")
    try site.edit(
      "seeds/codelists/support.csv", "job,_T,5,Học nghề",
      "job,_T,5,Học nghề\nout,_T,6,Ngoài gia đình\nshelter,out,2,Cơ sở trợ giúp xã hội")
    #expect(site.read().diagnostics.map(\.line) == ["MB-PKG-016 \(Self.package):10:69"])
  }
}
