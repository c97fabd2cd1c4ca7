import Diagnostics
import Observations
import Testing

/// One mistake in the small site, and what is said about it.
struct BrokenInput: Sendable, CustomTestStringConvertible {
  let path: String
  let old: String
  let new: String
  /// Code and place of each diagnostic.
  let expected: [String]

  init(_ path: String, _ old: String, _ new: String, _ expected: String...) {
    self.path = path
    self.old = old
    self.new = new
    self.expected = expected
  }

  var testDescription: String { "\(path): “\(old)” → “\(new)”" }
}

private let package = "seeds/datapackage.yaml"
private let people = "seeds/data/people.csv"
private let tables = "seeds/tables.yaml"
private let sex = "seeds/codelists/sex.csv"

/// Every rule has an input that breaks it, and nothing but it.
@Suite struct BrokenInputTests {
  @Test(arguments: [
    BrokenInput(people, "F,0-17,3", "F,0-17,", "MB-DATA-001 \(people):2:13"),
    BrokenInput(people, "F,0-17,3", "F,0-17,ba", "MB-DATA-002 \(people):2:13"),
    BrokenInput(people, "F,0-17,3", "F,0-17,[c]", "MB-DATA-002 \(people):2:13"),
    BrokenInput(people, "F,0-17,3", "F,0-17,1.234", "MB-DATA-003 \(people):2:13"),
    BrokenInput(people, "F,0-17,3", "F,0-17,\"1,234\"", "MB-DATA-003 \(people):2:13"),
    BrokenInput(people, "F,0-17,3", "F,0-17,-3", "MB-DATA-004 \(people):2:13"),
    BrokenInput(people, "F,0-17,3", "F,0-17,−3", "MB-DATA-004 \(people):2:13"),
    BrokenInput(
      people, "F,0-17,3", "F,0-17,99999999999999999999", "MB-DATA-005 \(people):2:13"),
    BrokenInput(people, "2023,F,0-17,3", "2023,W,0-17,3", "MB-DATA-006 \(people):2:6"),
    BrokenInput(people, "2023,F,0-17,3", "2023-13,F,0-17,3", "MB-DATA-007 \(people):2:1"),
    BrokenInput(people, "2023,F,0-17,3", "2023-S1,F,0-17,3", "MB-DATA-008 \(people):3:1"),
    BrokenInput(people, "2023,F,18+,13", "2023,F,0-17,13", "MB-DATA-009 \(people):3"),
    BrokenInput(
      people, "2023,F,18+,13", "2023,F,18+,13\n2023,F,_T,17", "MB-DATA-010 \(people):4:11"),
    BrokenInput(people, "2023,F,18+,13", "2023,F,18+,…\n2023,F,_T,2", "MB-DATA-011 \(people):4:11"),
    BrokenInput(
      people, "2023,F,18+,13", "2023,F,18+,13\n2023,F,_T,…", "MB-DATA-012 \(people):4:11"),
    BrokenInput(
      people, "2023,F,18+,13", "2023,F,18+,13\n2023,F,_T,[z]", "MB-DATA-012 \(people):4:11"),
  ])
  func inFigures(_ input: BrokenInput) throws { try check(input) }

  @Test(arguments: [
    BrokenInput(
      package, "name: small", "nam: small", "MB-YAML-003 \(package):1:1",
      "MB-YAML-004 \(package):1:1"),
    BrokenInput(
      package, "title: Người", "titel: Người", "MB-YAML-003 \(package):3:5",
      "MB-YAML-004 \(package):4:5"),
    BrokenInput(
      package, "path: data/people.csv", "path: ../people.csv", "MB-PKG-003 \(package):5:11"),
    BrokenInput(
      package, "path: data/people.csv", "path: data/peple.csv", "MB-PKG-003 \(package):5:11"),
    BrokenInput(
      package, "path: data/people.csv", "path: data/people.csv\n    dialect: {delimiter: \"|\"}",
      "MB-YAML-006 \(package):6:26"),
    BrokenInput(
      package, "path: data/people.csv", "path: data/people.csv\n    encoding: latin1",
      "MB-YAML-006 \(package):6:15"),
    BrokenInput(package, "codelist: age", "codelist: ages", "MB-CODE-001 \(package):10:65"),
    BrokenInput(package, "role: period", "role: perod", "MB-YAML-006 \(package):8:57"),
    BrokenInput(
      package, "{name: period, type: string, minhbach: {role: period}}",
      "{name: period, type: string}", "MB-YAML-003 \(package):8:11"),
    BrokenInput(package, "unit: persons, ", "", "MB-YAML-003 \(package):11:53"),
    BrokenInput(package, "sensitivity: persons, ", "", "MB-YAML-003 \(package):11:53"),
    BrokenInput(
      package, "pooling: sum", "poling: sum", "MB-YAML-003 \(package):11:53",
      "MB-YAML-004 \(package):11:106"),
    BrokenInput(
      package, "name: received, type: integer", "name: received, type: number",
      "MB-PKG-007 \(package):11:28"),
    BrokenInput(
      package, "name: received, type: integer", "name: received, type: string",
      "MB-PKG-007 \(package):11:28"),
    BrokenInput(
      package, "role: dimension, codelist: sex", "role: period", "MB-PKG-004 \(package):7:7"),
    BrokenInput(package, "name: age,", "name: received,", "MB-PKG-002 \(package):11:11"),
    BrokenInput(package, "name: age,", "name: value,", "MB-PKG-004 \(package):10:11"),
    BrokenInput(
      package, "name: age,", "name: aeg,", "MB-PKG-006 \(people):1:12",
      "MB-PKG-005 \(package):10:11"),
    BrokenInput(package, "absentRows: missing", "absentRows: none", "MB-YAML-006 \(package):13:19"),
    BrokenInput(package, "      absentRows: missing\n", "", "MB-YAML-003 \(package):13:7"),
    BrokenInput(package, "releasedBy: office", "releasedBy: ofice", "MB-SITE-005 \(package):14:19"),
    BrokenInput(package, "      releasedBy: office\n", "", "MB-YAML-003 \(package):13:7"),
    BrokenInput(package, "      releasedOn: 2025-03-31\n", "", "MB-YAML-003 \(package):13:7"),
    BrokenInput(package, "      document: Báo cáo\n", "", "MB-YAML-003 \(package):13:7"),
    BrokenInput(package, "      populationBasis: Trong tỉnh\n", "", "MB-YAML-003 \(package):13:7"),
    BrokenInput(package, "      legalRegime: law\n", "", "MB-YAML-003 \(package):13:7"),
    BrokenInput(
      package, "legalRegime: law", "legalRegime: [{from: 2012-01-01, id: lwa}]",
      "MB-SITE-005 \(package):18:44"),
    BrokenInput(
      package, "releasedOn: 2025-03-31", "releasedOn: {\"2023\": 2025-03-31}",
      "MB-PKG-009 \(package):15:7"),
    BrokenInput(
      package, "releasedOn: 2025-03-31", "releasedOn: {default: 2025-03-31, \"2025\": 2025-04-30}",
      "MB-PKG-009 \(package):15:41"),
    BrokenInput(
      package, "releasedOn: 2025-03-31", "releasedOn: {default: 2025-03-31, năm: 2025-04-30}",
      "MB-PKG-009 \(package):15:41"),
    BrokenInput(
      package, "legalRegime: law",
      "legalRegime: law\n      breaks: [{at: 2024-07-01, kind: laws, note: x}]",
      "MB-YAML-006 \(package):19:39"),
    BrokenInput(
      package, "legalRegime: law",
      "legalRegime: law\n      periodStart: 15/12\n      periodEnd: 12-14",
      "MB-YAML-006 \(package):19:20"),
    BrokenInput(
      package, "    minhbach:\n", "      primaryKey: [period, sex]\n    minhbach:\n",
      "MB-PKG-013 \(package):12:19"),
    BrokenInput(
      package, "    minhbach:\n", "      primaryKey: [period, sex, age, received]\n    minhbach:\n",
      "MB-PKG-013 \(package):12:38"),
    BrokenInput(
      package, "    minhbach:\n", "      missingValues: [\"-\", NA]\n    minhbach:\n",
      "MB-PKG-010 \(package):12:28"),
  ])
  func inThePackage(_ input: BrokenInput) throws { try check(input) }

  /// Relations between columns that can't be meant.
  @Test(arguments: [
    BrokenInput(
      package, "pooling: sum", "pooling: sum, derivedFrom: x", "MB-PKG-014 \(package):11:11"),
    BrokenInput(
      package, "pooling: sum", "pooling: sum, derivedFrom: received",
      "MB-PKG-014 \(package):11:11"),
    BrokenInput(
      package, "sex}}", "sex, multiResponse: true}}\n", "MB-DATA-019 \(people):2:6",
      "MB-DATA-019 \(people):3:6", "MB-DATA-019 \(people):4:6", "MB-DATA-019 \(people):5:6",
      "MB-DATA-019 \(people):6:6", "MB-DATA-019 \(people):7:6", "MB-DATA-019 \(people):8:6",
      "MB-DATA-019 \(people):9:6"),
    BrokenInput(
      package, "codelist: age", "codelist: age, multiResponse: yes", "MB-YAML-006 \(package):10:95"
    ),
    BrokenInput(
      package, "sensitivity: persons", "sensitivity: published", "MB-YAML-003 \(package):11:53"),
    BrokenInput(
      package, "sensitivity: persons", "sensitivity: published, source: Bộ Công an",
      "MB-YAML-006 \(package):11:116"),
    BrokenInput(
      package, "sensitivity: persons", "sensitivity: persons, source: \"https://example.org/\"",
      "MB-YAML-004 \(package):11:106"),
    BrokenInput(
      package, "legalRegime: law", "legalRegime: law\n      identities: [\"a + received = c\"]",
      "MB-PKG-015 \(package):19:20"),
    BrokenInput(
      package, "legalRegime: law", "legalRegime: law\n      identities: [received = received]",
      "MB-PKG-015 \(package):19:20"),
    BrokenInput(
      package, "legalRegime: law", "legalRegime: law\n      identities: [received]",
      "MB-PKG-015 \(package):19:20"),
  ])
  func inRelations(_ input: BrokenInput) throws { try check(input) }

  @Test(arguments: [
    BrokenInput(
      sex, "code,parent,order", "code,paren,order", "MB-CODE-002 \(sex):1", "MB-CODE-002 \(sex):1:6"
    ),
    BrokenInput(sex, "F,_T,1", "F,_X,1", "MB-CODE-003 \(sex):3:3"),
    BrokenInput(sex, "F,_T,1,Nữ,Female\nM,_T", "F,M,1,Nữ,Female\nM,F", "MB-CODE-004 \(sex):3:3"),
    BrokenInput(sex, "_T,,0", "T,,0", "MB-CODE-003 \(sex):3:3", "MB-CODE-003 \(sex):4:3"),
    BrokenInput(sex, "M,_T,2", "M,,2", "MB-CODE-005 \(sex):4:3"),
    BrokenInput(sex, "M,_T,2", "F,_T,2", "MB-CODE-006 \(sex):4:1"),
    BrokenInput(sex, "M,_T,2", "M,_T,hai", "MB-CODE-007 \(sex):4:6"),
    BrokenInput(sex, "M,_T,2,Nam,Male", "M,_T,2,,", "MB-CODE-007 \(sex):4:8"),
  ])
  func inCodeLists(_ input: BrokenInput) throws { try check(input) }

  @Test(arguments: [
    BrokenInput(tables, "tables:", "tabels:", "MB-YAML-004 \(tables):1:1"),
    BrokenInput(tables, "id: by-sex", "id: By sex", "MB-TABLE-002 \(tables):2:5"),
    BrokenInput(tables, "dataset: people", "dataset: peeple", "MB-TABLE-003 \(tables):4:14"),
    BrokenInput(
      tables, "measures: [received]", "measures: [recieved]", "MB-TABLE-003 \(tables):5:16"),
    BrokenInput(tables, "measures: [received]", "measures: []", "MB-YAML-003 \(tables):2:5"),
    BrokenInput(tables, "sex: {}", "sexes: {}", "MB-TABLE-003 \(tables):6:57"),
    BrokenInput(tables, "sex: {}", "sex: {dept: 1}", "MB-YAML-004 \(tables):6:63"),
    BrokenInput(tables, "sex: {}", "sex: {depth: -1}", "MB-YAML-006 \(tables):6:63"),
    BrokenInput(
      tables, "{each: true, pooled: [\"2023/2024\"]}", "{}", "MB-YAML-003 \(tables):6:20"),
    BrokenInput(tables, "editions: [public]", "editions: [publik]", "MB-TABLE-003 \(tables):9:16"),
    BrokenInput(tables, "columns: [sex]", "columns: [age]", "MB-TABLE-009 \(tables):8:15"),
    BrokenInput(tables, "columns: [sex]", "columns: [sex, period]", "MB-TABLE-009 \(tables):8:20"),
    BrokenInput(tables, "2023/2024", "2023/2025", "MB-TABLE-006 \(tables):6:42"),
    BrokenInput(tables, "2023/2024", "2023/2024-S1", "MB-TABLE-006 \(tables):6:42"),
    BrokenInput(tables, "2023/2024", "2023-2024", "MB-TABLE-006 \(tables):6:42"),
    BrokenInput(tables, "2023/2024", "2023", "MB-TABLE-006 \(tables):6:42"),
    BrokenInput(package, "pooling: sum", "pooling: none", "MB-TABLE-004 \(tables):6:42"),
    BrokenInput(
      package, "legalRegime: law",
      "legalRegime: law\n      breaks: [{at: 2024-01-01, kind: law, note: Luật mới}]",
      "MB-TABLE-005 \(tables):6:42"),
  ])
  func inTables(_ input: BrokenInput) throws { try check(input) }

  private func check(_ input: BrokenInput) throws {
    let site = try SmallSite()
    try site.edit(input.path, input.old, input.new)
    let (data, diagnostics) = site.read()
    #expect(diagnostics.map(\.line) == input.expected)
    #expect(data == nil)
  }

  @Test func missingFilesAreNamed() throws {
    let empty = try SmallSite(without: [package, tables])
    #expect(
      empty.read().diagnostics.map(\.line) == ["MB-PKG-001 \(package)", "MB-TABLE-001 \(tables)"])
  }

  @Test func aFileWithoutRowsIsAnError() throws {
    let site = try SmallSite("-- \(people) --\nperiod,sex,age,received\n")
    #expect(site.read().diagnostics.map(\.line) == ["MB-DATA-016 \(people)"])
  }

  @Test func anIDStandsOnce() throws {
    let site = try SmallSite()
    let text = SmallSite.files(SmallSite.base)[tables] ?? ""
    try site.write(tables, text + text.replacing("tables:\n", with: ""))
    #expect(site.read().diagnostics.map(\.line).first?.hasPrefix("MB-SITE-006 \(tables)") == true)
  }

  @Test func aDataSetStandsOnce() throws {
    let site = try SmallSite()
    let text = SmallSite.files(SmallSite.base)[package] ?? ""
    let resource = text.replacing("name: small\nresources:\n", with: "")
    try site.write(package, text + resource)
    #expect(site.read().diagnostics.map(\.line) == ["MB-PKG-002 \(package):19:5"])
  }

  /// One edition of the usual two: tables may name the other one, and no third.
  @Test func aSiteOfOneEdition() throws {
    let site = try SmallSite()
    try site.edit(
      "site.yaml", "  officials: {output: output/officials, disclosure: {threshold: 5}}\n", "")
    try site.edit(tables, "editions: [public]", "editions: [public, officials]")
    #expect(site.read().diagnostics == [])
    try site.edit(tables, "officials]", "oficials]")
    #expect(site.read().diagnostics.map(\.rule.code) == ["MB-TABLE-003"])
  }

  /// Three million combinations of codes are no table: said before memory runs out.
  @Test func aTableOfMillionsOfCells() throws {
    var codes = "code,parent,order,label_vi\n_T,,0,Tổng\n"
    for order in 1...1_800 { codes += "c\(order),_T,\(order),Mã \(order)\n" }
    let site = try SmallSite(
      """
      -- seeds/codelists/age.csv --
      \(codes)-- \(sex) --
      \(codes)-- \(people) --
      period,sex,age,received
      2024,c1,c2,12
      -- \(tables) --
      tables:
        - {id: t, title: t, dataset: people, measures: [received], axes: {sex: {}, age: {}}, editions: [public]}
      """)
    #expect(site.read().diagnostics.map(\.line) == ["MB-TABLE-012 \(tables):2:5"])
  }

  /// A wrong column breaks every row: the first mistakes are told, the others counted.
  @Test func manyMistakesOfOneKindAreCounted() throws {
    var rows = "period,sex,age,received\n"
    for year in 1900..<1950 { rows += "\(year),F,0-17,x\n" }
    let site = try SmallSite("-- \(people) --\n" + rows)
    let diagnostics = site.read().diagnostics
    #expect(diagnostics.count == 21)
    #expect(diagnostics.first?.what.en.text(showingSecrets: true) == "30 more of the same kind.")
  }

  @Test func aMisspeltCodeIsGuessed() throws {
    let site = try SmallSite()
    try site.edit(people, "2023,F,18+,13", "2023,F,18,13")
    let mend = site.read().diagnostics.first?.mend
    #expect(mend?.en.text(showingSecrets: true) == "Did you mean “18+”?")
    #expect(mend?.vi.text(showingSecrets: true) == "Có phải là “18+”?")
  }
}
