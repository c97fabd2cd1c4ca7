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

  @Test("what a year leaves to the next is known from there")
  func carriedOver() throws {
    func hidden(_ opening: Int, ages: [Int] = [0, 0]) throws -> Set<Int> {
      let persons = ["opening", "received", "closed", "closing"].map { ClearanceSite.persons($0) }
      let site = try ClearanceSite(
        ClearanceSite.package(measures: persons).replacing(
          "absentRows",
          with: "identities: [opening + received - closed = closing]\n      absentRows")
            + """
            -- seeds/data/people.csv --
            period,sex,age,opening,received,closed,closing
            2023,F,0-17,60,0,45,15
            2023,F,18+,60,2,45,17
            2024,F,0-17,\(15 + ages[0]),15,10,\(20 + ages[0])
            2024,F,18+,\(opening - 15 + ages[1]),15,10,\(opening - 10 + ages[1])
            -- seeds/tables.yaml --
            tables:
              - id: by-year
                title: Theo năm
                dataset: people
                measures: [opening, received, closed, closing]
                axes: {period: {each: true}}
                editions: [public]

            """)
      let cells = try #require(site.edition("public").table("by-year")).cells
      return Set(cells.indices.filter { cells[$0] == .suppressed })
    }
    // Of 120 + 2 - 90 = 32 the closing is hidden beside the received: it counts least.
    #expect(try hidden(42) == [1, 3])
    for cells in try [hidden(32), hidden(32, ages: [2, -2])] {
      let tellsClosing = !cells.contains(3) || !cells.contains(4)
      #expect(cells.contains(1))
      #expect(!tellsClosing || cells.contains(0) || cells.contains(2), "opening of 2024")
    }
  }
}
