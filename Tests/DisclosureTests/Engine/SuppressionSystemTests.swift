import Disclosure
import Testing

@Suite("Suppression systems")
struct SuppressionSystemTests {
  @Test("a cell is the sum of its variables; remainders follow the given cells")
  func values() throws {
    let system = try SuppressionSystem(
      counts: [3, 4, 0],
      cells: [.init(variables: [2, 0, 1]), .init(variables: [1])],
      remainders: [.init(whole: 0, parts: [1])])
    #expect(system.values == [7, 4, 3])
    #expect(system.cells[2].variables == [0, 2])
    #expect(system.cells[2].publication == .neverPrinted)
    #expect(system.isTarget(2, .init(threshold: 5)))
    #expect(!system.isTarget(0, .init(threshold: 5)))
  }

  @Test(
    "flaws are named",
    arguments: [
      ([-1], [], [], .negativeCount(variable: 0)),
      ([1], [.init(variables: [1])], [], .unknownVariable(cell: 0)),
      ([1, 1], [.init(variables: [1, 0, 1])], [], .repeatedVariable(cell: 0)),
      ([1], [.init(variables: [0], weight: 0)], [], .badWeight(cell: 0)),
      ([1], [.init(variables: [0], weight: .nan)], [], .badWeight(cell: 0)),
      ([.max, 1], [.init(variables: [0, 1])], [], .sumTooLarge(cell: 0)),
      (
        [1, 1], [.init(variables: [0]), .init(variables: [1])],
        [.init(whole: 0, parts: [1])], .badRemainder(0)
      ),
      (
        [1, 1], [.init(variables: [0, 1]), .init(variables: [0])],
        [.init(whole: 0, parts: [1, 1])], .badRemainder(0)
      ),
      ([1], [.init(variables: [0])], [.init(whole: 0, parts: [1])], .badRemainder(0)),
    ] as [([Int], [SuppressionCell], [Remainder], SystemFlaw)])
  func flaws(
    counts: [Int], cells: [SuppressionCell], remainders: [Remainder], flaw: SystemFlaw
  ) {
    #expect(throws: flaw) {
      try SuppressionSystem(counts: counts, cells: cells, remainders: remainders)
    }
  }
}
