import Diagnostics
import Disclosure
import Testing

@Suite("Explanations and advice")
struct ExplanationTests {
  private func explain(
    _ cell: String, table: String = "by-sex", in archive: String = "",
    showingSecrets: Bool = true
  ) throws -> (lines: [String: String], findings: [Diagnostic]) {
    let cleared = try #require(try ClearanceSite(archive).cleared)
    var diagnostics = Diagnostics()
    let found = cleared.explain(table: table, cell: cell, into: &diagnostics)
    let lines = found.map {
      (
        $0.edition,
        $0.lines.map { $0.en.text(showingSecrets: showingSecrets) }.joined(separator: "\n")
      )
    }
    return (Dictionary(uniqueKeysWithValues: lines), diagnostics.all)
  }

  @Test("a small count: why it is hidden, and another table that readers can't rule out")
  func small() throws {
    let lines = try explain("received, sex=F, age=0-17, period=2023").lines
    #expect(lines["public"]?.contains("Hidden: a small count (2), below 5.") == true)
    #expect(lines["public"]?.contains("Readers can't rule out another table") == true)
    #expect(lines["officials"]?.contains("below 3.") == true)
  }

  @Test("true counts are secrets")
  func secrets() throws {
    let lines = try explain("sex=F, age=0-17, period=2023", showingSecrets: false).lines
    #expect(lines["public"]?.contains("(•••)") == true)
    #expect(lines["public"]?.contains("(2)") == false)
    #expect(lines["public"]?.contains("(2 →") == false)
  }

  @Test("a partner says whom it protects; a printed cell says so; brackets may stand around")
  func partner() throws {
    let lines = try explain("by-sex[received, sex=M, age=0-17, period=2023]").lines
    #expect(lines["public"]?.contains("by-sex[received, period=2023, sex=F, age=0-17]") == true)
    let total = try explain("period=2023").lines
    #expect(total["public"] == "Printed: no small count needs it hidden.")
  }

  @Test("under embargo a cell is withheld until its day, and says if it will be hidden then")
  func embargo() throws {
    let archive = ClearanceSite.package(
      measures: [ClearanceSite.persons("received")],
      releasedOn: "{default: 2025-03-31, \"2023\": 2026-06-30}")
    let withheld = "Withheld: figures of this period are not released before 2026-06-30."
    let total = try explain("period=2023", in: archive).lines
    #expect(total["public"] == withheld)
    #expect(total["officials"] == "Printed: no small count needs it hidden.")
    #expect(try explain("period=2023/2024", in: archive).lines["public"] == withheld)
    let small = try explain("sex=F, age=0-17, period=2023", in: archive).lines
    #expect(small["public"]?.hasPrefix(withheld + "\nHidden: a small count (2), below 5.") == true)
    let other = try explain("period=2024", in: archive).lines
    #expect(other["public"] == "Printed: no small count needs it hidden.")
  }

  @Test(
    "what is not there is named, with what is",
    arguments: [
      ("by-age", "sex=F", "by-sex"), ("by-sex", "sex=X", "sex=F"), ("by-sex", "area=87", "sex"),
      ("by-sex", "helped, sex=F", "received"),
    ])
  func unknown(table: String, cell: String, known: String) throws {
    let (lines, findings) = try explain(cell, table: table)
    #expect(lines.isEmpty)
    #expect(findings.map(\.rule) == [.cellUnknown])
    #expect(findings.first?.mend.en.text(showingSecrets: true).contains(known) == true)
  }

  @Test("of a table that is mostly hidden, the coarser one that hides least is named")
  func advice() throws {
    let site = try ClearanceSite(
      """
      -- seeds/data/people.csv --
      period,sex,age,received
      2023,F,0-17,2
      2023,F,18+,9
      2023,M,0-17,8
      2023,M,18+,3
      2024,F,0-17,4
      2024,F,18+,4
      2024,M,0-17,9
      2024,M,18+,2
      -- seeds/tables.yaml --
      tables:
        - id: by-sex
          title: Theo giới
          dataset: people
          measures: [received]
          axes: {period: {each: true}, sex: {totals: false}, age: {totals: false}}
          rows: [period]
          columns: [sex, age]
          editions: [public]

      """)
    let advice = try #require(site.diagnostics.first { $0.rule == .mostlyHidden })
    #expect(advice.rule.severity == .note)
    #expect(
      advice.mend.en.text(showingSecrets: true).contains(
        "Pool the periods: “period: {pooled: [2023/2024]}”: that hides 0 of 4 cells."))
  }
}
