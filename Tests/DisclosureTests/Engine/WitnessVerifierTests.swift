import Disclosure
import Testing

/// 3 + 10 = 13 and 12 + 20 = 32 with T = 5: each test spoils a right pattern in one way.
@Suite("Witness verifier")
struct WitnessVerifierTests {
  private let table = FullTable([2, 2])
  private let system: SuppressionSystem
  private let rectangle = [(0, 2), (1, -2), (2, -2), (3, 2)]

  init() throws {
    system = try SuppressionSystem(counts: [3, 10, 12, 20], cells: table.cells)
  }

  @Test("a right pattern gives no objection")
  func right() {
    #expect(objections(witness: rectangle).isEmpty)
  }

  @Test("a pattern for another system")
  func otherSystem() {
    let pattern = SuppressionPattern(hidden: [], witnesses: [])
    #expect(
      WitnessVerifier.objections(to: pattern, in: system, .init(threshold: 5)) == [.otherSystem])
  }

  @Test("a small target without a witness")
  func noWitness() {
    let pattern = SuppressionPattern(hidden: inner, witnesses: [])
    #expect(
      WitnessVerifier.objections(to: pattern, in: system, .init(threshold: 5))
        == [.noWitness(target: table.cell(0, 0))])
  }

  @Test("a printed cell that a witness changes")
  func printedCellChanges() {
    var hidden = inner
    hidden[table.cell(1, 1)] = false
    #expect(
      objections(witness: rectangle, hidden: hidden)
        == [.printedCellChanges(target: table.cell(0, 0), cell: table.cell(1, 1))])
  }

  @Test("a total that does not add up")
  func totals() {
    let objections = objections(witness: [(0, 2), (1, -2)])
    #expect(
      objections == [
        .printedCellChanges(target: table.cell(0, 0), cell: table.cell(nil, 0)),
        .printedCellChanges(target: table.cell(0, 0), cell: table.cell(nil, 1)),
      ])
  }

  @Test("a witness that lifts too little")
  func staysSmall() {
    #expect(
      objections(witness: [(0, 1), (1, -1), (2, -1), (3, 1)])
        == [.staysSmall(target: table.cell(0, 0))])
    #expect(objections(witness: []) == [.staysSmall(target: table.cell(0, 0))])
  }

  @Test("a hidden cell that would be zero, and a count that would be negative")
  func vanishing() {
    #expect(
      objections(witness: [(0, 10), (1, -10), (2, -10), (3, 10)])
        == [.hiddenCellVanishes(target: table.cell(0, 0), cell: table.cell(0, 1))])
    #expect(
      objections(witness: [(0, 11), (1, -11), (2, -11), (3, 11)]) == [
        .impossibleCount(target: table.cell(0, 0), variable: 1),
        .hiddenCellVanishes(target: table.cell(0, 0), cell: table.cell(0, 1)),
      ])
  }

  @Test("variables that are not there, or come twice")
  func malformed() {
    #expect(objections(witness: [(4, 2)]) == [.malformed(target: table.cell(0, 0))])
    #expect(objections(witness: [(0, 1), (0, 1)]) == [.malformed(target: table.cell(0, 0))])
  }

  @Test("an equation that a witness breaks")
  func equations() throws {
    // Opening 3, closing 3: nothing came, nothing went.
    let tie = Equation([
      .init(variable: 0, coefficient: 1), .init(variable: 1, coefficient: -1),
    ])
    let system = try SuppressionSystem(
      counts: [3, 3], cells: [.init(variables: [0]), .init(variables: [1])], equations: [tie])
    func objections(_ changes: [VariableChange]) -> [WitnessObjection] {
      WitnessVerifier.objections(
        to: SuppressionPattern(
          hidden: [true, true],
          witnesses: [0, 1].map { Witness(target: $0, changes: changes) }),
        in: system, .init(threshold: 5))
    }
    let both = [VariableChange(variable: 0, change: 2), VariableChange(variable: 1, change: 2)]
    #expect(objections(both).isEmpty)
    #expect(
      objections([both[0]]) == [
        .equationBroken(target: 0, equation: 0), .staysSmall(target: 1),
        .equationBroken(target: 1, equation: 0),
      ])
  }

  @Test("zeros that may be hidden, and a width")
  func rules() throws {
    let system = try SuppressionSystem(counts: [0, 9, 12, 3], cells: table.cells)
    let lifted = { (cell: Int, amount: Int) in
      Witness(
        target: cell,
        changes: [(0, amount), (1, -amount), (2, -amount), (3, amount)]
          .map { VariableChange(variable: $0.0, change: $0.1) })
    }
    // A zero that is hidden looks like a small count: it needs a witness too.
    let zero = table.cell(0, 0)
    let pattern = SuppressionPattern(hidden: inner, witnesses: [lifted(table.cell(1, 1), 2)])
    #expect(
      WitnessVerifier.objections(
        to: pattern, in: system, .init(threshold: 5, zeros: .mayBeHidden))
        == [.noWitness(target: zero)])
    let whole = SuppressionPattern(
      hidden: inner, witnesses: [lifted(zero, 5), lifted(table.cell(1, 1), 2)])
    #expect(
      WitnessVerifier.objections(
        to: whole, in: system, .init(threshold: 5, zeros: .mayBeHidden)
      ).isEmpty)
    #expect(
      WitnessVerifier.objections(to: pattern, in: system, .init(threshold: 5))
        == [.wrongMark(cell: table.cell(0, 0))])
    #expect(
      WitnessVerifier.objections(
        to: SuppressionPattern(hidden: inner, witnesses: []), in: system,
        .init(threshold: 5, zeros: .protected)
      ).contains(.noWitness(target: table.cell(0, 0))))
    // 3 may be 5, but not 3 … 7.
    let narrow = SuppressionPattern(
      hidden: inner,
      witnesses: [
        Witness(
          target: table.cell(0, 0),
          changes: rectangle.map { VariableChange(variable: $0.0, change: $0.1) })
      ])
    #expect(
      WitnessVerifier.objections(to: narrow, in: self.system, .init(threshold: 5, width: 5))
        == [.staysSmall(target: table.cell(0, 0))])
  }

  @Test("sums that don't fit")
  func overflow() {
    #expect(
      objections(witness: [(0, .max)])
        == [
          .impossibleCount(target: table.cell(0, 0), variable: 0), .sumTooLarge(cell: 0),
        ])
  }

  @Test("marks that a kind of cell may not carry")
  func marks() throws {
    let system = try SuppressionSystem(
      counts: [0, 9],
      cells: [
        .init(variables: [0]), .init(variables: [1], publication: .alwaysPrinted),
        .init(variables: [1], publication: .neverPrinted),
        .init(variables: [0, 1], publication: .alwaysHidden),
      ])
    let wrong = SuppressionPattern(hidden: [true, true, true, false], witnesses: [])
    #expect(
      WitnessVerifier.objections(to: wrong, in: system, .init(threshold: 5))
        == (0..<4).map { .wrongMark(cell: $0) })
    let right = SuppressionPattern(hidden: [false, false, false, true], witnesses: [])
    #expect(WitnessVerifier.objections(to: right, in: system, .init(threshold: 5)).isEmpty)
  }

  /// Hides the four inner cells.
  private var inner: [Bool] { table.keys.map { !$0.contains(nil) } }

  private func objections(
    witness changes: [(Int, Int)], hidden: [Bool]? = nil
  ) -> [WitnessObjection] {
    let witness = Witness(
      target: table.cell(0, 0),
      changes: changes.map { VariableChange(variable: $0.0, change: $0.1) })
    let pattern = SuppressionPattern(hidden: hidden ?? inner, witnesses: [witness])
    return WitnessVerifier.objections(to: pattern, in: system, .init(threshold: 5))
  }
}
