import Disclosure
import Tables
import Testing

/// Counts that no table shows and that a reader works out of several printed cells.
@Suite("The door: what is worked out of several cells")
struct WorkedOutTests {
  private func table(_ axes: String, measures: String = "received") -> String {
    """
    -- seeds/tables.yaml --
    tables:
      - id: only
        title: Bảng
        dataset: people
        measures: [\(measures)]
        axes: {\(axes)}
        rows: []
        editions: [public]

    """
  }

  private func data(_ rows: String) -> String {
    "-- seeds/data/people.csv --\nperiod,sex,age,received\n" + rows + "\n"
  }

  /// The table of the public edition: how many of its cells are hidden.
  private func hidden(_ archive: String) throws -> Int {
    let table = try #require(ClearanceSite(archive).edition("public").table("only"))
    return table.cells.count { $0 == .suppressed }
  }

  /// `x` holds a and b, `y` c, `z` b and d.
  private func ages(_ counts: [Int], _ parents: [(String, String)]) -> String {
    let tops = Set(parents.map(\.1)).sorted()
    let rows =
      tops.map { "\($0),_T,1,Nhóm \($0)" } + parents.map { "\($0.0),\($0.1),2,Tuổi \($0.0)" }
    return "-- seeds/codelists/age.csv --\ncode,parent,order,label_vi\n_T,,0,Mọi tuổi\n"
      + rows.joined(separator: "\n") + "\n"
      + data(zip("abcd", counts).map { "2023,F,\($0),\($1)" }.joined(separator: "\n"))
  }

  private let groups = [("a", "x"), ("b", "x"), ("c", "y"), ("b", "z"), ("d", "z")]

  @Test("A total less two groups leaves the persons that only a third, overlapping one has")
  func totalLessTwo() throws {
    let axes = table("period: {each: true}, age: {depth: 1}")
    #expect(try hidden(ages([20, 18, 22, 2], groups) + axes) == 1)
    #expect(try hidden(ages([20, 18, 22, 12], groups) + axes) == 0, "nothing small")
  }

  @Test("Half of what two groups have beyond a third one is what they share")
  func sharedByTwo() throws {
    let pairs = [("a", "x"), ("b", "x"), ("b", "y"), ("c", "y"), ("a", "z"), ("c", "z")]
    let axes = table("period: {each: true}, age: {depth: 1, totals: false}")
    #expect(try hidden(ages([20, 2, 22], pairs) + axes) == 1)
    #expect(try hidden(ages([20, 12, 22], pairs) + axes) == 0, "nothing small")
  }

  @Test("Two ranges less the range of both are the years that they share")
  func ranges() throws {
    func site(_ shared: Int) -> String {
      data("2021,F,18+,20\n2022,F,18+,\(shared)\n2023,F,18+,1\n2024,F,18+,30")
        + table(#"period: {pooled: ["2021/2023", "2022/2024", "2021/2024"]}"#)
    }
    #expect(try hidden(site(2)) == 1)
    #expect(try hidden(site(12)) == 0, "nothing small")
  }

  @Test("Those outside a part in a range, less those in a range within it")
  func outsidePartInRanges() throws {
    func site(_ supported: Int, ranges: String = #""2021/2023", "2021/2022""#) -> String {
      ClearanceSite.package(measures: [
        ClearanceSite.persons("received"), ClearanceSite.persons("supported", partOf: "received"),
      ]) + """
        -- seeds/data/people.csv --
        period,sex,age,received,supported
        2021,F,18+,20,15
        2022,F,18+,30,23
        2023,F,18+,20,\(supported)
        2024,F,18+,40,32

        """ + table("period: {pooled: [\(ranges)]}", measures: "received, supported")
    }
    #expect(try hidden(site(18)) > 0, "14 less 12: two of 2023")
    #expect(try hidden(site(10)) == 0, "nothing small")
    let crossing = #""2021/2023", "2023/2024", "2021/2024""#
    #expect(try hidden(site(18, ranges: crossing)) > 0, "14 and 10 less 22: two of 2023")
    #expect(try hidden(site(10, ranges: crossing)) == 0, "nothing small")
  }

  @Test("A figure that others publish overlaps with ranges too", arguments: [true, false])
  func knownRange(isSmall: Bool) throws {
    let shared = isSmall ? 3 : 13
    let archive =
      ClearanceSite.configuration(
        public: 5, officials: 3,
        rules: ", known: [{dataset: people, measure: received, at: {period: 2022/2023}, "
          + "value: \(30 + shared), source: Báo}]")
      + data("2021,F,18+,20\n2022,F,18+,\(shared)\n2023,F,18+,30")
      + table(#"period: {pooled: ["2021/2023", "2021/2022"]}"#)
    #expect(try hidden(archive) == (isSmall ? 1 : 0), "or 2021/2022 and 2022/2023 less all three")
  }

  @Test("A whole less what gives its part away, in another table")
  func derivedPart() throws {
    func site(_ last: Int) throws -> ClearedEdition {
      let paid =
        "{name: paid, type: integer, minhbach: {role: measure, unit: vnd, sensitivity: open, "
        + "pooling: sum, derivedFrom: supported}}"
      let second = table(#"period: {pooled: ["2021/2022"]}"#, measures: "paid")
        .replacing("id: only", with: "id: second")
        .replacing("-- seeds/tables.yaml --\ntables:\n", with: "")
      return try ClearanceSite(
        ClearanceSite.package(measures: [
          ClearanceSite.persons("received"),
          ClearanceSite.persons("supported", partOf: "received"), paid,
        ]) + """
          -- seeds/data/people.csv --
          period,sex,age,received,supported,paid
          2021,F,18+,10,10,1000
          2022,F,18+,20,20,2000
          2023,F,18+,\(last),\(last),\(last)00

          """ + table(#"period: {pooled: ["2021/2023"]}"#) + second
      ).edition("public")
    }
    func hidden(_ edition: ClearedEdition) -> Int {
      edition.tables.flatMap(\.cells).count { $0 == .suppressed }
    }
    #expect(try hidden(site(2)) > 0, "32 less 3,000 / 100")
    #expect(try hidden(site(12)) == 0, "nothing small")
  }

  @Test("Groups and ranges that overlap together")
  func groupsInRanges() throws {
    var rows: [String] = []
    for (year, counts) in [
      (2021, [20, 18, 22, 12]), (2022, [20, 18, 22, 1]), (2023, [21, 14, 22, 2]),
      (2024, [20, 18, 22, 13]),
    ] {
      rows += zip("abcd", counts).map { "\(year),F,\($0),\($1)" }
    }
    let site =
      ages([], groups).replacing(data(""), with: data(rows.joined(separator: "\n")))
      + table(
        #"period: {pooled: ["2021/2023", "2022/2024", "2021/2024"]}, age: {depth: 1}"#)
    #expect(try hidden(site) > 0)
  }

  @Test("A total less a code that does not apply to all of it")
  func codeThatDoesNotApply() throws {
    func site(_ others: Int) -> String {
      ClearanceSite.package(measures: [ClearanceSite.persons("received")])
        .replacing("codelist: sex", with: "codelist: sex, multiResponse: true")
        + data(
          """
          2023,_T,18+,\(others)
          2023,F,18+,[z]
          2023,M,18+,\(others)
          2024,_T,18+,20
          2024,F,18+,20
          2024,M,18+,9
          """) + table(#"period: {pooled: ["2023/2024"]}, sex: {}"#)
    }
    #expect(try hidden(site(3)) > 0, "20 of 23: three are without the code")
    #expect(try hidden(site(13)) == 0, "nothing small")
  }

  @Test("Those who are not in the part, less those of them who have a code")
  func outsidePartWithoutCode() throws {
    func site(_ supported: Int, codes: String = "{}") -> String {
      ClearanceSite.package(measures: [
        ClearanceSite.persons("received"), ClearanceSite.persons("supported", partOf: "received"),
      ]).replacing("codelist: sex", with: "codelist: sex, multiResponse: true") + """
        -- seeds/data/people.csv --
        period,sex,age,received,supported
        2023,_T,18+,60,40
        2023,F,18+,40,\(supported)
        2023,M,18+,30,20

        """ + table("period: {each: true}, sex: \(codes)", measures: "received, supported")
    }
    #expect(try hidden(site(22)) > 0, "18 of 20: two without support have not got the code")
    #expect(try hidden(site(30)) == 0, "nothing small")
    #expect(try hidden(site(22, codes: "{totals: false}")) == 0, "no reader knows the total")
  }

  @Test("A whole less a part elsewhere within it")
  func partElsewhere() throws {
    func site(_ men: Int) -> String {
      ClearanceSite.package(measures: [
        ClearanceSite.persons("received"), ClearanceSite.persons("supported", partOf: "received"),
      ]) + """
        -- seeds/data/people.csv --
        period,sex,age,received,supported
        2023,F,0-17,30,30
        2023,F,18+,7,7
        2023,M,18+,\(men),\(men)
        -- seeds/tables.yaml --
        tables:
          - {id: only, title: A, dataset: people, measures: [received], axes: {period: {each: true}}, editions: [public]}
          - {id: parts, title: B, dataset: people, measures: [supported], axes: {period: {each: true}, sex: {totals: false}}, editions: [public]}

        """
    }
    let leaking = try ClearanceSite(site(3)).edition("public")
    #expect(leaking.tables.flatMap(\.cells).contains(.suppressed))
    let safe = try ClearanceSite(site(13)).edition("public")
    #expect(!safe.tables.flatMap(\.cells).contains(.suppressed))
  }
}
