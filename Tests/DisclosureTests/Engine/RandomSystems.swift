import Disclosure

/// Kinds of small systems that an attacker can search in full.
enum SystemFamily: String, CaseIterable, Sendable {
  case twoWay, threeWay, hierarchies, linked, partAndWhole, overlapping, withOpenCells
  // In RandomSystems+Ties.swift:
  case identity, responses, severalParts, pooled, published, earlier, hiddenZeros, categories

  /// A system and its rules, the same for the same seed.
  func system(seed: UInt64) throws -> (system: SuppressionSystem, rules: SuppressionRules) {
    var random = SplitMix64(seed: seed)
    let threshold = [2, 3, 5].randomElement(using: &random) ?? 3
    let width = [1, 1, 1, 3].randomElement(using: &random) ?? 1
    let rules = SuppressionRules(threshold: threshold, width: width, zeros: zeros(seed))
    return (try system(using: &random, threshold: threshold), rules)
  }

  private func zeros(_ seed: UInt64) -> SuppressionRules.Zeros {
    switch self {
    case .hiddenZeros: seed % 2 == 0 ? .mayBeHidden : .protected
    case .categories: .mayBeHidden
    default: .printed
    }
  }

  private func system(
    using random: inout SplitMix64, threshold: Int
  ) throws -> SuppressionSystem {
    switch self {
    case .twoWay:
      let sizes = [Int.random(in: 2...4, using: &random), Int.random(in: 2...3, using: &random)]
      return try SuppressionSystem(
        counts: Self.counts(sizes.reduce(1, *), &random), cells: FullTable(sizes).cells)
    case .threeWay:
      let sizes = [Int.random(in: 2...3, using: &random), 2, 2]
      return try SuppressionSystem(
        counts: Self.counts(sizes.reduce(1, *), &random), cells: FullTable(sizes).cells)
    case .hierarchies:
      // Two districts of two or three communes each, by sex.
      let first = Int.random(in: 2...3, using: &random)
      let communes = first + 2
      let areas = [Array(0..<communes), Array(0..<first), Array(first..<communes)]
      let groups = areas + (0..<communes).map { [$0] }
      let cells = groups.flatMap { group in
        [[0, 1], [0], [1]].map { sexes in
          SuppressionCell(variables: group.flatMap { area in sexes.map { area * 2 + $0 } })
        }
      }
      return try SuppressionSystem(counts: Self.counts(communes * 2, &random), cells: cells)
    case .linked:
      // The three two-way tables of three axes, without the cube itself.
      let sizes = [Int.random(in: 2...3, using: &random), 2, 2]
      let cells = (0..<3).flatMap { left in
        FullTable(sizes).keys.filter { $0[left] == nil }
          .map { SuppressionCell(variables: FullTable.variables(of: $0, sizes)) }
      }
      return try SuppressionSystem(counts: Self.counts(sizes.reduce(1, *), &random), cells: cells)
    case .partAndWhole:
      // The last axis is part and rest: the part and the whole are printed, the rest is not.
      let sizes = [Int.random(in: 2...4, using: &random), 2]
      let table = FullTable(sizes)
      let cells = zip(table.keys, table.cells).map { key, cell in
        SuppressionCell(
          variables: cell.variables, publication: key[1] == 1 ? .neverPrinted : .printable)
      }
      return try SuppressionSystem(counts: Self.counts(sizes.reduce(1, *), &random), cells: cells)
    case .overlapping:
      // Two groupings of the same six leaves; the leaves are not printed.
      let groups = [[0, 1, 2, 3, 4, 5], [0, 1], [2, 3], [4, 5], [0, 1, 2], [3, 4, 5]]
      let remainders = (1..<groups.count).map { Remainder(whole: 0, parts: [$0]) }
      return try SuppressionSystem(
        counts: Self.counts(6, &random), cells: groups.map { SuppressionCell(variables: $0) },
        remainders: remainders)
    case .withOpenCells:
      let sizes = [3, Int.random(in: 2...3, using: &random)]
      let counts = Self.counts(sizes.reduce(1, *), &random)
      let cells = FullTable(sizes).cells.map { cell in
        let value = cell.variables.reduce(0) { $0 + counts[$1] }
        let roll = Int.random(in: 0..<10, using: &random)
        let publication: Publication =
          roll == 0 && value >= threshold
          ? .alwaysPrinted : roll == 1 && value > 0 ? .alwaysHidden : .printable
        return SuppressionCell(variables: cell.variables, publication: publication)
      }
      return try SuppressionSystem(counts: counts, cells: cells)
    default:
      return try tiedSystem(using: &random, threshold: threshold)
    }
  }

  /// Mostly small counts, with zeros.
  static func counts(_ count: Int, _ random: inout SplitMix64) -> [Int] {
    (0..<count).map { _ in
      switch Int.random(in: 0..<10, using: &random) {
      case 0...1: 0
      case 2...5: Int.random(in: 1...3, using: &random)
      default: Int.random(in: 3...9, using: &random)
      }
    }
  }
}
