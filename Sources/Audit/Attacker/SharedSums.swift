/// Sets of which the figures of two editions both tell the number, though neither may print it: of
/// the sums that follow from one and from the other, those in which each leaf counts once or not.
struct SharedSums {
  /// Independent sums that hang together; from more than these, not all sets are made.
  private static let mostIndependent = 14
  private static let prime = 2_147_483_647

  /// Those that are not made up of others.
  private(set) var sets: [Set<Int32>] = []
  private(set) var isCut = false

  init(_ then: [Set<Int32>], _ now: [Set<Int32>]) {
    let (groups, masks) = GroupMask.masks(of: then + now)
    let rows = masks.map { mask in groups.indices.map { mask.holds($0) ? 1 : 0 } }
    let shared = Self.intersection(
      Array(rows[..<then.count]), Array(rows[then.count...]), width: groups.count)
    for component in Self.components(shared) {
      if component.count > Self.mostIndependent {
        isCut = true
        continue
      }
      var found: [[Int]] = []
      Self.combine(component, [Int](repeating: 0, count: groups.count), into: &found)
      let members = found.map { row in Set(row.indices.filter { row[$0] == 1 }) }
        .filter { !$0.isEmpty }
      for set in members where !members.contains(where: { $0.isStrictSubset(of: set) }) {
        sets.append(set.reduce(into: []) { $0.formUnion(groups[$1]) })
      }
    }
  }

  /// All sums of some of the rows in which everything counts once or not. Each row is 1 at its
  /// pivot, where the others are 0: so it counts once or not, too.
  private static func combine(_ rows: [[Int]], _ sum: [Int], into found: inout [[Int]]) {
    guard let last = rows.last else {
      if sum.allSatisfy({ $0 == 0 || $0 == 1 }) { found.append(sum) }
      return
    }
    combine(rows.dropLast(), sum, into: &found)
    combine(rows.dropLast(), zip(sum, last).map { ($0 + $1) % prime }, into: &found)
  }

  /// Rows that have columns in common, directly or through others.
  private static func components(_ rows: [[Int]]) -> [[[Int]]] {
    var components: [(rows: [[Int]], columns: Set<Int>)] = []
    for row in rows {
      let columns = Set(row.indices.filter { row[$0] != 0 })
      var merged = (rows: [row], columns: columns)
      components.removeAll { component in
        if component.columns.isDisjoint(with: columns) { return false }
        merged = (component.rows + merged.rows, component.columns.union(merged.columns))
        return true
      }
      components.append(merged)
    }
    return components.map(\.rows)
  }

  /// What follows from both (Zassenhaus): where the left half of (u, u) and (v, 0) cancels out, the
  /// right half is in both spaces.
  private static func intersection(_ one: [[Int]], _ other: [[Int]], width: Int) -> [[Int]] {
    let zero = [Int](repeating: 0, count: width)
    let reduced = reduced(one.map { $0 + $0 } + other.map { $0 + zero })
    return self.reduced(
      reduced.filter { $0[..<width].allSatisfy { $0 == 0 } }.map { Array($0[width...]) })
  }

  /// Rows that tell as much, each 1 at a pivot where all others are 0.
  private static func reduced(_ rows: [[Int]]) -> [[Int]] {
    var rows = rows
    var done = 0
    for column in rows.first?.indices ?? 0..<0 {
      guard let next = rows[done...].firstIndex(where: { $0[column] != 0 }) else { continue }
      rows.swapAt(done, next)
      let inverse = inverse(of: rows[done][column])
      if inverse != 1 { rows[done] = rows[done].map { $0 * inverse % prime } }
      let pivot = rows[done]
      for index in rows.indices where index != done && rows[index][column] != 0 {
        let factor = prime - rows[index][column]
        for place in column..<pivot.count where pivot[place] != 0 {
          rows[index][place] = (rows[index][place] + factor * pivot[place]) % prime
        }
      }
      done += 1
      if done == rows.count { break }
    }
    return Array(rows[..<done])
  }

  private static func inverse(of value: Int) -> Int {
    // Fermat: value^(p − 2).
    var (result, base, exponent) = (1, value, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}
