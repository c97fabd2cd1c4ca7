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
    var text = Array("\(rules.threshold) \(rules.width) \(rules.zeros) \(effort)\n".utf8)
    func add(_ numbers: [Int]) {
      for number in numbers {
        text += String(number).utf8
        text.append(UInt8(ascii: " "))
      }
      text.append(UInt8(ascii: "\n"))
    }
    add(system.counts)
    for cell in system.cells {
      text += "\(cell.publication) \(cell.protection) \(cell.weight ?? 0) ".utf8
      add(cell.variables)
    }
    for equation in system.equations {
      add(equation.terms.flatMap { [$0.variable, $0.coefficient] })
    }
    return Checksum.sha256(text)
  }
}
