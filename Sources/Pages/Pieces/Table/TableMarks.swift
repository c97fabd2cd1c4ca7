import Tables

/// Which marks occur in a table, and what each column needs for them.
struct TableMarks: Sendable {
  private(set) var states: Set<Cell> = []
  private(set) var status: ObservationStatus = []
  /// For each column: digits after the decimal sign.
  private(set) var decimals: [Int]
  /// For each column: whether a mark stands behind a number.
  private(set) var hasSlot: [Bool]
  /// Number of cells in the table, and of hidden ones.
  private(set) var cells = 0
  private(set) var hidden = 0

  init(_ table: ClearedTable, _ grid: TableGrid) {
    decimals = [Int](repeating: 0, count: grid.columns.count)
    hasSlot = [Bool](repeating: false, count: grid.columns.count)
    var seen: ObservationStatus = []
    var (nothing, suppressed, total) = (false, 0, 0)
    for row in grid.rows {
      for (column, line) in grid.columns.enumerated() {
        switch table.cells[row.offset + line.offset] {
        case .value(let quantity, let status)?:
          if quantity.decimals > decimals[column] { decimals[column] = quantity.decimals }
          if !status.isEmpty {
            hasSlot[column] = true
            seen.formUnion(status)
          }
        case .nothingOccurred?: nothing = true
        case .suppressed?: suppressed += 1
        case .missing(let state)?: states.insert(.missing(state))
        case nil:
          states.insert(.missing(.notApplicable))
          continue
        }
        total += 1
      }
    }
    if nothing { states.insert(.nothingOccurred) }
    if suppressed > 0 { states.insert(.suppressed) }
    status = seen
    cells = total
    hidden = suppressed
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
  /// What stands behind a number: "[p]", "[p][r]"; empty for nothing.
  var signs: String { letters.map { "[\($0)]" }.joined() }
}
