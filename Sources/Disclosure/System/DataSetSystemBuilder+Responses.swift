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
  mutating func addResponseRemainders() {
    guard !variables.withoutCode.isEmpty else { return }
    var found: [Int: [(cell: Int, unknowns: Set<Int>, value: Int)]] = [:]
    for cell in cells.indices {
      guard let unknowns = countedPersons(cell), let first = unknowns.first else { continue }
      let value = variables.value(of: cells[cell].variables)
      if value == 0 { continue }
      found[dataSet.unknowns[first].measure, default: []].append((cell, Set(unknowns), value))
    }
    for (_, entries) in found.sorted(by: { $0.key < $1.key }) {
      for code in entries where code.unknowns.contains(where: { variables.aboveCode[$0] != nil }) {
        for whole in entries {
          let left = whole.value - code.value
          guard left > 0, left < rules.threshold,
            let rest = rest(of: whole.unknowns, without: code.unknowns)
          else { continue }
          protect(rest, .remainder(whole: whole.cell, part: code.cell))
        }
      }
    }
  }

  /// What adds up to a cell that counts persons, of a table or known from elsewhere.
  private func countedPersons(_ cell: Int) -> [Int]? {
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
  private func rest(of whole: Set<Int>, without codes: Set<Int>) -> [Int]? {
    var left = whole
    var between: Set<Int> = []
    for code in codes {
      var unknown = code
      while !left.contains(unknown) {
        guard let above = variables.aboveCode[unknown],
          let without = variables.withoutCode[unknown]
        else { return nil }
        between.insert(without)
        unknown = above
      }
      left.remove(unknown)
    }
    return Set(variables.variables(of: left.sorted())).union(between).sorted()
  }
}
