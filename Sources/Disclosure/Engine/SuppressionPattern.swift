/// Which cells are hidden, with a proof for every small target that it is protected.
package struct SuppressionPattern: Sendable, Equatable {
  /// By cell of the system. Cells that are never printed stand as `false`: they carry no mark.
  package let hidden: [Bool]

  /// One for each small target, ascending by target.
  package let witnesses: [Witness]

  package init(hidden: [Bool], witnesses: [Witness]) {
    self.hidden = hidden
    self.witnesses = witnesses
  }
}

/// Another table that a reader can't rule out, in which the target is at least the threshold:
/// the true counts plus these changes.
package struct Witness: Sendable, Equatable {
  /// Index of the cell it protects.
  package let target: Int
  /// Ascending by variable, none of them 0.
  package let changes: [VariableChange]

  package init(target: Int, changes: [VariableChange]) {
    self.target = target
    self.changes = changes
  }
}

package struct VariableChange: Sendable, Equatable {
  package let variable: Int
  package let change: Int

  package init(variable: Int, change: Int) {
    self.variable = variable
    self.change = change
  }
}

/// No pattern keeps the promise for these cells: nothing of the system may be published.
package struct SuppressionFailure: Error, Sendable, Equatable {
  /// Ascending by cell, never empty.
  package let unprotected: [UnprotectedCell]

  package init(unprotected: [UnprotectedCell]) {
    self.unprotected = unprotected
  }
}

package struct UnprotectedCell: Sendable, Equatable {
  /// Index of the cell.
  package let cell: Int
  package let reason: Reason
  /// The cells that are printed in any case and share a variable with it, ascending.
  package let printedRegardless: [Int]

  package init(cell: Int, reason: Reason, printedRegardless: [Int]) {
    self.cell = cell
    self.reason = reason
    self.printedRegardless = printedRegardless
  }

  package enum Reason: Sendable, Equatable {
    /// What is printed in any case rules out every table with the cell at the threshold.
    case impossible
    /// Such a table may exist; none in whole numbers was found.
    case notFound
    /// Must be hidden, but equals a cell that is printed in any case.
    case printedElsewhere
    /// The cells would need more memory than the search may take.
    case tooLarge
  }
}
