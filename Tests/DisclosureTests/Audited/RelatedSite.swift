import Disclosure

/// A small site at random whose figures are tied by more than sums: identities, derived and
/// published figures, several codes a person, hierarchies that overlap, options of the edition. The
/// same for the same seed.
struct RelatedSite {
  enum Kind: String, CaseIterable {
    case identity, stocks, derived, published, responses, hierarchies, parts, responseParts
  }

  let kind: Kind
  let archive: String
  /// For each finest combination of codes, the count of the first measure.
  let figures: [Figure]

  struct Figure {
    let measure: String
    let codes: [String: String]
    let count: Int
  }

  private static let sexes = ["F", "M"]
  private static let forms = ["a", "b", "c"]

  /// The periods of the data, and ranges of them. Stocks are also counted by quarter, and what came
  /// and went then stands in tables by half-year.
  private static func periods(_ kind: Kind, _ seed: UInt64) -> (all: [String], ranges: [String]) {
    if kind != .stocks { return (["2023", "2024"], ["2023/2024"]) }
    return seed % 2 == 0
      ? (
        ["2022", "2023", "2024"], [["2022/2023"], ["2022/2024"], ["2023/2024"]][Int(seed / 2 % 3)]
      )
      : (
        ["2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2"],
        ["2023-Q3/2023-Q4", "2024-Q1/2024-Q2"]
      )
  }

  /// - Parameters:
  ///   - tables: another number gives other tables over the same figures.
  ///   - isWide: whether every table shows each year and sex, and few counts are small: so that a
  ///     small one can be protected also where many cells must stay printed.
  ///   - editions: made of the figures; nil: two, with an option at random.
  init(
    kind: Kind, seed: UInt64, tables: UInt64 = 0, isWide: Bool = false,
    editions: (([Figure]) -> [EditionEntry])? = nil
  ) {
    self.kind = kind
    var random = SplitMix64(seed: seed &* 31 &+ UInt64(kind.rawValue.utf8.count))
    let periods = Self.periods(kind, seed)
    let (measures, rows) = Self.figures(kind, periods.all, isWide: isWide, &random)
    figures = rows.dropFirst().map { $0.split(separator: ",").map(String.init) }
      .filter { $0[2] != "_T" }
      .map {
        Figure(
          measure: measures[0].name, codes: ["period": $0[0], "sex": $0[1], "form": $0[2]],
          count: Int($0[3]) ?? 0)
      }
    var choice = SplitMix64(seed: seed &* 7 &+ tables)
    let entries = editions?(figures)
    let internals = (entries ?? []).map(\.name).filter { $0 != "public" }
    archive =
      (entries.map(ClearanceSite.configuration) ?? Self.configuration(&choice))
      + Self.package(kind, measures)
      + "-- seeds/data/people.csv --\n" + rows.joined(separator: "\n") + "\n"
      + Self.codelist(kind)
      + Self.tables(
        kind, measures.map(\.name), periods.ranges,
        internals.isEmpty ? ["officials"] : internals, isWide: isWide, &choice)
  }

  // MARK: - Figures

  private static func figures(
    _ kind: Kind, _ periods: [String], isWide: Bool, _ random: inout SplitMix64
  ) -> (measures: [(name: String, text: String)], rows: [String]) {
    func measure(
      _ name: String, _ more: String, pooling: String = "sum"
    ) -> (name: String, text: String) {
      (
        name,
        "{name: \(name), type: integer, minhbach: {role: measure, pooling: \(pooling), \(more)}}"
      )
    }
    let persons = "unit: persons, sensitivity: persons"
    let measures: [(name: String, text: String)] =
      switch kind {
      case .identity:
        ["opening", "received", "closed", "closing"].map { measure($0, persons) }
      case .stocks:
        ["opening", "received", "closed", "closing"].map {
          measure($0, persons, pooling: isStock($0) ? "none" : "sum")
        }
      case .derived:
        [
          measure("received", persons),
          measure("nights", "unit: nights, sensitivity: open, derivedFrom: received"),
        ]
      case .published:
        [
          measure("received", persons + ", partOf: registered, complement: sensitive"),
          measure(
            "registered",
            "unit: persons, sensitivity: published, source: \"https://example.org/\""),
        ]
      case .parts, .responseParts:
        [
          measure("received", persons),
          measure("helped", persons + ", partOf: received, complement: sensitive"),
        ]
      case .responses, .hierarchies: [measure("received", persons)]
      }
    func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func count() -> Int {
      isWide
        ? [pick(0...4), pick(10...30), pick(10...40), pick(10...40)][pick(0...3)]
        : [0, pick(1...3), pick(1...6), pick(4...14)][pick(0...3)]
    }
    var rows = ["period,sex,form," + measures.map(\.name).joined(separator: ",")]
    // What a period leaves over is what the next one begins with.
    var left: [String: Int] = [:]
    for period in periods {
      for sex in sexes {
        if kind == .responseParts {
          rows += Self.simulated(count() + count(), &random).map { "\(period),\(sex),\($0)" }
          continue
        }
        var codes: [Int] = []
        let people = count()
        for form in forms {
          let values: [Int]
          switch kind {
          case .identity, .stocks:
            let (opening, received) = (left[sex + form] ?? count(), count())
            let closed = pick(0...(opening + received))
            left[sex + form] = opening + received - closed
            values = [opening, received, closed, opening + received - closed]
          case .derived:
            let received = count()
            values = [received, received * 30]
          case .published:
            let registered = count()
            values = [pick(0...registered), registered]
          case .parts:
            let received = count()
            values = [received, max(0, received - [0, 0, 1, 2, 9][pick(0...4)])]
          case .responses:
            let least = form == "c" ? max(0, people - codes.reduce(0, +)) : 0
            values = [pick(least...people)]
            codes += values
          case .hierarchies, .responseParts: values = [count()]
          }
          rows.append(([period, sex, form] + values.map(String.init)).joined(separator: ","))
        }
        if kind == .responses { rows.append("\(period),\(sex),_T,\(people)") }
      }
    }
    return (measures, rows)
  }

  /// Rows of so many persons, of whom each has one or more of the forms, and most were helped.
  private static func simulated(_ number: Int, _ random: inout SplitMix64) -> [String] {
    var received = [String: Int]()
    var helped = [String: Int]()
    for _ in 0..<number {
      let chosen = forms.filter { _ in Bool.random(using: &random) }
      let isHelped = Int.random(in: 0...3, using: &random) > 0
      for form in (chosen.isEmpty ? ["a"] : chosen) + ["_T"] {
        received[form, default: 0] += 1
        if isHelped { helped[form, default: 0] += 1 }
      }
    }
    return (forms + ["_T"]).map { "\($0),\(received[$0] ?? 0),\(helped[$0] ?? 0)" }
  }

  private static func isStock(_ measure: String) -> Bool {
    measure == "opening" || measure == "closing"
  }

  // MARK: - Files

  private static func codelist(_ kind: Kind) -> String {
    var text = """
      -- seeds/codelists/form.csv --
      code,parent,order,label_vi,label_en
      _T,,0,Tổng số,Total

      """
    if kind == .hierarchies {
      // Two groupings that overlap: a + b, b + c.
      text += """
        ab,_T,1,A và B,A and B
        bc,_T,2,B và C,B and C
        a,ab,3,A,A
        b,ab,4,B,B
        b,bc,4,B,B
        c,bc,5,C,C

        """
    } else {
      for (order, form) in forms.enumerated() {
        text += "\(form),_T,\(order + 1),\(form),\(form)\n"
      }
    }
    return text
  }

  private static func package(_ kind: Kind, _ measures: [(name: String, text: String)]) -> String {
    let responses = [.responses, .responseParts].contains(kind) ? ", multiResponse: true" : ""
    let identity =
      [.identity, .stocks].contains(kind)
      ? "identities: [\"opening + received - closed = closing\"]" : ""
    return """
      -- seeds/datapackage.yaml --
      name: small
      resources:
        - name: people
          title: Người
          path: data/people.csv
          schema:
            fields:
              - {name: period, type: string, minhbach: {role: period}}
              - {name: sex, type: string, minhbach: {role: dimension, codelist: sex}}
              - {name: form, type: string, minhbach: {role: dimension, codelist: form\(responses)}}
      \(measures.map { "        - " + $0.text }.joined(separator: "\n"))
          minhbach:
            absentRows: zero
            releasedBy: office
            releasedOn: 2025-03-31
            document: Báo cáo
            populationBasis: Trong tỉnh
            legalRegime: law
            \(identity)

      """
  }

  private static func configuration(_ random: inout SplitMix64) -> String {
    let options = ["", "", "", ", lattice: full", ", width: 6", ", groupDisclosure: true"]
    return ClearanceSite.configuration(
      public: 5, officials: 3, rules: options.randomElement(using: &random) ?? "")
  }

  private static func tables(
    _ kind: Kind, _ measures: [String], _ ranges: [String], _ internals: [String], isWide: Bool,
    _ random: inout SplitMix64
  ) -> String {
    var text = "-- seeds/tables.yaml --\ntables:\n"
    for number in 1...Int.random(in: 1...3, using: &random) {
      var shown = measures.filter { _ in Int.random(in: 0...2, using: &random) > 0 }
      if shown.isEmpty { shown = [measures[0]] }
      var axes: [String] = []
      if Int.random(in: 0...2, using: &random) > 0 || isWide { axes.append("sex: {}") }
      if Int.random(in: 0...2, using: &random) > 0 {
        let depth = kind == .hierarchies && Bool.random(using: &random) ? "depth: 1" : ""
        axes.append("form: {\(depth)}")
      }
      let isEach = Int.random(in: 0...2, using: &random) > 0 || isWide
      let pooled = ranges.map { "\"\($0)\"" }.joined(separator: ", ")
      axes.append(
        kind == .stocks && shown.contains(where: isStock)
          ? "period: {each: true}" : "period: {each: \(isEach), pooled: [\(pooled)]}")
      let isInternal = Int.random(in: 0...3, using: &random) == 0
      text += """
          - id: table-\(number)
            title: Bảng \(number)
            dataset: people
            measures: [\(shown.joined(separator: ", "))]
            axes: {\(axes.joined(separator: ", "))}
            rows: [period]
            columns: []
            editions: [\(isInternal ? internals[number % internals.count] : "public")]

        """
    }
    return text
  }
}
