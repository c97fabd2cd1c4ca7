import Audit
import PublishedFiles
import Testing

@Suite("Audit: what an attacker knows")
struct AttackTests {
  private typealias Small = SmallEdition

  private func bySexAndAge(
    _ rows: String, axes: [PublishedAxis] = [SmallEdition.sex, SmallEdition.age]
  )
    -> PublishedTable
  {
    Small.table(axes: axes, rows)
  }

  private static let safe = """
    _T _T received 60
    _T 0-17 received 20
    _T 18-29 received 20
    _T 30+ received 20
    F _T received 30
    F 0-17 received c
    F 18-29 received c
    F 30+ received 10
    M _T received 30
    M 0-17 received c
    M 18-29 received c
    M 30+ received 10
    """

  @Test("Two hidden rows and columns leave each cell open")
  func safe() {
    let outcome = Small.audit([bySexAndAge(Self.safe)])
    #expect(outcome.status == 0 && outcome.codes == [], "\(outcome.words)")
    #expect(outcome.report.total.open == 4 && outcome.report.total.all == 4)
  }

  @Test("One hidden cell in a row is computed")
  func alone() {
    let outcome = Small.audit([
      bySexAndAge(
        Self.safe.replacing("F 18-29 received c", with: "F 18-29 received 17"))
    ])
    #expect(outcome.status == 3 && outcome.codes.contains("MB-AUDIT-006"))
    #expect(outcome.words.contains("(received, F, 0-17)"))
  }

  @Test("A small count in print, and one that two printed cells leave")
  func printed() {
    let rows = Self.safe.replacing("F 30+ received 10", with: "F 30+ received 4")
      .replacing("M 30+ received 10", with: "M 30+ received 16")
    let outcome = Small.audit([bySexAndAge(rows)])
    #expect(outcome.status == 3)
    // Women of 30 and more are 4; so many are all of them less the men.
    #expect(outcome.codes == ["MB-AUDIT-004", "MB-AUDIT-005"])
  }

  @Test("Totals that contradict their parts, in one table and between two")
  func contradiction() {
    let wrong = Small.audit([
      bySexAndAge(Self.safe.replacing("_T _T received 60", with: "_T _T received 61"))
    ])
    #expect(wrong.status == 1 && wrong.codes == ["MB-AUDIT-008"])
    let sex = Small.table(
      "theo-gioi", axes: [Small.sex], at: ["age": "_T"],
      "_T received 60\nF received 31\nM received 29")
    let two = Small.audit([bySexAndAge(Self.safe), sex])
    #expect(two.status == 1 && two.codes == ["MB-AUDIT-008"])
    #expect(two.words.contains("theo-gioi") || two.words.contains("received, F"))
  }

  @Test("A table that shares a margin gives a cell away")
  func linked() {
    let sex = Small.table(
      "theo-gioi", axes: [Small.sex, Small.years], at: ["age": "_T"],
      """
      _T 2023 received 30
      _T 2024 received 40
      _T 2023/2024 received 70
      F 2023 received 27
      F 2024 received c
      F 2023/2024 received c
      M 2023 received c
      M 2024 received c
      M 2023/2024 received c
      """)
    #expect(Small.audit([sex]).codes == ["MB-AUDIT-005", "MB-AUDIT-006"])
    let pooled = Small.table(
      "gop", axes: [Small.sex], at: ["age": "_T", "period": "2023/2024"],
      "_T received 70\nF received 60\nM received 10")
    let outcome = Small.audit([
      Small.table(
        "theo-gioi", axes: [Small.sex, Small.years], at: ["age": "_T"],
        """
        _T 2023 received 30
        _T 2024 received 40
        _T 2023/2024 received 70
        F 2023 received c
        F 2024 received 36
        F 2023/2024 received c
        M 2023 received c
        M 2024 received c
        M 2023/2024 received c
        """), pooled,
    ])
    #expect(outcome.status == 3)
    #expect(outcome.words.contains("received, M, 2024"))
  }

  @Test("Hidden cells may be zero only where the edition says so")
  func hiddenZeros() {
    let table = Small.table(
      axes: [Small.age], "_T received 8\n0-17 received c\n18-29 received c\n30+ received c")
    // 8 = 6 + 1 + 1: each can reach 5, and is at least 1.
    #expect(Small.audit([table]).status == 0)
    let tight = Small.table(
      axes: [Small.age], "_T received 6\n0-17 received c\n18-29 received c\n30+ received c")
    #expect(Small.audit([tight]).codes == ["MB-AUDIT-006"])
    #expect(Small.audit([tight], zerosMayBeHidden: true).status == 0)
    // A hidden cell that is below T counts as small even if it may be zero.
    let less = Small.table(
      axes: [Small.age], "_T received 4\n0-17 received c\n18-29 received c\n30+ received 0")
    #expect(Small.audit([less], zerosMayBeHidden: true).codes == ["MB-AUDIT-004", "MB-AUDIT-006"])
  }

  @Test(
    "A combination without a row does not exist, a mark z counts nothing, n and x bound nothing")
  func states() {
    let rows = "_T received 20\n0-17 received 17\n18-29 received %\n30+ received c"
    func audit(_ mark: String) -> SmallEdition.Outcome {
      Small.audit([
        Small.table(axes: [Small.age], rows.replacing("%", with: mark))
      ])
    }
    #expect(audit("z").codes == ["MB-AUDIT-005", "MB-AUDIT-006"])
    let unknown = Small.table(
      axes: [Small.age], "_T received n\n0-17 received n\n18-29 received 6\n30+ received c")
    #expect(Small.audit([unknown]).status == 0)
  }

  // MARK: - Measures

  private static let supported = PublishedMeasure(
    id: "supported", partOf: "received", complement: .sensitive)

  @Test("A sensitive complement is a target; an open one is not")
  func complement() {
    func table(_ complement: PublishedMeasure.Complement) -> PublishedTable {
      Small.table(
        axes: [Small.years],
        measures: [
          Small.received,
          PublishedMeasure(id: "supported", partOf: "received", complement: complement),
        ],
        """
        2023 received 30
        2023 supported 28
        2024 received 40
        2024 supported 30
        2023/2024 received 70
        2023/2024 supported 58
        """)
    }
    let outcome = Small.audit([table(.sensitive)])
    // 12 in both years are not supported, and 10 in 2024.
    #expect(outcome.codes == ["MB-AUDIT-005", "MB-AUDIT-006"])
    #expect(outcome.words.contains("received − supported, 2023"))
    #expect(Small.audit([table(.open)]).status == 0)
  }

  @Test("A part is no more than its whole in each finest combination")
  func partOf() {
    let outcome = Small.audit([
      Small.table(
        axes: [Small.sex], measures: [Small.received, Self.supported],
        """
        _T received 20
        _T supported 10
        F received c
        F supported 8
        M received c
        M supported c
        """)
    ])
    // 8 of the women are supported, so there are at least 8, and two of the men at most are left.
    #expect(outcome.words.contains("supported, M"))
  }

  @Test("Identities between measures hold in each period")
  func identities() {
    let measures = ["opening", "taken", "closed", "closing"].map {
      PublishedMeasure(id: $0, pools: $0 == "taken" || $0 == "closed")
    }
    let years = PublishedAxis(
      name: "period", role: .period, codes: [.init("2023"), .init("2024")])
    func table(_ identities: [String]) -> PublishedTable {
      Small.table(
        axes: [years], measures: measures, identities: identities,
        """
        2023 opening 20
        2023 taken c
        2023 closed 10
        2023 closing 13
        2024 opening 13
        2024 taken 20
        2024 closed 9
        2024 closing 24
        """)
    }
    #expect(Small.audit([table([])]).status == 0)
    let outcome = Small.audit([table(["opening + taken - closed = closing"])])
    #expect(outcome.codes == ["MB-AUDIT-006"] && outcome.words.contains("taken, 2023"))
  }

  @Test("A figure paid at a fixed rate gives its count away")
  func derived() {
    let paid = PublishedMeasure(
      id: "paid", unit: "vnd", sensitivity: .open, derivedFrom: "received")
    let outcome = Small.audit([
      Small.table(
        axes: [Small.age], measures: [Small.received, paid],
        """
        _T received 30
        _T paid 60000
        0-17 received c
        0-17 paid 6000
        18-29 received c
        18-29 paid 30000
        30+ received 12
        30+ paid 24000
        """)
    ])
    #expect(outcome.codes == ["MB-AUDIT-006"] && outcome.words.contains("received, 0-17"))
  }

  @Test("Multiple responses: a code is no more than the total, and never summed")
  func multipleResponses() {
    let kinds = PublishedAxis(
      name: "kind", isMultiResponse: true, codes: [.init("_T"), .init("a"), .init("b")])
    func audit(_ rows: String) -> SmallEdition.Outcome {
      Small.audit([Small.table(axes: [kinds], rows)])
    }
    #expect(audit("_T received 20\na received 15\nb received c").status == 0)
    // Their sum is no less than the total.
    #expect(audit("_T received 20\na received 9\nb received 10").status == 1)
    // And none is more.
    #expect(audit("_T received 20\na received 21\nb received 10").status == 1)
    #expect(audit("_T received c\na received c\nb received c").status == 0)
  }

  @Test("Figures that others publish are equations")
  func known() {
    let table = Small.table(
      axes: [Small.age], "_T received 20\n0-17 received c\n18-29 received c\n30+ received 10")
    #expect(Small.audit([table]).status == 0)
    let figure = KnownFigure(
      dataset: "nan-nhan", measure: "received", at: ["age": "18-29"], value: PublishedNumber(7))
    let outcome = Small.audit([table], known: [figure])
    #expect(outcome.codes == ["MB-AUDIT-006"] && outcome.words.contains("received, 0-17"))
    let published = PublishedMeasure(id: "others", sensitivity: .published, partOf: "received")
    let printed = Small.audit([
      Small.table(
        axes: [Small.age], measures: [published],
        "_T others 4\n0-17 others 1\n18-29 others 3\n30+ others 0")
    ])
    #expect(printed.status == 0)
  }

  @Test("A known figure of which no table tells where it belongs is left out, and it is said")
  func unknownCode() {
    let table = Small.table(
      axes: [Small.age], "_T received 20\n0-17 received c\n18-29 received c\n30+ received 10")
    func audit(_ at: [String: String]) -> SmallEdition.Outcome {
      let figure = KnownFigure(
        dataset: "nan-nhan", measure: "received", at: at, value: PublishedNumber(7))
      return Small.audit([table], known: [figure])
    }
    #expect(audit(["age": "15-19"]).codes == ["MB-AUDIT-015"])
    // Of an axis that stands at its total everywhere, a code is a part of the total.
    #expect(audit(["sex": "F"]).codes == [])
  }

  @Test("Figures too large for exact sums, and more combinations than are gone through")
  func tooLarge() {
    let huge = Small.audit([
      Small.table(axes: [Small.sex], "_T received 90000000000000\nF received 1\nM received 5")
    ])
    #expect(huge.codes == ["MB-AUDIT-010"] && huge.status == 1)
    let axes = (0..<5).map { axis in
      PublishedAxis(
        name: "axis\(axis)",
        codes: [.init("_T")] + (0..<60).map { .init("code\($0)", parents: ["_T"]) })
    }
    let many = Small.audit(
      axes.indices.map { index in
        let at = Dictionary(uniqueKeysWithValues: axes.map { ($0.name, "_T") })
          .filter { $0.key != axes[index].name }
        let rows = axes[index].codes.map { "\($0.code) received \($0.code == "_T" ? 600 : 10)" }
        return Small.table(
          "bang-\(index)", axes: [axes[index]], at: at, rows.joined(separator: "\n"))
      })
    #expect(many.codes == ["MB-AUDIT-010"] && many.status == 1)
  }

  // MARK: - Earlier editions and the lattice

  @Test("Another cut of the same persons in an earlier edition")
  func earlier() {
    let today = Small.table(
      axes: [Small.age], at: ["sex": "_T"],
      "_T received 20\n0-17 received c\n18-29 received c\n30+ received 10")
    let then = Small.table(
      axes: [Small.age], at: ["sex": "_T"],
      "_T received 20\n0-17 received c\n18-29 received 7\n30+ received c")
    let outcome = Small.audit([today], earlier: [[then]])
    #expect(outcome.codes == ["MB-AUDIT-006"] && outcome.words.contains("received, 0-17"))
  }

  @Test("A revision by a few persons; an earlier figure that no longer fits is left out, and named")
  func revision() {
    let today = Small.table(
      axes: [Small.age], "_T received 30\n0-17 received c\n18-29 received c\n30+ received 10")
    func then(_ total: Int, _ adults: Int) -> PublishedTable {
      Small.table(
        axes: [Small.age],
        "_T received \(total)\n0-17 received 10\n18-29 received \(adults)\n30+ received 10")
    }
    let small = Small.audit([today], earlier: [[then(28, 8)]])
    #expect(small.codes.contains("MB-AUDIT-007") && small.status == 3)
    // Ten more: not small, but 10 + 10 + 10 can't be 40 of before, so one of them was revised.
    let large = Small.audit([today], earlier: [[then(40, 20)]])
    #expect(large.codes == ["MB-AUDIT-009"], "\(large.words)")
    #expect(large.status == 0)
    #expect(large.words.contains("received, "))
  }

  @Test("The lattice: a combination that no table shows")
  func lattice() {
    let tables = [
      Small.table(
        "theo-gioi", axes: [Small.sex], at: ["age": "_T"],
        "_T received 40\nF received 20\nM received 20"),
      Small.table(
        "theo-tuoi", axes: [Small.age], at: ["sex": "_T"],
        "_T received 40\n0-17 received 0\n18-29 received 17\n30+ received 23"),
    ]
    // Women of 30 and more are 3 at least and 20 at most.
    #expect(Small.audit(tables, withLattice: true).status == 0)
    let tight = [
      tables[0],
      Small.table(
        "theo-tuoi", axes: [Small.age], at: ["sex": "_T"],
        "_T received 40\n0-17 received 0\n18-29 received 38\n30+ received c"),
    ]
    #expect(Small.audit(tight).status == 3)
    let outcome = Small.audit(tables, withLattice: true)
    #expect(outcome.report.tallies.last?.tally.open == 4)
  }

  @Test("Two ways to divide a total, which no table ties: they are looked at apart, and it is said")
  func untied() {
    let regions = PublishedAxis(name: "place", codes: [.init("north"), .init("south")])
    let sizes = PublishedAxis(name: "place", codes: [.init("big"), .init("mid"), .init("small")])
    let outcome = Small.audit([
      Small.table("vung", axes: [regions], "north received 20\nsouth received 20"),
      Small.table("co", axes: [sizes], "big received 20\nmid received 10\nsmall received 10"),
      Small.table(
        "tong", axes: [Small.sex], at: ["place": "_T"],
        "_T received 40\nF received 20\nM received 20"),
    ])
    #expect(outcome.codes == ["MB-AUDIT-015"] && outcome.status == 0, "\(outcome.words)")
  }

  @Test("Percentages are not summed, decimals are exact")
  func decimals() {
    let money = PublishedMeasure(id: "paid", unit: "vnd", sensitivity: .open)
    let rate = PublishedMeasure(id: "rate", unit: "percent", sensitivity: .open, pools: false)
    func table(_ total: String) -> PublishedTable {
      Small.table(
        axes: [Small.sex], measures: [money, rate],
        """
        _T paid \(total)
        _T rate 50.5
        F paid 0.1
        F rate 40
        M paid 0.2
        M rate 60
        """)
    }
    #expect(Small.audit([table("0.3")]).status == 0)
    #expect(Small.audit([table("0.4")]).status == 1)
  }

  /// `x` holds a and b, `y` c, `z` b and d.
  private static let groups = PublishedAxis(
    name: "group",
    codes: [
      .init("_T"), .init("x", parents: ["_T"], leaves: ["a", "b"]),
      .init("y", parents: ["_T"], leaves: ["c"]), .init("z", parents: ["_T"], leaves: ["b", "d"]),
    ])

  @Test("Groups that overlap, and ranges of years, are taken from each other")
  func overlaps() {
    func groups(_ second: Int) -> Small.Outcome {
      Small.audit([
        Small.table(
          axes: [Self.groups],
          "_T received \(60 + second)\nx received 38\ny received 22\nz received \(18 + second)")
      ])
    }
    #expect(groups(2).codes == ["MB-AUDIT-005", "MB-AUDIT-006"], "\(groups(2).words)")
    #expect(groups(12).codes == [], "\(groups(12).words)")

    let ranges = PublishedAxis(
      name: "period", role: .period,
      codes: [
        .init("2021/2023", parents: ["2021/2024"]), .init("2022/2024", parents: ["2021/2024"]),
        .init("2021/2024"),
      ])
    func years(_ shared: Int) -> Small.Outcome {
      Small.audit([
        Small.table(
          axes: [ranges],
          """
          2021/2023 received \(20 + shared)
          2022/2024 received \(30 + shared)
          2021/2024 received \(50 + shared)
          """)
      ])
    }
    // The years that the ranges share; the system finds them too.
    #expect(years(3).codes == ["MB-AUDIT-005", "MB-AUDIT-006"], "\(years(3).words)")
    #expect(years(13).codes == [], "\(years(13).words)")
  }

  @Test("A total less a code of which a person may have several")
  func withoutCode() {
    let purposes = PublishedAxis(
      name: "purpose", isMultiResponse: true,
      codes: [.init("_T"), .init("work", parents: ["_T"]), .init("other", parents: ["_T"])])
    func outcome(_ work: Int) -> Small.Outcome {
      Small.audit([
        Small.table(
          axes: [purposes], "_T received 40\nwork received \(work)\nother received 25")
      ])
    }
    #expect(outcome(37).codes == ["MB-AUDIT-005"], "\(outcome(37).words)")
    #expect(outcome(30).codes == [], "\(outcome(30).words)")
  }

  @Test("Those whom a part does not count, less those of them who have a code")
  func outsidePartWithoutCode() {
    let purposes = PublishedAxis(
      name: "purpose", isMultiResponse: true,
      codes: [.init("_T"), .init("work", parents: ["_T"]), .init("other", parents: ["_T"])])
    let measures = [
      Small.received,
      PublishedMeasure(
        id: "helped", unit: "persons", sensitivity: .persons, partOf: "received",
        complement: .sensitive),
    ]
    func outcome(_ helped: Int) -> Small.Outcome {
      Small.audit([
        Small.table(
          axes: [purposes], measures: measures,
          """
          _T received 60
          _T helped 40
          work received 40
          work helped \(helped)
          other received 30
          other helped 20
          """)
      ])
    }
    #expect(outcome(22).codes == ["MB-AUDIT-005"], "\(outcome(22).words)")
    #expect(outcome(30).codes == [], "\(outcome(30).words)")
  }
}
