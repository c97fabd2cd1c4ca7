import Disclosure
import Testing

@Suite("Linear programmes through Clp")
struct LinearProgramTests {
  @Test("the cheaper of two ways to meet a demand")
  func cheapest() {
    // Minimise 3x + y subject to x + y ≥ 4, y ≤ 3.
    let program = LinearProgram(
      columns: [
        .init(cost: 3, entries: [(0, 1)]), .init(upper: 3, cost: 1, entries: [(0, 1)]),
      ],
      rows: [(4, .infinity)], pivotLimit: 100)
    #expect(program.solve() == .optimal)
    #expect(program.solution == [1, 3])
  }

  @Test("what no numbers satisfy is infeasible")
  func infeasible() {
    let program = LinearProgram(
      columns: [.init(upper: 1, entries: [(0, 1)]), .init(upper: 1, entries: [(0, 1)])],
      rows: [(3, .infinity)], pivotLimit: 100)
    #expect(program.solve() == .infeasible)
  }

  @Test("bounds move between solutions, in both directions")
  func movedBounds() {
    let program = LinearProgram(
      columns: [.init(cost: 1, entries: [(0, 2)]), .init(cost: 5, entries: [(0, 1)])],
      rows: [(3, 3)], pivotLimit: 100)
    #expect(program.solve() == .optimal)
    #expect(program.solution == [1.5, 0])
    program.setBounds(ofColumn: 0, lower: 1, upper: 1)
    #expect(program.solve() == .optimal)
    #expect(program.solution == [1, 1])
    program.setBounds(ofColumn: 0, lower: 2, upper: 2)
    #expect(program.solve() == .infeasible)
    program.setBounds(ofColumn: 0, lower: 0, upper: 0)
    #expect(program.solve() == .optimal)
    #expect(program.solution == [0, 3])
  }

  @Test("a programme without rows or columns is solved")
  func empty() {
    #expect(LinearProgram(columns: [], rows: [], pivotLimit: 100).solve() == .optimal)
  }

  @Test("the limit of pivots leaves it undecided")
  func pivotLimit() {
    let size = 30
    let columns = (0..<size).map { index in
      LinearProgram.Column(cost: Double(index % 7 + 1), entries: [(index, 1)])
    }
    let program = LinearProgram(
      columns: columns, rows: Array(repeating: (1, 1), count: size), pivotLimit: 3)
    #expect(program.solve() == .undecided)
  }
}
