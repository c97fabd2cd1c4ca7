/// What an edition could publish about one set of whole numbers, and what must stay hidden.
///
/// The finest counts are *variables* x ≥ 0; every publishable number is a *cell*: the sum of the
/// variables it names. Cells have no coefficients, on purpose: where one measure counts some of
/// those that another counts (supported ⊆ received), use the variables `p` (part) and `q` (the
/// rest); the whole is `p + q`, and "part ≤ whole" is built in. The sensitive complement is then
/// the plain cell of the `q`s. What sums can't say stands in `equations`.
///
/// The attacker knows every printed cell exactly, zeros too; every equation; that the variables are
/// whole and not negative; and, where zeros are printed, that a hidden cell is at least 1.
///
/// Number the variables by a canonical key of the data, not by the order of rows in a file. The
/// order of the cells does not matter.
public struct SuppressionSystem: Sendable {
  /// The true count of each variable.
  public let counts: [Int]

  /// The cells as given, then one for each remainder, in order. A pattern speaks of these indices.
  public let cells: [SuppressionCell]

  /// What ties variables to each other beside the cells.
  public let equations: [Equation]

  /// The true value of each cell.
  public let values: [Int]

  /// - Parameter remainders: differences that a reader can form at once. Each becomes a cell that
  ///   is never printed and is a target whether or not its whole and its parts stay printed.
  ///   Where the parts of a whole are declared targets that cover it, remainders by them are
  ///   protected without being listed; list those by overlapping hierarchies or cut depths.
  public init(
    counts: [Int], cells given: [SuppressionCell], equations: [Equation] = [],
    remainders: [Remainder] = []
  ) throws(SystemFlaw) {
    if let variable = counts.firstIndex(where: { $0 < 0 }) {
      throw .negativeCount(variable: variable)
    }
    for (index, cell) in given.enumerated() {
      try Self.checkForm(of: cell, index, variables: counts.count)
    }
    var cells = given
    for (index, remainder) in remainders.enumerated() {
      cells.append(try Self.cell(of: remainder, index, in: given))
    }
    var values: [Int] = []
    values.reserveCapacity(cells.count)
    for (index, cell) in cells.enumerated() {
      var value = 0
      for variable in cell.variables {
        let (sum, overflow) = value.addingReportingOverflow(counts[variable])
        if overflow { throw .sumTooLarge(cell: index) }
        value = sum
      }
      values.append(value)
    }
    for (index, equation) in equations.enumerated() where !Self.holds(equation, counts) {
      throw .badEquation(index)
    }
    self.counts = counts
    self.cells = cells
    self.equations = equations
    self.values = values
  }

  /// The same system, with some of its zeros as small counts.
  func protecting(zeros: Set<Int>) -> SuppressionSystem {
    zeros.isEmpty ? self : SuppressionSystem(self, zeros: zeros)
  }

  private init(_ other: SuppressionSystem, zeros: Set<Int>) {
    counts = other.counts
    equations = other.equations
    values = other.values
    cells = other.cells.enumerated().map { index, cell in
      zeros.contains(index)
        ? SuppressionCell(
          variables: cell.variables, publication: cell.publication, protection: .countOrZero,
          weight: cell.weight) : cell
    }
  }

  /// Whether something about a cell must not become known: it needs a witness.
  public func isTarget(_ cell: Int, _ rules: SuppressionRules) -> Bool {
    rules.reach(of: cells[cell], value: values[cell]) != nil
  }

  private static func holds(_ equation: Equation, _ counts: [Int]) -> Bool {
    let variables = equation.terms.map(\.variable)
    guard variables.allSatisfy(counts.indices.contains),
      zip(variables, variables.dropFirst()).allSatisfy({ $0 < $1 })
    else { return false }
    var sum = 0
    for term in equation.terms {
      let (product, tooLarge) = counts[term.variable]
        .multipliedReportingOverflow(by: term.coefficient)
      let (next, overflow) = sum.addingReportingOverflow(product)
      if tooLarge || overflow { return false }
      sum = next
    }
    return sum == 0
  }

  private static func checkForm(
    of cell: SuppressionCell, _ index: Int, variables count: Int
  ) throws(SystemFlaw) {
    guard cell.variables.allSatisfy({ $0 >= 0 && $0 < count }) else {
      throw .unknownVariable(cell: index)
    }
    guard zip(cell.variables, cell.variables.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .repeatedVariable(cell: index)
    }
    if let weight = cell.weight, !(weight.isFinite && weight > 0) {
      throw .badWeight(cell: index)
    }
  }

  private static func cell(
    of remainder: Remainder, _ index: Int, in cells: [SuppressionCell]
  ) throws(SystemFlaw) -> SuppressionCell {
    guard cells.indices.contains(remainder.whole),
      remainder.parts.allSatisfy(cells.indices.contains)
    else { throw .badRemainder(index) }
    var left = Set(cells[remainder.whole].variables)
    for part in remainder.parts {
      for variable in cells[part].variables {
        guard left.remove(variable) != nil else { throw .badRemainder(index) }
      }
    }
    return SuppressionCell(variables: Array(left), publication: .neverPrinted)
  }
}
