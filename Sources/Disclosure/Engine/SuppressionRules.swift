/// What a suppression must achieve, the same for all cells of a system.
package struct SuppressionRules: Sendable, Hashable {
  /// T, at least 1: a count of 1 … T − 1 is small, and readers must think T possible.
  package let threshold: Int

  /// How many values must stay possible for a small count: the true one and those above it.
  package let width: Int

  package let zeros: Zeros

  package enum Zeros: Sendable, Hashable {
    /// Never hidden: who sees a mark knows that the cell is at least 1.
    case printed
    /// Printed, unless hiding one protects somebody: a mark says nothing about 0.
    case mayBeHidden
    /// Small counts themselves: 0 … T − 1 must not become known.
    case protected
  }

  package init(threshold: Int, width: Int = 1, zeros: Zeros = .printed) {
    self.threshold = threshold
    self.width = width
    self.zeros = zeros
  }

  /// The least value that a hidden cell may have in the eyes of a reader.
  package var leastHidden: Int { zeros == .printed ? 1 : 0 }

  /// The value that must stay possible for a cell; nil if nothing about it must be kept.
  package func reach(of cell: SuppressionCell, value: Int) -> Int? {
    switch cell.protection {
    case .none: return nil
    case .emptiness: return value == 0 ? 1 : nil
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
package struct Equation: Sendable, Equatable {
  /// Ascending by variable, none twice, no coefficient 0.
  package let terms: [Term]

  package struct Term: Sendable, Hashable {
    package let variable: Int
    package let coefficient: Int

    package init(variable: Int, coefficient: Int) {
      self.variable = variable
      self.coefficient = coefficient
    }
  }

  package init(_ terms: [Term]) {
    self.terms = terms.filter { $0.coefficient != 0 }.sorted { $0.variable < $1.variable }
  }
}
