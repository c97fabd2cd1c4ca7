import Disclosure

extension SuppressionSystem {
  /// The same cells with what a reader gets by one subtraction as targets too: a cell less a cell
  /// within it, where little is left. The prototype's figures are for the cells alone.
  func withRemainders(_ rules: SuppressionRules) throws -> SuppressionSystem {
    let order = cells.indices.filter { values[$0] > 0 && cells[$0].publication != .neverPrinted }
      .sorted { (values[$0], $0) < (values[$1], $1) }
    var remainders: Set<[Int]> = []
    for (position, whole) in order.enumerated() {
      for part in order[..<position].reversed() {
        let left = values[whole] - values[part]
        if left >= rules.threshold { break }
        guard left > 0, Self.contains(cells[whole].variables, cells[part].variables) else {
          continue
        }
        remainders.insert(
          Set(cells[whole].variables).subtracting(cells[part].variables).sorted())
      }
    }
    let targets = remainders.sorted { $0.lexicographicallyPrecedes($1) }
      .map { SuppressionCell(variables: $0, publication: .neverPrinted) }
    return try SuppressionSystem(
      counts: counts, cells: cells + targets, equations: equations)
  }

  private static func contains(_ outer: [Int], _ inner: [Int]) -> Bool {
    var position = outer.startIndex
    for element in inner {
      while position < outer.endIndex, outer[position] < element { position += 1 }
      guard position < outer.endIndex, outer[position] == element else { return false }
    }
    return true
  }
}
