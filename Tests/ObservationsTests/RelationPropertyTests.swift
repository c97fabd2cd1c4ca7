import Observations
import Tables
import Testing

/// Figures counted from persons drawn at random (always the same ones): what they obey is what the
/// relations say, and no more.
@Suite struct RelationPropertyTests {
  private static let package = "seeds/datapackage.yaml"
  private static let helped =
    "{name: helped, type: integer, minhbach: {role: measure, unit: persons, sensitivity: persons, pooling: sum, partOf: received, complement: sensitive}}"

  // MARK: Parts and wholes

  private static let ages = ["a", "b", "c"]

  /// Received and helped at three ages, some not collected, under a total of each: the values of
  /// the unknowns that satisfy the relations are exactly those for which whole numbers at the
  /// single ages exist.
  @Test func partsAndWholesAreExact() throws {
    var random = SeededRandom(seed: 3)
    for _ in 0..<8 {
      let isKnown = (0..<2).map { _ in Self.ages.map { _ in random.below(2) == 0 } }
      let cells = Self.ages.map { _ in
        let received = random.below(4)
        return [received, random.below(received + 1)]
      }
      var rows = "period,sex,age,received,helped\n"
      for (age, values) in zip(Self.ages.indices, cells) {
        let texts = (0..<2).map { isKnown[$0][age] ? "\(values[$0])" : "…" }
        rows += "2024,F,\(Self.ages[age]),\(texts.joined(separator: ","))\n"
      }
      rows += "2024,F,_T,\(cells.reduce(0) { $0 + $1[0] }),\(cells.reduce(0) { $0 + $1[1] })\n"
      let site = try SmallSite(
        """
        -- seeds/codelists/age.csv --
        code,parent,order,label_vi
        _T,,0,Tổng
        a,_T,1,a
        b,_T,2,b
        c,_T,3,c
        -- seeds/tables.yaml --
        tables:
          - {id: t, title: t, dataset: people, measures: [received, helped], axes: {sex: {}, age: {}}, editions: [public]}
        -- seeds/data/people.csv --
        \(rows)
        """)
      try site.edit(
        Self.package, "    minhbach:\n      absentRows",
        "        - \(Self.helped)\n    minhbach:\n      absentRows")
      let seeds = try site.seeds()
      #expect(seeds.unbalanced == [])
      let groups = try self.groups(of: seeds)
      let dataSet = seeds.dataSets[0]
      let possible = Set(self.possible(groups, unknowns: dataSet.unknowns.count))
      let allowed = Set(
        Self.vectors(dataSet.unknowns.count, upTo: 3).filter { vector in
          dataSet.pairs.allSatisfy { vector[$0.part] <= vector[$0.whole] }
            && dataSet.bounds.allSatisfy { bound in
              bound.lesser.reduce(0) { $0 + vector[$1] }
                <= bound.greater.reduce(0) { $0 + vector[$1] }
            }
        })
      #expect(possible == allowed, "\(rows)")
    }
  }

  /// For each measure and age, the unknown that holds it.
  private func groups(of seeds: SeedData) throws -> [[Int]] {
    let frame = try #require(seeds.frame("t"))
    func unknowns(_ age: String, _ measure: Int) throws -> [Int] {
      let sex = try #require(frame.axes[0].index(of: "F"))
      let position = try #require(frame.axes[1].index(of: age))
      return frame.aggregates[(sex * frame.axes[1].codes.count + position) * 2 + measure].unknowns
    }
    return try (0..<2).map { measure in
      let rest = try unknowns("_T", measure).first { seeds.dataSets[0].unknowns[$0].isResidual }
      return try Self.ages.map { try unknowns($0, measure).first ?? #require(rest) }
    }
  }

  /// Every way of counting 0 to 3 persons at each age, as values of the unknowns.
  private func possible(_ groups: [[Int]], unknowns: Int) -> [[Int]] {
    let cells = (0...3).flatMap { received in (0...received).map { [received, $0] } }
    var sums = [[Int](repeating: 0, count: unknowns)]
    for age in Self.ages.indices {
      sums = sums.flatMap { sum in
        cells.map { values in
          var next = sum
          for measure in 0..<2 { next[groups[measure][age]] += values[measure] }
          return next
        }
      }
    }
    return sums.filter { $0.allSatisfy { $0 <= 3 } }
  }

  private static func vectors(_ count: Int, upTo most: Int) -> [[Int]] {
    (0..<count).reduce([[]]) { heads, _ in heads.flatMap { head in (0...most).map { head + [$0] } }
    }
  }

  // MARK: Several codes a person

  /// Persons with one to three codes each, some of them helped, some codes not collected: such
  /// data are always read, what is shown is true, and every relation holds.
  @Test(arguments: ["missing", "zero"])
  func countsOfPersonsObeyTheRelations(_ absentRows: String) throws {
    var random = SeededRandom(seed: 5)
    for _ in 0..<30 {
      var counts: [String: [Int]] = [:]
      for sex in ["F", "M"] {
        for _ in 0..<random.below(12) {
          var codes = ["a", "b", "c"].filter { _ in random.below(2) == 0 }
          if codes.isEmpty { codes = ["b"] }
          let isHelped = random.below(3) > 0
          // The group ab holds whoever has one of its codes.
          let groups = codes.contains { $0 != "c" } ? ["ab"] : []
          for code in codes + groups + ["_T"] {
            for sex in [sex, "_T"] {
              counts["\(code) \(sex)", default: [0, 0]][0] += 1
              counts["\(code) \(sex)", default: [0, 0]][1] += isHelped ? 1 : 0
            }
          }
        }
      }
      var rows = "period,sex,age,received,helped\n"
      let isGroupGiven = random.below(2) == 0
      for sex in ["F", "M"] {
        for code in ["_T", "ab", "a", "b", "c"] where code != "ab" || isGroupGiven {
          let count = counts["\(code) \(sex)"] ?? [0, 0]
          let isMissing = code.count == 1 && absentRows == "missing" && random.below(4) == 0
          rows += "2024,\(sex),\(code),\(isMissing ? "…,…" : "\(count[0]),\(count[1])")\n"
        }
      }
      let site = try SmallSite(
        """
        -- seeds/codelists/age.csv --
        code,parent,order,label_vi
        _T,,0,Tổng
        ab,_T,1,a hoặc b
        a,ab,2,a
        b,ab,3,b
        c,_T,4,c
        -- seeds/tables.yaml --
        tables:
          - {id: t, title: t, dataset: people, measures: [received, helped], axes: {age: {}, sex: {}}, editions: [public]}
        -- seeds/data/people.csv --
        \(rows)
        """)
      try site.edit(
        Self.package, "    minhbach:\n      absentRows",
        "        - \(Self.helped)\n    minhbach:\n      absentRows")
      try site.edit(Self.package, "absentRows: missing", "absentRows: \(absentRows)")
      try site.edit(Self.package, "codelist: age", "codelist: age, multiResponse: true")
      let seeds = try site.seeds()
      #expect(seeds.unbalanced == [], "\(rows)")
      #expect(!seeds.bounds.isEmpty)
      for line in seeds.text("t") {
        let parts = line.split(separator: ": ").map(String.init)
        let truth = counts[parts[0]] ?? [0, 0]
        let shown = parts[1].split(separator: " ").map(String.init)
        for (shown, truth) in zip(shown, truth) {
          #expect(shown == "…" || shown == "\(truth)", "\(line) in \(rows)")
        }
      }
    }
  }

  /// The relations hold for some values exactly if there are persons who give them: here for codes
  /// a and b in a group that is given, a code c, and up to two persons, some of them helped.
  @Test func severalCodesAreExact() throws {
    let site = try SmallSite(
      """
      -- seeds/codelists/age.csv --
      code,parent,order,label_vi
      _T,,0,Tổng
      ab,_T,1,a hoặc b
      a,ab,2,a
      b,ab,3,b
      c,_T,4,c
      -- seeds/tables.yaml --
      tables:
        - {id: t, title: t, dataset: people, measures: [received, helped], axes: {sex: {}, age: {}}, editions: [public]}
      -- seeds/data/people.csv --
      period,sex,age,received,helped
      2024,F,_T,2,1
      2024,F,ab,2,1
      2024,F,a,1,1
      2024,F,b,1,0
      2024,F,c,1,1
      """)
    try site.edit(
      Self.package, "    minhbach:\n      absentRows",
      "        - \(Self.helped)\n    minhbach:\n      absentRows")
    try site.edit(Self.package, "codelist: age", "codelist: age, multiResponse: true")
    let seeds = try site.seeds()
    let dataSet = seeds.dataSets[0]
    let frame = try #require(seeds.frame("t"))
    let sex = try #require(frame.axes[0].index(of: "F"))
    /// The unknown of each code, received and helped.
    let codes = frame.axes[1].codes.map(\.code)
    let unknown = try codes.indices.map { code in
      try (0..<2).map { measure in
        try #require(
          frame.aggregates[(sex * codes.count + code) * 2 + measure].unknowns.first)
      }
    }
    #expect(dataSet.unknowns.count == codes.count * 2)
    /// What one person adds to the unknowns, for each set of codes, helped or not.
    let persons: [[Int]] = (1..<8).flatMap { set in
      [false, true].map { isHelped in
        let own = ["a", "b", "c"].enumerated().filter { set & (1 << $0.offset) != 0 }.map(\.element)
        let all = own + ["_T"] + (own == ["c"] ? [] : ["ab"])
        var vector = [Int](repeating: 0, count: dataSet.unknowns.count)
        for (code, name) in codes.enumerated() where all.contains(name) {
          vector[unknown[code][0]] = 1
          if isHelped { vector[unknown[code][1]] = 1 }
        }
        return vector
      }
    }
    let nobody = [Int](repeating: 0, count: dataSet.unknowns.count)
    let pairs = persons.flatMap { one in
      (persons + [nobody]).map { other in zip(one, other).map { $0 + $1 } }
    }
    let possible = Set(pairs + [nobody])
    let allowed = Self.vectors(dataSet.unknowns.count, upTo: 2).filter { vector in
      dataSet.pairs.allSatisfy { vector[$0.part] <= vector[$0.whole] }
        && dataSet.bounds.allSatisfy { bound in
          bound.lesser.reduce(0) { $0 + vector[$1] }
            <= bound.greater.reduce(0) { $0 + vector[$1] }
        }
    }
    #expect(Set(allowed) == possible)
  }

  /// A number that no persons can have is found wherever it stands.
  @Test func whatNoPersonsCanGiveIsFound() throws {
    for (total, codes) in [(5, [6, 0]), (5, [2, 2]), (0, [1, 0]), (3, [1, 1])] {
      let site = try SmallSite(
        """
        -- seeds/data/people.csv --
        period,sex,age,received
        2023,_T,18+,\(total)
        2023,F,18+,\(codes[0])
        2023,M,18+,\(codes[1])
        """)
      try site.edit("seeds/tables.yaml", "pooled: [\"2023/2024\"]", "pooled: []")
      try site.edit(Self.package, "codelist: sex", "codelist: sex, multiResponse: true")
      #expect(site.read().diagnostics.map(\.line).allSatisfy { $0.hasPrefix("MB-DATA-020") })
      #expect(site.read().data == nil)
    }
  }
}
