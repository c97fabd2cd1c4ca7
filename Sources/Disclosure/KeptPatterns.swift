import SourceFiles

/// Patterns that were chosen before, by the system that they are for: they save the search, never
/// the check. With and without them the same cells are hidden.
///
/// They hold true changes of counts and a hash of the counts: private, for `.minhbach/` only.
public struct KeptPatterns: Sendable {
  /// Raised when the engine may choose otherwise for the same system.
  private static let header = "minhbach patterns 1"

  private var patterns: [String: SuppressionPattern] = [:]

  public init() {}

  /// Reads what `bytes` wrote. Whatever is not readable is left out: it is searched again.
  public init(_ bytes: [UInt8]) {
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")[...]
    guard lines.popFirst().map(String.init) == Self.header else { return }
    while let key = lines.popFirst(), let count = lines.popFirst().flatMap({ Int($0) }),
      let hidden = lines.popFirst().flatMap(Self.numbers), (0...lines.count).contains(count)
    {
      let rows = lines.prefix(count).compactMap(Self.numbers)
      lines = lines.dropFirst(count)
      guard rows.count == count, let size = hidden.first, size >= 0,
        let pattern = Self.pattern(size, hidden.dropFirst(), rows)
      else { return }
      patterns[String(key)] = pattern
    }
  }

  public var bytes: [UInt8] {
    var text = Self.header + "\n"
    func line(_ numbers: [Int]) { text += numbers.map(String.init).joined(separator: " ") + "\n" }
    for (key, pattern) in patterns.sorted(by: { $0.key < $1.key }) {
      text += key + "\n\(pattern.witnesses.count)\n"
      line([pattern.hidden.count] + pattern.hidden.indices.filter { pattern.hidden[$0] })
      for witness in pattern.witnesses {
        line([witness.target] + witness.changes.flatMap { [$0.variable, $0.change] })
      }
    }
    return Array(text.utf8)
  }

  public mutating func merge(_ other: KeptPatterns) {
    patterns.merge(other.patterns) { first, _ in first }
  }

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

  private static func numbers(_ line: Substring) -> [Int]? {
    let words = line.split(separator: " ")
    let numbers = words.compactMap { Int($0) }
    return numbers.count == words.count ? numbers : nil
  }

  private static func pattern(
    _ size: Int, _ hidden: ArraySlice<Int>, _ rows: [[Int]]
  ) -> SuppressionPattern? {
    guard size < 100_000_000, hidden.allSatisfy({ (0..<size).contains($0) }) else { return nil }
    var marks = [Bool](repeating: false, count: size)
    for cell in hidden { marks[cell] = true }
    var witnesses: [Witness] = []
    for row in rows {
      guard row.count % 2 == 1 else { return nil }
      let changes = stride(from: 1, to: row.count, by: 2).map {
        VariableChange(variable: row[$0], change: row[$0 + 1])
      }
      witnesses.append(Witness(target: row[0], changes: changes))
    }
    return SuppressionPattern(hidden: marks, witnesses: witnesses)
  }
}
