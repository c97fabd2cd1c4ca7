import Observations
import Tables

/// The variables of a data set's system, and what ties them beside sums.
///
/// Parts and wholes become atoms (`MeasureAtoms`). What atoms can't say is an equation, with a
/// variable for what lies between the two sides of an inequality. The numbering depends on the data
/// set alone, so that editions agree about it.
struct SystemVariables {
  private(set) var counts: [Int]
  private(set) var equations: [Equation] = []
  /// The variables whose sum each unknown of the data set is; empty for unknowns left out.
  let atoms: [[Int]]
  /// Measures that take part: the sensitive ones, and those that are tied to them.
  let measures: Set<Int>

  init(_ dataSet: DataSet) throws(MeasureAtoms.TooManyParts) {
    let measures = Self.measures(of: dataSet)
    let atoms = try MeasureAtoms(dataSet) { measures.contains(dataSet.unknowns[$0].measure) }
    self.measures = measures
    self.atoms = atoms.atoms
    counts = atoms.counts
  }

  /// The variables of a cell, ascending.
  func variables(of unknowns: [Int]) -> [Int] {
    Array(Set(unknowns.flatMap { atoms[$0] })).sorted()
  }

  /// The variables of some unknowns that are not in others, ascending.
  func difference(_ unknowns: [Int], _ others: [Int]) -> [Int] {
    Array(
      Set(unknowns.flatMap { atoms[$0] }).subtracting(others.flatMap { atoms[$0] })
    ).sorted()
  }

  func value(of variables: [Int]) -> Int {
    variables.reduce(0) { $0 &+ counts[$1] }
  }

  private static func measures(of dataSet: DataSet) -> Set<Int> {
    var found = Set(
      dataSet.measures.indices.filter { dataSet.measures[$0].sensitivity == .persons })
    guard !found.isEmpty else { return [] }
    var grew = true
    while grew {
      grew = false
      for (index, measure) in dataSet.measures.enumerated() {
        for other in [measure.partOf, measure.derivedFrom].compactMap({ $0 }) {
          guard let other = dataSet.measure(other),
            found.contains(index) != found.contains(other)
          else { continue }
          found.formUnion([index, other])
          grew = true
        }
      }
    }
    return found
  }
}
