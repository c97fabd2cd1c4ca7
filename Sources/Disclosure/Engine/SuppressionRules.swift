/// What a suppression must achieve, the same for all cells of a system.
public struct SuppressionRules: Sendable, Hashable {
  /// T, at least 1: a count of 1 … T − 1 is small, and readers must think T possible.
  public let threshold: Int

  /// How many values must stay possible for a small count: the true one and those above it.
  public let width: Int

  public let zeros: Zeros

  public enum Zeros: Sendable, Hashable {
    /// Never hidden: who sees a mark knows that the cell is at least 1.
    case printed
    /// Printed, unless hiding one protects somebody: a mark says nothing about 0.
    case mayBeHidden
    /// Small counts themselves: 0 … T − 1 must not become known.
    case protected
  }

  public init(threshold: Int, width: Int = 1, zeros: Zeros = .printed) {
    self.threshold = threshold
    self.width = width
    self.zeros = zeros
  }

  /// The least value that a hidden cell may have in the eyes of a reader.
  public var leastHidden: Int { zeros == .printed ? 1 : 0 }

  /// The same for a cell with its mark. Where zeros may be hidden a mark on a zero looks like any
  /// other, so that T must be possible there too: nobody could tell whether the promise is kept.
  public func reach(of cell: SuppressionCell, value: Int, isHidden: Bool) -> Int? {
    let isHiddenZero =
      zeros == .mayBeHidden && isHidden && value == 0 && cell.protection == .count
    return isHiddenZero ? max(threshold, width - 1) : reach(of: cell, value: value)
  }

  /// The value that must stay possible for a cell; nil if nothing about it must be kept.
  public func reach(of cell: SuppressionCell, value: Int) -> Int? {
    switch cell.protection {
    case .none: return nil
    case .emptiness: return value == 0 ? 1 : nil
    case .countOrZero:
      return value < threshold ? max(threshold, value + width - 1) : nil
    case .count:
      let least = zeros == .protected ? 0 : 1
      guard value >= least, value < threshold else { return nil }
      return max(threshold, value + width - 1)
    }
  }
}

/// Σ coefficient · variable = 0, in the true counts and in every table that a reader considers.
///
/// Ties between measures that sums can't say: an identity (opening + received − closed − closing),
/// or, with a variable for what lies between, an inequality (part + rest − whole).
public struct Equation: Sendable, Equatable {
  /// Ascending by variable, none twice, no coefficient 0.
  public let terms: [Term]

  public struct Term: Sendable, Hashable {
    public let variable: Int
    public let coefficient: Int

    public init(variable: Int, coefficient: Int) {
      self.variable = variable
      self.coefficient = coefficient
    }
  }

  public init(_ terms: [Term]) {
    self.terms = terms.filter { $0.coefficient != 0 }.sorted { $0.variable < $1.variable }
  }
}
