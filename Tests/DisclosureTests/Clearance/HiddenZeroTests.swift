import Diagnostics
import Disclosure
import Tables
import Testing

/// `zeros: protect`: a cell that is hidden shows no mark that gives its zero away.
@Suite("hidden zeros")
struct HiddenZeroTests {
  @Test("a dash stands for a zero: where that is hidden, so is the dash", arguments: ["-", "0"])
  func dash(zero: String) throws {
    let site = try ClearanceSite(
      ClearanceSite.configuration(public: 5, officials: 3, rules: ", zeros: protect") + """
        -- seeds/data/people.csv --
        period,sex,age,received
        2024,F,0-17,20
        2024,F,18+,3
        2024,M,0-17,\(zero)
        2024,M,18+,30
        -- seeds/tables.yaml --
        tables:
          - id: by-sex
            title: Theo giới
            dataset: people
            measures: [received]
            axes: {period: {each: true}, sex: {}, age: {}}
            rows: [period]
            columns: [sex, age]
            editions: [public]

        """)
    let table = try #require(site.edition("public").table("by-sex"))
    func cell(_ sex: String, _ age: String) -> Cell? {
      table.cell(at: ["period": "2024", "sex": sex, "age": age], measure: "received")
    }
    #expect(cell("F", "18+") == .suppressed)
    #expect(cell("M", "0-17") == .suppressed)
  }

  @Test("that a cell leaves nothing of another one is hidden like a zero")
  func nothingLeft() throws {
    func hidden(_ last: Int) throws -> Int {
      let site = try ClearanceSite(
        ClearanceSite.configuration(public: 5, officials: 3, rules: ", zeros: protect") + """
          -- seeds/data/people.csv --
          period,sex,age,received
          2021,F,18+,20
          2022,F,18+,30
          2023,F,18+,\(last)
          -- seeds/tables.yaml --
          tables:
            - id: ranges
              title: Các năm
              dataset: people
              measures: [received]
              axes: {period: {pooled: ["2021/2023", "2021/2022"]}}
              rows: [period]
              editions: [public]

          """)
      return try #require(site.edition("public").table("ranges")).cells
        .count { $0 == .suppressed }
    }
    #expect(try hidden(0) > 0)
    #expect(try hidden(12) == 0)
  }

  @Test("a row of which one category has all, the total of it given and the rest not collected")
  func othersNotCollected() throws {
    let site = try ClearanceSite(
      ClearanceSite.configuration(public: 5, officials: 3, rules: ", groupDisclosure: true")
        .replacing("{threshold: 3}", with: "{threshold: 3, groupDisclosure: true}")
        + ClearanceSite.package(
          measures: [ClearanceSite.persons("received")], absentRows: "missing") + """
          -- seeds/data/people.csv --
          period,sex,age,received
          2023,_T,18+,20
          2023,F,18+,20
          2023,M,18+,…
          -- seeds/tables.yaml --
          tables:
            - id: by-sex
              title: Theo giới
              dataset: people
              measures: [received]
              axes: {period: {each: true}, age: {totals: false}, sex: {}}
              rows: [period]
              editions: [public]

          """)
    let table = try #require(site.edition("public").table("by-sex"))
    #expect(table.cells.contains(.suppressed))
  }

  @Test("a zero that others' figures give away can't be hidden: refused, and no proof is blamed")
  func givenAway() throws {
    let published =
      "{name: asked, type: integer, minhbach: {role: measure, unit: persons, "
      + "sensitivity: published, source: \"https://example.org/\", pooling: sum}}"
    let part =
      "{name: received, type: integer, minhbach: {role: measure, unit: persons, "
      + "sensitivity: persons, pooling: sum, partOf: asked, complement: sensitive}}"
    let site = try ClearanceSite(
      ClearanceSite.configuration(public: 5, officials: 3, rules: ", zeros: protect")
        + ClearanceSite.package(measures: [published, part]) + """
          -- seeds/data/people.csv --
          period,sex,age,asked,received
          2024,F,18+,0,0
          2024,M,18+,40,20
          -- seeds/tables.yaml --
          tables:
            - id: by-sex
              title: Theo giới
              dataset: people
              measures: [asked, received]
              axes: {period: {each: true}, sex: {}}
              rows: [period]
              columns: [sex]
              editions: [public]

          """)
    #expect(site.cleared == nil)
    #expect(site.diagnostics.map(\.rule) == [.cannotProtect])
  }
}
