/// How a witness search is written as a linear programme.
///
/// Each movable column has two variables, its increase and its decrease; each priced row of
/// several movable columns has a raise and a fall. Nothing moves at zero cost, so "no change" is
/// where the dual simplex method starts, with only the target's bound violated.
struct ProgramLayout {
  let system: CondensedSystem
  let movable: [Bool]
  let rows: [(lower: Double, upper: Double)]
  /// Raises and falls of rows.
  let rowColumns: [LinearProgram.Column]
  /// The programme's row of the target.
  let targetRow: Int
  /// More than any witness costs for a unit of the target.
  let shortfallPrice: Double
  /// By row of the system its row in the programme; −1 where it needs none.
  private let sums: [Int]
  /// By equation of the system its row in the programme; −1 where no movable column is in it.
  private let equations: [Int]
  /// By column of the system, what a unit of change costs apart from the programme's rows.
  private let price: [Double]
  /// By column of the system, how far it may fall.
  let falls: [Int]

  init(search: WitnessSearch, need: Int, movable: [Bool]) {
    let system = search.system
    var rows: [(lower: Double, upper: Double)] = []
    var rowColumns: [LinearProgram.Column] = []
    var sums = [Int](repeating: -1, count: system.rows.count)
    var price = [Double](repeating: WitnessSearch.columnPrice, count: movable.count)
    var falls = system.columns.map(\.value)
    var total = 1.0
    var targetRow = 0
    for (index, row) in system.rows.enumerated() {
      guard search.freedom[index] != .unseen || index == search.target else { continue }
      var members = 0
      var only = 0
      for column in row.columns where movable[column] {
        if members == 0 { only = column }
        members += 1
      }
      guard members > 0 else { continue }
      let sum = rows.count
      switch search.freedom[index] {
      case _ where index == search.target:
        targetRow = sum
        rows.append((Double(need), .infinity))
      case .unseen:
        continue
      case .fixed:
        rows.append((0, 0))
      case .priced(let rowPrice) where members == 1:
        price[only] += rowPrice
        total += rowPrice
        falls[only] = min(falls[only], row.slack)
        continue
      case .priced(let rowPrice):
        total += rowPrice
        rows.append((0, 0))
        rowColumns.append(.init(cost: rowPrice, entries: [(sum, -1)]))
        if row.slack > 0 {
          rowColumns.append(
            .init(upper: Double(row.slack), cost: rowPrice, entries: [(sum, 1)]))
        }
      }
      sums[index] = sum
    }
    var equations = [Int](repeating: -1, count: system.equations.count)
    for (index, members) in system.equations.enumerated()
    where members.contains(where: { movable[$0.column] }) {
      equations[index] = rows.count
      rows.append((0, 0))
    }
    self.system = system
    self.movable = movable
    self.rows = rows
    self.equations = equations
    self.rowColumns = rowColumns
    self.targetRow = targetRow
    self.sums = sums
    self.price = price
    self.falls = falls
    shortfallPrice = 10 * total
  }

  func increase(of column: Int) -> LinearProgram.Column {
    .init(cost: price[column], entries: entries(of: column, 1))
  }

  /// Nil if the column can't fall.
  func decrease(of column: Int) -> LinearProgram.Column? {
    guard falls[column] > 0 else { return nil }
    return .init(
      upper: Double(falls[column]), cost: price[column], entries: entries(of: column, -1))
  }

  private func entries(of column: Int, _ sign: Double) -> [(row: Int, coefficient: Double)] {
    let column = system.columns[column]
    return column.rows.compactMap { row in sums[row] < 0 ? nil : (sums[row], sign) }
      + column.equations.compactMap { term in
        let row = equations[term.equation]
        return row < 0 ? nil : (row, sign * Double(term.coefficient))
      }
  }

  /// Columns that would make the programme cheaper at these prices of its rows, or dearer by no
  /// more than `tolerance`, best first; at most `limit`.
  func entering(
    at rowPrices: [Double], without isActive: [Bool], limit: Int, tolerance: Double = -1e-7
  ) -> [Int] {
    let prices = sums.map { $0 < 0 ? 0 : rowPrices[$0] }
    let equationPrices = equations.map { $0 < 0 ? 0 : rowPrices[$0] }
    var found: [(column: Int, gain: Double)] = []
    for column in movable.indices where movable[column] && !isActive[column] {
      var worth = 0.0
      for row in system.columns[column].rows { worth += prices[row] }
      for term in system.columns[column].equations {
        worth += equationPrices[term.equation] * Double(term.coefficient)
      }
      let gain = (falls[column] > 0 ? abs(worth) : worth) - price[column]
      if gain > -tolerance { found.append((column, gain)) }
    }
    found.sort { ($1.gain, $0.column) < ($0.gain, $1.column) }
    return found.prefix(limit).map(\.column)
  }
}
