import Observations
import Site
import Tables

/// What a reader works out by taking one printed number from another.
extension DataSetSystemBuilder {
  /// A whole less its sensitive part is a target of its own, wherever a table shows one of them or
  /// readers know it from elsewhere.
  mutating func addComplements() {
    let relations = PartsAndWholes(dataSet, variables.groups)
    for cell in cells.indices {
      guard let (unknowns, index) = figure(cell) else { continue }
      let measure = dataSet.measures[index]
      if measure.complement == .sensitive {
        // Of the codes where both are known: the others cancel out or are printed.
        let wholes = relations.wholes(of: unknowns)
        let groups = relations.groups(withPartsIn: unknowns)
        let left = variables.variables(of: wholes, without: cells[cell].variables)
        protect((left + groups.map(\.complement)).sorted(), .complement(of: cell))
        protectThoseWithout(unknowns, of: cell)
      }
      for (part, partMeasure) in dataSet.measures.enumerated()
      where partMeasure.partOf == measure.id && partMeasure.complement == .sensitive {
        let parts = unknowns.compactMap { unknown in
          relations.parts(of: unknown).first { dataSet.unknowns[$0].measure == part }
        }
        let groups = relations.groups(withWholesIn: unknowns).filter { group in
          group.parts.allSatisfy { dataSet.unknowns[$0].measure == part }
        }
        guard !parts.isEmpty || !groups.isEmpty else { continue }
        if parts.count == unknowns.count { protectThoseWithout(parts, of: cell) }
        let inGroups = groups.reduce(into: Set<Int>()) { $0.formUnion($1.wholes) }
        let apart = unknowns.filter { !inGroups.contains($0) }
        let left = variables.variables(
          of: apart, without: variables.variables(of: parts, without: []))
        protect((left + groups.map(\.complement)).sorted(), .complement(of: cell))
      }
      // Of several codes that a person may have: the total less one of them.
      let without = unknowns.compactMap { variables.withoutCode[$0] }
      if without.count == unknowns.count, measure.sensitivity == .persons {
        protect(without.sorted(), .complement(of: cell))
      }
    }
  }

  /// What adds up to a cell of a table or one that is known from elsewhere, and its measure.
  private func figure(_ cell: Int) -> (unknowns: [Int], measure: Int)? {
    if let unknowns = unknownsOfKnown[cell] {
      return unknowns.first.map { (unknowns, dataSet.unknowns[$0].measure) }
    }
    guard case .table(let name) = origins[cell],
      let frame = frames.first(where: { $0.index == name.frame })?.frame
    else { return nil }
    let shown = frame.measures[name.aggregate % frame.measures.count]
    return (frame.aggregates[name.aggregate].unknowns, dataSet.origin(of: shown))
  }

  /// Of several codes that a person may have: those who are neither in a part nor have the code.
  private mutating func protectThoseWithout(_ parts: [Int], of cell: Int) {
    let without = parts.compactMap { variables.withoutPartAndCode[$0] }
    if without.count == parts.count { protect(without.sorted(), .complement(of: cell)) }
  }

  /// Every cell less any cell within it, of the same measure or of a part of it, where the
  /// difference is small: both may be printed, by one table or by two. What a printed zero covers
  /// counts for nothing, so a cell may lie within another that doesn't have all of its codes.
  mutating func addRemainders() {
    let isZero = knownZeros()
    // That nothing is left is told too, where zeros are to be protected.
    let least = rules.zeros == .protected ? 0 : 1
    let all = cells
    typealias Candidate = (cell: Int, variables: [Int], value: Int)
    let candidates = distinct.mapValues { cells in
      cells.values.sorted().map { cell -> Candidate in
        (
          cell: cell, variables: all[cell].variables.filter { !isZero[$0] },
          value: variables.value(of: all[cell].variables)
        )
      }.filter { $0.value > 0 }.sorted { ($0.value, $0.cell) < ($1.value, $1.cell) }
    }
    for (measure, wholes) in candidates.sorted(by: { $0.key < $1.key }) {
      for part in [measure] + sensitiveParts(of: measure) {
        let parts = candidates[part] ?? []
        for whole in wholes {
          let end = parts.firstIndex { whole.value - $0.value < least } ?? parts.endIndex
          for part in parts[..<end].reversed() {
            let left = whole.value - part.value
            if left >= rules.threshold { break }
            if Self.contains(whole.variables, part.variables) {
              protect(
                Set(whole.variables).subtracting(part.variables).sorted(),
                .remainder(whole: whole.cell, part: part.cell))
            }
          }
        }
      }
    }
  }

  /// Variables below a zero that is printed for certain.
  func knownZeros() -> [Bool] {
    var isZero = [Bool](repeating: false, count: variables.counts.count)
    for cell in cells {
      let isKnown = cell.publication == .alwaysPrinted || rules.zeros == .printed
      guard isKnown, variables.value(of: cell.variables) == 0 else { continue }
      for variable in cell.variables { isZero[variable] = true }
    }
    return isZero
  }

  /// Whether one ascending list holds all of another.
  static func contains(_ outer: [Int], _ inner: [Int]) -> Bool {
    var position = outer.startIndex
    for element in inner {
      while position < outer.endIndex, outer[position] < element { position += 1 }
      guard position < outer.endIndex, outer[position] == element else { return false }
      position += 1
    }
    return true
  }
}
