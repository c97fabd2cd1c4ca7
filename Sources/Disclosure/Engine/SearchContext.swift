/// What all steps of the search for a pattern share: one component, its unknowns and its targets.
///
/// Never changed. A class, for a copy of so many arrays would be counted in each of them, and small
/// systems spent their time on that.
final class SearchContext: Sendable {
  let system: CondensedSystem
  /// Where patterns are chosen.
  let space: ChangeSpace
  /// Where witnesses are whole tables; the same as `space` unless that leaves the columns out.
  let finest: ChangeSpace
  /// Rows that need a witness, widest first: a change that lifts a wide cell often lifts others
  /// with it, which measured better than any other order tried.
  let targets: [Int]
  /// By row its place among the targets; −1 if it is none.
  let targetOfRow: [Int]
  /// By row, whether the search decides if it is hidden: it may be printed and is not small.
  let isOptional: [Bool]
  /// By row, what hiding it costs.
  let weights: [Double]
  /// By row, how far a witness must raise it; 0 if it is no target.
  let needs: [Int]
  let pivotLimit: Int
  /// Whether some columns are no cells: in tables that are not one cube.
  let isLinked: Bool
  /// A cube that takes minutes.
  let isLarge: Bool
  /// By row, what a unit of change costs; nil where that depends on what is hidden.
  private let settledPrices: [Double?]

  /// Prices of a unit of change of what is hidden already, next to the full weight of a row that is
  /// printed so far. At no price such rows enter the first basis at once, which saves most pivots; but
  /// in a large cube the answers then have more fractions than that is worth.
  private static let hiddenDiscountOfLarge = 0.02
  private static let smallPriceOfLarge = 0.01
  private static let manyTargets = 1_000

  /// What moves at all costs a little: without this, thousands of answers tie.
  static let leastPrice = 0.003

  init(_ system: CondensedSystem, pivotLimit: Int) {
    self.system = system
    self.pivotLimit = pivotLimit
    finest = ChangeSpace(system, isFinest: true)
    space = ChangeSpace.suits(system) ? ChangeSpace(system, isFinest: false) : finest
    let widths = system.rows.map { row in
      row.columns.reduce(0) { $0 + system.columns[$1].variables.count }
    }
    let targets = system.rows.indices.filter { system.rows[$0].need != nil }
      .sorted { (widths[$1], $0) < (widths[$0], $1) }
    var targetOfRow = [Int](repeating: -1, count: system.rows.count)
    for (target, row) in targets.enumerated() { targetOfRow[row] = target }
    self.targets = targets
    self.targetOfRow = targetOfRow
    isOptional = system.rows.map { $0.publication == .printable && $0.need == nil }
    needs = system.rows.map { $0.need ?? 0 }
    isLinked = system.columns.contains { column in
      !column.rows.contains { system.rows[$0].columns.count == 1 }
    }
    let isLarge = space.nodeOfColumn != nil && targets.count > Self.manyTargets
    self.isLarge = isLarge
    weights = system.rows.map { isLarge ? $0.weight * Self.factorOfLarge($0.value) : $0.weight }
    settledPrices = system.rows.map { row in
      let smallPrice = isLarge ? Self.smallPriceOfLarge : 0
      switch row.publication {
      case .alwaysPrinted: return -1
      case .neverPrinted: return row.columns.count > 1 ? .infinity : Self.leastPrice
      case .hiddenEarlier: return smallPrice
      case .printable, .alwaysHidden: return row.need == nil ? nil : smallPrice
      }
    }
  }

  /// Times its weight: in a large cube, where little can be printed again afterwards, growth hides
  /// less value and fewer cells at prices that rise faster than the root of the count.
  /// 1 for a count of 20, so that prices keep their size beside those above.
  private static func factorOfLarge(_ value: Int) -> Double {
    (max(0.5, Double(value)) / 20).squareRoot().squareRoot()
  }

  /// What is hidden in any case, by row.
  var leastHidden: [Bool] {
    system.rows.map { row in
      row.publication == .alwaysHidden || (row.publication == .printable && row.need != nil)
    }
  }

  /// Whether patterns are chosen among the cells alone, and have yet to be found among the columns.
  var isRelaxed: Bool { space.nodeOfColumn == nil }

  /// By unknown of a space, what a unit of change costs while some rows are hidden.
  ///
  /// - Parameter printedPrice: of an optional row that is printed so far; below 0 if it must stay so.
  func freedom(
    of space: ChangeSpace, hidden: [Bool], printedPrice: (Int) -> Double
  ) -> [Double] {
    let discount = isLarge ? Self.hiddenDiscountOfLarge : 0
    let isFinest = space.nodeOfColumn != nil
    var freedom = [Double](repeating: Self.leastPrice, count: space.nodeCount)
    for row in settledPrices.indices {
      if let price = settledPrices[row] {
        freedom[row] = price < .infinity || isFinest ? price : Self.leastPrice
      } else {
        freedom[row] = hidden[row] ? discount * weights[row] : printedPrice(row)
      }
    }
    return freedom
  }
}
