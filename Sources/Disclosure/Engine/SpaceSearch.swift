/// Looks for the cheapest witness of one target among the unknowns of a space.
struct SpaceSearch {
  let context: SearchContext
  let space: ChangeSpace
  /// Steps towards whole numbers before it is given up.
  var diveLimit = 1_000

  enum Outcome: Sendable {
    case found(PooledWitness)
    /// Not even fractions satisfy what is asked.
    case impossible
    /// Fractions do, or the solver gave up; no whole numbers were found.
    case undecided
  }

  /// Further from a whole number than this is a fraction.
  private static let wholeTolerance = 1e-5
  /// Below this, doubles tell whole numbers apart and sums of thousands fit in an `Int`.
  private static let exactLimit = 0x1p50

  /// - Parameter freedom: by unknown, as `SearchContext.freedom` gives it.
  func run(target: Int, freedom: [Double]) -> Outcome {
    let system = context.system
    guard let need = system.rows[target].need else { return .impossible }
    var freedom = freedom
    if freedom[target] == .infinity { freedom[target] = SearchContext.leastPrice }
    let clock = ContinuousClock()
    let start = clock.now
    guard
      let program = ElasticProgram(
        space, target: target, need: need, freedom: freedom)
    else { return .impossible }
    let built = clock.now
    var solver = DualSimplex(program)
    let outcome = solver.solve(pivotLimit: context.pivotLimit)
    Stats.add(Stats.build, Int(start.duration(to: built).components.attoseconds / 1_000_000_000))
    Stats.add(Stats.nanos, Int(built.duration(to: clock.now).components.attoseconds / 1_000_000_000))
    Stats.add(Stats.lps, 1)
    Stats.add(Stats.pivots, solver.pivots)
    switch outcome {
    case .infeasible: Stats.add(Stats.infeasible, 1); return .impossible
    case .undecided: Stats.add(Stats.undecided, 1); return .undecided
    case .optimal: break
    }
    guard let nodeOfColumn = space.nodeOfColumn else {
      return .found(
        PooledWitness(nodes: program.nodes, changes: solver.changes(), in: context))
    }
    let pivotsBefore = solver.pivots
    guard let changes = wholeChanges(&solver, nodeOfColumn)
    else { return .undecided }
    if solver.pivots > pivotsBefore { Stats.add(Stats.dives, 1) }
    let witness = CondensedWitness(columnChanges: changes, in: system)
    guard witness.isValid(for: target, in: system, mayChange: { freedom[$0] >= 0 }) else {
      return .undecided
    }
    return .found(PooledWitness(witness, in: context))
  }

  /// Whole changes of the columns near those of the solved programme. *Diving*: fix the fractional
  /// change that is nearest to a whole number there, solve again, and so on; where one side is
  /// infeasible, try the other.
  private func wholeChanges(
    _ solver: inout DualSimplex, _ nodeOfColumn: [Int]
  ) -> [CondensedWitness.Change]? {
    var place: [Int: Int] = [:]
    for (index, node) in solver.program.nodes.enumerated() { place[node] = index }
    let columns = nodeOfColumn.enumerated().compactMap { column, node in
      place[node].map { (column: column, place: $0) }
    }
    for _ in 0..<diveLimit {
      let changes = solver.changes()
      let distances = columns.map { abs(changes[$0.place] - changes[$0.place].rounded()) }
      let fractional = columns.indices.filter { distances[$0] > Self.wholeTolerance }
      guard let entry = fractional.min(by: { distances[$0] < distances[$1] }) else {
        guard columns.allSatisfy({ abs(changes[$0.place]) < Self.exactLimit }) else { return nil }
        return columns.compactMap { column, place in
          let change = Int(changes[place].rounded())
          return change == 0 ? nil : CondensedWitness.Change(place: column, change: change)
        }
      }
      let place = columns[entry].place
      let change = changes[place]
      let nearest = change.rounded()
      let other = nearest > change ? nearest - 1 : nearest + 1
      let limit = -solver.program.fallLimits[place]
      guard
        [nearest, other].contains(where: { side in
          guard side >= limit else { return false }
          solver.fix(place, at: side)
          return solver.solve(pivotLimit: context.pivotLimit) == .optimal
        })
      else { return nil }
    }
    return nil
  }
}

/// A witness in the pool.
struct PooledWitness: Sendable {
  /// Optional rows that it changes, ascending: it is usable while they are hidden.
  let moved: [Int]
  /// Targets that it lifts enough, by their place among the targets, ascending.
  let lifted: [Int]
  /// Nil if it was found among the cells alone.
  let table: CondensedWitness?
  /// What it does to rows, as far as these changes are whole numbers.
  let rowChanges: [CondensedWitness.Change]?

  /// Rows that it changes, ascending.
  let rows: [Int]

  init(_ witness: CondensedWitness, in context: SearchContext) {
    let rows = witness.rowChanges
    moved = rows.map(\.place).filter { context.isOptional[$0] }
    lifted = rows.filter { entry in
      context.system.rows[entry.place].need.map { entry.change >= $0 } ?? false
    }.map { context.targetOfRow[$0.place] }.sorted()
    table = witness
    self.rows = rows.map(\.place)
    rowChanges = rows
  }

  /// Nil if a table has to be whole and this one is not, or if it is none.
  ///
  /// - Parameter changes: by unknown of the context's space.
  init?(raised changes: [Double], for target: Int, in context: SearchContext) {
    guard let nodeOfColumn = context.space.nodeOfColumn else {
      let nodes = changes.indices.filter { abs(changes[$0]) > 1e-6 }
      self.init(nodes: nodes, changes: nodes.map { changes[$0] }, in: context)
      return
    }
    var columns: [CondensedWitness.Change] = []
    for (column, node) in nodeOfColumn.enumerated() where abs(changes[node]) > 1e-6 {
      let whole = changes[node].rounded()
      guard abs(changes[node] - whole) < 1e-5, abs(whole) < 0x1p50 else { return nil }
      if whole != 0 { columns.append(.init(place: column, change: Int(whole))) }
    }
    let table = CondensedWitness(columnChanges: columns, in: context.system)
    let isValid = table.isValid(for: target, in: context.system) { row in
      switch context.system.rows[row].publication {
      case .alwaysPrinted: false
      case .neverPrinted, .hiddenEarlier: true
      case .printable, .alwaysHidden: abs(changes[row]) > 1e-6
      }
    }
    guard isValid else { return nil }
    self.init(table, in: context)
  }

  /// - Parameters:
  ///   - nodes: unknowns, ascending.
  ///   - changes: of each.
  init(nodes: [Int], changes: [Double], in context: SearchContext) {
    let tolerance = 1e-6
    let rows = zip(nodes, changes).filter {
      $0.0 < context.system.rows.count && abs($0.1) > tolerance
    }
    moved = rows.map(\.0).filter { context.isOptional[$0] }
    lifted = rows.filter { row, change in
      context.system.rows[row].need.map { change >= Double($0) - tolerance } ?? false
    }.map { context.targetOfRow[$0.0] }.sorted()
    table = nil
    self.rows = rows.map(\.0)
    let isWhole = rows.allSatisfy { abs($0.1 - $0.1.rounded()) < 1e-5 }
    rowChanges = isWhole ? rows.map { .init(place: $0.0, change: Int($0.1.rounded())) } : nil
  }
}
