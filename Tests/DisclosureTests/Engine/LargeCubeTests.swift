import Disclosure
import Testing

/// More than a thousand targets that hang together: the search raises targets within what is hidden
/// before it asks for prices, and serves several at a time.
@Suite("Suppressor: a large cube")
struct LargeCubeTests {
  private static let sizes = [40, 36]
  private static let rules = SuppressionRules(threshold: 5)

  @Test("every small cell has a witness; the same for any threads and any order of the cells")
  func large() throws {
    var random = SplitMix64(seed: 5)
    let counts = (0..<Self.sizes.reduce(1, *)).map { _ in
      Int.random(in: 0...9, using: &random) < 8
        ? Int.random(in: 1...4, using: &random) : Int.random(in: 5...9, using: &random)
    }
    let cells = FullTable(Self.sizes).cells
    let system = try SuppressionSystem(counts: counts, cells: cells)
    let small = system.cells.indices.filter { system.isTarget($0, Self.rules) }
    #expect(small.count > 1_000)

    let pattern = try Suppressor.solve(system, Self.rules, workers: 1)
    #expect(WitnessVerifier.objections(to: pattern, in: system, Self.rules).isEmpty)
    #expect(pattern.witnesses.map(\.target) == small)
    // No total need be hidden where each line has several small cells.
    #expect(pattern.hiddenCells.count <= small.count + Self.sizes.reduce(0, +))

    let order = cells.indices.shuffled(using: &random)
    let shuffled = try SuppressionSystem(counts: counts, cells: order.map { cells[$0] })
    let other = try Suppressor.solve(shuffled, Self.rules, workers: 3)
    #expect(other.hidden == order.map { pattern.hidden[$0] })
  }
}
