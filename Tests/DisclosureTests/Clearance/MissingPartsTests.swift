import Tables
import Testing

/// Part and whole that lack different cells under totals that are given.
@Suite("missing parts")
struct MissingPartsTests {
  /// Of 35 women 33 were helped: who isn't must not be computed, although the ages of those who were
  /// are not known and those of all are; and the other way round.
  @Test(arguments: [
    "2024,F,0-17,20,…\n2024,F,18+,15,…\n2024,F,_T,35,33",
    "2024,F,0-17,…,19\n2024,F,18+,…,14\n2024,F,_T,35,33",
  ])
  func aSmallComplementIsHidden(_ rows: String) throws {
    let site = try ClearanceSite(
      ClearanceSite.package(
        measures: [
          ClearanceSite.persons("received"), ClearanceSite.persons("helped", partOf: "received"),
        ], absentRows: "missing") + """
          -- seeds/data/people.csv --
          period,sex,age,received,helped
          \(rows)
          2024,M,0-17,30,12
          2024,M,18+,22,12
          -- seeds/tables.yaml --
          tables:
            - id: by-sex
              title: Theo giới
              dataset: people
              measures: [received, helped]
              axes: {period: {each: true}, sex: {}}
              rows: [period]
              columns: [sex]
              editions: [public]

          """)
    for name in ["public", "officials"] {
      let table = try #require(site.edition(name).table("by-sex"))
      let women = ["received", "helped"].map {
        table.cell(at: ["period": "2024", "sex": "F"], measure: $0)
      }
      #expect(women.contains(.suppressed))
      // Nor by taking the men from all.
      let others = ["_T", "M"].flatMap { sex in
        ["received", "helped"].map {
          table.cell(at: ["period": "2024", "sex": sex], measure: $0)
        }
      }
      #expect(others.contains(.suppressed))
    }
  }
}
