import SourceFiles

/// Patterns that were chosen before, by the system that they are for: they save the search, never
/// the check. With and without them the same cells are hidden: a file that was changed is not read
/// (`KeptPatterns+File.swift`).
///
/// They hold true changes of counts and a hash of the counts: private, for `.minhbach/` only.
public struct KeptPatterns: Sendable {
  private(set) var patterns: [String: SuppressionPattern] = [:]

  public init() {}

  public mutating func merge(_ other: KeptPatterns) {
    patterns.merge(other.patterns) { first, _ in first }
  }

  public var isEmpty: Bool { patterns.isEmpty }

  func pattern(for key: String) -> SuppressionPattern? { patterns[key] }

  mutating func keep(_ pattern: SuppressionPattern, for key: String) { patterns[key] = pattern }

  /// What a pattern depends on, and nothing else.
  static func key(
    _ system: SuppressionSystem, _ rules: SuppressionRules, _ effort: Effort
  ) -> String {
    var text = "\(rules.threshold) \(rules.width) \(rules.zeros) \(effort)\n"
    text += system.counts.map(String.init).joined(separator: " ") + "\n"
    for cell in system.cells {
      text += "\(cell.publication) \(cell.protection) \(cell.weight ?? 0) "
      text += cell.variables.map(String.init).joined(separator: " ") + "\n"
    }
    for equation in system.equations {
      text += equation.terms.map { "\($0.variable)*\($0.coefficient)" }.joined(separator: " ")
      text += "\n"
    }
    return Checksum.sha256(Array(text.utf8))
  }
}
