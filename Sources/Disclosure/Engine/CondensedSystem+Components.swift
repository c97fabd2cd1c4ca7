extension CondensedSystem {
  /// Parts that share no variable and no equation, in order of their first column. No witness of
  /// one changes a row of another, so each is solved by itself.
  func components() -> [CondensedSystem] {
    var isReached = [Bool](repeating: false, count: columns.count)
    var isRowReached = [Bool](repeating: false, count: rows.count)
    var isEquationReached = [Bool](repeating: false, count: equations.count)
    var components: [[Int]] = []
    for start in columns.indices where !isReached[start] {
      var reached = [start]
      isReached[start] = true
      func reach(_ column: Int) {
        guard !isReached[column] else { return }
        isReached[column] = true
        reached.append(column)
      }
      var next = 0
      while next < reached.count {
        let column = columns[reached[next]]
        for row in column.rows where !isRowReached[row] {
          isRowReached[row] = true
          rows[row].columns.forEach(reach)
        }
        for term in column.equations where !isEquationReached[term.equation] {
          isEquationReached[term.equation] = true
          equations[term.equation].forEach { reach($0.column) }
        }
        next += 1
      }
      components.append(reached.sorted())
    }
    return components.count == 1 ? [self] : components.map(restricted(to:))
  }

  private func restricted(to kept: [Int]) -> CondensedSystem {
    func positions(_ kept: [Int]) -> [Int: Int] {
      Dictionary(uniqueKeysWithValues: zip(kept, kept.indices))
    }
    let keptRows = Set(kept.flatMap { columns[$0].rows }).sorted()
    let keptEquations = Set(kept.flatMap { columns[$0].equations.map(\.equation) }).sorted()
    let newRow = positions(keptRows)
    let newColumn = positions(kept)
    let newEquation = positions(keptEquations)
    var part = CondensedSystem(
      rows: keptRows.map { rows[$0] }, columns: kept.map { columns[$0] },
      equations: keptEquations.map { equation in
        equations[equation].compactMap { member in
          newColumn[member.column].map { Member(column: $0, coefficient: member.coefficient) }
        }
      })
    for row in part.rows.indices {
      part.rows[row].columns = part.rows[row].columns.compactMap { newColumn[$0] }
    }
    for column in part.columns.indices {
      part.columns[column].rows = part.columns[column].rows.compactMap { newRow[$0] }
      part.columns[column].equations = part.columns[column].equations.compactMap { term in
        newEquation[term.equation].map {
          EquationTerm(equation: $0, coefficient: term.coefficient)
        }
      }
    }
    return part
  }
}
