/// Checks a pattern against everything that readers know, in plain whole-number arithmetic.
///
/// It shares no code with the search, only the types that carry the question and the answer:
/// no floating-point number and no merged row is trusted. An edition is refused if it objects.
package struct WitnessVerifier {
  private let system: SuppressionSystem
  private let threshold: Int
  private let values: [Int]
  private let cellsOfVariable: [[Int]]

  /// Empty if the promise holds: each small target has a possible table at the threshold or above.
  package static func objections(
    to pattern: SuppressionPattern, in system: SuppressionSystem, threshold: Int
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
    let verifier = WitnessVerifier(
      system: system, threshold: threshold, values: values, cellsOfVariable: cellsOfVariable)
    return verifier.objections(toMarks: pattern)
      + pattern.witnesses.flatMap { verifier.objections(to: $0, hidden: pattern.hidden) }
  }

  private func objections(toMarks pattern: SuppressionPattern) -> [WitnessObjection] {
    let protected = Set(pattern.witnesses.map(\.target))
    var objections: [WitnessObjection] = []
    for (index, cell) in system.cells.enumerated() {
      let mayBeHidden =
        switch cell.publication {
        case .printable, .alwaysHidden: values[index] > 0
        case .alwaysPrinted, .neverPrinted: false
        }
      let mustBeHidden = cell.publication == .alwaysHidden
      if pattern.hidden[index] ? !mayBeHidden : mustBeHidden {
        objections.append(.wrongMark(cell: index))
      }
      let isSmall = values[index] >= 1 && values[index] < threshold
      if cell.isTarget && isSmall && !protected.contains(index) {
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
      if hidden[cell] {
        if value < 1 { objections.append(.hiddenCellVanishes(target: target, cell: cell)) }
      } else if system.cells[cell].publication != .neverPrinted, value != values[cell] {
        objections.append(.printedCellChanges(target: target, cell: cell))
      }
    }
    if changed[target, default: values[target]] < threshold {
      objections.append(.staysSmall(target: target))
    }
    return objections
  }
}
