/// What a reader of published sums knows: unknown whole numbers x ≥ 0, and sums of them with what
/// is known of each.
package struct AuditSystem: Sendable {
  /// A sum Σ coefficient · x: a cell has coefficients 1, a whole less its part also −1.
  package struct Sum: Sendable, Hashable {
    /// Ascending, each once.
    package let variables: [Int32]
    /// As many; empty if all are 1.
    package let coefficients: [Int32]

    /// The sum of some variables, given in any order; one that stands twice counts once.
    package init(_ variables: some Sequence<Int>) {
      self.variables = Set(variables).sorted().map(Int32.init)
      coefficients = []
    }

    /// - Parameter terms: variables with their coefficients; equal variables are added.
    package init(terms: some Sequence<(variable: Int, coefficient: Int)>) {
      var sum: [Int: Int] = [:]
      for term in terms { sum[term.variable, default: 0] += term.coefficient }
      let sorted = sum.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      variables = sorted.map { Int32($0.key) }
      coefficients = sorted.allSatisfy { $0.value == 1 } ? [] : sorted.map { Int32($0.value) }
    }

    /// - Parameter variables: ascending, each once.
    init(ascending variables: [Int32], coefficients: [Int32] = []) {
      self.variables = variables
      self.coefficients = coefficients
    }

    var isPlain: Bool { coefficients.isEmpty }

    func coefficient(_ position: Int) -> Int {
      coefficients.isEmpty ? 1 : Int(coefficients[position])
    }
  }

  /// lower ≤ sum ≤ upper; nil is no bound.
  package struct Knowledge: Sendable {
    package let sum: Sum
    package let lower: Int?
    package let upper: Int?

    package init(_ sum: Sum, lower: Int?, upper: Int?) {
      self.sum = sum
      self.lower = lower
      self.upper = upper
    }

    package init(_ sum: Sum, equals value: Int) {
      self.init(sum, lower: value, upper: value)
    }

    var isEquation: Bool { lower != nil && lower == upper }
  }

  package let variableCount: Int
  package let knowledge: [Knowledge]

  package init(variableCount: Int, knowledge: [Knowledge]) {
    self.variableCount = variableCount
    self.knowledge = knowledge
  }
}

/// What is known of a target, a sum that must not be provably small.
package enum Verdict: Sendable, Hashable {
  /// Only one value is possible.
  case exact(Int)
  /// Less than the threshold, for certain; at least `lower`.
  case below(lower: Int)
  /// A whole-number solution was found in which it reaches the threshold, and another value is
  /// possible too.
  case open
  /// It reaches the threshold in fractions; no whole-number solution was found in the set number
  /// of steps.
  case inDoubt

  /// Whether it can be part of a sum that is known to be below the threshold, and add to it.
  func mayBeSmall(threshold: Int) -> Bool {
    switch self {
    case .exact(let value): value >= 1 && value < threshold
    case .below, .inDoubt: true
    case .open: false
    }
  }

  /// Whether the promise is broken: the target is known to be at least 1, or is taken to be, and
  /// known to be below the threshold.
  package func isSmall(threshold: Int, hiddenZeroCounts: Bool = false) -> Bool {
    switch self {
    case .exact(let value): value >= 1 && value < threshold
    case .below(let lower): lower >= 1 || hiddenZeroCounts
    case .open, .inDoubt: false
    }
  }
}
