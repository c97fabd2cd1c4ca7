import Tables

/// Which marks occur in a table, and what each column needs for them.
struct TableMarks: Sendable {
  private(set) var states: Set<Cell>
  let status: ObservationStatus
  /// For each column: digits after the decimal sign.
  let decimals: [Int]
  /// For each column: whether a mark stands behind a number.
  let hasSlot: [Bool]
  /// For each column: characters of its widest value.
  let widest: [Int]
  /// Number of cells in the table, and of hidden ones.
  let cells: Int
  private(set) var hidden = 0

  init(_ table: ClearedTable, _ grid: TableGrid) {
    let columns = grid.columns.map(\.offset)
    var decimals = [Int](repeating: 0, count: columns.count)
    var statuses = [ObservationStatus](repeating: [], count: columns.count)
    var largest = [UInt](repeating: 0, count: columns.count)
    var isNegative = [Bool](repeating: false, count: columns.count)
    var none = 0
    var (nothing, missing) = (0, Set<MissingState>())
    let cells = table.cells
    for row in grid.rows {
      for column in columns.indices {
        switch cells[row.offset + columns[column]] {
        case .value(let quantity, let status)?:
          if quantity.decimals > decimals[column] { decimals[column] = quantity.decimals }
          statuses[column].formUnion(status)
          largest[column] = max(largest[column], quantity.wholePart)
          if quantity.mantissa < 0 { isNegative[column] = true }
        case .nothingOccurred?: nothing += 1
        case .suppressed?: hidden += 1
        case .missing(let state)?: missing.insert(state)
        case nil: none += 1
        }
      }
    }
    self.decimals = decimals
    hasSlot = statuses.map { !$0.isEmpty }
    widest = columns.indices.map { column in
      let digits = String(largest[column]).utf8.count
      let fraction = decimals[column] > 0 ? decimals[column] + 1 : 0
      return digits + (digits - 1) / 3 + fraction + (isNegative[column] ? 1 : 0)
    }
    status = statuses.reduce([]) { $0.union($1) }
    states = Set(missing.map { .missing($0) })
    if none > 0 { states.insert(.missing(.notApplicable)) }
    if nothing > 0 { states.insert(.nothingOccurred) }
    if hidden > 0 { states.insert(.suppressed) }
    self.cells = grid.rows.count * columns.count - none
  }

  /// The marks that need a legend, with the words that explain them, in their fixed order.
  var legend: [(mark: String, words: WordKey)] {
    let states: [(Cell, WordKey)] = [
      (.suppressed, .markSuppressed), (.missing(.notCollected), .markNotCollected),
      (.nothingOccurred, .markNone), (.missing(.notAvailable), .markNotAvailable),
      (.missing(.notApplicable), .markNotApplicable),
    ]
    let statuses: [(ObservationStatus, WordKey)] = [
      (.provisional, .markProvisional), (.estimated, .markEstimated), (.revised, .markRevised),
      (.breakInSeries, .markBreak),
    ]
    return states.filter { self.states.contains($0.0) }.map { ($0.0.sign, $0.1) }
      + statuses.filter { status.contains($0.0) }.map { ($0.0.signs, $0.1) }
  }
}

extension Quantity {
  /// What stands before the decimal sign, without the minus.
  fileprivate var wholePart: UInt {
    (0..<decimals).reduce(mantissa.magnitude) { part, _ in part / 10 }
  }
}

extension Cell {
  /// What stands where a number would: `[c]`, `…`, `-`, `[x]`, `[z]`; empty for a number.
  var sign: String {
    switch self {
    case .value: ""
    case .suppressed: "[c]"
    case .nothingOccurred: "-"
    case .missing(let state): state.sign
    }
  }
}

extension ObservationStatus {
  /// What stands behind a number: "[p]", "[pr]" (one bracket, so that the slot holds it); empty
  /// for nothing.
  var signs: String { isEmpty ? "" : "[\(letters)]" }
}
