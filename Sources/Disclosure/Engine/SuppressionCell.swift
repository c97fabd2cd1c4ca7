/// One number that a reader might learn: the sum of some variables of a `SuppressionSystem`.
public struct SuppressionCell: Sendable, Equatable {
  /// The variables whose sum it is, ascending.
  public let variables: [Int]

  public let publication: Publication

  public let protection: Protection

  /// What hiding it costs, above 0; left out, the square root of its value (of a half for a zero),
  /// which balances the number of hidden cells and their sum best.
  public let weight: Double?

  public init(
    variables: [Int], publication: Publication = .printable, protection: Protection = .count,
    weight: Double? = nil
  ) {
    self.variables = variables.sorted()
    self.publication = publication
    self.protection = protection
    self.weight = weight
  }
}

/// What of a cell must not become known.
public enum Protection: Sendable, Equatable {
  /// Nothing: an open measure.
  case none
  /// That it is small: a count of persons.
  case count
  /// That it is less than T, 0 included: a zero that is hidden, for all marks look alike.
  case countOrZero
  /// That it is 0: the rest of a row whose persons all fall in one category.
  case emptiness
}

/// What may happen to a cell.
///
/// A value under embargo is given as it will be published one day (`printable`): the witnesses
/// then hold today, when the reader knows less, and on that day. Leaving it out of the pages is the
/// caller's task.
public enum Publication: Sendable, Equatable {
  /// A cell of a declared table: printed, unless hiding it protects somebody. A zero is printed.
  case printable

  /// Printed in any case (an open measure), or known to readers from elsewhere.
  case alwaysPrinted

  /// Hidden in any case: a nested edition with a lower threshold hides it. Where zeros are printed
  /// its value is not 0.
  case alwaysHidden

  /// In no table of this edition; an earlier release showed its mark, so that, where zeros are
  /// printed, readers know that it is at least 1.
  case hiddenEarlier

  /// In no table (a complement, a remainder, a node of the lattice): at most a target. Readers
  /// see no mark, so they don't know that it is at least 1.
  case neverPrinted
}

/// A whole less some of its parts. The parts lie within the whole and do not overlap.
public struct Remainder: Sendable, Equatable {
  /// Index of a cell.
  public let whole: Int
  /// Indices of cells.
  public let parts: [Int]

  public init(whole: Int, parts: [Int]) {
    self.whole = whole
    self.parts = parts
  }
}

/// Why a list of cells is no system. These are mistakes of the caller, not of the data's author.
public enum SystemFlaw: Error, Sendable, Equatable {
  case negativeCount(variable: Int)
  case unknownVariable(cell: Int)
  case repeatedVariable(cell: Int)
  case badWeight(cell: Int)
  /// The true value does not fit in an `Int`.
  case sumTooLarge(cell: Int)
  /// An equation names a variable that is not there, or one twice, or does not hold.
  case badEquation(Int)
  /// A part lies outside the whole, overlaps another part, or is no cell.
  case badRemainder(Int)
}
