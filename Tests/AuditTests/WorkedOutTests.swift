import Audit
import Diagnostics
import PublishedFiles
import Testing

/// What readers work out from several figures: each leak is found, and the same with a large count
/// is none.
@Suite("Audit: what readers work out")
struct WorkedOutTests {
  private typealias Small = SmallEdition

  private static func periods(_ codes: String...) -> PublishedAxis {
    PublishedAxis(name: "period", role: .period, codes: codes.map { .init($0) })
  }

  private static let supported = PublishedMeasure(
    id: "supported", partOf: "received", complement: .sensitive)

  private static let paid = PublishedMeasure(
    id: "paid", unit: "vnd", sensitivity: .open, derivedFrom: "received")

  private static func known(_ value: Int, _ at: [String: String]) -> KnownFigure {
    KnownFigure(
      dataset: "nan-nhan", measure: "received", at: at, value: PublishedNumber(value))
  }

  // MARK: - What a period leaves to the next

  private static let stocks = ["opening", "received", "closed", "closing"].map {
    PublishedMeasure(id: $0, pools: $0 == "received" || $0 == "closed")
  }

  private func stocks(
    _ opening: String, closing: String = "c", before: String = "120",
    identity: String = "opening + received - closed = closing",
    measures: [PublishedMeasure] = WorkedOutTests.stocks
  ) -> Small.Outcome {
    Small.audit([
      Small.table(
        axes: [Self.periods("2022", "2023", "2024")], measures: measures, identities: [identity],
        """
        2022 opening 110
        2022 received 60
        2022 closed 50
        2022 closing \(before)
        2023 opening 120
        2023 received c
        2023 closed 90
        2023 closing \(closing)
        2024 opening \(opening)
        2024 received 40
        2024 closed 30
        2024 closing c
        """)
    ])
  }

  @Test("The opening of a year is the closing of the year before")
  func carriedOver() {
    // 120 + 2 − 90 = 32.
    let outcome = stocks("32")
    #expect(outcome.codes == ["MB-AUDIT-006"] && outcome.status == 3, "\(outcome.words)")
    #expect(outcome.words.contains("received, 2023"))
    #expect(stocks("50").codes == [], "\(stocks("50").words)")
  }

  @Test("Also where no year prints both, and however the identity is written")
  func supposed() {
    #expect(stocks("32", before: "c").codes == ["MB-AUDIT-006"])
    for identity in [
      "received + opening - closed = closing", "closing = opening + received - closed",
      "opening + received = closed + closing",
    ] {
      #expect(stocks("32", identity: identity).codes == ["MB-AUDIT-006"], "\(identity)")
    }
    let pooled = Self.stocks.map { PublishedMeasure(id: $0.id) }
    #expect(stocks("32", measures: pooled).codes == ["MB-AUDIT-006"])
  }

  @Test("Not where two printed figures contradict it, nor where nothing could be right")
  func notCarriedOver() {
    // It ends with 36, so 6 were received.
    #expect(stocks("32", closing: "36").codes == [])
    let contradicted = Small.audit([
      Small.table(
        axes: [Self.periods("2022", "2023", "2024")], measures: Self.stocks,
        identities: ["opening + received - closed = closing"],
        """
        2022 opening 110
        2022 received 60
        2022 closed 40
        2022 closing 130
        2023 opening 120
        2023 received c
        2023 closed 90
        2023 closing c
        2024 opening 32
        2024 received 40
        2024 closed 30
        2024 closing 42
        """)
    ])
    #expect(contradicted.codes == [], "\(contradicted.words)")
    // 120 − 90 are 30, so the year can't end with 20.
    #expect(stocks("20").codes == [], "\(stocks("20").words)")
  }

  @Test("In the total, where the parts of a year go elsewhere in the next")
  func carriedOverInTotal() {
    func outcome(_ opening: Int) -> Small.Outcome {
      Small.audit([
        Small.table(
          axes: [Small.sex, Self.periods("2022", "2023", "2024")], measures: Self.stocks,
          identities: ["opening + received - closed = closing"],
          """
          _T 2022 opening 100
          _T 2022 received 70
          _T 2022 closed 50
          _T 2022 closing 120
          _T 2023 opening 120
          _T 2023 received c
          _T 2023 closed 90
          _T 2023 closing c
          _T 2024 opening \(opening)
          _T 2024 received 40
          _T 2024 closed 30
          _T 2024 closing \(opening + 10)
          F 2022 opening 50
          F 2022 received 40
          F 2022 closed 30
          F 2022 closing 60
          F 2023 opening 50
          F 2023 received c
          F 2023 closed c
          F 2023 closing c
          F 2024 opening c
          F 2024 received 20
          F 2024 closed 15
          F 2024 closing c
          M 2022 opening 50
          M 2022 received 30
          M 2022 closed 20
          M 2022 closing 60
          M 2023 opening 70
          M 2023 received c
          M 2023 closed c
          M 2023 closing c
          M 2024 opening c
          M 2024 received 20
          M 2024 closed 15
          M 2024 closing c
          """)
      ])
    }
    #expect(outcome(33).words.contains("received, _T, 2023"), "\(outcome(33).words)")
    #expect(outcome(60).codes == [], "\(outcome(60).words)")
  }

  // MARK: - Complements

  @Test("Those outside a part, in the year between two ranges")
  func complementOfRanges() {
    func outcome(_ supported: Int) -> Small.Outcome {
      Small.audit([
        Small.table(
          axes: [Self.periods("2021/2022", "2021/2023")],
          measures: [Small.received, Self.supported],
          """
          2021/2022 received 50
          2021/2022 supported 38
          2021/2023 received 70
          2021/2023 supported \(supported)
          """)
      ])
    }
    // 70 − 50 less 56 − 38.
    #expect(outcome(56).codes == ["MB-AUDIT-005", "MB-AUDIT-006"], "\(outcome(56).words)")
    #expect(outcome(56).words.contains("received − supported, 2021/2023 − 2021/2022"))
    #expect(outcome(50).codes == [], "\(outcome(50).words)")
  }

  @Test("Those outside a part, where ranges or groups cross")
  func complementOfCrossing() {
    func ranges(_ shared: Int) -> Small.Outcome {
      Small.audit([
        Small.table(
          axes: [Self.periods("2021/2023", "2022/2024", "2021/2024")],
          measures: [Small.received, Self.supported],
          """
          2021/2023 received 60
          2021/2023 supported \(50 - shared)
          2022/2024 received 70
          2022/2024 supported \(60 - shared)
          2021/2024 received 100
          2021/2024 supported \(80 - shared)
          """)
      ])
    }
    // 10 and 10 outside in the ranges, 20 in all; and as many more as both ranges share.
    #expect(ranges(3).status == 3 && ranges(3).codes.contains("MB-AUDIT-006"))
    #expect(ranges(13).codes == [], "\(ranges(13).words)")

    let groups = PublishedAxis(
      name: "group",
      codes: [
        .init("_T"), .init("x", parents: ["_T"], leaves: ["a", "b"]),
        .init("y", parents: ["_T"], leaves: ["b", "c"]),
      ])
    func crossing(_ outside: Int) -> Small.Outcome {
      Small.audit([
        Small.table(
          axes: [groups], measures: [Small.received, Self.supported],
          """
          _T received 90
          _T supported \(70 - outside)
          x received 60
          x supported \(50 - outside)
          y received 70
          y supported \(60 - outside)
          """)
      ])
    }
    #expect(crossing(2).status == 3 && crossing(2).codes.contains("MB-AUDIT-006"))
    #expect(crossing(12).codes == [], "\(crossing(12).words)")
  }

  // MARK: - Figures of others

  @Test("What others publish is played off against ranges")
  func knownRange() {
    func outcome(_ value: Int) -> Small.Outcome {
      Small.audit(
        [
          Small.table(
            axes: [Self.periods("2021/2022", "2021/2023")],
            "2021/2022 received 23\n2021/2023 received 53")
        ], known: [Self.known(value, ["period": "2022/2023"])])
    }
    // 23 + 33 − 53.
    #expect(outcome(33).codes == ["MB-AUDIT-005", "MB-AUDIT-006"], "\(outcome(33).words)")
    #expect(outcome(33).words.contains("received, "))
    #expect(outcome(43).codes == [], "\(outcome(43).words)")
  }

  @Test("A small count that others publish can't be protected: it is counted apart")
  func knownSmall() {
    func outcome(_ men: Int, _ known: [KnownFigure]) -> Small.Outcome {
      Small.audit(
        [Small.table(axes: [Small.sex], "_T received 43\nF received c\nM received \(men)")],
        known: known)
    }
    let women = Self.known(3, ["sex": "F"])
    #expect(outcome(40, []).status == 3)
    #expect(outcome(40, [women]).codes == [], "\(outcome(40, [women]).words)")
    #expect(outcome(40, [women]).report.total.knownElsewhere == 1)
    #expect(outcome(40, [women]).report.text(in: .en).contains("1 known from elsewhere"))
    #expect(outcome(40, [women]).report.text(in: .vi).contains("1 đã biết từ nơi khác"))
    // It follows from two others: 43 and 40.
    let both = [Self.known(43, [:]), Self.known(40, ["sex": "M"])]
    #expect(outcome(40, both).codes == [], "\(outcome(40, both).words)")
    // One of them alone says nothing of the women.
    #expect(outcome(40, [both[0]]).codes == ["MB-AUDIT-005", "MB-AUDIT-006"])
    // In print it is known as well.
    let printed = Small.audit(
      [Small.table(axes: [Small.sex], "_T received 43\nF received 3\nM received 40")],
      known: [women])
    #expect(printed.codes == [], "\(printed.words)")
    #expect(printed.report.total.knownElsewhere == 1)
  }

  @Test("What a known figure and this edition's zeros say together is not known elsewhere")
  func knownBesideZero() {
    let outcome = Small.audit(
      [
        Small.table(
          axes: [Small.sex, Small.age],
          """
          _T _T received 60
          _T 0-17 received c
          _T 18-29 received c
          _T 30+ received 20
          F _T received 30
          F 0-17 received c
          F 18-29 received c
          F 30+ received 10
          M _T received 30
          M 0-17 received 0
          M 18-29 received 20
          M 30+ received 10
          """)
      ], known: [Self.known(3, ["age": "0-17"])])
    #expect(outcome.words.contains("(received, F, 0-17)"), "\(outcome.words)")
    #expect(outcome.report.total.knownElsewhere == 1)
  }

  // MARK: - Figures that give others away

  @Test("A sum paid for one range, and the count of another")
  func derivedRange() {
    func outcome(_ received: Int) -> Small.Outcome {
      Small.audit([
        Small.table(
          "nhan", axes: [Self.periods("2020", "2021/2023")],
          "2020 received 40\n2021/2023 received \(received)"),
        Small.table(
          "chi", axes: [Self.periods("2020", "2021/2022")], measures: [Self.paid],
          "2020 paid 4000\n2021/2022 paid 3000"),
      ])
    }
    #expect(outcome(32).codes.contains("MB-AUDIT-006"), "\(outcome(32).words)")
    #expect(outcome(32).words.contains("received, 2021/2023 − 2021/2022"))
    #expect(outcome(52).codes == [], "\(outcome(52).words)")
  }

  // MARK: - Revisions

  private func range(_ rows: String, _ codes: String...) -> PublishedTable {
    Small.table(
      axes: [PublishedAxis(name: "period", role: .period, codes: codes.map { .init($0) })], rows)
  }

  @Test("A year then, and ranges today that leave another number for it")
  func revisedYear() {
    func outcome(_ then: Int) -> Small.Outcome {
      Small.audit(
        [range("2021/2022 received 60\n2021/2023 received 102", "2021/2022", "2021/2023")],
        earlier: [[range("2023 received \(then)", "2023")]])
    }
    #expect(outcome(40).codes.contains("MB-AUDIT-007"), "\(outcome(40).words)")
    #expect(outcome(40).status == 3)
    #expect(outcome(60).codes == ["MB-AUDIT-009"], "\(outcome(60).words)")
    #expect(outcome(42).codes == [], "\(outcome(42).words)")
  }

  @Test("Ranges that changed by nearly the same; parts that changed by nearly as much as all")
  func revisedRanges() {
    func ranges(_ first: Int) -> Small.Outcome {
      Small.audit(
        [range("2021/2022 received 60\n2021/2023 received 102", "2021/2022", "2021/2023")],
        earlier: [
          [range("2021/2022 received \(first)\n2021/2023 received 80", "2021/2022", "2021/2023")]
        ])
    }
    #expect(ranges(40).codes == ["MB-AUDIT-007"], "\(ranges(40).words)")
    #expect(ranges(30).codes == [], "\(ranges(30).words)")
    // The men are printed then only.
    func sexes(_ women: Int) -> Small.Outcome {
      Small.audit(
        [
          Small.table(
            axes: [Small.sex, Small.age],
            """
            _T _T received 80
            F _T received \(women)
            M _T received c
            """)
        ],
        earlier: [
          [
            Small.table(
              axes: [Small.sex, Small.age],
              """
              _T _T received 60
              F _T received c
              M _T received 30
              """)
          ]
        ])
    }
    #expect(sexes(48).codes.contains("MB-AUDIT-007"), "\(sexes(48).words)")
    #expect(!sexes(40).codes.contains("MB-AUDIT-007"), "\(sexes(40).words)")
  }

  @Test("A sum paid that changed by what a few persons get")
  func revisedSum() {
    func table(_ paid: Int) -> PublishedTable {
      Small.table(
        axes: [Self.periods("2022", "2023")], measures: [Small.received, Self.paid],
        """
        2022 received 30
        2022 paid 3000
        2023 received c
        2023 paid \(paid)
        """)
    }
    func outcome(_ then: Int) -> Small.Outcome {
      Small.audit([table(2000)], earlier: [[table(then)]])
    }
    #expect(outcome(1900).codes == ["MB-AUDIT-007"], "\(outcome(1900).words)")
    #expect(outcome(1200).codes == [], "\(outcome(1200).words)")
  }
}
