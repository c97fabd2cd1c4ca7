/// A suppression system made small without changing what a reader can find out:
///
/// - variables that are known to be 0 are left out;
/// - cells of the same variables are one row: to know one is to know all;
/// - variables that lie in the same rows and equations are one column: nothing tells them apart;
/// - cells that are neither published nor a target are left out.
///
/// Rows, columns and equations are in a canonical order, whatever the order of the cells.
package struct CondensedSystem: Sendable {
  package var rows: [Row]
  var columns: [Column]
  /// Σ coefficient · change = 0.
  var equations: [[Member]]

  package struct Row: Sendable {
    /// Ascending; never empty.
    package var columns: [Int]
    /// Indices of the system's cells, ascending.
    let cells: [Int]
    let value: Int
    /// What hiding all of its cells costs.
    let weight: Double
    let publication: Publication
    /// How far a witness must raise it; `nil` if it is no target.
    let need: Int?
    /// How far it may fall in the eyes of a reader who doesn't know it.
    let slack: Int
  }

  struct Column: Sendable {
    /// Indices of the system's variables, ascending.
    let variables: [Int]
    /// The sum of their true counts.
    let value: Int
    /// Ascending.
    var rows: [Int]
    /// By equation, ascending.
    var equations: [EquationTerm]
  }

  /// A column in an equation.
  struct Member: Sendable, Hashable {
    let column: Int
    let coefficient: Int
  }

  /// What a column contributes to an equation.
  struct EquationTerm: Sendable, Hashable {
    let equation: Int
    let coefficient: Int
  }
}

extension CondensedSystem {
  package init(_ system: SuppressionSystem, rules: SuppressionRules) {
    let knownZero = Self.knownZeros(of: system, rules)
    var cellsByVariables: [[Int]: [Int]] = [:]
    for (index, cell) in system.cells.enumerated() {
      let variables = cell.variables.filter { !knownZero[$0] }
      guard !variables.isEmpty else { continue }
      let seen = cell.publication != .neverPrinted
      guard seen || system.isTarget(index, rules) else { continue }
      cellsByVariables[variables, default: []].append(index)
    }
    let keys = cellsByVariables.keys.sorted { $0.lexicographicallyPrecedes($1) }
    let ties = Self.ties(of: system, without: knownZero)

    var membership = [Membership](repeating: Membership(), count: system.counts.count)
    for (row, key) in keys.enumerated() {
      for variable in key { membership[variable].rows.append(row) }
    }
    for (equation, tie) in ties.enumerated() {
      for term in tie.terms {
        membership[term.variable].equations.append(
          EquationTerm(equation: equation, coefficient: term.coefficient))
      }
    }
    var columnOf: [Membership: Int] = [:]
    var members: [[Int]] = []
    for (variable, place) in membership.enumerated() where !place.isEmpty {
      if let column = columnOf[place] {
        members[column].append(variable)
      } else {
        columnOf[place] = members.count
        members.append([variable])
      }
    }
    columns = members.map { variables in
      Column(
        variables: variables, value: variables.reduce(0) { $0 + system.counts[$1] },
        rows: membership[variables[0]].rows, equations: membership[variables[0]].equations)
    }
    equations = [[Member]](repeating: [], count: ties.count)
    var columnsOfRow = [[Int]](repeating: [], count: keys.count)
    for (index, column) in columns.enumerated() {
      for row in column.rows { columnsOfRow[row].append(index) }
      for term in column.equations {
        equations[term.equation].append(Member(column: index, coefficient: term.coefficient))
      }
    }
    rows = keys.enumerated().map { row, key in
      Self.row(of: cellsByVariables[key] ?? [], columns: columnsOfRow[row], in: system, rules)
    }
  }

  /// Where a variable lies.
  private struct Membership: Hashable {
    var rows: [Int] = []
    var equations: [EquationTerm] = []

    var isEmpty: Bool { rows.isEmpty && equations.isEmpty }
  }

  /// Variables below a zero that readers know. Where zeros may be hidden, one that is printed so
  /// far may yet be hidden.
  private static func knownZeros(
    of system: SuppressionSystem, _ rules: SuppressionRules
  ) -> [Bool] {
    var knownZero = [Bool](repeating: false, count: system.counts.count)
    for (index, cell) in system.cells.enumerated() where system.values[index] == 0 {
      let isKnown =
        switch cell.publication {
        case .alwaysPrinted: true
        case .printable, .alwaysHidden: rules.zeros == .printed
        case .hiddenEarlier, .neverPrinted: false
        }
      if isKnown { for variable in cell.variables { knownZero[variable] = true } }
    }
    return knownZero
  }

  /// The equations that say something, each once.
  private static func ties(
    of system: SuppressionSystem, without knownZero: [Bool]
  ) -> [Equation] {
    let ties = system.equations.map { equation in
      Equation(equation.terms.filter { !knownZero[$0.variable] })
    }.filter { !$0.terms.isEmpty }
    func key(_ equation: Equation) -> [Int] {
      equation.terms.flatMap { [$0.variable, $0.coefficient] }
    }
    let byKey = Dictionary(ties.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    return byKey.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  private static func row(
    of cells: [Int], columns: [Int], in system: SuppressionSystem, _ rules: SuppressionRules
  ) -> Row {
    let value = system.values[cells[0]]
    let publications = cells.map { system.cells[$0].publication }
    let publication: Publication =
      [.alwaysPrinted, .alwaysHidden, .printable, .hiddenEarlier]
      .first(where: publications.contains) ?? .neverPrinted
    // Sorted, so that the sum doesn't depend on the order of the cells.
    let weights = cells.filter { system.cells[$0].isInTable }
      .map { system.cells[$0].weight ?? max(0.5, Double(system.values[$0])).squareRoot() }
      .sorted()
    let reach = cells.compactMap { rules.reach(of: system.cells[$0], value: value) }.max()
    let least = publication == .neverPrinted ? 0 : min(value, rules.leastHidden)
    return Row(
      columns: columns, cells: cells, value: value, weight: weights.reduce(0, +),
      publication: publication, need: reach.map { $0 - value }, slack: value - least)
  }
}

extension CondensedSystem {
  /// About what the search takes: the columns of each row as bits, twice, and some hundred bytes for
  /// each column in a row.
  var bytesOfSearch: Int {
    rows.count * columns.count / 4 + 150 * columns.reduce(0) { $0 + $1.rows.count }
  }
}

extension SuppressionCell {
  /// Whether it stands in a table of the edition, as a number or a mark.
  var isInTable: Bool {
    switch publication {
    case .printable, .alwaysPrinted, .alwaysHidden: true
    case .hiddenEarlier, .neverPrinted: false
    }
  }
}
