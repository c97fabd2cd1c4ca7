import Observations
import Site
import Tables

extension DataSetSystemBuilder {
  /// Measures that count some of those whom another counts, where what is left is sensitive;
  /// parts of parts too.
  func sensitiveParts(of whole: Int) -> [Int] {
    let parts = dataSet.measures.indices.filter {
      dataSet.measures[$0].partOf == dataSet.measures[whole].id
        && dataSet.measures[$0].complement == .sensitive
    }
    return parts + parts.flatMap(sensitiveParts)
  }

  /// A total less one of several codes that a person may have, where the code does not apply to
  /// all that the total counts: persons without the code, and those to whom it does not apply.
  /// Likewise of a whole less its part.
  mutating func addResponseRemainders() {
    guard !variables.withoutCode.isEmpty else { return }
    let printed = countedPersons()
    for (measure, cells) in printed.sorted(by: { $0.key < $1.key }) {
      addRemainders(of: ResponseFigure(measure: measure, partOf: [:]), cells)
    }
    for part in dataSet.measures.indices where dataSet.measures[part].complement == .sensitive {
      let pairs = dataSet.pairs.filter { dataSet.unknowns[$0.part].measure == part }
      guard let whole = pairs.first.map({ dataSet.unknowns[$0.whole].measure }) else { continue }
      let figure = ResponseFigure(
        measure: whole,
        partOf: Dictionary(pairs.map { ($0.whole, $0.part) }, uniquingKeysWith: { a, _ in a }))
      let wholeOf = Dictionary(
        pairs.map { ($0.part, $0.whole) }, uniquingKeysWith: { a, _ in a })
      let throughPart = (printed[part] ?? []).compactMap { cell in
        let wholes = cell.unknowns.compactMap { wholeOf[$0] }
        return wholes.count == cell.unknowns.count
          ? CountedPersons(cell: cell.cell, unknowns: Set(wholes)) : nil
      }
      addRemainders(of: figure, (printed[whole] ?? []) + throughPart)
    }
  }

  /// A measure, or a measure less its part.
  private struct ResponseFigure {
    let measure: Int
    /// The unknown of the part for each unknown of the whole.
    let partOf: [Int: Int]
  }

  private struct CountedPersons {
    /// Index of the cell of the system.
    let cell: Int
    let unknowns: Set<Int>
  }

  private mutating func addRemainders(of figure: ResponseFigure, _ cells: [CountedPersons]) {
    var seen = Set<Set<Int>>()
    let entries = cells.filter { seen.insert($0.unknowns).inserted }
      .map { (cell: $0.cell, unknowns: $0.unknowns, value: value(of: figure, $0.unknowns)) }
      .filter { $0.value > 0 }
    for code in entries where code.unknowns.contains(where: { variables.aboveCode[$0] != nil }) {
      for whole in entries {
        let left = whole.value - code.value
        guard left > 0, left < rules.threshold,
          let rest = rest(of: whole.unknowns, without: code.unknowns, figure)
        else { continue }
        protect(rest, .remainder(whole: whole.cell, part: code.cell))
      }
    }
  }

  private func value(of figure: ResponseFigure, _ unknowns: Set<Int>) -> Int {
    unknowns.reduce(0) { sum, unknown in
      let part = figure.partOf[unknown].map { dataSet.unknowns[$0].count } ?? 0
      return sum + dataSet.unknowns[unknown].count - part
    }
  }

  /// What adds up to each cell that counts persons, of a table or known from elsewhere, by measure.
  private func countedPersons() -> [Int: [CountedPersons]] {
    var found: [Int: [CountedPersons]] = [:]
    for cell in cells.indices {
      guard let unknowns = countedPersons(cell), let first = unknowns.first else { continue }
      found[dataSet.unknowns[first].measure, default: []].append(
        CountedPersons(cell: cell, unknowns: Set(unknowns)))
    }
    return found
  }

  /// What adds up to a cell that counts persons, of a table or known from elsewhere.
  func countedPersons(_ cell: Int) -> [Int]? {
    if let unknowns = unknownsOfKnown[cell] {
      let isPersons = unknowns.allSatisfy {
        dataSet.isSensitive(measure: dataSet.unknowns[$0].measure)
      }
      return isPersons ? unknowns : nil
    }
    guard cells[cell].protection == .count, case .table(let name) = origins[cell] else {
      return nil
    }
    return frames.first { $0.index == name.frame }?.frame.aggregates[name.aggregate].unknowns
  }

  /// Variables that count a whole less codes below it; nil if a code lies elsewhere.
  private func rest(
    of whole: Set<Int>, without codes: Set<Int>, _ figure: ResponseFigure
  ) -> [Int]? {
    var left = whole
    var between: Set<Int> = []
    for code in codes {
      var unknown = code
      while !left.contains(unknown) {
        let part = figure.partOf[unknown]
        let without =
          part.map { variables.withoutPartAndCode[$0] } ?? variables.withoutCode[unknown]
        guard let above = variables.aboveCode[unknown], let without else { return nil }
        between.insert(without)
        unknown = above
      }
      left.remove(unknown)
    }
    let parts = left.compactMap { figure.partOf[$0] }
    return Set(variables.difference(left.sorted(), parts)).union(between).sorted()
  }
}
