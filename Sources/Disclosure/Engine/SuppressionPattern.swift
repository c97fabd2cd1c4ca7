/// Which cells are hidden, with a proof for every small target that it is protected.
public struct SuppressionPattern: Sendable, Equatable {
  /// By cell of the system. Cells that are never printed stand as `false`: they carry no mark.
  public let hidden: [Bool]

  /// One for each small target, ascending by target.
  public let witnesses: [Witness]

  public init(hidden: [Bool], witnesses: [Witness]) {
    self.hidden = hidden
    self.witnesses = witnesses
  }
}

/// Another table that a reader can't rule out, in which the target is at least the threshold:
/// the true counts plus these changes.
public struct Witness: Sendable, Equatable {
  /// Index of the cell it protects.
  public let target: Int
  /// Ascending by variable, none of them 0.
  public let changes: [VariableChange]

  public init(target: Int, changes: [VariableChange]) {
    self.target = target
    self.changes = changes
  }
}

public struct VariableChange: Sendable, Equatable {
  public let variable: Int
  public let change: Int

  public init(variable: Int, change: Int) {
    self.variable = variable
    self.change = change
  }
}

/// No pattern keeps the promise for these cells: nothing of the system may be published.
public struct SuppressionFailure: Error, Sendable, Equatable {
  /// Ascending by cell, never empty.
  public let unprotected: [UnprotectedCell]

  public init(unprotected: [UnprotectedCell]) {
    self.unprotected = unprotected
  }
}

public struct UnprotectedCell: Sendable, Equatable {
  /// Index of the cell.
  public let cell: Int
  public let reason: Reason
  /// The cells that are printed in any case and share a variable with it, ascending.
  public let printedRegardless: [Int]

  public init(cell: Int, reason: Reason, printedRegardless: [Int]) {
    self.cell = cell
    self.reason = reason
    self.printedRegardless = printedRegardless
  }

  public enum Reason: Sendable, Equatable {
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
