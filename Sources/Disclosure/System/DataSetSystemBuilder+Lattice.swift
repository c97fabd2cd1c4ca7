import Observations
import Site
import Tables

extension DataSetSystemBuilder {
  /// More combinations than this are not looked at: memory, not time, is what runs out.
  static let mostCombinations = 2_000_000

  /// `lattice: full`: every combination of the codes that the tables use is a target too, printed
  /// or not.
  mutating func addLattice() throws(LatticeTooLarge) {
    var codes: [String: [String]] = [:]
    for name in dataSet.axisNames {
      var seen = Set<String>()
      codes[name] = frames.flatMap { _, frame in
        (frame.axes.first { $0.name == name }?.codes ?? [])
          + frame.fixed.filter { $0.name == name }.map(\.code)
      }.map(\.code).filter { seen.insert($0).inserted }
    }
    guard !codes.values.contains(where: \.isEmpty) else { return }
    let measures = dataSet.measures.indices.filter {
      variables.measures.contains($0) && dataSet.measures[$0].sensitivity == .persons
    }
    var combinations = measures.count
    for count in codes.values.map(\.count) {
      let (product, overflow) = combinations.multipliedReportingOverflow(by: count)
      guard !overflow, product <= Self.mostCombinations else {
        throw LatticeTooLarge(combinations: overflow ? .max : product)
      }
      combinations = product
    }
    guard let grid = dataSet.grid(measures, at: codes) else {
      throw LatticeTooLarge(combinations: combinations)
    }
    for (index, aggregate) in grid.aggregates.enumerated() {
      let measure = measures[index % measures.count]
      guard aggregate.truth.isNumber,
        aggregate.periods.count == 1 || dataSet.measures[measure].pooling == .sum,
        (aggregate.truth.quantity?.mantissa ?? 0) < rules.threshold
      else { continue }
      let sum = variables.variables(of: aggregate.unknowns)
      let value = variables.value(of: sum)
      guard value < rules.threshold, value >= 1 || rules.zeros == .protected else { continue }
      protect(sum, .latticeNode(measure: measure, codes: grid.codes(ofCell: index)))
    }
  }
}
