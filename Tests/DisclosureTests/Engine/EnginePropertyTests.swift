import Disclosure
import Testing

@Suite("Suppressor: the promise on random systems")
struct EnginePropertyTests {
  private static let seeds: Range<UInt64> = 0..<150

  @Test(
    "every small target may be at the threshold, by enumeration of whole-number tables",
    arguments: SystemFamily.allCases)
  func promise(family: SystemFamily) throws {
    var targets = 0
    for seed in Self.seeds {
      let (system, rules) = try family.system(seed: seed)
      let small = system.cells.indices.filter { system.isTarget($0, rules) }
      targets += small.count
      let pattern: SuppressionPattern
      do {
        pattern = try Suppressor.solve(system, rules)
      } catch {
        confirm(error, system, rules, "seed \(seed)")
        continue
      }
      let objections = WitnessVerifier.objections(
        to: pattern, in: system, rules)
      #expect(objections.isEmpty, "seed \(seed)")
      let attacker = BruteForce(system, hidden: pattern.hidden, rules)
      for cell in system.cells.indices {
        #expect(attacker.isOpen(cell, rules), "seed \(seed), cell \(cell)")
      }
    }
    #expect(targets > 60)
  }

  /// A failure is right if no pattern at all protects the cells it names.
  private func confirm(
    _ failure: SuppressionFailure, _ system: SuppressionSystem, _ rules: SuppressionRules,
    _ comment: Comment
  ) {
    let allHidden = system.cells.indices.map { index in
      let publication = system.cells[index].publication
      return (system.values[index] > 0 || rules.zeros != .printed)
        && (publication == .printable || publication == .alwaysHidden)
    }
    let attacker = BruteForce(system, hidden: allHidden, rules)
    for unprotected in failure.unprotected where unprotected.reason == .impossible {
      #expect(!attacker.isOpen(unprotected.cell, rules), comment)
    }
    for unprotected in failure.unprotected {
      #expect(!unprotected.printedRegardless.isEmpty, comment)
    }
    #expect(failure.unprotected.allSatisfy { $0.reason != .notFound }, comment)
  }

  @Test(
    "printing any one further hidden cell breaks the promise, nearly always",
    arguments: SystemFamily.allCases)
  func nothingIsHiddenInVain(family: SystemFamily) throws {
    var (printedAgain, inVain) = (0, 0)
    for seed in Self.seeds {
      let (system, rules) = try family.system(seed: seed)
      guard let pattern = try? Suppressor.solve(system, rules) else {
        continue
      }
      let secondary = pattern.hiddenCells.filter {
        system.cells[$0].publication == .printable
          && !system.isTarget($0, rules)
          && !equalsAlwaysHidden($0, in: system) && system.values[$0] > 0
      }
      for cell in secondary {
        printedAgain += 1
        let bolder = pattern.printing(cell)
        #expect(
          !WitnessVerifier.objections(to: bolder, in: system, rules).isEmpty,
          "the verifier, seed \(seed), cell \(cell)")
        let attacker = BruteForce(system, hidden: bolder.hidden, rules)
        if system.cells.indices.allSatisfy({ attacker.isOpen($0, rules) }) { inVain += 1 }
      }
    }
    #expect(printedAgain > 20)
    // The search is no exact one: a whole-number witness that it misses costs a cell.
    #expect(inVain * 100 <= printedAgain, "\(inVain) of \(printedAgain)")
  }

  /// Known zeros aside, the same sum as a cell that must be hidden: hidden with it.
  private func equalsAlwaysHidden(_ cell: Int, in system: SuppressionSystem) -> Bool {
    func nonZero(_ cell: SuppressionCell) -> [Int] {
      cell.variables.filter { system.counts[$0] > 0 }
    }
    return system.cells.contains {
      $0.publication == .alwaysHidden && nonZero($0) == nonZero(system.cells[cell])
    }
  }

  @Test(
    "where the solver gives up, more is hidden and the promise holds",
    arguments: SystemFamily.allCases)
  func withoutSolver(family: SystemFamily) throws {
    for seed in Self.seeds {
      let (system, rules) = try family.system(seed: seed)
      do {
        let pattern = try Suppressor.solve(system, rules, effort: .quick, pivotLimit: 0)
        #expect(
          WitnessVerifier.objections(to: pattern, in: system, rules).isEmpty,
          "seed \(seed)")
      } catch {
        #expect(
          !system.equations.isEmpty
            || error.unprotected.allSatisfy { !$0.printedRegardless.isEmpty },
          "only below cells that are printed in any case: seed \(seed)")
      }
    }
  }

  @Test("the order of the cells does not matter", arguments: SystemFamily.allCases)
  func order(family: SystemFamily) throws {
    for seed in Self.seeds {
      let (system, rules) = try family.system(seed: seed)
      var random = SplitMix64(seed: seed &+ 1_000)
      let order = system.cells.indices.shuffled(using: &random)
      let shuffled = try SuppressionSystem(
        counts: system.counts, cells: order.map { system.cells[$0] },
        equations: system.equations.reversed())
      guard let pattern = try? Suppressor.solve(system, rules, effort: .quick) else {
        #expect(throws: SuppressionFailure.self, "seed \(seed)") {
          try Suppressor.solve(shuffled, rules, effort: .quick)
        }
        continue
      }
      let other = try Suppressor.solve(shuffled, rules, effort: .quick)
      #expect(other.hidden == order.map { pattern.hidden[$0] }, "seed \(seed)")
      let witnesses = other.witnesses
        .map { Witness(target: order[$0.target], changes: $0.changes) }
        .sorted { $0.target < $1.target }
      #expect(witnesses == pattern.witnesses, "seed \(seed)")
    }
  }
}
