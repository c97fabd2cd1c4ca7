import Observations
import Tables

/// A whole less its sensitive part is a figure like any other where both are printed: a reader takes
/// one of them from another.
extension DataSetSystemBuilder {
  /// What a reader knows of those outside a part, where both cells are known or in a table.
  struct KnownComplement {
    let whole: Int
    let part: Int
    /// Index of the part's cell.
    let cell: Int
    let wholeVariables: [Int]
    let partVariables: [Int]
    /// Of the whole less the part, ascending.
    let variables: [Int]
  }

  /// In the order of measures and cells.
  func knownComplements() -> [KnownComplement] {
    let wholeOf = Dictionary(
      dataSet.pairs.map { ($0.part, $0.whole) }, uniquingKeysWith: { first, _ in first })
    var found: [KnownComplement] = []
    for whole in dataSet.measures.indices {
      for part in sensitiveParts(of: whole) {
        for (partVariables, cell) in (distinct[part] ?? [:]).sorted(by: { $0.value < $1.value }) {
          guard let unknowns = countedPersons(cell) else { continue }
          let wholes = unknowns.compactMap { unknown in
            Self.above(unknown, wholeOf, dataSet, measure: whole)
          }
          let wholeVariables = variables.variables(of: wholes)
          guard wholes.count == unknowns.count, distinct[whole]?[wholeVariables] != nil else {
            continue
          }
          found.append(
            KnownComplement(
              whole: whole, part: part, cell: cell, wholeVariables: wholeVariables,
              partVariables: partVariables, variables: variables.difference(wholes, unknowns)))
        }
      }
    }
    return found
  }

  /// The unknown of a measure that counts all whom an unknown counts, at the same codes.
  private static func above(
    _ unknown: Int, _ wholeOf: [Int: Int], _ dataSet: DataSet, measure: Int
  ) -> Int? {
    var unknown = unknown
    while let whole = wholeOf[unknown] {
      if dataSet.unknowns[whole].measure == measure { return whole }
      unknown = whole
    }
    return nil
  }

  /// Those outside a part in one cell, less those in a cell within it.
  mutating func addComplementRemainders() {
    let isZero = knownZeros()
    let least = rules.zeros == .protected ? 0 : 1
    for (_, cells) in Self.byMeasures(knownComplements()) {
      let candidates = cells.map { complement in
        (
          cell: complement.cell, variables: complement.variables.filter { !isZero[$0] },
          value: variables.value(of: complement.variables)
        )
      }.filter { $0.value > 0 }.sorted { ($0.value, $0.cell) < ($1.value, $1.cell) }
      for whole in candidates {
        let end =
          candidates.firstIndex { whole.value - $0.value < least } ?? candidates.endIndex
        for part in candidates[..<end].reversed() {
          if whole.value - part.value >= rules.threshold { break }
          if Self.contains(whole.variables, part.variables) {
            protect(
              Set(whole.variables).subtracting(part.variables).sorted(),
              .complementRemainder(whole: whole.cell, part: part.cell))
          }
        }
      }
    }
  }

  /// Those outside a part, at each place where codes overlap.
  func overlappingComplements() -> [(place: OverlappingCells.Place, cells: Set<[Int]>)] {
    var found: [(place: OverlappingCells.Place, cells: Set<[Int]>)] = []
    for (_, complements) in Self.byMeasures(knownComplements()) {
      let (whole, part) = (complements[0].whole, complements[0].part)
      let byPart = Dictionary(
        complements.map { ($0.partVariables, $0) }, uniquingKeysWith: { first, _ in first })
      for (place, cells) in overlapping.cells where place.measure == part {
        let wholes = overlapping.cells[.init(measure: whole, codes: place.codes)] ?? []
        let both = cells.compactMap { byPart[$0] }.filter { wholes.contains($0.wholeVariables) }
        found.append(
          (
            .init(measure: whole, outsidePart: part, codes: place.codes),
            Set(both.map(\.variables))
          ))
      }
    }
    return found
  }

  private static func byMeasures(
    _ complements: [KnownComplement]
  ) -> [(key: [Int], value: [KnownComplement])] {
    Dictionary(grouping: complements) { [$0.whole, $0.part] }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }
}
