import Disclosure

/// All tables of 3 × 3 with counts 0 … `most`, all totals and T = 3, numbered: the counts are the
/// digits of the number.
struct SmallTables: Sendable {
  static let size = 3
  static let rules = SuppressionRules(threshold: 3)

  let most: Int

  /// By cell, the counts that it adds up: rows and columns, and their totals.
  static let sums: [[Int]] = {
    let lines: [[Int]] = [[0], [1], [2], [0, 1, 2]]
    return lines.flatMap { rows in
      lines.map { columns in rows.flatMap { row in columns.map { row * size + $0 } } }
    }
  }()

  var count: Int { (0..<Self.size * Self.size).reduce(1) { product, _ in product * (most + 1) } }

  func counts(of table: Int) -> [Int] {
    var rest = table
    return (0..<Self.size * Self.size).map { _ in
      defer { rest /= most + 1 }
      return rest % (most + 1)
    }
  }

  /// The value of each cell.
  static func values(of counts: [Int]) -> [Int] {
    sums.map { sum in sum.reduce(0) { $0 + counts[$1] } }
  }

  static func isSmall(_ value: Int) -> Bool { value >= 1 && value < rules.threshold }

  /// The cells that the program hides.
  static func hidden(in counts: [Int]) -> [Bool]? {
    guard
      let system = try? SuppressionSystem(
        counts: counts, cells: sums.map { SuppressionCell(variables: $0) })
    else { return nil }
    return (try? Suppressor.solve(system, rules, workers: 1))?.hidden
  }

  /// Calls `body` for each table that a reader can't rule out from what is printed, until it
  /// returns false.
  ///
  /// - Returns: whether all were gone through.
  func forEach(
    agreeingWith hidden: [Bool], _ values: [Int], _ body: ([Int]) -> Bool
  ) -> Bool {
    var counts = [Int](repeating: 0, count: Self.size * Self.size)
    // The cells in which each count is the last: there the sum is known.
    var closing = [[Int]](repeating: [], count: counts.count)
    for (cell, sum) in Self.sums.enumerated() {
      if let last = sum.last { closing[last].append(cell) }
    }
    func fill(_ place: Int) -> Bool {
      if place == counts.count { return body(counts) }
      for count in 0...most {
        counts[place] = count
        let agrees = closing[place].allSatisfy { cell in
          let sum = Self.sums[cell].reduce(0) { $0 + counts[$1] }
          return hidden[cell] ? sum >= 1 : sum == values[cell]
        }
        if agrees, !fill(place + 1) { return false }
      }
      return true
    }
    return fill(0)
  }
}
