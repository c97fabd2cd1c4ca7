import Diagnostics
import Disclosure
import Site
import Tables
import Testing
import VietnameseText

@Suite("The door: rules of an edition")
struct ClearanceRuleTests {
  @Test("a system that does not fit in memory is refused, with its tables' place")
  func memory() throws {
    let site = try ClearanceSite("", with: DisclosureInputs(memoryLimit: 1))
    #expect(site.cleared == nil)
    let finding = try #require(site.diagnostics.first { $0.rule == .systemTooLarge })
    #expect(finding.rule.consequence == .refusedForDisclosure)
    #expect(finding.place?.file == "seeds/tables.yaml" && finding.place?.line != nil)
    #expect(finding.what.en.text(showingSecrets: false).contains("“by-sex” with 27 cells"))
    #expect(finding.mend.en.text(showingSecrets: false).contains("axis “period” has 3 codes"))
  }

  /// Five hundred codes of each of two dimensions: 500,000 combinations in two years.
  private static func manyCodes(_ options: String) -> String {
    """
    \(ClearanceSite.configuration([EditionEntry("public", 5, options)]))
    -- seeds/codelists/sex.csv --
    code,parent,order,label_vi
    _T,,0,Tổng
    \((1...500).map { "s\($0),_T,\($0),Mã \($0)" }.joined(separator: "\n"))
    -- seeds/codelists/age.csv --
    code,parent,order,label_vi
    _T,,0,Tổng
    \((1...500).map { "a\($0),_T,\($0),Mã \($0)" }.joined(separator: "\n"))
    -- seeds/data/people.csv --
    period,sex,age,received
    2023,s1,a1,20
    2024,s2,a2,30
    -- seeds/tables.yaml --
    tables:
      - id: by-code
        title: Theo mã
        dataset: people
        measures: [received]
        axes: {period: {each: true}, sex: {}}
        rows: [period]
        columns: [sex]
        editions: [public]

    """
  }

  @Test(
    "zeros that must be kept, of more combinations than can be looked at: refused, never printed",
    arguments: [", zeros: protect", ", groupDisclosure: true"])
  func zerosLeftOut(option: String) throws {
    let site = try ClearanceSite(Self.manyCodes(option))
    #expect(site.cleared == nil)
    let finding = try #require(site.diagnostics.first { $0.rule == .zerosLeftOut })
    #expect(finding.rule.consequence == .refusedForDisclosure)
    #expect(finding.place?.file == "seeds/datapackage.yaml" && finding.place?.line != nil)
    #expect(finding.mend.en.text(showingSecrets: false).contains("zeros: print"))
    // Where zeros may be printed, there is nothing to refuse.
    #expect(try ClearanceSite(Self.manyCodes("")).cleared != nil)
  }

  @Test("counts that are too large to add up are a mistake of the data, not of the program")
  func sumsTooLarge() throws {
    // Each total fits; what a person may have several of adds up to more than a whole number holds.
    let large = "999999999999999999"
    let codes = (1...12).map { "c\($0)" }
    let package = ClearanceSite.package(measures: [ClearanceSite.persons("received")])
      .replacing("codelist: age}", with: "codelist: age, multiResponse: true}")
    let site = try ClearanceSite(
      package + """
        -- seeds/codelists/age.csv --
        code,parent,order,label_vi
        _T,,0,Tổng
        \(codes.enumerated().map { "\($1),_T,\($0),Mã" }.joined(separator: "\n"))
        -- seeds/data/people.csv --
        period,sex,age,received
        \((["_T"] + codes).map { "2023,F,\($0),\(large)" }.joined(separator: "\n"))
        -- seeds/tables.yaml --
        tables:
          - id: by-form
            title: Theo hình thức
            dataset: people
            measures: [received]
            axes: {period: {each: true}, age: {}}
            rows: [period]
            columns: [age]
            editions: [public]

        """)
    #expect(site.cleared == nil)
    #expect(site.diagnostics.map(\.rule.code) == ["MB-DATA-005"])
    let finding = try #require(site.diagnostics.first)
    #expect(finding.place?.file == "seeds/data/people.csv" && finding.place?.line == 2)
    #expect(finding.what.en.text(showingSecrets: false).contains("“people” are too large"))
  }

  @Test("codes that overlap in more ways than can be looked at: refused, and the axis is named")
  func overlaps() throws {
    // A ring of groups, each sharing its codes with the next: none is known by itself.
    let groups = (0...1_000).map { "g\($0),_T,\($0),Nhóm \($0)" }
    let parents = (0...1_000).flatMap { code in
      ["c\(code),g\(code),2000,Mã \(code)", "c\(code),g\((code + 1) % 1_001),2000,Mã \(code)"]
    }
    let site = try ClearanceSite(
      """
      -- seeds/codelists/age.csv --
      code,parent,order,label_vi
      _T,,0,Mọi tuổi
      \((groups + parents).joined(separator: "\n"))
      -- seeds/data/people.csv --
      period,sex,age,received
      \((0...1_000).map { "2023,F,c\($0),1" }.joined(separator: "\n"))
      -- seeds/tables.yaml --
      tables:
        - id: by-group
          title: Theo nhóm
          dataset: people
          measures: [received]
          axes: {period: {each: true}, age: {depth: 1}}
          rows: []
          editions: [public]

      """)
    #expect(site.cleared == nil)
    #expect(Set(site.diagnostics.map(\.rule.code)) == ["MB-DISC-014"])
    let finding = try #require(site.diagnostics.first)
    #expect(finding.rule.consequence == .refusedForDisclosure)
    #expect(finding.what.en.text(showingSecrets: false).contains("“age”"))
    #expect(finding.place?.file == "seeds/tables.yaml")
  }

  @Test("more axes than the edition allows: refused, and the rule is named")
  func maxAxes() throws {
    let site = try ClearanceSite(
      ClearanceSite.configuration(public: 5, officials: 3, rules: ", maxAxes: 1"))
    #expect(site.cleared == nil)
    let diagnostic = try #require(site.diagnostics.first)
    #expect(site.diagnostics.map(\.rule.code) == ["MB-DISC-001"])
    #expect(diagnostic.rule.consequence == .refusedForDisclosure)
    #expect(diagnostic.what.en.text(showingSecrets: false).contains("maxAxes"))
    #expect(diagnostic.place?.file == "seeds/tables.yaml")
  }

  private let byDistrict =
    ClearanceSite.package(measures: [ClearanceSite.persons("received")], area: true) + """
      -- seeds/data/people.csv --
      period,area_scheme,area,sex,age,received
      2023,old,868,F,18+,20
      2023,old,869,F,18+,30

      """

  @Test("finer areas than the edition allows: refused, and the rule is named")
  func areaLevel() throws {
    let site = try ClearanceSite(
      ClearanceSite.configuration(public: 5, officials: 3, rules: ", areaLevel: province")
        + byDistrict + """
          -- seeds/tables.yaml --
          tables:
            - id: by-district
              title: Theo huyện
              dataset: people
              measures: [received]
              axes: {period: {each: true}, area: {level: district}}
              rows: [period]
              columns: [area]
              editions: [public]

          """)
    #expect(site.cleared == nil)
    #expect(site.diagnostics.map(\.rule.code) == ["MB-DISC-002"])
    #expect(site.diagnostics.first?.rule.consequence == .refusedForDisclosure)
    #expect(
      site.diagnostics.first?.what.en.text(showingSecrets: false).contains("areaLevel") == true)
  }

  @Test("a table that stands at a district without showing it is as fine as one that does")
  func fixedArea() throws {
    let site = try ClearanceSite(
      ClearanceSite.configuration(public: 5, officials: 3, rules: ", areaLevel: province")
        + byDistrict.replacing("top: \"87\"", with: "top: \"868\"")
        .replacing("2023,old,869,F,18+,30\n", with: "") + """
          -- seeds/tables.yaml --
          tables:
            - id: total
              title: Tổng
              dataset: people
              measures: [received]
              axes: {period: {each: true}}
              rows: [period]
              columns: []
              editions: [public]

          """)
    #expect(site.cleared == nil)
    #expect(site.diagnostics.map(\.rule.code) == ["MB-DISC-002"])
  }

  @Test("officials with the higher threshold: refused, and nothing is cleared")
  func thresholds() throws {
    let site = try ClearanceSite(ClearanceSite.configuration(public: 3, officials: 5))
    #expect(site.cleared == nil)
    #expect(site.diagnostics.map(\.rule.code) == ["MB-DISC-005"])
    #expect(site.diagnostics.first?.rule.consequence == .refusedForDisclosure)
  }

  @Test("a third edition that prints zeros which another internal one hides: refused")
  func zerosOfThree() throws {
    func rules(_ partners: String, _ everybody: String) throws -> [Diagnostic] {
      try ClearanceSite(
        ClearanceSite.configuration([
          EditionEntry("partners", 4, partners), EditionEntry("public", 5, everybody),
          EditionEntry("officials", 3, ", zeros: protect"),
        ])
      ).diagnostics.filter { $0.rule.severity == .error }
    }
    let hides = ", zeros: protect"
    #expect(try rules(hides, hides).isEmpty)
    let one = try rules("", hides)
    #expect(one.map(\.rule) == [.editionsDoNotNest])
    let text = try #require(one.first).what.en.text(showingSecrets: true)
    #expect(text.hasPrefix("“officials” hides more than “partners”"))
    #expect(try rules(hides, "").map(\.rule) == [.editionsDoNotNest, .editionsDoNotNest])
  }

  @Test("two open measures that give a sensitive complement away: refused")
  func openMeasures() throws {
    func open(_ name: String, partOf whole: String, complement: String) -> String {
      "{name: \(name), type: integer, minhbach: {role: measure, unit: persons, sensitivity: open, "
        + "pooling: sum, partOf: \(whole), complement: \(complement)}}"
    }
    let site = try ClearanceSite(
      ClearanceSite.package(measures: [
        ClearanceSite.persons("received"),
        open("asked", partOf: "received", complement: "sensitive"),
        open("answered", partOf: "asked", complement: "sensitive"),
      ]) + """
        -- seeds/data/people.csv --
        period,sex,age,received,asked,answered
        2023,F,0-17,30,9,8
        2023,M,18+,30,20,10
        -- seeds/tables.yaml --
        tables:
          - id: all
            title: Tất cả
            dataset: people
            measures: [received, asked, answered]
            axes: {period: {each: true}, sex: {}}
            rows: [period]
            columns: [sex]
            editions: [public]

        """)
    #expect(site.cleared == nil)
    #expect(Set(site.diagnostics.map(\.rule.code)) == ["MB-DISC-003"])
    #expect(site.diagnostics.first?.rule.consequence == .refusedForDisclosure)
    #expect(
      site.diagnostics.first?.what.en.text(showingSecrets: false).contains("“all”") == true)
  }

  @Test("under embargo a period, and every range with it, is in no public table")
  func embargo() throws {
    let package = ClearanceSite.package(
      measures: [ClearanceSite.persons("received")],
      releasedOn: "{default: 2025-03-31, \"2024\": 2026-06-30}")
    let site = try ClearanceSite(package)
    let everybody = try #require(try site.edition("public").table("by-sex"))
    let officials = try #require(try site.edition("officials").table("by-sex"))
    #expect(everybody.axes[0].codes.map(\.code) == ["2023"])
    #expect(everybody.axes[0].codes.map(\.parents) == [[]])
    #expect(Set(officials.axes[0].codes.map(\.code)) == ["2023", "2024", "2023/2024"])
    #expect(everybody.provenance.releasedOn.iso == "2025-03-31")
    // The pattern is that of the day on which all is printed.
    let later = try ClearanceSite(
      ClearanceSite.package(measures: [ClearanceSite.persons("received")]))
    let whole = try #require(try later.edition("public").table("by-sex"))
    for sex in ["F", "M", "_T"] {
      for age in ["0-17", "18+", "_T"] {
        let codes = ["period": "2023", "sex": sex, "age": age]
        #expect(
          everybody.cell(at: codes, measure: "received")
            == whole.cell(at: codes, measure: "received"))
      }
    }
  }

  @Test("a table all of whose periods are under embargo is not in the public edition")
  func whollyEmbargoed() throws {
    let site = try ClearanceSite(
      ClearanceSite.package(
        measures: [ClearanceSite.persons("received")], releasedOn: "2026-06-30"))
    #expect(try site.edition("public").tables.isEmpty)
    #expect(try site.edition("officials").tables.count == 1)
  }

  @Test("a status letter does not survive suppression")
  func status() throws {
    let package = ClearanceSite.package(measures: [
      ClearanceSite.persons("received"),
      "{name: flag, type: string, minhbach: {role: status, of: received}}",
    ])
    let site = try ClearanceSite(
      package + """
        -- seeds/data/people.csv --
        period,sex,age,received,flag
        2023,F,0-17,2,e
        2023,F,18+,20,
        2023,M,0-17,9,p
        2023,M,18+,30,
        2024,F,0-17,8,
        2024,M,18+,12,

        """)
    let table = try #require(try site.edition("public").table("by-sex"))
    let cell = table.cell(at: ["period": "2023", "sex": "F", "age": "0-17"], measure: "received")
    #expect(cell == .suppressed)
    #expect(cell?.mark == "c")
  }

  @Test("the report of the proofs names the true counts, and nothing cleared holds it")
  func privateReport() throws {
    let site = try ClearanceSite("")
    let report = String(
      decoding: site.cleared?.privateReport(of: "public") ?? [], as: UTF8.self)
    #expect(report.contains("\"value\" : 2"))
    let edition = try site.edition("public")
    #expect(!mentions(edition, "DisclosureReport"))
    #expect(!mentions(edition, "SuppressionSystem"))
    #expect(!mentions(edition, "Unknown"))
  }

  /// Whether a value of a type with this name lies in a value, however deep.
  private func mentions(_ value: Any, _ name: String) -> Bool {
    String(describing: type(of: value)).contains(name)
      || Mirror(reflecting: value).children.contains { mentions($0.value, name) }
  }
}
