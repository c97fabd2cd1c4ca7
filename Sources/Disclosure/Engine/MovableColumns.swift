/// Which columns can move at all: where a printed sum or an equation has one movable column left,
/// or only ones that would move it the same way, none of these can.
struct MovableColumns {
  private let system: CondensedSystem
  private(set) var movable: [Bool]
  /// Of each sum that keeps its value (rows first, then equations; nil for rows that may change).
  private var sums: [Tally?]
  private var waiting: [Int] = []

  private struct Tally {
    /// Movable columns with a positive and with a negative coefficient.
    var rising = 0
    var sinking = 0
    /// Those that may fall.
    var falling = 0

    var left: Int { rising + sinking }
    var isPinned: Bool { left == 1 || (falling == 0 && (rising == 0 || sinking == 0)) }
  }

  /// - Parameters:
  ///   - isFixed: by row, whether it keeps its value.
  ///   - allowed: the only columns that may move; nil for all.
  init(of system: CondensedSystem, isFixed: [Bool], allowed: [Bool]?) {
    self.system = system
    movable = allowed ?? [Bool](repeating: true, count: system.columns.count)
    sums =
      isFixed.map { $0 ? Tally() : nil }
      + [Tally?](repeating: Tally(), count: system.equations.count)
    for column in system.columns.indices where movable[column] { count(column, 1) }
    waiting = sums.indices.filter { sums[$0].map { $0.left > 0 && $0.isPinned } ?? false }
    settle()
  }

  private mutating func settle() {
    while let sum = waiting.popLast() {
      guard let tally = sums[sum], tally.left > 0 else { continue }
      for column in members(of: sum) where movable[column] {
        movable[column] = false
        count(column, -1)
        for other in sums(with: column) {
          if let tally = sums[other], tally.left > 0, tally.isPinned { waiting.append(other) }
        }
      }
    }
  }

  private mutating func count(_ column: Int, _ step: Int) {
    let falls = system.columns[column].value > 0 ? step : 0
    for row in system.columns[column].rows {
      sums[row]?.rising += step
      sums[row]?.falling += falls
    }
    for term in system.columns[column].equations {
      let sum = system.rows.count + term.equation
      if term.coefficient > 0 { sums[sum]?.rising += step } else { sums[sum]?.sinking += step }
      sums[sum]?.falling += falls
    }
  }

  private func members(of sum: Int) -> [Int] {
    sum < system.rows.count
      ? system.rows[sum].columns
      : system.equations[sum - system.rows.count].map(\.column)
  }

  private func sums(with column: Int) -> [Int] {
    system.columns[column].rows
      + system.columns[column].equations.map { system.rows.count + $0.equation }
  }
}
