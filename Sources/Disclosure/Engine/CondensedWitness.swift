/// Whole-number changes of the columns of a condensed system, and what they do to its rows.
struct CondensedWitness: Sendable, Equatable {
  /// Ascending by column, none of them 0.
  let columnChanges: [Change]
  /// Ascending by row, none of them 0.
  let rowChanges: [Change]

  struct Change: Sendable, Equatable {
    /// A column or a row.
    let place: Int
    let change: Int
  }

  /// - Parameter columnChanges: ascending by column.
  init(columnChanges: [Change], in system: CondensedSystem) {
    self.columnChanges = columnChanges
    var rows: [Change] = []
    for entry in columnChanges {
      for row in system.columns[entry.place].rows {
        rows.append(Change(place: row, change: entry.change))
      }
    }
    rows.sort { $0.place < $1.place }
    rowChanges = Self.sums(of: rows)
  }

  /// The changes of each place as one.
  private static func sums(of changes: [Change]) -> [Change] {
    var sums: [Change] = []
    var position = changes.startIndex
    while position < changes.endIndex {
      let place = changes[position].place
      var sum = 0
      while position < changes.endIndex, changes[position].place == place {
        sum &+= changes[position].change
        position += 1
      }
      if sum != 0 { sums.append(Change(place: place, change: sum)) }
    }
    return sums
  }

  /// Whether it leaves a possible table that lifts `target` enough, changes only rows that may
  /// change and keeps every equation.
  func isValid(
    for target: Int, in system: CondensedSystem, mayChange: (Int) -> Bool
  ) -> Bool {
    lifts(target, in: system)
      && columnChanges.allSatisfy { $0.change >= -system.columns[$0.place].value }
      && rowChanges.allSatisfy {
        mayChange($0.place) && $0.change >= -system.rows[$0.place].slack
      }
      && keepsEquations(of: system)
  }

  private func keepsEquations(of system: CondensedSystem) -> Bool {
    guard !system.equations.isEmpty else { return true }
    var sums: [Int: Int] = [:]
    for entry in columnChanges {
      for term in system.columns[entry.place].equations {
        sums[term.equation, default: 0] += term.coefficient * entry.change
      }
    }
    return sums.values.allSatisfy { $0 == 0 }
  }

  func lifts(_ target: Int, in system: CondensedSystem) -> Bool {
    guard let need = system.rows[target].need else { return false }
    return rowChanges.contains { $0.place == target && $0.change >= need }
  }

  /// The same changes for the variables of the system that was condensed, ascending: a
  /// column's increase goes to its first variable, a decrease takes from each what is there.
  func changes(
    of system: CondensedSystem, counts: [Int]
  ) -> [VariableChange] {
    var changes: [VariableChange] = []
    for entry in columnChanges {
      let variables = system.columns[entry.place].variables
      if entry.change > 0 {
        changes.append(VariableChange(variable: variables[0], change: entry.change))
        continue
      }
      var left = -entry.change
      for variable in variables where left > 0 && counts[variable] > 0 {
        let taken = min(left, counts[variable])
        changes.append(VariableChange(variable: variable, change: -taken))
        left -= taken
      }
    }
    return changes.sorted { $0.variable < $1.variable }
  }
}
