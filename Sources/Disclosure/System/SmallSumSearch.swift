/// Finds all sets of groups whose sum is small and follows from known sums that hang together.
///
/// A set follows if what is left of its groups, each without the known sums in it, adds up to
/// nothing. So each number that is left over has to be taken away by one of the few groups that
/// have something in the same column: these are tried, where they are fewest first.
struct SmallSumSearch {
  private let least: Int
  private let limit: Int
  private let groups: [Int]
  private let sums: [[Int]]
  /// Of each group.
  private let values: [Int]
  private(set) var found: [[Int]] = []

  /// For each group that may be chosen, what is left of it.
  private var rests: [[Int]] = []
  /// Groups with something in each column.
  private var groupsIn: [[Int]] = []
  private var isOut: [Bool] = []

  init(_ sums: [[Int]], from least: Int, below limit: Int, _ value: (Int) -> Int) {
    self.least = least
    self.limit = limit
    groups = Set(sums.joined()).sorted()
    let positions = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0) })
    self.sums = sums.map { $0.compactMap { positions[$0] } }
    values = groups.map(value)
  }

  mutating func run(_ steps: inout Int) throws(GroupSums.TooManyCombinations) {
    isOut = values.map { $0 >= limit }
    guard values.contains(where: { $0 >= least && $0 < limit }) else { return }
    let width = groups.count
    try take(width * min(width, sums.count) * sums.count, from: &steps)
    var space = RowSpace(width: width)
    for sum in sums { space.add(sum) }
    rests = groups.indices.map { isOut[$0] ? [] : space.rest(of: [$0]) }
    groupsIn = (0..<width).map { column in
      groups.indices.filter { !isOut[$0] && rests[$0][column] != 0 }
    }
    leaveOutSingle()
    for group in groups.indices where !isOut[group] && values[group] >= least {
      isOut[group] = true
      try extend([group], values[group], rests[group], &steps)
    }
    try keepSmallest(&steps)
  }

  /// What only one group has can't be taken away from it.
  private mutating func leaveOutSingle() {
    var columns = Array(groupsIn.indices)
    while let column = columns.popLast() {
      let left = groupsIn[column].filter { !isOut[$0] }
      guard left.count == 1 else { continue }
      isOut[left[0]] = true
      columns += rests[left[0]].indices.filter { rests[left[0]][$0] != 0 }
    }
  }

  private mutating func extend(
    _ chosen: [Int], _ sum: Int, _ rest: [Int], _ steps: inout Int
  ) throws(GroupSums.TooManyCombinations) {
    try take(rest.count, from: &steps)
    var best: [Int]?
    for column in rest.indices where rest[column] != 0 {
      try take(groupsIn[column].count, from: &steps)
      let candidates = groupsIn[column].filter { !isOut[$0] && sum + values[$0] < limit }
      if candidates.count < best?.count ?? .max { best = candidates }
      if candidates.isEmpty { return }
    }
    guard let best else {
      found.append(chosen.map { groups[$0] }.sorted())
      return
    }
    for group in best {
      isOut[group] = true
      try extend(
        chosen + [group], sum + values[group], RowSpace.sum(rest, rests[group]), &steps)
    }
    for group in best { isOut[group] = false }
  }

  private mutating func keepSmallest(
    _ steps: inout Int
  ) throws(GroupSums.TooManyCombinations) {
    var kept: [Set<Int>] = []
    for set in found.sorted(by: { ($0.count, $0.first ?? 0) < ($1.count, $1.first ?? 0) }) {
      try take(kept.count, from: &steps)
      if !kept.contains(where: { $0.isSubset(of: set) }) { kept.append(Set(set)) }
    }
    found = kept.map { $0.sorted() }
  }

  private func take(
    _ used: Int, from steps: inout Int
  ) throws(GroupSums.TooManyCombinations) {
    steps -= used
    if steps < 0 { throw GroupSums.TooManyCombinations() }
  }
}
