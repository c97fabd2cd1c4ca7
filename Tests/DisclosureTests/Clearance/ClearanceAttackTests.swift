import Site
import Tables
import Testing

/// Ways to a small count that are easy to forget, each in a site of its own.
@Suite("The door: single attacks")
struct ClearanceAttackTests {
  @Test("what was not collected can't be had by taking the known parts from a given total")
  func residual() throws {
    // 60 − 20 − 20 − 18 leaves 2 for men of 18 and over.
    let edition = try ClearanceSite(
      ClearanceSite.package(
        measures: [ClearanceSite.persons("received")], absentRows: "missing") + """
          -- seeds/data/people.csv --
          period,sex,age,received
          2023,F,0-17,20
          2023,F,18+,20
          2023,M,0-17,18
          2023,M,18+,…
          2023,_T,_T,60
          -- seeds/tables.yaml --
          tables:
            - id: all
              title: Tất cả
              dataset: people
              measures: [received]
              axes: {period: {each: true}, sex: {}, age: {}}
              rows: [period]
              columns: [sex, age]
              editions: [public]

          """
    ).edition("public")
    let table = try #require(edition.table("all"))
    let missing = table.cell(at: ["sex": "M", "age": "18+"], measure: "received")
    #expect(missing == .missing(.notCollected))
    try expectOpen(edition, ["2023", "M", "18+", "received"])
  }

  @Test("cells that differ by a printed zero: their difference is a remainder")
  func remainderBesideZero() throws {
    // North = a + b, south = b + c, and c is printed as 0: north − south is a.
    let edition = try ClearanceSite(
      """
      -- seeds/codelists/sex.csv --
      code,parent,order,label_vi,label_en
      _T,,0,Tổng,Total
      north,_T,1,Bắc,North
      south,_T,2,Nam,South
      west,_T,3,Tây,West
      a,north,4,A,A
      b,north,5,B,B
      b,south,5,B,B
      c,south,6,C,C
      c,_T,6,C,C
      -- seeds/data/people.csv --
      period,sex,age,received
      2023,a,18+,2
      2023,b,18+,20
      2023,c,18+,0
      2023,west,18+,30
      -- seeds/tables.yaml --
      tables:
        - id: regions
          title: Vùng
          dataset: people
          measures: [received]
          axes: {period: {each: true}, sex: {depth: 1}}
          rows: [period]
          columns: [sex]
          editions: [public]

      """
    ).edition("public")
    let table = try #require(edition.table("regions"))
    let codes = table.axes.first { $0.name == "sex" }?.codes.map(\.code) ?? []
    try #require(Set(codes) == ["_T", "north", "south", "west", "c"])
    func number(_ code: String) -> Int? {
      table.cell(at: ["sex": code], measure: "received")?.quantity?.mantissa
    }
    #expect(number("c") == 0)
    #expect(number("north") == nil || number("south") == nil)
  }

  @Test("a whole less its part, where the part is not applicable in some cells")
  func complementBesideNotApplicable() throws {
    // Received 20 + 30, helped 18 + [z]: 50 − 18 − 30 are the two girls who got no help.
    let edition = try ClearanceSite(
      ClearanceSite.package(
        measures: [
          ClearanceSite.persons("received"), ClearanceSite.persons("helped", partOf: "received"),
        ], absentRows: "missing") + """
          -- seeds/data/people.csv --
          period,sex,age,received,helped
          2023,F,18+,20,18
          2023,M,18+,30,[z]
          -- seeds/tables.yaml --
          tables:
            - id: received
              title: Tiếp nhận
              dataset: people
              measures: [received]
              axes: {period: {each: true}, sex: {}, age: {totals: false}}
              rows: [period]
              columns: [sex, age]
              editions: [public]
            - id: helped
              title: Hỗ trợ
              dataset: people
              measures: [helped]
              axes: {period: {each: true}, age: {totals: false}}
              rows: [period]
              columns: [age]
              editions: [public]

          """
    ).edition("public")
    let received = try #require(edition.table("received"))
    let helped = try #require(edition.table("helped"))
    let whole = received.cell(at: ["sex": "F", "age": "18+"], measure: "received")
    let part = helped.cell(at: ["age": "18+"], measure: "helped")
    #expect(whole == .suppressed || part == .suppressed)
  }

  /// Whether the finest count with these codes may be at the threshold.
  private func expectOpen(_ edition: ClearedEdition, _ codes: [String]) throws {
    let model = PublishedModel(edition)
    let unknown = try #require(model.unknowns.firstIndex { Set($0) == Set(codes) })
    var reader = Enumeration(model, near: model.unknowns.map { _ in 0 })
    #expect(reader.reaches([unknown: 1], edition.edition.disclosure.threshold) == .exists)
  }
}
