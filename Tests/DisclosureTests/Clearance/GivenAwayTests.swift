import Diagnostics
import Disclosure
import Site
import Tables
import Testing

/// What others have published can't be taken back: it is said, and the rest is protected.
@Suite("The door: small counts that are known already")
struct GivenAwayTests {
  private func site(_ known: [String], women: Int = 3, rows: String = "") throws -> ClearanceSite {
    let known = known.joined(separator: ", ")
    return try ClearanceSite(
      ClearanceSite.configuration(public: 5, officials: 2, rules: ", known: [\(known)]") + """
        -- seeds/data/people.csv --
        period,sex,age,received
        2023,F,18+,\(women)
        2023,M,18+,40
        \(rows)
        -- seeds/tables.yaml --
        tables:
          - id: only
            title: Bảng
            dataset: people
            measures: [received]
            axes: {period: {each: true}, sex: {}}
            rows: [period]
            columns: [sex]
            editions: [public]

        """)
  }

  private let total = Self.figure("period: \"2023\"", 43)
  private let men = Self.figure("period: \"2023\", sex: M", 40)

  private static func figure(_ at: String, _ value: Int) -> String {
    "{dataset: people, measure: received, at: {\(at)}, value: \(value), source: Báo cáo của bộ}"
  }

  @Test("Two figures of others whose difference is small: a warning, and it is not repeated")
  func difference() throws {
    let site = try site([total, men])
    #expect(Set(site.diagnostics.map(\.rule.code)) == ["MB-DISC-016"])
    let editions = site.cleared?.editions ?? []
    let table = try #require(editions.first { $0.edition.name == "public" }?.table("only"))
    #expect(table.cells.count { $0 == .suppressed } == 1, "the women alone")
  }

  @Test("What they don't give away is protected as ever")
  func others() throws {
    let site = try site([total, men], rows: "2024,F,18+,2\n2024,M,18+,30")
    let editions = site.cleared?.editions ?? []
    let table = try #require(editions.first { $0.edition.name == "public" }?.table("only"))
    // The women of both years, and the men or the total of 2024.
    #expect(table.cells.count { $0 == .suppressed } == 3)
  }

  @Test("One of them alone gives nothing away")
  func alone() throws {
    let site = try site([total])
    #expect(!site.diagnostics.contains { $0.rule.severity > .note })
    let isCleared = site.cleared != nil
    #expect(isCleared)
  }
}
