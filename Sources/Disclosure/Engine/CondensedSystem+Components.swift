extension CondensedSystem {
  /// Parts that share no variable and no equation, in order of their first column. No witness of
  /// one changes a row of another, so each is solved by itself.
  func components() -> [CondensedSystem] {
    var component = [Int?](repeating: nil, count: columns.count)
    var columnsOfComponent: [[Int]] = []
    for start in columns.indices where component[start] == nil {
      let number = columnsOfComponent.count
      var reached = [start]
      component[start] = number
      var next = 0
      while next < reached.count {
        for column in neighbours(of: reached[next]) where component[column] == nil {
          component[column] = number
          reached.append(column)
        }
        next += 1
      }
      columnsOfComponent.append(reached.sorted())
    }
    return columnsOfComponent.map(restricted(to:))
  }

  private func neighbours(of column: Int) -> [Int] {
    columns[column].rows.flatMap { rows[$0].columns }
      + columns[column].equations.flatMap { equations[$0.equation].map(\.column) }
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
