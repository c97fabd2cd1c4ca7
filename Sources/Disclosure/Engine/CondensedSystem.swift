/// A suppression system made small without changing what a reader can find out:
///
/// - variables below a printed zero are known to be 0 and left out;
/// - cells of the same variables are one row: to know one is to know all;
/// - variables that lie in the same rows are one column: no row tells them apart;
/// - cells that are neither published nor a small target are left out.
///
/// Rows and columns are in a canonical order, whatever the order of the cells.
struct CondensedSystem: Sendable {
  var rows: [Row]
  var columns: [Column]

  struct Row: Sendable {
    /// Ascending; never empty.
    var columns: [Int]
    /// Indices of the system's cells, ascending.
    let cells: [Int]
    let value: Int
    /// What hiding all of its cells costs.
    let weight: Double
    let publication: Publication
    /// How far a witness must raise it; `nil` if it is no small target.
    let need: Int?

    /// Where a hidden mark is seen, the value is known to be at least 1.
    var slack: Int { publication == .neverPrinted ? value : value - 1 }
  }

  struct Column: Sendable {
    /// Indices of the system's variables, ascending.
    let variables: [Int]
    /// The sum of their true counts.
    let value: Int
    /// Ascending.
    var rows: [Int]
  }
}

extension CondensedSystem {
  init(_ system: SuppressionSystem, threshold: Int) {
    let knownZero = Self.knownZeros(of: system)
    var cellsByVariables: [[Int]: [Int]] = [:]
    for (index, cell) in system.cells.enumerated() where system.values[index] > 0 {
      let seen = cell.publication != .neverPrinted
      guard seen || system.isSmallTarget(index, threshold: threshold) else { continue }
      cellsByVariables[cell.variables.filter { !knownZero[$0] }, default: []].append(index)
    }
    let keys = cellsByVariables.keys.sorted { $0.lexicographicallyPrecedes($1) }

    var rowsOfVariable = [[Int]](repeating: [], count: system.counts.count)
    for (row, key) in keys.enumerated() {
      for variable in key { rowsOfVariable[variable].append(row) }
    }
    var columnOfRows: [[Int]: Int] = [:]
    var members: [[Int]] = []
    for (variable, rows) in rowsOfVariable.enumerated() where !rows.isEmpty {
      if let column = columnOfRows[rows] {
        members[column].append(variable)
      } else {
        columnOfRows[rows] = members.count
        members.append([variable])
      }
    }
    columns = members.map { variables in
      Column(
        variables: variables, value: variables.reduce(0) { $0 + system.counts[$1] },
        rows: rowsOfVariable[variables[0]])
    }
    var columnsOfRow = [[Int]](repeating: [], count: keys.count)
    for (index, column) in columns.enumerated() {
      for row in column.rows { columnsOfRow[row].append(index) }
    }
    rows = keys.enumerated().map { row, key in
      Self.row(
        of: cellsByVariables[key] ?? [], columns: columnsOfRow[row], in: system,
        threshold: threshold)
    }
  }

  private static func knownZeros(of system: SuppressionSystem) -> [Bool] {
    var knownZero = [Bool](repeating: false, count: system.counts.count)
    for (index, cell) in system.cells.enumerated()
    where system.values[index] == 0 && cell.publication != .neverPrinted {
      for variable in cell.variables { knownZero[variable] = true }
    }
    return knownZero
  }

  private static func row(
    of cells: [Int], columns: [Int], in system: SuppressionSystem, threshold: Int
  ) -> Row {
    let value = system.values[cells[0]]
    let publications = cells.map { system.cells[$0].publication }
    let publication: Publication =
      [.alwaysPrinted, .alwaysHidden, .printable].first(where: publications.contains)
      ?? .neverPrinted
    // Sorted, so that the sum doesn't depend on the order of the cells.
    let weights = cells.filter { system.cells[$0].publication != .neverPrinted }
      .map { system.cells[$0].weight ?? Double(system.values[$0]).squareRoot() }.sorted()
    let isSmall = cells.contains { system.isSmallTarget($0, threshold: threshold) }
    return Row(
      columns: columns, cells: cells, value: value, weight: weights.reduce(0, +),
      publication: publication, need: isSmall ? threshold - value : nil)
  }
}
