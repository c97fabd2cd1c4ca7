import Disclosure
import Testing

/// Published patterns of other tools in which a small cell can be computed (issues 135 and 136 of
/// GaussSuppression's repository): the enumeration finds it, and our own pattern holds.
@Suite("Suppressor: published counter-examples")
struct KnownFailureTests {
  @Test("three singletons: hidden cells of a row that sum to 3 are each 1")
  func threeSingletons() throws {
    let table = FullTable([2, 5])
    let system = try SuppressionSystem(
      counts: [1, 1, 7, 1, 0, 1, 0, 0, 2, 8], cells: table.cells)
    let published = [
      table.cell(nil, 0), table.cell(nil, 1), table.cell(nil, 3), table.cell(nil, 4),
      table.cell(0, 0), table.cell(0, 1), table.cell(0, 3), table.cell(1, 0),
      table.cell(1, 3), table.cell(1, 4),
    ]
    try expectFailure(of: published, at: table.cell(0, 0), in: system, threshold: 3)
  }

  @Test("two hierarchies over the same regions, protected apart: K = 3 can be computed")
  func linkedHierarchies() throws {
    // Regions A, B, I, J of county 1 and K, L, M, N of county 2; L and M are big, the rest small.
    let groups = [
      Array(0..<8), [0, 1, 2, 3], [4, 5, 6, 7], [5, 6], [0, 1, 2, 3, 4, 7],
    ]
    let system = try SuppressionSystem(
      counts: [2, 2, 8, 8, 3, 3, 3, 7],
      cells: (groups + (0..<8).map { [$0] }).map { SuppressionCell(variables: $0) })
    let published = [0, 1, 4, 5, 6].map { groups.count + $0 }
    try expectFailure(of: published, at: groups.count + 4, in: system, threshold: 4)
  }

  private func expectFailure(
    of published: [Int], at cell: Int, in system: SuppressionSystem, threshold: Int
  ) throws {
    let theirs = system.cells.indices.map { published.contains($0) }
    #expect(
      !BruteForce(system, hidden: theirs, threshold: threshold).mayReach(threshold, cell: cell))

    let ours = try Suppressor.solve(system, .init(threshold: threshold))
    #expect(WitnessVerifier.objections(to: ours, in: system, .init(threshold: threshold)).isEmpty)
    let attacker = BruteForce(system, hidden: ours.hidden, threshold: threshold)
    for small in system.cells.indices where system.isTarget(small, .init(threshold: threshold)) {
      #expect(attacker.mayReach(threshold, cell: small))
    }
  }
}
