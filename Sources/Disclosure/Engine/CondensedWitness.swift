/// Whole-number changes of the columns of a condensed system, and what they do to its rows.
struct CondensedWitness: Sendable {
  /// By column.
  let columnChanges: [Int]
  /// By row.
  let rowChanges: [Int]

  init(columnChanges: [Int], in system: CondensedSystem) {
    self.columnChanges = columnChanges
    var rowChanges = [Int](repeating: 0, count: system.rows.count)
    for (column, change) in columnChanges.enumerated() where change != 0 {
      for row in system.columns[column].rows { rowChanges[row] += change }
    }
    self.rowChanges = rowChanges
  }

  /// Whether it leaves a possible table that lifts `target` enough, changes only rows that may
  /// change and keeps every equation.
  func isValid(
    for target: Int, in system: CondensedSystem, mayChange: (Int) -> Bool
  ) -> Bool {
    lifts(target, in: system)
      && columnChanges.indices.allSatisfy { columnChanges[$0] >= -system.columns[$0].value }
      && rowChanges.indices.allSatisfy { row in
        rowChanges[row] == 0 || (mayChange(row) && rowChanges[row] >= -system.rows[row].slack)
      }
      && system.equations.allSatisfy { members in
        members.reduce(0) { $0 + $1.coefficient * columnChanges[$1.column] } == 0
      }
  }

  func lifts(_ target: Int, in system: CondensedSystem) -> Bool {
    guard let need = system.rows[target].need else { return false }
    return rowChanges[target] >= need
  }

  /// The same changes for the variables of the system that was condensed, ascending: a
  /// column's increase goes to its first variable, a decrease takes from each what is there.
  func changes(
    of system: CondensedSystem, counts: [Int]
  ) -> [VariableChange] {
    var changes: [VariableChange] = []
    for (column, change) in columnChanges.enumerated() where change != 0 {
      let variables = system.columns[column].variables
      if change > 0 {
        changes.append(VariableChange(variable: variables[0], change: change))
        continue
      }
      var left = -change
      for variable in variables where left > 0 && counts[variable] > 0 {
        let taken = min(left, counts[variable])
        changes.append(VariableChange(variable: variable, change: -taken))
        left -= taken
      }
    }
    return changes.sorted { $0.variable < $1.variable }
  }
}
