import Disclosure
import Testing

@Suite("Suppressor: same answer whatever the threads and the effort's promise")
struct RepeatabilityTests {
  @Test(
    "one thread and three give the same pattern and witnesses", arguments: SystemFamily.allCases)
  func threads(family: SystemFamily) throws {
    for seed in UInt64(0)..<6 {
      let (system, rules) = try family.system(seed: seed)
      let alone = try? Suppressor.solve(system, rules, workers: 1)
      let together = try? Suppressor.solve(system, rules, workers: 3)
      #expect(alone == together, "seed \(seed)")
    }
  }

  @Test("linked tables, larger than those: the same for one thread and two, for every effort")
  func linked() throws {
    // Three two-way tables of a cube that is itself not printed.
    let sizes = [7, 6, 5]
    var random = SplitMix64(seed: 11)
    let counts = (0..<sizes.reduce(1, *)).map { _ in
      max(0, Int.random(in: -6...4, using: &random))
    }
    let cells = (0..<3).flatMap { left in
      FullTable(sizes).keys.filter { $0[left] == nil }
        .map { SuppressionCell(variables: FullTable.variables(of: $0, sizes)) }
    }
    let system = try SuppressionSystem(counts: counts, cells: cells)
    let rules = SuppressionRules(threshold: 5)
    #expect(system.cells.indices.contains { system.isTarget($0, rules) })
    for effort in Effort.allCases {
      let alone = try Suppressor.solve(system, rules, effort: effort, workers: 1)
      #expect(WitnessVerifier.objections(to: alone, in: system, rules).isEmpty)
      let together = try Suppressor.solve(system, rules, effort: effort, workers: 2)
      #expect(alone == together)
    }
  }
}
