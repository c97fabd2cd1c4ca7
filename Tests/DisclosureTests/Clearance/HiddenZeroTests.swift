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
}
