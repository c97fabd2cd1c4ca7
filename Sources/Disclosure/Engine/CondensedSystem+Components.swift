extension CondensedSystem {
  /// Parts that share no variable, in order of their first column. No witness of one changes
  /// a row of another, so each is solved by itself.
  func components() -> [CondensedSystem] {
    var component = [Int?](repeating: nil, count: columns.count)
    var columnsOfComponent: [[Int]] = []
    for start in columns.indices where component[start] == nil {
      let number = columnsOfComponent.count
      var reached = [start]
      component[start] = number
      var next = 0
      while next < reached.count {
        for row in columns[reached[next]].rows {
          for column in rows[row].columns where component[column] == nil {
            component[column] = number
            reached.append(column)
          }
        }
        next += 1
      }
      columnsOfComponent.append(reached.sorted())
    }
    return columnsOfComponent.map(restricted(to:))
  }

  private func restricted(to kept: [Int]) -> CondensedSystem {
    let keptRows = Set(kept.flatMap { columns[$0].rows }).sorted()
    let newRow = Dictionary(uniqueKeysWithValues: zip(keptRows, keptRows.indices))
    let newColumn = Dictionary(uniqueKeysWithValues: zip(kept, kept.indices))
    var part = CondensedSystem(
      rows: keptRows.map { rows[$0] }, columns: kept.map { columns[$0] })
    for row in part.rows.indices {
      part.rows[row].columns = part.rows[row].columns.compactMap { newColumn[$0] }
    }
    for column in part.columns.indices {
      part.columns[column].rows = part.columns[column].rows.compactMap { newRow[$0] }
    }
    return part
  }
}
