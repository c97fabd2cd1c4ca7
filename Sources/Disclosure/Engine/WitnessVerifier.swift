/// Checks a pattern against everything that readers know, in plain whole-number arithmetic.
///
/// It shares no code with the search, only the types that carry the question and the answer:
/// no floating-point number and no merged row is trusted. An edition is refused if it objects.
public struct WitnessVerifier {
  private let system: SuppressionSystem
  private let rules: SuppressionRules
  private let values: [Int]
  private let cellsOfVariable: [[Int]]
  /// Indices of the equations with a variable, and its coefficients there.
  private let equationsOfVariable: [Int: [(equation: Int, coefficient: Int)]]

  /// Empty if the promise holds: each small target has a possible table at the threshold or above.
  public static func objections(
    to pattern: SuppressionPattern, in system: SuppressionSystem, _ rules: SuppressionRules
  ) -> [WitnessObjection] {
    guard pattern.hidden.count == system.cells.count else { return [.otherSystem] }
    var cellsOfVariable = [[Int]](repeating: [], count: system.counts.count)
    var values: [Int] = []
    for (index, cell) in system.cells.enumerated() {
      var value = 0
      for variable in cell.variables {
        let (sum, overflow) = value.addingReportingOverflow(system.counts[variable])
        if overflow { return [.sumTooLarge(cell: index)] }
        value = sum
        cellsOfVariable[variable].append(index)
      }
      values.append(value)
    }
    var equationsOfVariable: [Int: [(equation: Int, coefficient: Int)]] = [:]
    for (index, equation) in system.equations.enumerated() {
      for term in equation.terms {
        equationsOfVariable[term.variable, default: []].append((index, term.coefficient))
      }
    }
    let verifier = WitnessVerifier(
      system: system, rules: rules, values: values, cellsOfVariable: cellsOfVariable,
      equationsOfVariable: equationsOfVariable)
    return verifier.objections(toMarks: pattern)
      + pattern.witnesses.flatMap { verifier.objections(to: $0, hidden: pattern.hidden) }
  }

  private func objections(toMarks pattern: SuppressionPattern) -> [WitnessObjection] {
    let protected = Set(pattern.witnesses.map(\.target))
    var objections: [WitnessObjection] = []
    for (index, cell) in system.cells.enumerated() {
      let mayBeHidden =
        switch cell.publication {
        case .printable, .alwaysHidden: values[index] > 0 || rules.zeros != .printed
        case .alwaysPrinted, .hiddenEarlier, .neverPrinted: false
        }
      let mustBeHidden = cell.publication == .alwaysHidden
      if pattern.hidden[index] ? !mayBeHidden : mustBeHidden {
        objections.append(.wrongMark(cell: index))
      }
      if rules.reach(of: cell, value: values[index], isHidden: pattern.hidden[index]) != nil,
        !protected.contains(index)
      {
        objections.append(.noWitness(target: index))
      }
    }
    return objections
  }

  private func objections(to witness: Witness, hidden: [Bool]) -> [WitnessObjection] {
    let target = witness.target
    guard system.cells.indices.contains(target) else { return [.malformed(target: target)] }
    var objections: [WitnessObjection] = []
    var seen: Set<Int> = []
    var changed: [Int: Int] = [:]
    for change in witness.changes {
      guard system.counts.indices.contains(change.variable),
        seen.insert(change.variable).inserted
      else { return [.malformed(target: target)] }
      let (count, overflow) = system.counts[change.variable]
        .addingReportingOverflow(change.change)
      if overflow || count < 0 {
        objections.append(.impossibleCount(target: target, variable: change.variable))
      }
      for cell in cellsOfVariable[change.variable] {
        let (sum, overflow) = changed[cell, default: values[cell]]
          .addingReportingOverflow(change.change)
        if overflow { return objections + [.sumTooLarge(cell: cell)] }
        changed[cell] = sum
      }
    }
    for (cell, value) in changed.sorted(by: { $0.key < $1.key }) {
      switch system.cells[cell].publication {
      case .neverPrinted: continue
      case .hiddenEarlier,
        .printable where hidden[cell],
        .alwaysHidden where hidden[cell]:
        // A zero that an earlier release hid was not a zero then.
        if value < rules.leastHidden, values[cell] >= rules.leastHidden {
          objections.append(.hiddenCellVanishes(target: target, cell: cell))
        }
      case .printable, .alwaysPrinted, .alwaysHidden:
        if value != values[cell] {
          objections.append(.printedCellChanges(target: target, cell: cell))
        }
      }
    }
    let reach = rules.reach(
      of: system.cells[target], value: values[target], isHidden: hidden[target])
    if changed[target, default: values[target]] < (reach ?? 0) {
      objections.append(.staysSmall(target: target))
    }
    return objections + brokenEquations(by: witness)
  }

  private func brokenEquations(by witness: Witness) -> [WitnessObjection] {
    var sums: [Int: Int] = [:]
    for change in witness.changes {
      for (equation, coefficient) in equationsOfVariable[change.variable] ?? [] {
        let (product, tooLarge) = change.change.multipliedReportingOverflow(by: coefficient)
        let (sum, overflow) = sums[equation, default: 0].addingReportingOverflow(product)
        if tooLarge || overflow {
          return [.equationBroken(target: witness.target, equation: equation)]
        }
        sums[equation] = sum
      }
    }
    return sums.filter { $0.value != 0 }.keys.sorted()
      .map { .equationBroken(target: witness.target, equation: $0) }
  }
}
