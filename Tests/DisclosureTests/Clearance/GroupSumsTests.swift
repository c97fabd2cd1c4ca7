import Disclosure
import Testing

@Suite("What follows from sums of groups that overlap")
struct GroupSumsTests {
  @Test("All smallest small sums are found: compared with every set of groups", arguments: 0..<400)
  func complete(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let width = 3 + Int(random.next() % 7)
    let sets = (0..<(2 + Int(random.next() % 6))).map { _ in
      (0..<width).filter { _ in random.next() % 3 != 0 }
    }
    .filter { !$0.isEmpty }
    let values = (0..<width).map { _ in [0, 0, 1, 2, 3, 7][Int(random.next() % 6)] }
    let sums = GroupSums(sets)
    var steps = GroupSums.mostSteps
    let found = try sums.smallSums(below: 5, steps: &steps) { group in
      sums.groups[group].reduce(0) { $0 + values[$1] }
    }
    let variables = found.map { Set($0.flatMap { sums.groups[$0] }) }
    let expected = Self.smallest(sets, values, below: 5).filter { !sets.map(Set.init).contains($0) }
    // Cells of the tables are protected anyway.
    #expect(Set(variables).subtracting(sets.map(Set.init)) == Set(expected))
  }

  @Test("Three groupings of 60 codes that no table shows one by one")
  func groupings() throws {
    let codes = 0..<60
    let sets =
      (0..<6).map { group in codes.filter { $0 % 6 == group } }
      + (0..<10).map { group in codes.filter { $0 / 6 == group } }
      + (0..<7).map { group in codes.filter { $0 % 7 == group } } + [Array(codes)]
    let sums = GroupSums(sets)
    var steps = GroupSums.mostSteps
    // Every count is small, or may be zero: the most ways there are.
    _ = try sums.smallSums(below: 5, steps: &steps) { $0 % 3 }
    #expect(steps > 0)
  }

  @Test("Where the ways are too many, nothing is passed over in silence")
  func tooMany() {
    var random = SplitMix64(seed: 1)
    let sets = (0..<40).map { _ in (0..<80).filter { _ in random.next() % 2 == 0 } }
    let sums = GroupSums(sets)
    var steps = 100_000
    #expect(throws: GroupSums.TooManyCombinations.self) {
      try sums.smallSums(below: 11, steps: &steps) { $0 % 2 }
    }
  }

  @Test("Whether the last sum follows from the others")
  func lastFollows() {
    #expect(GroupSums([[0, 1], [1, 2], [0, 2], [0, 1, 2]]).lastFollows)
    #expect(!GroupSums([[0, 1], [1, 2], [0, 2, 3], [0, 1, 2]]).lastFollows)
    let ranges = (0..<1_500).map { [$0, $0 + 1] }
    #expect(GroupSums([[0]] + ranges + [[700, 1_500]]).lastFollows)
  }

  /// Sets of variables that follow, are small, and hold no other such set; by trying every set.
  private static func smallest(
    _ sets: [[Int]], _ values: [Int], below limit: Int
  ) -> [Set<Int>] {
    var found: [Set<Int>] = []
    let subsets = (1..<(1 << values.count)).map { bits in
      Set(values.indices.filter { bits & (1 << $0) != 0 })
    }
    let all = Set(sets.joined())
    for set in subsets.sorted(by: { $0.count < $1.count }) where set.isSubset(of: all) {
      let value = set.reduce(0) { $0 + values[$1] }
      guard value > 0, value < limit, !found.contains(where: { $0.isSubset(of: set) }) else {
        continue
      }
      let row = values.indices.map { set.contains($0) ? 1.0 : 0 }
      let rows = sets.map { members in values.indices.map { members.contains($0) ? 1.0 : 0 } }
      if rank(rows) == rank(rows + [row]) { found.append(set) }
    }
    return found
  }

  private static func rank(_ matrix: [[Double]]) -> Int {
    var rows = matrix
    var rank = 0
    for column in matrix[0].indices {
      guard
        let pivot = rows.indices.dropFirst(rank).max(by: {
          abs(rows[$0][column]) < abs(rows[$1][column])
        }), abs(rows[pivot][column]) > 1e-9
      else { continue }
      rows.swapAt(rank, pivot)
      for row in rows.indices.dropFirst(rank + 1) {
        let factor = rows[row][column] / rows[rank][column]
        for other in rows[row].indices { rows[row][other] -= factor * rows[rank][other] }
      }
      rank += 1
    }
    return rank
  }
}
