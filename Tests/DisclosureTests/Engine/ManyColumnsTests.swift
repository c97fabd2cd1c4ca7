import Disclosure
import Testing

/// Margins of a table that is itself not printed: far more finest counts than cells, so that the
/// search takes in its columns as it needs them.
@Suite("Suppressor: many finest counts, few cells")
struct ManyColumnsTests {
  @Test("every small margin has a witness, whatever the order of the cells", arguments: 0..<4)
  func margins(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let size = 40
    var counts = [Int](repeating: 0, count: size * size)
    for _ in 0..<(size * 6) {
      // Skewed, so that some margins are small.
      let row = Int.random(in: 0..<size, using: &random) * Int.random(in: 0..<size, using: &random)
      counts[row / size * size + Int.random(in: 0..<size, using: &random)] += 1
    }
    let rows = (0..<size).map { row in (0..<size).map { row * size + $0 } }
    let columns = (0..<size).map { column in (0..<size).map { $0 * size + column } }
    // Tens of rows are printed too, and all.
    let groups = stride(from: 0, to: size, by: 10).map { Array(rows[$0..<$0 + 10].joined()) }
    let cells = (rows + columns + groups + [Array(counts.indices)])
      .map { SuppressionCell(variables: $0) }
    let system = try SuppressionSystem(counts: counts, cells: cells)
    let small = system.cells.indices.filter { system.isTarget($0, .init(threshold: 5)) }
    #expect(!small.isEmpty)

    let pattern = try Suppressor.solve(system, .init(threshold: 5))
    #expect(WitnessVerifier.objections(to: pattern, in: system, .init(threshold: 5)).isEmpty)
    #expect(pattern.witnesses.map(\.target) == small)
    // Margins alone are easily covered: no more than a partner or two for each.
    #expect(pattern.hiddenCells.count <= 3 * small.count + 2)

    let order = cells.indices.shuffled(using: &random)
    let shuffled = try SuppressionSystem(counts: counts, cells: order.map { cells[$0] })
    let other = try Suppressor.solve(shuffled, .init(threshold: 5))
    #expect(other.hidden == order.map { pattern.hidden[$0] })
  }

  @Test("open margins that leave no room are impossible, also among many columns")
  func impossible() throws {
    // Two halves of 1,200 counts; one half is printed in any case, and the small cell is in it.
    var counts = [Int](repeating: 0, count: 1_200)
    counts[0] = 2
    counts[1] = 1
    counts[700] = 9
    let cells = [
      SuppressionCell(variables: [0]), SuppressionCell(variables: Array(0..<1_200)),
      SuppressionCell(variables: Array(0..<600), publication: .alwaysPrinted, protection: .none),
    ]
    let system = try SuppressionSystem(counts: counts, cells: cells)
    let failure = #expect(throws: SuppressionFailure.self) {
      try Suppressor.solve(system, .init(threshold: 5))
    }
    #expect(failure?.unprotected.map(\.reason) == [.impossible])
  }
}
