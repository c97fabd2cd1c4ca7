/// Finds a whole table for every target whose witness was found among the cells alone.
///
/// A witness among the cells is often not one of the columns, and dives either end soon or never.
/// So walks through the tables come first: of the rows that a witness of the pool moves, then of
/// whatever is hidden, short and long. Where they don't arrive, a linear programme is asked, if a
/// pivot is cheap; then more is hidden, cheap rows first.
struct PatternRealisation: Sendable {
  let context: SearchContext
  private(set) var state: PatternState
  private(set) var failures: [PatternGrowth.Failure] = []
  private let fitting: TableFitting
  /// As long as nothing more is hidden.
  private var freeFitting: TableFitting?
  private let seed: UInt64

  private static let fewDives = 12
  private static let manyDives = 1_000
  private static let mostWitnesses = 8
  private static let mostWalks = 4
  /// Lengths of walks, as multiples of the shortest.
  private static let patience = [1, 5, 50]
  private static let mostGrowths = 20
  private static let patienceOfGrowth = 5
  /// The share of printed rows, from the cheapest, that may be hidden at first.
  private static let firstShare = 0.02

  /// - Parameter state: what is hidden, and the pool of witnesses among the cells.
  init(_ context: SearchContext, _ state: PatternState, seed: UInt64) {
    self.context = context
    self.state = state
    fitting = TableFitting(context.system, cells: context.space)
    self.seed = seed
  }

  /// By target.
  mutating func run() -> [CondensedWitness?] {
    var tables: [CondensedWitness?] = state.usable.map { _ in nil }
    for target in tables.indices where tables[target] == nil {
      guard let witness = table(for: target) else { continue }
      for lifted in witness.lifted where tables[lifted] == nil { tables[lifted] = witness.table }
    }
    return tables
  }

  private mutating func table(for target: Int) -> PooledWitness? {
    let row = context.targets[target]
    let witnesses = state.witnesses[target].filter { state.isUsable($0) }.map { state.pool[$0] }
    if let found = fit(witnesses, to: row) { return found }
    for patience in Self.patience {
      if let found = fitFreely(row, patience: patience) { return found }
    }
    return searchColumns(row, near: witnesses) ?? growFreely(row) ?? grow(target)
  }

  /// Tables with the row changes of witnesses of the pool.
  private func fit(_ witnesses: [PooledWitness], to row: Int) -> PooledWitness? {
    for witness in witnesses.prefix(Self.mostWitnesses) {
      if let found = fit(witness, to: row) { return found }
    }
    return nil
  }

  private func fit(_ witness: PooledWitness, to row: Int) -> PooledWitness? {
    guard let changes = witness.rowChanges, let table = fitting.run(changes, seed: seed),
      table.isValid(for: row, in: context.system, mayChange: { isUnknown($0) })
    else { return nil }
    return PooledWitness(table, in: context)
  }

  /// Tables in which anything may change that is hidden.
  private mutating func fitFreely(_ row: Int, patience: Int) -> PooledWitness? {
    guard let need = context.system.rows[row].need else { return nil }
    let fitting =
      freeFitting
      ?? TableFitting(context.system, cells: context.space, isUnknown: { isUnknown($0) })
    freeFitting = fitting
    for attempt in 0..<Self.mostWalks {
      let table = fitting.run(
        raising: row, by: need, seed: seed &+ UInt64(attempt), patience: patience)
      if let table, table.isValid(for: row, in: context.system, mayChange: { isUnknown($0) }) {
        return PooledWitness(table, in: context)
      }
    }
    return nil
  }

  private func isUnknown(_ row: Int) -> Bool {
    switch context.system.rows[row].publication {
    case .alwaysPrinted: false
    case .neverPrinted, .hiddenEarlier: true
    case .printable, .alwaysHidden: state.hidden[row]
    }
  }

  /// Tables by linear programmes over the columns, unless a pivot is dear: of the smallest rows that
  /// a witness moves, then of all rows that are hidden.
  private func searchColumns(_ row: Int, near witnesses: [PooledWitness]) -> PooledWitness? {
    var search = SpaceSearch(context: context, space: context.finest, diveLimit: Self.fewDives)
    guard !search.isHuge else { return nil }
    let inside = context.freedom(of: context.finest, hidden: state.hidden) { _ in -1 }
    for witness in witnesses.prefix(Self.mostWitnesses) {
      var freedom = narrowed(inside, to: witness.rows)
      keepColumns(ofSmallest: witness.rows, in: &freedom)
      if case .found(let found) = search.run(target: row, freedom: freedom) { return found }
    }
    search.diveLimit = Self.manyDives
    if case .found(let found) = search.run(target: row, freedom: inside) { return found }
    return nil
  }

  /// A table in which, beside what is hidden, cheap rows may change, then dearer ones: the cheapest
  /// of some walks.
  private mutating func growFreely(_ row: Int) -> PooledWitness? {
    guard let need = context.system.rows[row].need else { return nil }
    let printed = state.hidden.indices
      .filter { context.isOptional[$0] && !state.hidden[$0] }
      .sorted { (context.weights[$0], $0) < (context.weights[$1], $1) }
    var share = Self.firstShare
    while share < 1 {
      var mayChange = state.hidden.indices.map { isUnknown($0) }
      for row in printed.prefix(Int(Double(printed.count) * share)) { mayChange[row] = true }
      let fitting = TableFitting(
        context.system, cells: context.space, isUnknown: { mayChange[$0] })
      let found = (0..<Self.mostGrowths).compactMap { attempt -> PooledWitness? in
        let table = fitting.run(
          raising: row, by: need, seed: seed &+ UInt64(attempt), patience: Self.patienceOfGrowth)
        guard let table, table.isValid(for: row, in: context.system, mayChange: { mayChange[$0] })
        else { return nil }
        return PooledWitness(table, in: context)
      }
      if let cheapest = found.min(by: { cost(of: $0) < cost(of: $1) }) {
        hide(cheapest)
        return cheapest
      }
      share *= 2
    }
    return nil
  }

  /// What it costs to hide what a witness moves.
  private func cost(of witness: PooledWitness) -> Double {
    witness.moved.reduce(0) { state.hidden[$1] ? $0 : $0 + context.weights[$1] }
  }

  private mutating func hide(_ witness: PooledWitness) {
    for row in witness.moved { state.hide(row) }
    freeFitting = nil
  }

  /// The cheapest table that hides more.
  private mutating func grow(_ target: Int) -> PooledWitness? {
    let growth = PatternGrowth(
      context: context, space: context.finest,
      factors: [Double](repeating: 1, count: context.system.rows.count), order: [],
      workers: 1)
    switch growth.witness(for: target, hidden: state.hidden) {
    case .found(let found):
      hide(found)
      return found
    case .impossible: failures.append(.init(target: target, reason: .impossible))
    case .undecided: failures.append(.init(target: target, reason: .notFound))
    }
    return nil
  }

  /// Only columns of rows that contain no other row of the list may move.
  private func keepColumns(ofSmallest rows: [Int], in freedom: inout [Double]) {
    guard let nodeOfColumn = context.finest.nodeOfColumn else { return }
    let system = context.system
    let ascending = rows.sorted {
      (system.rows[$0].columns.count, $0) < (system.rows[$1].columns.count, $1)
    }
    var isKept = [Bool](repeating: false, count: system.columns.count)
    var smallest: [Int] = []
    for row in ascending {
      let columns = Set(system.rows[row].columns)
      if smallest.contains(where: { columns.isSuperset(of: system.rows[$0].columns) }) { continue }
      smallest.append(row)
      for column in columns { isKept[column] = true }
    }
    for column in isKept.indices where !isKept[column] { freedom[nodeOfColumn[column]] = -1 }
  }

  /// All other rows printed.
  private func narrowed(_ freedom: [Double], to rows: [Int]) -> [Double] {
    var narrowed = freedom
    var isMoved = [Bool](repeating: false, count: context.system.rows.count)
    for row in rows { isMoved[row] = true }
    for row in isMoved.indices where !isMoved[row] && freedom[row] < .infinity {
      narrowed[row] = -1
    }
    return narrowed
  }
}
