import Disclosure

/// A small site at random, with the counts behind it. The same for the same seed.
struct RandomSite {
  let archive: String
  private let counts: [[String]: Int]

  private static let sexes = ["F", "M"]
  private static let ages = ["0-17", "18+"]

  /// Measures with the one that they are part of; sources of a part stand before it.
  private static let families: [[(id: String, whole: String?)]] = [
    [("received", nil)],
    [("received", nil), ("helped", "received")],
    [("received", nil), ("started", "received"), ("helped", "started")],
    [("received", nil), ("housed", "received"), ("helped", "received")],
    [("received", nil), ("trained", nil), ("helped", "trained")],
  ]

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var counts: [[String]: Int] = [:]
    func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let family = Self.families[pick(0...Self.families.count - 1)]
    let periods = pick(0...1) == 0 ? ["2023"] : ["2023", "2024"]
    let scale = [3, 6, 12][pick(0...2)]
    var lines = ["period,sex,age," + family.map(\.id).joined(separator: ",")]
    // One finest cell may be missing below totals that are given.
    let lacks = pick(0...3) == 0
    for period in periods {
      var totals: [Int] = family.map { _ in 0 }
      for sex in Self.sexes {
        for age in Self.ages {
          var row: [Int] = []
          for (id, whole) in family {
            let most = whole.flatMap { counts[[period, sex, age, $0]] }
            let count =
              most.map { max(0, $0 - [0, 0, 1, 2, pick(0...$0)][pick(0...4)]) }
              ?? (pick(0...4) == 0 ? 0 : pick(0...scale))
            counts[[period, sex, age, id]] = count
            row.append(count)
          }
          let isMissing = lacks && sex == "M" && age == "0-17"
          if age == "0-17" { for index in row.indices { totals[index] += row[index] } }
          let written = row.map { isMissing ? "…" : $0 == 0 && pick(0...1) == 0 ? "-" : "\($0)" }
          if !isMissing && row.allSatisfy({ $0 == 0 }) && pick(0...1) == 0 { continue }
          lines.append(([period, sex, age] + written).joined(separator: ","))
        }
      }
      if lacks {
        lines.append(([period, "_T", "0-17"] + totals.map(String.init)).joined(separator: ","))
      }
    }

    self.counts = counts
    var tables = "-- seeds/tables.yaml --\ntables:\n"
    for number in 1...pick(1...3) {
      let shown = family.filter { _ in pick(0...2) > 0 }.map(\.id)
      let axes = ["sex", "age"].filter { _ in pick(0...2) > 0 }
      let pool = periods.count > 1 ? ", pooled: [\"2023/2024\"]" : ""
      let isEach = periods.count == 1 || pick(0...2) > 0
      let named = ["period: {each: \(isEach)\(pool)}"] + axes.map { "\($0): {}" }
      tables += """
          - id: table-\(number)
            title: Bảng \(number)
            dataset: people
            measures: [\((shown.isEmpty ? [family[0].id] : shown).joined(separator: ", "))]
            axes: {\(named.joined(separator: ", "))}
            rows: [period]
            columns: []
            editions: [\(pick(0...2) == 0 ? "officials" : "public")]

        """
    }
    archive =
      ClearanceSite.package(
        measures: family.map { ClearanceSite.persons($0.id, partOf: $0.whole) })
      + "-- seeds/data/people.csv --\n" + lines.joined(separator: "\n") + "\n" + tables
  }

  /// What the unknowns of a reader's model truly are.
  func truth(of model: PublishedModel) -> [Int] {
    model.unknowns.map { key in
      let measure = key.last ?? ""
      return counts.filter { entry, _ in
        entry[3] == measure
          && zip(model.axisNames, key).allSatisfy { name, code in
            switch name {
            case "sex": code == "_T" || code == entry[1]
            case "age": code == "_T" || code == entry[2]
            default: code == entry[0] || code == "2023/2024"
            }
          }
      }.reduce(0) { $0 + $1.value }
    }
  }
}
