/// What an edition could publish about one set of whole numbers, and what must stay hidden.
///
/// The finest counts are *variables* x ≥ 0; every publishable number is a *cell*: the sum of the
/// variables it names. There are no negative coefficients, on purpose: where one measure counts
/// some of those that another counts (supported ⊆ received), use the variables `p` (part) and
/// `q` (the rest); the whole is `p + q`, and "part ≤ whole" is built in. The sensitive complement
/// is then the plain cell of the `q`s.
///
/// The attacker knows every printed cell exactly, zeros too; that the variables are whole and
/// not negative; and that a hidden cell is at least 1, because zeros are printed.
///
/// Number the variables by a canonical key of the data, not by the order of rows in a file. The
/// order of the cells does not matter.
package struct SuppressionSystem: Sendable {
  /// The true count of each variable.
  package let counts: [Int]

  /// The cells as given, then one for each remainder, in order. A pattern speaks of these indices.
  package let cells: [SuppressionCell]

  /// The true value of each cell.
  package let values: [Int]

  /// - Parameter remainders: differences that a reader can form at once. Each becomes a cell that
  ///   is never printed and is a target whether or not its whole and its parts stay printed.
  ///   Where the parts of a whole are declared targets that cover it, remainders by them are
  ///   protected without being listed; list those by overlapping hierarchies or cut depths.
  package init(
    counts: [Int], cells given: [SuppressionCell], remainders: [Remainder] = []
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
      if value == 0, cell.publication == .alwaysHidden { throw .hiddenZero(cell: index) }
      values.append(value)
    }
    self.counts = counts
    self.cells = cells
    self.values = values
  }

  /// Whether a cell needs a witness: a target whose true value is 1 … `threshold` − 1.
  package func isSmallTarget(_ cell: Int, threshold: Int) -> Bool {
    cells[cell].isTarget && values[cell] >= 1 && values[cell] < threshold
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
    return SuppressionCell(variables: Array(left), publication: .neverPrinted, isTarget: true)
  }
}
