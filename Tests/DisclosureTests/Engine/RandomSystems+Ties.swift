import Disclosure

/// Systems with what ties figures beside sums: identities, responses, several parts of one whole,
/// figures of others, earlier releases; and such in which zeros may be hidden.
extension SystemFamily {
  func tiedSystem(
    using random: inout SplitMix64, threshold: Int
  ) throws -> SuppressionSystem {
    switch self {
    case .identity:
      // opening + received − closed = closing, in two areas and together.
      let areas = 2
      var counts: [Int] = []
      for _ in 0..<areas {
        let opening = Int.random(in: 0...6, using: &random)
        let received = Int.random(in: 0...6, using: &random)
        let closed = Int.random(in: 0...(opening + received), using: &random)
        counts += [opening, received, closed, opening + received - closed]
      }
      let cells = (0..<4).flatMap { measure in
        ([Array(0..<areas)] + (0..<areas).map { [$0] }).map { group in
          SuppressionCell(variables: group.map { $0 * 4 + measure })
        }
      }
      let equations = (0..<areas).map { Self.equation([1, 1, -1, -1], from: $0 * 4) }
      return try SuppressionSystem(counts: counts, cells: cells, equations: equations)
    case .responses:
      // A person may have several of three codes: each code ≤ persons ≤ sum of the codes.
      var counts: [Int] = []
      var equations: [Equation] = []
      var cells: [[Int]] = [[], [], [], []]
      for _ in 0..<2 {
        let first = counts.count
        let persons = Int.random(in: 0...8, using: &random)
        var codes = (0..<2).map { _ in Int.random(in: 0...persons, using: &random) }
        let least = max(0, persons - codes.reduce(0, +))
        codes.append(Int.random(in: least...persons, using: &random))
        counts += [persons] + codes + codes.map { persons - $0 }
        counts.append(codes.reduce(0, +) - persons)
        for code in 1...3 {
          equations.append(
            Equation([
              .init(variable: first, coefficient: 1),
              .init(variable: first + code, coefficient: -1),
              .init(variable: first + 3 + code, coefficient: -1),
            ]))
        }
        equations.append(
          Equation(
            (1...3).map { .init(variable: first + $0, coefficient: 1) } + [
              .init(variable: first, coefficient: -1),
              .init(variable: first + 7, coefficient: -1),
            ]))
        for measure in 0..<4 { cells[measure].append(first + measure) }
      }
      let groups = cells + cells.flatMap { $0.map { [$0] } }
      return try SuppressionSystem(
        counts: counts, cells: groups.map { SuppressionCell(variables: $0) },
        equations: equations)
    case .severalParts:
      // Two parts of one whole that may overlap: part + rest = whole, for each of them.
      var counts: [Int] = []
      var equations: [Equation] = []
      for area in 0..<2 {
        let whole = Int.random(in: 0...9, using: &random)
        let parts = (0..<2).map { _ in Int.random(in: 0...whole, using: &random) }
        counts += [whole, parts[0], whole - parts[0], parts[1], whole - parts[1]]
        equations.append(Self.equation([1, -1, -1], from: area * 5))
        equations.append(
          Equation([
            .init(variable: area * 5, coefficient: 1),
            .init(variable: area * 5 + 3, coefficient: -1),
            .init(variable: area * 5 + 4, coefficient: -1),
          ]))
      }
      // The rest of the first part is a sensitive complement, that of the second isn't.
      let cells = [0, 1, 2, 3].flatMap { measure in
        [[measure], [measure + 5], [measure, measure + 5]].map {
          SuppressionCell(variables: $0, publication: measure == 2 ? .neverPrinted : .printable)
        }
      }
      return try SuppressionSystem(counts: counts, cells: cells, equations: equations)
    case .pooled:
      // Three years by two sexes: years alone, sexes pooled over the last two and over all.
      let counts = Self.counts(6, &random)
      let groups = [
        [0, 1], [2, 3], [4, 5], [0, 1, 2, 3, 4, 5], [0, 2, 4], [1, 3, 5], [2, 4], [3, 5],
        [2, 3, 4, 5],
      ]
      return try SuppressionSystem(
        counts: counts, cells: groups.map { SuppressionCell(variables: $0) })
    case .published:
      // Another authority has published some of the figures, small ones among them.
      let table = FullTable([3, 2])
      let counts = Self.counts(6, &random)
      let cells = table.cells.map { cell in
        Int.random(in: 0..<6, using: &random) == 0
          ? SuppressionCell(
            variables: cell.variables, publication: .alwaysPrinted, protection: .none)
          : cell
      }
      return try SuppressionSystem(counts: counts, cells: cells)
    case .earlier:
      // An earlier release printed or hid other groups of the same leaves.
      let counts = Self.counts(6, &random)
      let now = [[0, 1, 2, 3, 4, 5], [0, 1], [2, 3], [4, 5], [0], [1]]
      let then = [[0, 1, 2], [3, 4, 5], [2], [3]]
      let cells =
        now.map { SuppressionCell(variables: $0) }
        + then.map { group in
          let value = group.reduce(0) { $0 + counts[$1] }
          let isHidden = value > 0 && (value < threshold || value % 3 == 0)
          return SuppressionCell(
            variables: group, publication: isHidden ? .hiddenEarlier : .alwaysPrinted,
            protection: .none)
        }
      return try SuppressionSystem(counts: counts, cells: cells)
    case .hiddenZeros:
      let sizes = [Int.random(in: 2...3, using: &random), 2]
      return try SuppressionSystem(
        counts: Self.counts(sizes.reduce(1, *), &random), cells: FullTable(sizes).cells)
    case .categories:
      // Areas by category; that all persons of an area fall in one must not become known.
      let sizes = [2, 3]
      var counts = Self.counts(6, &random)
      if Bool.random(using: &random) { counts.replaceSubrange(0..<3, with: [7, 0, 0]) }
      let rests = (0..<2).flatMap { area in
        (0..<3).map { category in
          SuppressionCell(
            variables: (0..<3).filter { $0 != category }.map { area * 3 + $0 },
            publication: .neverPrinted, protection: .emptiness)
        }.filter { _ in (0..<3).contains { counts[area * 3 + $0] > 0 } }
      }
      return try SuppressionSystem(counts: counts, cells: FullTable(sizes).cells + rests)
    default:
      preconditionFailure("in RandomSystems.swift")
    }
  }

  private static func equation(_ coefficients: [Int], from first: Int) -> Equation {
    Equation(
      coefficients.enumerated().map { .init(variable: first + $0.offset, coefficient: $0.element) })
  }
}
