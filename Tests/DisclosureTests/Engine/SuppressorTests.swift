import Disclosure
import Testing

/// Cases small enough to check by hand. Each is solved, verified, and attacked by enumeration.
@Suite("Suppressor: hand cases")
struct SuppressorTests {
  @Test("one small cell of a 2 × 2 table hides a rectangle, and no total")
  func twoByTwo() throws {
    let table = FullTable([2, 2])
    let system = try SuppressionSystem(counts: [3, 10, 12, 20], cells: table.cells)
    let pattern = try solved(system, threshold: 5)
    #expect(
      pattern.hiddenCells
        == [table.cell(0, 0), table.cell(0, 1), table.cell(1, 0), table.cell(1, 1)])
    #expect(
      pattern.witnesses == [
        Witness(
          target: table.cell(0, 0),
          changes: [
            .init(variable: 0, change: 2), .init(variable: 1, change: -2),
            .init(variable: 2, change: -2), .init(variable: 3, change: 2),
          ])
      ])
  }

  @Test("a table without small cells is printed whole")
  func nothingToHide() throws {
    let system = try SuppressionSystem(counts: [5, 0, 7, 9], cells: FullTable([2, 2]).cells)
    let pattern = try solved(system, threshold: 5)
    #expect(pattern.hiddenCells.isEmpty)
    #expect(pattern.witnesses.isEmpty)
  }

  @Test("10 + 3 + x + x = 15: hidden cells are at least 1, so both are 1, unless 3 is hidden too")
  func hiddenCellsAreNotZero() throws {
    let table = FullTable([4])
    let system = try SuppressionSystem(counts: [10, 3, 1, 1], cells: table.cells)
    let smallOnly = table.cells.indices.map { $0 == table.cell(2) || $0 == table.cell(3) }
    #expect(
      !BruteForce(system, hidden: smallOnly, .init(threshold: 2)).mayReach(2, cell: table.cell(2)))

    let pattern = try solved(system, threshold: 2)
    #expect(pattern.hiddenCells == [table.cell(1), table.cell(2), table.cell(3)])
  }

  @Test("three singletons in a row of printed zeros need a partner")
  func threeSingletons() throws {
    let table = FullTable([6])
    let system = try SuppressionSystem(counts: [1, 0, 1, 0, 1, 20], cells: table.cells)
    let pattern = try solved(system, threshold: 4)
    #expect(
      pattern.hiddenCells == [table.cell(0), table.cell(2), table.cell(4), table.cell(5)]
        || pattern.hiddenCells == [table.cell(nil), table.cell(0), table.cell(2), table.cell(4)])
  }

  @Test("in a hierarchy the partner is a sibling, and the other branch stays printed")
  func hierarchy() throws {
    // Province ⊃ two districts of three communes each.
    let system = try SuppressionSystem(
      counts: [2, 9, 30, 12, 14, 16],
      cells: [
        .init(variables: [0, 1, 2, 3, 4, 5]), .init(variables: [0, 1, 2]),
        .init(variables: [3, 4, 5]), .init(variables: [0]), .init(variables: [1]),
        .init(variables: [2]), .init(variables: [3]), .init(variables: [4]),
        .init(variables: [5]),
      ])
    let pattern = try solved(system, threshold: 5)
    #expect(pattern.hiddenCells == [3, 4])
  }

  @Test("38 received and 37 supported: one of them is hidden, for one was left out")
  func partAndWhole() throws {
    let received = SuppressionCell(variables: [0, 1])
    let supported = SuppressionCell(variables: [0])
    let leftOut = SuppressionCell(variables: [1], publication: .neverPrinted)
    let system = try SuppressionSystem(counts: [37, 1], cells: [received, supported, leftOut])
    let pattern = try solved(system, threshold: 5)
    #expect(pattern.hiddenCells == [1])
    #expect(
      pattern.witnesses == [
        Witness(
          target: 2, changes: [.init(variable: 0, change: -4), .init(variable: 1, change: 4)])
      ])
  }

  @Test("tables that share a margin are protected together")
  func linkedTables() throws {
    // Year × sex and year × age over the same persons; the year totals are in both.
    let sizes = [2, 2, 2]
    let sexByYear = FullTable(sizes).keys.filter { $0[2] == nil }
    let ageByYear = FullTable(sizes).keys.filter { $0[1] == nil }
    let cells = (sexByYear + ageByYear)
      .map { SuppressionCell(variables: FullTable.variables(of: $0, sizes)) }
    let system = try SuppressionSystem(counts: [1, 2, 9, 14, 11, 6, 8, 13], cells: cells)
    let pattern = try solved(system, threshold: 5)
    for (index, key) in sexByYear.enumerated() where key[1] == nil {
      let twin = sexByYear.count + (ageByYear.firstIndex(of: key) ?? -1)
      #expect(pattern.hidden[index] == pattern.hidden[twin])
    }
  }

  @Test("what a nested edition hides stays hidden, and serves as partner")
  func nestedEdition() throws {
    let table = FullTable([4])
    var cells = table.cells
    cells[table.cell(3)] = .init(variables: [3], publication: .alwaysHidden)
    let system = try SuppressionSystem(counts: [7, 30, 30, 90], cells: cells)
    let pattern = try solved(system, threshold: 11)
    #expect(pattern.hiddenCells == [table.cell(0), table.cell(3)])
  }

  @Test("a remainder between overlapping hierarchies is a target")
  func remainder() throws {
    // 0 + 1 and 1 + 2 are printed groups of the same persons; the leaves are not printed.
    let cells = [[0, 1, 2], [0, 1], [1, 2]].map { SuppressionCell(variables: $0) }
    let open = try SuppressionSystem(counts: [20, 20, 2], cells: cells)
    #expect(try solved(open, threshold: 5).hiddenCells.isEmpty)

    let system = try SuppressionSystem(
      counts: [20, 20, 2], cells: cells, remainders: [.init(whole: 0, parts: [1])])
    let pattern = try solved(system, threshold: 5)
    #expect(pattern.witnesses.map(\.target) == [3])
    #expect(pattern.hiddenCells == [1])
  }

  @Test("independent tables don't hide each other's cells")
  func components() throws {
    let shifted = FullTable([3]).cells.map { cell in
      SuppressionCell(variables: cell.variables.map { $0 + 3 })
    }
    let system = try SuppressionSystem(
      counts: [2, 8, 9, 2, 8, 9], cells: FullTable([3]).cells + shifted)
    #expect(try solved(system, threshold: 5).hiddenCells == [1, 2, 5, 6])
  }

  @Test("weights decide what is hidden beside the small cell")
  func weights() throws {
    let system = try SuppressionSystem(
      counts: [2, 8, 9],
      cells: [
        .init(variables: [0, 1, 2]), .init(variables: [0]), .init(variables: [1], weight: 50),
        .init(variables: [2]),
      ])
    #expect(try solved(system, threshold: 5).hiddenCells == [1, 3])
  }

  @Test("a small cell that is printed in any case is a failure that names it")
  func smallButPrinted() throws {
    let system = try SuppressionSystem(
      counts: [2, 8], cells: [.init(variables: [0]), .init(variables: [0, 1])])
    #expect(try solved(system, threshold: 5).hiddenCells == [0])

    let open = try SuppressionSystem(
      counts: [2, 8],
      cells: [
        .init(variables: [0]), .init(variables: [0, 1]),
        .init(variables: [0], publication: .alwaysPrinted, protection: .none),
      ])
    #expect(
      throws: SuppressionFailure(
        unprotected: [.init(cell: 0, reason: .impossible, printedRegardless: [2])])
    ) { try Suppressor.solve(open, .init(threshold: 5)) }
  }

  @Test("a sum that is printed in any case, too low for its parts, is a failure of every part")
  func openSum() throws {
    let system = try SuppressionSystem(
      counts: [1, 2, 40],
      cells: [
        .init(variables: [0]), .init(variables: [1]), .init(variables: [2]),
        .init(variables: [0, 1], publication: .alwaysPrinted, protection: .none),
      ])
    #expect(
      throws: SuppressionFailure(unprotected: [
        .init(cell: 0, reason: .impossible, printedRegardless: [3]),
        .init(cell: 1, reason: .impossible, printedRegardless: [3]),
      ])
    ) { try Suppressor.solve(system, .init(threshold: 4)) }
  }

  @Test("a table in fractions only is no witness: the failure says that none was found")
  func onlyFractions() throws {
    // With every sum below printed, a changes by −2p and by at most 1: p by half a person.
    let sums = [[0, 1, 2], [1, 3], [2, 3], [0, 4]]
    let system = try SuppressionSystem(
      counts: [1, 5, 5, 5, 1],
      cells: [.init(variables: [0])]
        + sums.map { .init(variables: $0, publication: .alwaysPrinted, protection: .none) })
    #expect(
      throws: SuppressionFailure(unprotected: [
        .init(cell: 0, reason: .notFound, printedRegardless: [1, 4])
      ])
    ) { try Suppressor.solve(system, .init(threshold: 2)) }
  }

  @Test("what must be hidden may not equal what is printed in any case")
  func hiddenInVain() throws {
    let system = try SuppressionSystem(
      counts: [20],
      cells: [
        .init(variables: [0], publication: .alwaysHidden),
        .init(variables: [0], publication: .alwaysPrinted, protection: .none),
      ])
    #expect(
      throws: SuppressionFailure(
        unprotected: [.init(cell: 0, reason: .printedElsewhere, printedRegardless: [1])])
    ) { try Suppressor.solve(system, .init(threshold: 5)) }
  }

  @Test("more cells than memory: refused before the search begins, with every small cell named")
  func tooLarge() throws {
    let table = FullTable([4, 3])
    let system = try SuppressionSystem(
      counts: [2, 8, 9, 7, 1, 12, 30, 14, 9, 8, 7, 6], cells: table.cells)
    let rules = SuppressionRules(threshold: 5)
    #expect(try Suppressor.solve(system, rules).witnesses.count == 2)
    let failure = #expect(throws: SuppressionFailure.self) {
      try Suppressor.solve(system, rules, memoryLimit: 1_000)
    }
    #expect(failure?.unprotected.map(\.reason) == [.tooLarge, .tooLarge])
    #expect(failure?.unprotected.map(\.cell) == [table.cell(0, 0), table.cell(1, 1)])
  }

  /// The pattern, once the verifier and the enumeration have nothing against it.
  private func solved(
    _ system: SuppressionSystem, threshold: Int
  ) throws -> SuppressionPattern {
    let pattern = try Suppressor.solve(system, .init(threshold: threshold))
    #expect(
      WitnessVerifier.objections(to: pattern, in: system, .init(threshold: threshold)).isEmpty)
    let attacker = BruteForce(system, hidden: pattern.hidden, .init(threshold: threshold))
    for cell in system.cells.indices where system.isTarget(cell, .init(threshold: threshold)) {
      #expect(attacker.mayReach(threshold, cell: cell))
    }
    return pattern
  }
}
