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
      context.needs[entry.place] > 0 && entry.change >= context.needs[entry.place]
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
      $0.0 < context.needs.count && abs($0.1) > tolerance
    }
    moved = rows.map(\.0).filter { context.isOptional[$0] }
    lifted = rows.filter { row, change in
      context.needs[row] > 0 && change >= Double(context.needs[row]) - tolerance
    }.map { context.targetOfRow[$0.0] }.sorted()
    table = nil
    self.rows = rows.map(\.0)
    let isWhole = rows.allSatisfy { abs($0.1 - $0.1.rounded()) < 1e-5 }
    rowChanges = isWhole ? rows.map { .init(place: $0.0, change: Int($0.1.rounded())) } : nil
  }
}
