import Observations
import Testing

/// Figures drawn at random (always the same ones), against the rules written out cell by cell.
@Suite struct PropertyTests {
  private static let sexes = ["_T": ["F", "M"], "F": ["F"], "M": ["M"]]
  private static let ages = [
    "_T": ["a", "b", "c"], "ab": ["a", "b"], "a": ["a"], "b": ["b"], "c": ["c"],
  ]
  private static let files = """
    -- seeds/codelists/age.csv --
    code,parent,order,label_vi
    _T,,0,Tổng
    ab,_T,1,a và b
    a,ab,2,a
    b,ab,3,b
    c,_T,4,c
    -- seeds/tables.yaml --
    tables:
      - {id: t, title: t, dataset: people, measures: [received], axes: {sex: {}, age: {}, period: {each: true, pooled: ["2023/2024"]}}, editions: [public]}

    """

  /// What docs/formats.md says of sums, for the states of the finest cells.
  private func total(_ parts: [String]) -> String {
    if parts.count == 1 { return parts[0] }
    if parts.contains("[x]") { return "[x]" }
    if parts.contains("…") { return "…" }
    let counted = parts.filter { $0 != "[z]" }
    if counted.isEmpty { return "[z]" }
    if counted.allSatisfy({ $0 == "-" }) { return "-" }
    return String(counted.reduce(0) { $0 + (Int($1) ?? 0) })
  }

  @Test(arguments: ["missing", "zero"])
  func cellsAreTheSumsOfTheirParts(_ absentRows: String) throws {
    var random = SeededRandom(seed: 7)
    for _ in 0..<60 {
      var cells: [String: String] = [:]
      var rows = "period,sex,age,received\n"
      for period in ["2023", "2024"] {
        for sex in ["F", "M"] {
          for age in ["a", "b", "c"] {
            let state = ["-", "0", "…", "[x]", "[z]", "", "5", "7", "12", "40"][random.below(10)]
            let key = "\(sex) \(age) \(period)"
            cells[key] = state.isEmpty ? absentRows == "zero" ? "0" : "…" : state
            if !state.isEmpty { rows += "\(period),\(sex),\(age),\(state)\n" }
          }
        }
      }
      guard rows.contains("2023,"), rows.contains("2024,") else { continue }
      let site = try SmallSite(Self.files + "-- seeds/data/people.csv --\n" + rows)
      try site.edit(
        "seeds/datapackage.yaml", "absentRows: missing", "absentRows: \(absentRows)")
      let seeds = try site.seeds()
      #expect(seeds.unbalanced == [])
      for line in seeds.text("t") {
        let parts = line.split(separator: ": ").map(String.init)
        let codes = parts[0].split(separator: " ").map(String.init)
        let periods = codes[2] == "2023/2024" ? ["2023", "2024"] : [codes[2]]
        let finest = periods.flatMap { period in
          (Self.sexes[codes[0]] ?? []).flatMap { sex in
            (Self.ages[codes[1]] ?? []).compactMap { cells["\(sex) \($0) \(period)"] }
          }
        }
        #expect(parts[1] == total(finest), "\(line) of \(finest)")
      }
    }
  }

  /// Totals taken from one whole table always hold together, whichever of them are given.
  @Test func givenTotalsOfOneTableAreReconciled() throws {
    var random = SeededRandom(seed: 11)
    for _ in 0..<150 {
      var whole: [String: (Int, Int)] = [:]
      for sex in ["F", "M"] {
        for age in ["a", "b", "c"] {
          let received = random.below(12)
          whole[sex + age] = (received, random.below(received + 1))
        }
      }
      var rows = "period,sex,age,received,helped\n"
      for (sex, below) in Self.sexes.sorted(by: { $0.key < $1.key }) {
        for (age, leaves) in Self.ages.sorted(by: { $0.key < $1.key }) {
          let isFinest = below.count == 1 && leaves.count == 1
          guard random.below(10) < (isFinest ? 3 : 6) else { continue }
          let values = below.flatMap { sex in leaves.compactMap { whole[sex + $0] } }
          let sums = values.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
          rows += "2024,\(sex),\(age),\(sums.0),\(sums.1)\n"
        }
      }
      guard rows.contains("2024") else { continue }
      let site = try SmallSite(Self.files + "-- seeds/data/people.csv --\n" + rows)
      try site.edit(
        "seeds/datapackage.yaml", "    minhbach:\n      absentRows",
        "        - {name: helped, type: integer, minhbach: {role: measure, unit: persons, sensitivity: persons, pooling: sum, partOf: received, complement: sensitive}}\n    minhbach:\n      absentRows"
      )
      try site.edit("seeds/tables.yaml", "[received]", "[received, helped]")
      try site.edit("seeds/tables.yaml", "each: true, pooled: [\"2023/2024\"]", "each: true")
      let seeds = try site.seeds()
      #expect(seeds.unbalanced == [], "\(rows)")
      for line in seeds.text("t") {
        let parts = line.split(whereSeparator: { ": ".contains($0) }).map(String.init)
        let values = (Self.sexes[parts[0]] ?? []).flatMap { sex in
          (Self.ages[parts[1]] ?? []).compactMap { whole[sex + $0] }
        }
        let truth = [values.reduce(0) { $0 + $1.0 }, values.reduce(0) { $0 + $1.1 }]
        // What is shown is true; what the given totals leave open is not shown.
        for (shown, truth) in zip(parts[3...], truth) {
          #expect(shown == "…" || shown == "\(truth)", "\(line) in \(rows)")
        }
      }
    }
  }
}

/// xorshift64: the same numbers on every machine.
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
}
