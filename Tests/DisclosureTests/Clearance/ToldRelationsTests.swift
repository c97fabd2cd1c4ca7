import Tables
import Testing

/// What a cleared table says of how its figures hang together: readers may know it, and the audit
/// must.
@Suite("relations that are told")
struct ToldRelationsTests {
  private let tables = """
    -- seeds/tables.yaml --
    tables:
      - id: by-sex
        title: Theo giới
        dataset: people
        measures: [received]
        axes: {period: {each: true}, sex: {}}
        rows: [period]
        columns: [sex]
        editions: [public]

    """

  @Test func identitiesOfTheDataSet() throws {
    let package = ClearanceSite.package(
      measures: ["opening", "received", "closing"].map { ClearanceSite.persons($0) }
    ).replacing("absentRows", with: "identities: [opening + received = closing]\n      absentRows")
    let site = try ClearanceSite(
      package + tables + """
        -- seeds/data/people.csv --
        period,sex,age,opening,received,closing
        2024,F,18+,20,30,50
        2024,M,18+,10,10,20

        """)
    let table = try #require(site.edition("public").table("by-sex"))
    #expect(table.identities == ["opening + received = closing"])
  }

  @Test func axesOfSeveralCodesAPerson() throws {
    let package = ClearanceSite.package(measures: [ClearanceSite.persons("received")])
      .replacing("codelist: sex", with: "codelist: sex, multiResponse: true")
    let site = try ClearanceSite(
      package + tables + """
        -- seeds/data/people.csv --
        period,sex,age,received
        2024,_T,18+,50
        2024,F,18+,30
        2024,M,18+,40

        """)
    let table = try #require(site.edition("public").table("by-sex"))
    #expect(table.axes.map(\.isMultiResponse) == [false, true])
    #expect(table.cell(at: ["period": "2024"], measure: "received") == .value(Quantity(50), []))
  }
}
