import Diagnostics
import Disclosure
import Site
import Tables
import Testing
import VietnameseText

/// What readers keep from earlier releases.
@Suite("The door: earlier releases")
struct EarlierReleaseTests {
  /// By age in three groups; an earlier release had the same persons in two.
  private let ages = """
    -- seeds/codelists/age.csv --
    code,parent,order,label_vi,label_en
    _T,,0,Mọi lứa tuổi,All ages
    minor,_T,1,Dưới 18,Under 18
    adult,_T,2,Từ 18,18 and over
    young,_T,3,Dưới 20,Under 20
    older,_T,4,Từ 20,20 and over
    a,minor,5,Dưới 18,Under 18
    a,young,5,Dưới 18,Under 18
    b,adult,6,18 và 19,18 and 19
    b,young,6,18 và 19,18 and 19
    c,adult,7,Từ 20,20 and over
    c,older,7,Từ 20,20 and over
    -- seeds/data/people.csv --
    period,sex,age,received
    2023,F,a,20
    2023,F,b,2
    2023,F,c,30
    -- seeds/tables.yaml --
    tables:
      - id: groups
        title: Nhóm tuổi
        dataset: people
        measures: [received]
        axes: {period: {each: true}, age: {depth: 1}}
        rows: [period]
        columns: [age]
        editions: [public]

    """

  /// Nothing small.
  private var large: String { ages.replacing("2023,F,b,2", with: "2023,F,b,12") }

  private func release(
    _ cells: [(String, EarlierCell)], edition: String = "public", axis: String = "age"
  ) -> DisclosureInputs {
    DisclosureInputs(earlier: [
      EarlierRelease(
        name: "2024", edition: edition, zerosArePrinted: true,
        tables: [
          EarlierTable(
            id: "old", dataset: "people", measures: ["received"],
            axes: [(axis, cells.map(\.0))], at: ["sex": "_T", "period": "2023"],
            cells: cells.map(\.1))
        ])
    ])
  }

  @Test(
    "a new cut that with an old one would give a small count away is hidden, and both are named")
  func cuts() throws {
    // Without the old release nothing is wrong with "under 20" (22) beside its rest (30).
    let onlyYoung = ages.replacing(
      "axes: {period: {each: true}, age: {depth: 1}}",
      with: "axes: {period: {each: true}, age: {depth: 1, totals: false}}")
    let site = try ClearanceSite(
      onlyYoung,
      with: release([("minor", .printed(Quantity(20))), ("adult", .printed(Quantity(32)))]))
    let table = try #require(try site.edition("public").tables.first)
    func cell(_ age: String) -> Cell? { table.cell(at: ["age": age], measure: "received") }
    #expect(cell("young") == .suppressed || cell("older") == .suppressed)
    let note = try #require(site.diagnostics.first { $0.rule == .cutsTogether })
    let text = note.what.en.text(showingSecrets: true)
    #expect(text.contains("“groups”") && text.contains("“old”") && text.contains("“2024”"))
  }

  @Test("what was printed before stays printed; what was hidden was at least 1")
  func printed() throws {
    let site = try ClearanceSite(
      ages, with: release([("minor", .printed(Quantity(20))), ("b", .hidden)]))
    let table = try #require(try site.edition("public").tables.first)
    #expect(table.cell(at: ["age": "minor"], measure: "received")?.quantity?.mantissa == 20)
  }

  @Test("a change of a few persons is refused, unless somebody accepts it with a reason")
  func revision() throws {
    let inputs = release([("minor", .printed(Quantity(18)))])
    let site = try ClearanceSite(large, with: inputs)
    #expect(site.cleared == nil)
    let finding = try #require(site.diagnostics.first { $0.rule == .smallRevision })
    #expect(finding.rule.consequence == .refusedForDisclosure)
    let text = finding.what.en.text(showingSecrets: true)
    #expect(text.contains("groups[received") && text.contains("2024: old[received"))
    #expect(!text.contains("18"), "no figures")

    let accepted = DisclosureInputs(
      earlier: inputs.earlier,
      revisions: [
        Revision(
          dataset: "people", at: ["age": "minor"], on: try #require(.init(iso: "2026-01-01")),
          reason: LocalizedText("Hai hồ sơ nộp muộn", language: "vi"),
          acceptsSmallDifferences: true)
      ])
    let again = try ClearanceSite(large, with: accepted)
    #expect(!again.diagnostics.contains { $0.rule == .smallRevision })
  }

  @Test("a large change is no matter for disclosure control")
  func largeRevision() throws {
    let site = try ClearanceSite(ages, with: release([("minor", .printed(Quantity(12)))]))
    #expect(!site.diagnostics.contains { $0.rule == .smallRevision })
    #expect(site.cleared != nil)
  }

  @Test("officials have read the public releases, not the other way round")
  func whoReads() throws {
    let inputs = release([("minor", .printed(Quantity(18)))], edition: "officials")
    let site = try ClearanceSite(large, with: inputs)
    let editions = site.diagnostics.filter { $0.rule == .smallRevision }
      .map { $0.what.en.text(showingSecrets: true) }
    #expect(editions.allSatisfy { $0.contains("“officials”") })
    #expect(editions.count == 1)
  }

  @Test("a release with codes and measures that are no more is taken as far as it goes")
  func unknownCodes() throws {
    let site = try ClearanceSite(
      ages, with: release([("gone", .printed(Quantity(7))), ("minor", .printed(Quantity(20)))]))
    #expect(site.cleared != nil)
    let other = try ClearanceSite(
      ages, with: release([("x", .printed(Quantity(7)))], axis: "no-axis"))
    #expect(other.cleared != nil)
  }

  @Test("what has no place in today's data is told of")
  func unplaced() throws {
    func words(_ inputs: DisclosureInputs) throws -> [String] {
      try ClearanceSite(ages, with: inputs).diagnostics
        .filter { $0.rule == .earlierNotPlaced }
        .map { $0.what.en.text(showingSecrets: true) }
    }
    // The public edition, and the officials, who read it too.
    let code = try words(release([("gone", .printed(Quantity(7)))]))
    #expect(code.count == 2 && code.allSatisfy { $0.contains("age=gone") && $0.contains("“old”") })
    let axis = try words(release([("x", .printed(Quantity(7)))], axis: "no-axis"))
    #expect(axis.count == 2 && axis.allSatisfy { $0.contains("no-axis") })
    #expect(try words(release([("minor", .printed(Quantity(20)))])) == [])
  }

  /// Two years of which one table shows the sum.
  private let years = """
    -- seeds/data/people.csv --
    period,sex,age,received
    2023,F,18+,20
    2023,M,18+,30
    2024,F,18+,2
    2024,M,18+,30
    -- seeds/tables.yaml --
    tables:
      - id: pooled
        title: Hai năm
        dataset: people
        measures: [received]
        axes: {period: {pooled: ["2023/2024"]}, sex: {}}
        editions: [public]

    """

  private func women(at other: [String: String], axes: [(String, String)] = []) -> DisclosureInputs
  {
    DisclosureInputs(earlier: [
      EarlierRelease(
        name: "2023", edition: "public", zerosArePrinted: true,
        tables: [
          EarlierTable(
            id: "old", dataset: "people", measures: ["received"],
            axes: [(name: "sex", codes: ["F"])] + axes.map { (name: $0.0, codes: [$0.1]) },
            at: ["period": "2023", "age": "_T"].merging(other) { $1 },
            tops: Dictionary(uniqueKeysWithValues: axes), cells: [.printed(Quantity(20))])
        ])
    ])
  }

  @Test("figures at the total of an axis that is no more are those of today")
  func axisThatIsNoMore() throws {
    for inputs in [
      women(at: ["purpose": "_T"]), women(at: ["area": "old:87"]),
      women(at: [:], axes: [("area", "old:87")]),
    ] {
      let site = try ClearanceSite(years, with: inputs)
      let table = try #require(site.cleared?.editions.first?.table("pooled"))
      #expect(table.cell(at: ["sex": "F"], measure: "received") == .suppressed)
    }
  }

  @Test("a few persons more in what printed parts add up to are refused too")
  func revisionOfASum() throws {
    // Today by sex without a total; then the total of both, two fewer.
    let parts = years.replacing("sex: {}", with: "sex: {totals: false}")
      .replacing("2024,F,18+,2", with: "2024,F,18+,12")
    func site(_ then: Int) throws -> ClearanceSite {
      try ClearanceSite(
        parts,
        with: DisclosureInputs(earlier: [
          EarlierRelease(
            name: "2024", edition: "public", zerosArePrinted: true,
            tables: [
              EarlierTable(
                id: "old", dataset: "people", measures: ["received"], axes: [],
                at: ["period": "2023/2024", "age": "_T", "sex": "_T"],
                cells: [.printed(Quantity(then))])
            ])
        ]))
    }
    #expect(try site(90).diagnostics.contains { $0.rule == .smallRevision })
    #expect(try !site(92).diagnostics.contains { $0.rule == .smallRevision })
    #expect(try !site(80).diagnostics.contains { $0.rule == .smallRevision })
  }

  /// Three years in one table of the earlier release, and today.
  private func revision(
    then: [(String, Int)], today: [Int], _ periods: String
  ) throws -> [Diagnostic] {
    let rows = zip(2021...2023, today).map { "\($0),F,18+,\($1)" }.joined(separator: "\n")
    let site = try ClearanceSite(
      """
      -- seeds/data/people.csv --
      period,sex,age,received
      \(rows)
      -- seeds/tables.yaml --
      tables:
        - id: today
          title: Các năm
          dataset: people
          measures: [received]
          axes: {period: {\(periods)}}
          editions: [public]

      """,
      with: DisclosureInputs(earlier: [
        EarlierRelease(
          name: "2024", edition: "public", zerosArePrinted: true,
          tables: [
            EarlierTable(
              id: "old", dataset: "people", measures: ["received"],
              axes: [("period", then.map(\.0))], at: ["age": "_T", "sex": "_T"],
              cells: then.map { .printed(Quantity($0.1)) })
          ])
      ]))
    return site.diagnostics.filter { $0.rule == .smallRevision }
  }

  @Test("a few persons more in what one range leaves of another are refused too")
  func revisionOfADifference() throws {
    let ranges = #"pooled: ["2021/2023", "2021/2022"]"#
    let years = [("2021", 20), ("2022", 30), ("2023", 40)]
    #expect(try !revision(then: years, today: [20, 30, 42], ranges).isEmpty)
    #expect(try revision(then: years, today: [20, 30, 52], ranges).isEmpty)
    #expect(try revision(then: years, today: [20, 30, 40], ranges).isEmpty)
  }

  @Test("two figures that changed by much, and what is left between them by a few persons")
  func differenceOfTwoRevisions() throws {
    let ranges = #"pooled: ["2021/2023", "2021/2022"]"#
    let then = [("2021/2023", 90), ("2021/2022", 50)]
    #expect(try !revision(then: then, today: [40, 30, 42], ranges).isEmpty)
    #expect(try revision(then: then, today: [40, 30, 40], ranges).isEmpty, "2023 is the same")
    #expect(try revision(then: then, today: [40, 30, 60], ranges).isEmpty)
  }

  @Test("a figure that gives persons away changes by the share of a few of them")
  func derivedRevision() throws {
    func findings(_ then: Int) throws -> [Diagnostic] {
      try ClearanceSite(
        ClearanceSite.package(measures: [
          ClearanceSite.persons("received"),
          "{name: paid, type: integer, minhbach: {role: measure, unit: vnd, sensitivity: open, "
            + "pooling: sum, derivedFrom: received}}",
        ]) + """
          -- seeds/data/people.csv --
          period,sex,age,received,paid
          2023,F,18+,20,2000
          -- seeds/tables.yaml --
          tables:
            - id: today
              title: Chi
              dataset: people
              measures: [paid]
              axes: {period: {each: true}}
              editions: [public]

          """,
        with: DisclosureInputs(earlier: [
          EarlierRelease(
            name: "2024", edition: "public", zerosArePrinted: true,
            tables: [
              EarlierTable(
                id: "old", dataset: "people", measures: ["paid"], axes: [("period", ["2023"])],
                at: ["age": "_T", "sex": "_T"], cells: [.printed(Quantity(then))])
            ])
        ])
      ).diagnostics.filter { $0.rule == .smallRevision }
    }
    #expect(try !findings(1900).isEmpty, "one person at 100 each")
    #expect(try findings(1000).isEmpty)
  }

  @Test("what was printed and is not collected any more is told of")
  func notCollectedAnyMore() throws {
    let missing = ages.replacing("2023,F,a,20", with: "2023,F,a,…")
    let site = try ClearanceSite(
      missing, with: release([("minor", .printed(Quantity(20))), ("c", .printed(Quantity(30)))]))
    let told = site.diagnostics.filter { $0.rule == .earlierNotPlaced }
      .map { $0.what.en.text(showingSecrets: true) }
    #expect(told.count == 2 && told.allSatisfy { $0.contains("age=minor") })
    #expect(told.allSatisfy { !$0.contains("age=c") && !$0.contains("20,") })
  }

  @Test("a release of an edition or a data set that is no more is told of")
  func unreadReleases() throws {
    func words(_ edition: String, _ dataset: String) throws -> [String] {
      try ClearanceSite(
        ages,
        with: DisclosureInputs(earlier: [
          EarlierRelease(
            name: "2024", edition: edition, zerosArePrinted: true,
            tables: [
              EarlierTable(
                id: "old", dataset: dataset, measures: ["received"], axes: [],
                at: ["period": "2023", "age": "_T", "sex": "_T"], cells: [.printed(Quantity(52))])
            ])
        ])
      ).diagnostics.filter { $0.rule == .earlierNotPlaced }
        .map { $0.what.en.text(showingSecrets: true) }
    }
    #expect(try words("press", "people").count { $0.contains("“press”") } == 1)
    #expect(try words("public", "persons").count { $0.contains("“persons”") } == 1)
    #expect(try words("public", "people") == [])
  }

  @Test("a whole that was printed before: what today's parts leave of it is protected all the same")
  func complementOfAnEarlierWhole() throws {
    // Of 107 persons 91 were helped, of those from 18 to 59 all but 9, of the oldest all but 6: who
    // takes both from the 16 knows of one child that was not, though no table shows it.
    let site = try ClearanceSite(
      ClearanceSite.package(measures: [
        ClearanceSite.persons("received"), ClearanceSite.persons("helped", partOf: "received"),
      ]) + """
        -- seeds/data/people.csv --
        period,sex,age,received,helped
        2023,F,0-17,25,24
        2023,F,18-59,52,43
        2023,F,60+,30,24
        -- seeds/codelists/age.csv --
        code,parent,order,label_vi
        _T,,0,Mọi lứa tuổi
        0-17,_T,1,Dưới 18
        18-59,_T,2,Từ 18 đến 59
        60+,_T,3,Từ 60
        -- seeds/tables.yaml --
        tables:
          - {id: now, title: A, dataset: people, measures: [helped], axes: {period: {each: true}}, editions: [public]}
          - {id: again, title: B, dataset: people, measures: [received], axes: {period: {each: true}, age: {}}, editions: [public]}

        """,
      with: DisclosureInputs(
        earlier: [
          EarlierRelease(
            name: "2024", edition: "public", zerosArePrinted: true,
            tables: [
              EarlierTable(
                id: "wholes", dataset: "people", measures: ["received"],
                axes: [("age", ["_T", "0-17", "18-59", "60+"])],
                at: ["sex": "_T", "period": "2023"],
                cells: [107, 25, 52, 30].map { .printed(Quantity($0)) }),
              EarlierTable(
                id: "parts", dataset: "people", measures: ["helped"],
                axes: [("age", ["18-59", "60+"])],
                at: ["sex": "_T", "period": "2023"],
                cells: [43, 24].map { .printed(Quantity($0)) }),
            ])
        ], effort: .quick))
    let now = try #require(site.edition("public").table("now"))
    #expect(now.cell(at: ["period": "2023"], measure: "helped") == .suppressed)
  }
}
