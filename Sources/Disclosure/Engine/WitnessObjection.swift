/// Why a pattern does not keep the promise.
public enum WitnessObjection: Sendable, Equatable {
  /// The pattern is for another number of cells.
  case otherSystem
  /// Hidden though printed in any case, never printed, or zero; or printed though always hidden.
  case wrongMark(cell: Int)
  /// A small target has no witness.
  case noWitness(target: Int)
  /// A witness names a variable or target that is not there, or a variable twice.
  case malformed(target: Int)
  /// A witness makes a count negative, or one that does not fit in an `Int`.
  case impossibleCount(target: Int, variable: Int)
  /// A witness disagrees with a printed number.
  case printedCellChanges(target: Int, cell: Int)
  /// A witness makes a hidden cell 0, which would have been printed.
  case hiddenCellVanishes(target: Int, cell: Int)
  /// A witness disagrees with an equation.
  case equationBroken(target: Int, equation: Int)
  /// With the witness the target is still below the threshold.
  case staysSmall(target: Int)
  /// A sum does not fit in an `Int`.
  case sumTooLarge(cell: Int)
}
