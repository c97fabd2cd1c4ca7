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

  /// For an unknown that is one of several codes that a person may have: the variable that counts
  /// those who have another code only.
  private(set) var withoutCode: [Int: Int] = [:]
  /// For the unknown of a part at such a code: the variable that counts those of the whole who are
  /// not in the part and have another code only.
  private(set) var withoutPartAndCode: [Int: Int] = [:]
  /// The unknown of the total, or group, that such a code lies below.
  private(set) var aboveCode: [Int: Int] = [:]
  /// Parts and wholes that only hang together as groups, and the variable that counts the wholes
  /// less the parts.
  private(set) var groups: [(parts: Set<Int>, wholes: Set<Int>, complement: Int)] = []

  init(_ dataSet: DataSet) throws(MeasureAtoms.TooManyParts) {
    let measures = Self.measures(of: dataSet)
    let atoms = try MeasureAtoms(dataSet) { unknown in
      let measure = dataSet.unknowns[unknown].measure
      // The cells of a derived measure are those of the measure behind it.
      return measures.contains(measure) && dataSet.origin(of: measure) == measure
    }
    self.measures = measures
    self.atoms = atoms.atoms
    counts = atoms.counts
    for equation in dataSet.equations {
      add(equation.terms.map { ($0.unknown, $0.coefficient) })
    }
    for bound in dataSet.bounds { add(bound) }
  }

  /// Lesser + what lies between = greater.
  private mutating func add(_ bound: SumBound) {
    let terms = bound.lesser.map { ($0, 1) } + bound.greater.map { ($0, -1) }
    guard let sum = sum(terms), !sum.isEmpty else { return }
    let between = counts.count
    counts.append(sum.reduce(0) { $0 - $1.value * counts[$1.key] })
    equations.append(
      Equation(
        sum.map { .init(variable: $0.key, coefficient: $0.value) }
          + [.init(variable: between, coefficient: 1)]))
    if bound.kind == .parts(isComplete: true) {
      groups.append((Set(bound.lesser), Set(bound.greater), between))
    }
    switch bound.kind {
    case .code:
      withoutCode[bound.lesser[0]] = between
      aboveCode[bound.lesser[0]] = bound.greater[0]
    case .codeOutsidePart(let atCode): withoutPartAndCode[atCode] = between
    case .parts, .codes, .identity: break
    }
  }

  private mutating func add(_ terms: [(unknown: Int, coefficient: Int)]) {
    guard let sum = sum(terms), !sum.isEmpty else { return }
    equations.append(Equation(sum.map { .init(variable: $0.key, coefficient: $0.value) }))
  }

  /// Coefficients by variable; nil if an unknown takes no part.
  private func sum(_ terms: [(unknown: Int, coefficient: Int)]) -> [Int: Int]? {
    var sum: [Int: Int] = [:]
    for (unknown, coefficient) in terms {
      guard !atoms[unknown].isEmpty else { return nil }
      for variable in atoms[unknown] { sum[variable, default: 0] += coefficient }
    }
    return sum.filter { $0.value != 0 }
  }

  /// The variables of a cell, ascending.
  func variables(of unknowns: [Int]) -> [Int] {
    var found: [Int] = []
    found.reserveCapacity(unknowns.count)
    for unknown in unknowns { found += atoms[unknown] }
    // Nearly always they are in order: a set of a hundred thousand costs fifty times more.
    if zip(found, found.dropFirst()).allSatisfy(<) { return found }
    found.sort()
    var distinct: [Int] = []
    distinct.reserveCapacity(found.count)
    for variable in found where variable != distinct.last { distinct.append(variable) }
    return distinct
  }

  /// The variables of some unknowns that are not in others, ascending.
  func difference(_ unknowns: [Int], _ others: [Int]) -> [Int] {
    variables(of: unknowns, without: variables(of: others))
  }

  func value(of variables: [Int]) -> Int {
    variables.reduce(0) { $0 &+ counts[$1] }
  }

  /// The sensitive measures, and those that are tied to them.
  static func measures(of dataSet: DataSet) -> Set<Int> {
    var found = Set(
      dataSet.measures.indices.filter { dataSet.measures[$0].sensitivity == .persons })
    guard !found.isEmpty else { return [] }
    var ties: [Set<Int>] = dataSet.identities.map { Set($0.terms.map(\.measure)) }
    for (index, measure) in dataSet.measures.enumerated() {
      for other in [measure.partOf, measure.derivedFrom].compactMap({ $0 }) {
        ties.append(Set([index] + [dataSet.measure(other)].compactMap(\.self)))
      }
    }
    var grew = true
    while grew {
      grew = false
      for tie in ties where !tie.isDisjoint(with: found) && !tie.isSubset(of: found) {
        found.formUnion(tie)
        grew = true
      }
    }
    return found
  }
}
