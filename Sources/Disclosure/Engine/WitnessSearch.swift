/// Looks for the witness of one target that moves the cheapest rows.
struct WitnessSearch {
  let system: CondensedSystem
  let target: Int
  /// By row.
  let freedom: [RowFreedom]
  let pivotLimit: Int

  /// What a witness may do to a row.
  enum RowFreedom: Equatable {
    /// Printed: it keeps its value.
    case fixed
    /// It may change at a price for each unit.
    case priced(Double)
    /// Nobody sees it: it may change freely.
    case unseen
  }

  enum Outcome {
    case found(CondensedWitness)
    /// Not even fractions satisfy what is asked.
    case impossible
    /// Fractions do; no whole numbers were found.
    case undecided
  }

  /// A column that moves at all costs a little: without this, thousands of answers tie.
  static let columnPrice = 0.003

  func run() -> Outcome {
    guard let need = system.rows[target].need, freedom[target] != .fixed else {
      return .impossible
    }
    let movable = movableColumns()
    guard system.rows[target].columns.contains(where: { movable[$0] }) else {
      return .impossible
    }
    let layout = ProgramLayout(search: self, need: need, movable: movable)
    let program = layout.program()
    switch program.solve() {
    case .infeasible: return .impossible
    case .undecided: return .undecided
    case .optimal: break
    }
    guard let changes = layout.wholeChanges(of: program) else { return .undecided }
    let witness = CondensedWitness(columnChanges: changes, in: system)
    // The solver's answer is a proposal: plain integers decide.
    let isValid = witness.isValid(for: target, in: system) { freedom[$0] != .fixed }
    return isValid ? .found(witness) : .undecided
  }

  /// Columns that a printed row does not pin to their true value: where a printed sum has one
  /// movable column left, or only ones that can't fall, none of these can move.
  private func movableColumns() -> [Bool] {
    var movable = [Bool](repeating: true, count: system.columns.count)
    var waiting = system.rows.indices.filter { freedom[$0] == .fixed }
    while let row = waiting.popLast() {
      let left = system.rows[row].columns.filter { movable[$0] }
      guard left.count == 1 || left.allSatisfy({ system.columns[$0].value == 0 }) else {
        continue
      }
      for column in left {
        movable[column] = false
        waiting.append(contentsOf: system.columns[column].rows.filter { freedom[$0] == .fixed })
      }
    }
    return movable
  }
}
