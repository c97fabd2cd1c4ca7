/// What is known when some sums of disjoint groups are known.
package struct GroupSums {
  /// Groups of variables that lie in the same sums, each ascending.
  package let groups: [[Int]]
  /// The groups in each sum, ascending.
  private let sums: [[Int]]

  /// Operations on single numbers that looking through all combinations may take, at all places of
  /// a data set together; some seconds.
  package static let mostSteps = 1_000_000_000

  /// More combinations than can be looked at.
  package struct TooManyCombinations: Error {}

  /// - Parameter sets: each ascending, none empty, in a fixed order.
  package init(_ sets: [[Int]]) {
    var sumsOf: [Int: [Int]] = [:]
    for (index, set) in sets.enumerated() {
      for variable in set { sumsOf[variable, default: []].append(index) }
    }
    var members: [[Int]: [Int]] = [:]
    for (variable, sums) in sumsOf { members[sums, default: []].append(variable) }
    let found = members.map { (sums: $0, variables: $1.sorted()) }
      .sorted { $0.variables.lexicographicallyPrecedes($1.variables) }
    groups = found.map(\.variables)
    var sums = [[Int]](repeating: [], count: sets.count)
    for (group, entry) in found.enumerated() { for sum in entry.sums { sums[sum].append(group) } }
    self.sums = sums
  }

  /// Whether the last sum follows from those before it.
  package var lastFollows: Bool {
    guard let last = sums.last else { return false }
    let (known, left) = Self.peel(Array(sums.dropLast()))
    var space = RowSpace(width: groups.count)
    for sum in left { space.add(sum) }
    return !space.rest(of: last.filter { !known.contains($0) }).contains { $0 != 0 }
  }

  /// Sets of groups whose sum follows from the known sums and is `least` … `limit` − 1: all of them
  /// that hold no smaller such set.
  ///
  /// - Parameters:
  ///   - least: 1, or 0 where zeros are protected too.
  ///   - steps: how many operations are left; less what was used.
  /// - Throws: where more are needed.
  package func smallSums(
    from least: Int = 1, below limit: Int, steps: inout Int, _ value: (Int) -> Int
  ) throws(TooManyCombinations) -> [[Int]] {
    let printed = Set(sums.filter { $0.count == 1 }.map { $0[0] })
    let (known, left) = Self.peel(sums)
    var found = known.subtracting(printed).sorted()
      .filter { value($0) >= least && value($0) < limit }.map { [$0] }
    // A set with a known group in it holds a smaller one, or is that group.
    for component in Self.components(of: left) {
      var search = SmallSumSearch(component, from: least, below: limit, value)
      try search.run(&steps)
      found += search.found
    }
    return found
  }

  /// Takes away groups that are known by themselves, and those that are then.
  private static func peel(_ sums: [[Int]]) -> (known: Set<Int>, left: [[Int]]) {
    var known = Set<Int>()
    var left = sums
    while true {
      let single = left.filter { $0.count == 1 }.map { $0[0] }
      if single.isEmpty { return (known, left) }
      known.formUnion(single)
      var seen = Set<[Int]>()
      left = left.map { $0.filter { !known.contains($0) } }
        .filter { !$0.isEmpty && seen.insert($0).inserted }
    }
  }

  /// Sums that share groups, directly or through others.
  private static func components(of sums: [[Int]]) -> [[[Int]]] {
    var components: [(sums: [[Int]], groups: Set<Int>)] = []
    for sum in sums {
      let touching = components.indices.filter { !components[$0].groups.isDisjoint(with: sum) }
      var merged = (sums: [sum], groups: Set(sum))
      for index in touching.reversed() {
        let component = components.remove(at: index)
        merged = (component.sums + merged.sums, merged.groups.union(component.groups))
      }
      components.append(merged)
    }
    return components.map(\.sums)
  }
}
