import Diagnostics
import Disclosure
import Site
import Tables
import Testing
import VietnameseText

/// A revision of large figures may still tell of a few persons: those outside a part, what two
/// figures leave of each other, what several add up to.
@Suite("The door: revisions of what readers work out")
struct ComplementRevisionTests {
  private typealias Cells = [(measure: String, codes: [String: String], value: Int)]

  /// Today's site: persons received, and of them those helped; by sex and age in one year.
  private func findings(
    today: [(sex: String, age: String, received: Int, helped: Int)], axes: String,
    measures: String = "received, helped", complement: String = "sensitive", then: Cells,
    accepting at: [String: String]? = nil
  ) throws -> [String] {
    let rows = today.map { "2023,\($0.sex),\($0.age),\($0.received),\($0.helped)" }
    let revision = try at.map {
      Revision(
        dataset: "people", at: $0, on: try #require(.init(iso: "2026-01-01")),
        reason: LocalizedText("Hai hồ sơ nộp muộn", language: "vi"), acceptsSmallDifferences: true)
    }
    let site = try ClearanceSite(
      ClearanceSite.package(measures: [
        ClearanceSite.persons("received"), ClearanceSite.persons("helped", partOf: "received"),
      ]).replacing("complement: sensitive", with: "complement: \(complement)") + """
        -- seeds/data/people.csv --
        period,sex,age,received,helped
        \(rows.joined(separator: "\n"))
        -- seeds/tables.yaml --
        tables:
          - id: today
            title: Hôm nay
            dataset: people
            measures: [\(measures)]
            axes: {period: {each: true}\(axes)}
            editions: [public]

        """,
      with: DisclosureInputs(
        earlier: [
          EarlierRelease(
            name: "2024", edition: "public", zerosArePrinted: true,
            tables: then.enumerated().map { index, cell in
              EarlierTable(
                id: "old\(index)", dataset: "people", measures: [cell.measure], axes: [],
                at: ["period": "2023", "sex": "_T", "age": "_T"].merging(cell.codes) { $1 },
                cells: [.printed(Quantity(cell.value))])
            })
        ], revisions: [revision].compactMap(\.self)))
    return site.diagnostics.filter { $0.rule == .smallRevision }
      .map { $0.what.en.text(showingSecrets: true) }
      .filter { $0.contains("“public”") }
  }

  @Test("22 persons more, of whom 20 were helped: two were not, and all three places are named")
  func complement() throws {
    let today = [(sex: "F", age: "18+", received: 122, helped: 80)]
    let then: Cells = [("received", [:], 100), ("helped", [:], 60)]
    let found = try findings(today: today, axes: "", then: then)
    #expect(found.count == 1)
    #expect(found.first?.contains("today[") == true)
    #expect(
      found.first?.contains("2024: old0[received] − 2024: old1[helped]") == true, "\(found)")
    #expect(found.first?.contains("122") == false)
    // As many more of both; a large change; and where the rest describes the service.
    #expect(try findings(today: today, axes: "", then: [then[0], ("helped", [:], 58)]) == [])
    #expect(try findings(today: today, axes: "", then: [then[0], ("helped", [:], 68)]) == [])
    #expect(
      try findings(
        today: today, axes: "", complement: "{open: [period], reason: Dịch vụ}", then: then) == [])
  }

  @Test("the same, accepted with a reason; a reason for another place is none")
  func accepted() throws {
    let today = [(sex: "F", age: "18+", received: 122, helped: 80)]
    let then: Cells = [("received", [:], 100), ("helped", [:], 60)]
    #expect(
      try findings(today: today, axes: "", then: then, accepting: ["period": "2023"]) == [])
    #expect(
      try findings(today: today, axes: "", then: then, accepting: ["period": "2022"]).count == 1)
  }

  @Test("those outside a part, in all and in a group, that changed by nearly the same")
  func complementsWithinEachOther() throws {
    // Outside the part: 30 → 60 in all, 20 → `20 + women` among women.
    func found(_ women: Int) throws -> [String] {
      try findings(
        today: [
          (sex: "F", age: "18+", received: 100, helped: 80 - women),
          (sex: "M", age: "18+", received: 70, helped: 30 + women),
        ], axes: ", sex: {}",
        then: [
          ("received", [:], 150), ("helped", [:], 120),
          ("received", ["sex": "F"], 90), ("helped", ["sex": "F"], 70),
        ])
    }
    // Today 60 are outside, 20 + women of them women: before, 30 and 20.
    #expect(try found(28).contains { $0.contains(" less (") })
    #expect(try found(15) == [])
  }

  @Test("those outside a part, of whom one release prints the groups and the other the total")
  func complementOfASum() throws {
    func found(_ helped: Int) throws -> [String] {
      try findings(
        today: [
          (sex: "F", age: "18+", received: 100, helped: helped),
          (sex: "M", age: "18+", received: 70, helped: 20),
        ], axes: "",
        then: [
          ("received", ["sex": "F"], 80), ("helped", ["sex": "F"], 40),
          ("received", ["sex": "M"], 60), ("helped", ["sex": "M"], 30),
        ])
    }
    // Outside then: 40 and 30; today 170 less those helped.
    #expect(try found(78).contains { $0.contains("give") })
    #expect(try found(60) == [])
  }

  @Test("groups that changed by much, and their total by a few")
  func sum() throws {
    func found(_ men: Int) throws -> [String] {
      try findings(
        today: [
          (sex: "F", age: "18+", received: 60, helped: 60),
          (sex: "M", age: "18+", received: men, helped: men),
        ], axes: "", measures: "received",
        then: [("received", ["sex": "F"], 40), ("received", ["sex": "M"], 50)])
    }
    #expect(try found(32).count == 1)
    #expect(try found(30) == [])
    #expect(try found(45) == [])
  }

  @Test("A total less several groups that changed by nearly as much together")
  func rest() throws {
    func found(_ old: Int) throws -> [String] {
      try findings(
        today: [
          (sex: "F", age: "0-17", received: 60, helped: 60),
          (sex: "F", age: "18+", received: 70, helped: 70),
          (sex: "M", age: "0-17", received: 80, helped: 80),
          (sex: "M", age: "18+", received: old, helped: old),
        ], axes: ", sex: {}, age: {}", measures: "received",
        then: [
          ("received", [:], 200), ("received", ["sex": "F"], 100),
          ("received", ["sex": "M", "age": "0-17"], 60),
        ])
    }
    // 40 men of 18 and more then.
    #expect(try found(43).contains { $0.contains("old0[received] less ") && $0.contains(", ") })
    #expect(try found(60) == [])
    #expect(try found(40) == [])
  }
}
