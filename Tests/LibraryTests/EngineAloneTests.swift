import Disclosure
import Testing

/// What the README and the documentation show, from outside the package's own rooms: public names
/// only.
@Suite("The engine as a library")
struct EngineAloneTests {
  @Test("the example of the README")
  func example() throws {
    // North: 3 women, 10 men. South: 12 women, 20 men. All sums are to be published; T = 5.
    let groups = [[0], [1], [2], [3], [0, 1], [2, 3], [0, 2], [1, 3], [0, 1, 2, 3]]
    let system = try SuppressionSystem(
      counts: [3, 10, 12, 20], cells: groups.map { SuppressionCell(variables: $0) })
    let rules = SuppressionRules(threshold: 5)
    let pattern = try Suppressor.solve(system, rules)
    let objections = WitnessVerifier.objections(to: pattern, in: system, rules)

    #expect(objections.isEmpty)
    #expect(pattern.hidden == [true, true, true, true, false, false, false, false, false])
    let witness = try #require(pattern.witnesses.first)
    #expect(witness.target == 0)
    #expect(witness.changes.first { $0.variable == 0 }.map { $0.change >= 2 } == true)
  }

  @Test("what is tied beside sums, a figure known from elsewhere, and a failure that names it")
  func tied() throws {
    // 3 opened, 4 received, 2 closed, 5 left; that 3 + 4 = 7 were there is known.
    let identity = Equation(
      [(0, 1), (1, 1), (2, -1), (3, -1)].map { .init(variable: $0.0, coefficient: $0.1) })
    let cells =
      (0..<4).map { SuppressionCell(variables: [$0]) }
      + [
        SuppressionCell(variables: [0, 1], publication: .alwaysPrinted, protection: .none)
      ]
    let system = try SuppressionSystem(
      counts: [3, 4, 2, 5], cells: cells, equations: [identity])
    let rules = SuppressionRules(threshold: 5)
    let pattern = try Suppressor.solve(system, rules)
    #expect(WitnessVerifier.objections(to: pattern, in: system, rules).isEmpty)
    #expect(pattern.hidden == [true, true, true, true, false])

    let known = try SuppressionSystem(
      counts: [3],
      cells: [
        SuppressionCell(variables: [0]),
        SuppressionCell(variables: [0], publication: .alwaysPrinted, protection: .none),
      ])
    let failure = #expect(throws: SuppressionFailure.self) {
      try Suppressor.solve(known, rules)
    }
    #expect(failure?.unprotected.map(\.printedRegardless) == [[1]])
  }
}
