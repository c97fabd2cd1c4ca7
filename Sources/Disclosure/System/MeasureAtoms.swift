package import Observations
import Tables

/// Splits the finest counts of a data set into *atoms*, so that "a part is no more than its
/// whole" is built into the system.
///
/// Where `supported` counts some of those whom `received` counts, the atoms of one finest cell are
/// the supported and the rest; `received` is their sum. A whole with several parts has an atom
/// for each way of being in some of them: any counts with part ≤ whole can be written so, and
/// nothing else can. The true counts of the atoms are one such way; which one doesn't matter, for
/// only sums that make up measures are ever published or protected.
package struct MeasureAtoms {
  /// True count of each atom: the variables of the system.
  package private(set) var counts: [Int] = []
  /// The atoms whose sum each unknown of the data set is; empty for unknowns left out.
  package private(set) var atoms: [[Int]]

  /// More parts in one finest cell than a system can hold.
  package struct TooManyParts: Error {
    package let limit = 256
  }

  /// - Parameter included: whether an unknown of the data set takes part.
  package init(_ dataSet: DataSet, including included: (Int) -> Bool) throws(TooManyParts) {
    atoms = Array(repeating: [], count: dataSet.unknowns.count)
    var parts: [Int: [Int]] = [:]
    var isPart = Set<Int>()
    for pair in dataSet.pairs where included(pair.whole) && included(pair.part) {
      parts[pair.whole, default: []].append(pair.part)
      isPart.insert(pair.part)
    }
    for unknown in dataSet.unknowns.indices where included(unknown) && !isPart.contains(unknown) {
      try add(unknown, parts, dataSet)
    }
  }

  /// Adds the atoms of an unknown that is part of no other, and of all its parts.
  private mutating func add(
    _ root: Int, _ parts: [Int: [Int]], _ dataSet: DataSet
  ) throws(TooManyParts) {
    let members = Self.members(of: root, parts)
    let first = counts.count
    if members.count == 1 {
      counts.append(dataSet.unknowns[root].count)
      atoms[root] = [first]
      return
    }
    let patterns = try Self.patterns(of: root, parts)
    // The persons 0 ..< whole: each part takes the first ones, so that the count of a pattern is
    // the length of a stretch.
    for (index, pattern) in patterns.enumerated() {
      let inside = pattern.map { dataSet.unknowns[$0].count }.min() ?? 0
      let outside =
        members.filter { !pattern.contains($0) }
        .map { dataSet.unknowns[$0].count }.max() ?? 0
      counts.append(max(0, inside - outside))
      for member in pattern { atoms[member].append(first + index) }
    }
  }

  private static func members(of unknown: Int, _ parts: [Int: [Int]]) -> [Int] {
    [unknown] + (parts[unknown] ?? []).flatMap { members(of: $0, parts) }
  }

  /// Each way in which a person counted by `unknown` can be counted by its parts: the sets of
  /// unknowns that count him, `unknown` always among them.
  private static func patterns(
    of unknown: Int, _ parts: [Int: [Int]]
  ) throws(TooManyParts) -> [Set<Int>] {
    var patterns: [Set<Int>] = [[unknown]]
    for part in parts[unknown] ?? [] {
      let inside = try self.patterns(of: part, parts)
      patterns += patterns.flatMap { pattern in inside.map { pattern.union($0) } }
      if patterns.count > TooManyParts().limit { throw TooManyParts() }
    }
    return patterns
  }
}

extension Unknown {
  /// The count; a sensitive measure has no decimals.
  var count: Int { value.mantissa }
}
