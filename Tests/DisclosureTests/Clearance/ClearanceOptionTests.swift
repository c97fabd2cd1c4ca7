import Site
import Tables
import Testing

/// Options of an edition's `disclosure`, each seen from outside.
@Suite("The door: options of an edition")
struct ClearanceOptionTests {
  /// Sexes by ages, years by sexes and years by ages, all of them 10 and more. Together they leave
  /// one number open: girls of 2023 are 2, or one more, for men of 2024 are 1 and can fall by one.
  private static let twoWay = """
    -- seeds/data/people.csv --
    period,sex,age,received
    2023,F,0-17,2
    2023,F,18+,8
    2023,M,0-17,8
    2023,M,18+,9
    2024,F,0-17,8
    2024,F,18+,9
    2024,M,0-17,9
    2024,M,18+,1
    -- seeds/tables.yaml --
    tables:
      - id: attributes
        title: Giới và tuổi
        dataset: people
        measures: [received]
        axes: {period: {each: false, pooled: ["2023/2024"]}, sex: {}, age: {}}
        rows: [sex]
        columns: [age]
        editions: [public]
      - id: sexes
        title: Năm và giới
        dataset: people
        measures: [received]
        axes: {period: {each: true, pooled: ["2023/2024"]}, sex: {}}
        rows: [period]
        columns: [sex]
        editions: [public]
      - id: ages
        title: Năm và tuổi
        dataset: people
        measures: [received]
        axes: {period: {each: true}, age: {}}
        rows: [period]
        columns: [age]
        editions: [public]

    """

  @Test(
    "lattice: full protects a combination that no table shows",
    arguments: [("", false), (", lattice: full", true)])
  func lattice(option: String, isOpen: Bool) throws {
    let edition = try ClearanceSite(Self.twoWay + rules(option)).edition("public")
    #expect(edition.tables.contains { $0.hasSuppressedCells } == isOpen)
    let model = PublishedModel(edition)
    let girls = try #require(
      model.unknowns.firstIndex { Set($0).isSuperset(of: ["F", "0-17", "2023"]) })
    var reader = Enumeration(model, near: model.unknowns.map { _ in 8 })
    #expect((reader.reaches([girls: 1], 5) == .exists) == isOpen)
  }

  @Test("groupDisclosure: that all persons of a row fall in one category stays open")
  func groups() throws {
    let archive = """
      -- seeds/data/people.csv --
      period,sex,age,received
      2023,F,0-17,12
      2023,F,18+,0
      2023,M,0-17,14
      2023,M,18+,25

      """ + Self.oneYear
    let plain = try #require(try ClearanceSite(archive + rules("")).edition("public").tables.first)
    #expect(
      plain.cell(at: ["sex": "F", "age": "18+", "period": "2023"], measure: "received")
        != .suppressed)
    let site = archive + rules(", groupDisclosure: true")
    let table = try #require(try ClearanceSite(site).edition("public").tables.first)
    func cell(_ sex: String, _ age: String) -> Cell? {
      table.cell(at: ["sex": sex, "age": age, "period": "2023"], measure: "received")
    }
    #expect(cell("F", "18+") == .suppressed)
    #expect(cell("F", "0-17") == .suppressed)
  }

  @Test("zeros: protect hides a zero, and it may be at the threshold")
  func zeros() throws {
    let archive = """
      -- seeds/data/people.csv --
      period,sex,age,received
      2023,F,0-17,12
      2023,F,18+,0
      2023,M,0-17,14
      2023,M,18+,25

      """ + Self.oneYear
    let site = archive + rules(", zeros: protect")
    let table = try #require(try ClearanceSite(site).edition("public").tables.first)
    let zero = table.cell(at: ["sex": "F", "age": "18+", "period": "2023"], measure: "received")
    #expect(zero == .suppressed)
  }

  @Test("width: a small count keeps so many possible values")
  func width() throws {
    let archive = """
      -- seeds/data/people.csv --
      period,sex,age,received
      2023,F,0-17,4
      2023,F,18+,6
      2023,M,0-17,7
      2023,M,18+,30

      """ + Self.oneYear
    for (option, width) in [("", 2), (", width: 6", 6)] {
      let edition = try ClearanceSite(archive + rules(option)).edition("public")
      let model = PublishedModel(edition)
      let girls = try #require(
        model.unknowns.firstIndex { Set($0).isSuperset(of: ["F", "0-17"]) })
      var reader = Enumeration(model, near: model.unknowns.map { _ in 6 })
      #expect(reader.reaches([girls: 1], 4 + width - 1) == .exists, "width \(width)")
    }
  }

  @Test("known: a total that others publish is no help against a small part")
  func known() throws {
    // The total may be hidden here, but everybody knows it.
    let archive = """
      -- seeds/data/people.csv --
      period,sex,age,received
      2023,F,18+,3
      2023,M,18+,30
      -- seeds/tables.yaml --
      tables:
        - id: sexes
          title: Giới
          dataset: people
          measures: [received]
          axes: {period: {each: true}, sex: {}}
          rows: [period]
          columns: [sex]
          editions: [public]

      """
    let known = rules(
      ", known: [{dataset: people, measure: received, at: {period: \"2023\"}, value: 33, source: Báo cáo của bộ}]"
    )
    let table = try #require(try ClearanceSite(archive + known).edition("public").tables.first)
    func cell(_ sex: String) -> Cell? { table.cell(at: ["sex": sex], measure: "received") }
    #expect(cell("_T")?.quantity?.mantissa == 33)
    #expect(cell("F") == .suppressed)
    #expect(cell("M") == .suppressed)
  }

  @Test(
    "known: a small count that others publish is not repeated, and what it gives away is hidden")
  func knownSmall() throws {
    let archive = """
      -- seeds/data/people.csv --
      period,sex,age,received
      2023,F,0-17,3
      2023,F,18+,4
      2023,M,0-17,20
      2023,M,18+,30

      """ + Self.oneYear
    let known = rules(
      ", known: [{dataset: people, measure: received, at: {period: \"2023\", sex: F, age: 0-17}, value: 3, source: Báo cáo của bộ}]"
    )
    let edition = try ClearanceSite(archive + known).edition("public")
    let table = try #require(edition.tables.first)
    func cell(_ sex: String, _ age: String) -> Cell? {
      table.cell(at: ["sex": sex, "age": age, "period": "2023"], measure: "received")
    }
    #expect(cell("F", "0-17") == .suppressed)
    // 7 women less the 3 girls that everybody knows are 4.
    #expect(cell("F", "_T") == .suppressed)
    #expect(cell("F", "18+") == .suppressed)
  }

  @Test("neverHide keeps the cells of a level, preferHide takes them first")
  func weights() throws {
    // One girl: a partner in her row and one in her column are hidden too.
    let archive = """
      -- seeds/data/people.csv --
      period,sex,age,received
      2023,F,0-17,2
      2023,F,18+,50
      2023,M,0-17,9
      2023,M,18+,60
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
    func hidden(_ option: String) throws -> Set<String> {
      let table = try #require(
        try ClearanceSite(archive + rules(option)).edition("public").tables.first)
      return Set(
        ["F", "M", "_T"].flatMap { sex in
          ["0-17", "18+", "_T"].filter {
            table.cell(at: ["sex": sex, "age": $0], measure: "received") == .suppressed
          }.map { "\(sex) \($0)" }
        })
    }
    #expect(try hidden("") == ["F 0-17", "F 18+", "M 0-17", "M 18+"])
    let totals = ", preferHide: [{dataset: people, axis: sex, level: 0}]"
    #expect(try hidden(totals).contains("_T 0-17"))
    let never = ", neverHide: [{dataset: people, axis: age, level: 0}]"
    #expect(try hidden(never).allSatisfy { !$0.hasSuffix("_T") })
  }

  private static let oneYear = """
    -- seeds/tables.yaml --
    tables:
      - id: one-year
        title: Một năm
        dataset: people
        measures: [received]
        axes: {period: {each: true}, sex: {}, age: {}}
        rows: [period]
        columns: [sex, age]
        editions: [public]

    """

  private func rules(_ option: String) -> String {
    ClearanceSite.configuration(public: 5, officials: 5, rules: option)
      .replacing(
        "officials, disclosure: {threshold: 5}", with: "officials, disclosure: {threshold: 2}")
  }
}
