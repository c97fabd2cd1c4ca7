import Observations
import Site
import Tables

/// What a reader works out by taking one printed number from another.
extension DataSetSystemBuilder {
  /// A whole less its sensitive part is a target of its own, wherever a table shows one of them.
  mutating func addComplements() {
    var wholeOf: [Int: Int] = [:]
    var partsOf: [Int: [Int]] = [:]
    for pair in dataSet.pairs {
      wholeOf[pair.part] = pair.whole
      partsOf[pair.whole, default: []].append(pair.part)
    }
    for cell in cells.indices {
      guard case .table(let name) = origins[cell] else { continue }
      guard let frame = frames.first(where: { $0.index == name.frame })?.frame else { continue }
      let unknowns = frame.aggregates[name.aggregate].unknowns
      let shown = frame.measures[name.aggregate % frame.measures.count]
      let measure = dataSet.measures[dataSet.origin(of: shown)]
      if measure.complement == .sensitive {
        // Of the codes where both are known: the others cancel out or are printed.
        let wholes = unknowns.compactMap { wholeOf[$0] }
        let groups = variables.groups.filter { $0.parts.isSubset(of: unknowns) }
        protect(
          (variables.difference(wholes, unknowns) + groups.map(\.complement)).sorted(),
          .complement(of: cell))
        protectThoseWithout(unknowns, of: cell)
      }
      for (part, partMeasure) in dataSet.measures.enumerated()
      where partMeasure.partOf == measure.id && partMeasure.complement == .sensitive {
        let parts = unknowns.compactMap { unknown in
          partsOf[unknown]?.first { dataSet.unknowns[$0].measure == part }
        }
        let groups = variables.groups.filter { group in
          group.wholes.isSubset(of: unknowns)
            && group.parts.allSatisfy { dataSet.unknowns[$0].measure == part }
        }
        guard !parts.isEmpty || !groups.isEmpty else { continue }
        if parts.count == unknowns.count { protectThoseWithout(parts, of: cell) }
        let inGroups = groups.reduce(into: Set<Int>()) { $0.formUnion($1.wholes) }
        let apart = unknowns.filter { !inGroups.contains($0) }
        protect(
          (variables.difference(apart, parts) + groups.map(\.complement)).sorted(),
          .complement(of: cell))
      }
      // Of several codes that a person may have: the total less one of them.
      let without = unknowns.compactMap { variables.withoutCode[$0] }
      if without.count == unknowns.count, measure.sensitivity == .persons {
        protect(without.sorted(), .complement(of: cell))
      }
    }
  }

  /// Of several codes that a person may have: those who are neither in a part nor have the code.
  private mutating func protectThoseWithout(_ parts: [Int], of cell: Int) {
    let without = parts.compactMap { variables.withoutPartAndCode[$0] }
    if without.count == parts.count { protect(without.sorted(), .complement(of: cell)) }
  }

  /// Every cell less any cell within it, of the same measure or of a part of it, where the
  /// difference is small: both may be printed, by one table or by two. What a printed zero covers counts for nothing, so a
  /// cell may lie within another that doesn't have all of its codes.
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
