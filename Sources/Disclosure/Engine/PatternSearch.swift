/// The search for a cheap pattern in one component: what is hidden so far, and the witnesses.
struct PatternSearch {
  let system: CondensedSystem
  /// Rows that need a witness, widest first: a change that lifts a wide cell often lifts others
  /// with it, which measured better than any other order tried.
  let targets: [Int]
  private let pivotLimit: Int
  /// Nil where cells are no fewer than columns, as in a whole cube: nothing is gained then.
  private let relations: CellRelations?

  private(set) var hidden: [Bool]
  /// Every witness found. One that changes a row printed since is kept, but not usable.
  private(set) var pool: [CondensedWitness] = []
  /// Columns that a witness moves, or that may fall: where there are many columns, few do either.
  private var moved: [Bool]
  private(set) var failures: [(target: Int, reason: UnprotectedCell.Reason)] = []

  /// Prices of a unit of change, next to the full weight of a row that is printed so far.
  private static let hiddenDiscount = 0.02
  private static let smallPrice = 0.01
  /// Steps towards whole numbers before another way is tried: dives either end soon or never.
  private static let fewDives = 100
  private static let manyDives = 1_000
  /// With more columns than this, few of them are tried first.
  private static let manyColumns = 1_000

  init(_ system: CondensedSystem, pivotLimit: Int) {
    self.system = system
    self.pivotLimit = pivotLimit
    relations =
      2 * system.columns.count > system.rows.count ? CellRelations(of: system) : nil
    let widths = system.rows.map { row in
      row.columns.reduce(0) { $0 + system.columns[$1].variables.count }
    }
    targets = system.rows.indices.filter { system.rows[$0].need != nil }
      .sorted { (widths[$1], $0) < (widths[$0], $1) }
    moved = system.columns.map { $0.value > 0 }
    hidden = system.rows.map { row in
      row.publication == .alwaysHidden || (row.publication == .printable && row.need != nil)
    }
  }

  mutating func run() {
    grow()
    if failures.isEmpty { cleanUp() }
  }

  /// A witness for the target that changes nothing printed.
  func witness(for target: Int) -> CondensedWitness? {
    pool.first { $0.lifts(target, in: system) && isUsable($0) }
  }
}

// MARK: - Growth

extension PatternSearch {
  /// Hides what each target's cheapest witness moves.
  private mutating func grow() {
    for target in targets where witness(for: target) == nil {
      switch growthWitness(for: target) {
      case .found(let witness): accept(witness)
      case .impossible: failures.append((target, .impossible))
      case .undecided: failures.append((target, .notFound))
      }
    }
  }

  private func growthWitness(for target: Int) -> WitnessSearch.Outcome {
    for freedom in [growthFreedom(), evenFreedom()] {
      let outcome = search(target, freedom, .thorough)
      if case .undecided = outcome { continue }
      return outcome
    }
    return cheapestRaise(of: target).map { .found($0) } ?? .undecided
  }

  private func growthFreedom() -> [WitnessSearch.RowFreedom] {
    system.rows.indices.map { row in
      switch system.rows[row].publication {
      case .alwaysPrinted: .fixed
      case .printable where !hidden[row]: .priced(system.rows[row].weight)
      default: freedomInside(row)
      }
    }
  }

  /// Every row at the same price: another corner of the same possible tables, which may be whole
  /// where the cheapest is not.
  private func evenFreedom() -> [WitnessSearch.RowFreedom] {
    system.rows.map { $0.publication == .alwaysPrinted ? .fixed : .priced(1) }
  }

  /// One column raised and nothing lowered: whole by construction, and dear, since all that
  /// contains the column is hidden. Impossible below a cell that is printed in any case, or where
  /// an equation ties the column to others.
  private func cheapestRaise(of target: Int) -> CondensedWitness? {
    guard let need = system.rows[target].need else { return nil }
    let prices = system.rows[target].columns.compactMap { column -> (Int, Double)? in
      let rows = system.columns[column].rows
      guard system.columns[column].equations.isEmpty,
        !rows.contains(where: { system.rows[$0].publication == .alwaysPrinted })
      else { return nil }
      return (column, rows.reduce(0) { hidden[$1] ? $0 : $0 + system.rows[$1].weight })
    }
    guard let cheapest = prices.min(by: { $0.1 < $1.1 }) else { return nil }
    var changes = [Int](repeating: 0, count: system.columns.count)
    changes[cheapest.0] = need
    return CondensedWitness(columnChanges: changes, in: system)
  }

  private mutating func accept(_ witness: CondensedWitness) {
    for row in system.rows.indices
    where witness.rowChanges[row] != 0 && system.rows[row].publication == .printable {
      hidden[row] = true
    }
    keep(witness)
  }
}

// MARK: - Clean-up

extension PatternSearch {
  /// Prints hidden rows again, dearest first, where every target keeps or finds a witness.
  /// One pass is enough: a row that some target needs is needed still when less is hidden.
  private mutating func cleanUp() {
    var failureCounts = [Int](repeating: 0, count: system.rows.count)
    for row in secondaryRows() {
      hidden[row] = false
      let hardestFirst = targets.enumerated()
        .sorted { (-failureCounts[$0.1], $0.0) < (-failureCounts[$1.1], $1.0) }.map(\.1)
      if let needy = hardestFirst.first(where: { !protects($0) }) {
        failureCounts[needy] += 1
        hidden[row] = true
      }
    }
  }

  /// Hidden, but neither small nor hidden in any case; dearest first.
  private func secondaryRows() -> [Int] {
    system.rows.indices
      .filter { hidden[$0] && system.rows[$0].publication == .printable }
      .filter { system.rows[$0].need == nil }
      .sorted { (-system.rows[$0].weight, $0) < (-system.rows[$1].weight, $1) }
  }

  /// Whether the target has a witness within what is hidden now; a new one joins the pool.
  private mutating func protects(_ target: Int) -> Bool {
    if witness(for: target) != nil { return true }
    let freedom = system.rows.indices.map { row in
      isUnknown(row) ? freedomInside(row) : WitnessSearch.RowFreedom.fixed
    }
    guard case .found(let witness) = search(target, freedom, .undemanding) else {
      return false
    }
    keep(witness)
    return true
  }
}

// MARK: - Both

extension PatternSearch {
  /// Among the rows first: far fewer unknowns; then by finest counts within the rows that move.
  private func search(
    _ target: Int, _ freedom: [WitnessSearch.RowFreedom], _ effort: Effort
  ) -> WitnessSearch.Outcome {
    guard let relations else { return searchByColumns(target, freedom, effort: effort) }
    let cells = CellSearch(
      system: system, relations: relations, target: target, freedom: freedom)
    switch cells.support(pivotLimit: pivotLimit) {
    case .impossible: return .impossible
    case .undecided: break
    case .rows(let support):
      let narrow = system.rows.indices.map { row in
        support[row] || freedom[row] == .unseen ? freedom[row] : .fixed
      }
      for allowed in allowances(for: support, effort) {
        let outcome = searchByColumns(
          target, narrow, allowed: allowed, diveLimit: Self.fewDives, effort: .undemanding)
        if case .found = outcome { return outcome }
      }
    }
    return searchByColumns(target, freedom, effort: effort)
  }

  private enum Effort {
    /// `impossible` need not be certain.
    case undemanding
    case thorough
  }

  private var isLarge: Bool { relations != nil && system.columns.count > Self.manyColumns }

  /// Which columns may move to realise changes of rows by finest counts, all other rows printed:
  /// first those in the smallest rows, then more; nil for all.
  private func allowances(for support: [Bool], _ effort: Effort) -> [[Bool]?] {
    let smallest = columns(inSmallestOf: support)
    return isLarge || effort == .undemanding ? [smallest, nil] : [nil]
  }

  private func searchByColumns(
    _ target: Int, _ freedom: [WitnessSearch.RowFreedom], allowed: [Bool]? = nil,
    diveLimit: Int = manyDives, effort: Effort
  ) -> WitnessSearch.Outcome {
    WitnessSearch(
      system: system, target: target, freedom: freedom, pivotLimit: pivotLimit,
      diveLimit: diveLimit, allowed: allowed,
      likely: moved.indices.filter { moved[$0] }, provesImpossibility: effort == .thorough
    ).run()
  }

  /// Columns of the rows of a set that contain no other row of it.
  private func columns(inSmallestOf rows: [Bool]) -> [Bool] {
    let ascending = rows.indices.filter { rows[$0] }
      .sorted { (system.rows[$0].columns.count, $0) < (system.rows[$1].columns.count, $1) }
    var columns = [Bool](repeating: false, count: system.columns.count)
    var smallest: [Set<Int>] = []
    for row in ascending {
      let members = Set(system.rows[row].columns)
      if smallest.contains(where: { $0.isSubset(of: members) }) { continue }
      smallest.append(members)
      for column in members { columns[column] = true }
    }
    return columns
  }

  /// Of a row that readers don't know.
  private func freedomInside(_ row: Int) -> WitnessSearch.RowFreedom {
    switch system.rows[row].publication {
    case .neverPrinted: .unseen
    case .hiddenEarlier: .priced(Self.smallPrice)
    case _ where system.rows[row].need != nil: .priced(Self.smallPrice)
    default: .priced(Self.hiddenDiscount * system.rows[row].weight)
    }
  }

  private mutating func keep(_ witness: CondensedWitness) {
    for (column, change) in witness.columnChanges.enumerated() where change != 0 {
      moved[column] = true
    }
    pool.append(witness)
  }

  private func isUsable(_ witness: CondensedWitness) -> Bool {
    witness.rowChanges.indices.allSatisfy { row in
      witness.rowChanges[row] == 0 || isUnknown(row)
    }
  }

  /// Whether readers don't know a row.
  private func isUnknown(_ row: Int) -> Bool {
    switch system.rows[row].publication {
    case .hiddenEarlier, .neverPrinted: true
    case .printable, .alwaysPrinted, .alwaysHidden: hidden[row]
    }
  }
}
