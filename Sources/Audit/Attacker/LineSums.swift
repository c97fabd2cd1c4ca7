/// Numbers of sets of leaves, and what follows from them by adding them and taking them from each
/// other.
///
/// Whole numbers modulo a prime (2⁶¹ − 1): exact for all numbers of less than half of it.
struct LineSums {
  private static let prime: UInt64 = (1 << 61) - 1

  /// Leaves that lie in the same sets are one column.
  private let columns: [Int32: Int]
  private let sizes: [Int]
  /// Each is 1 at its pivot, and 0 at the pivots of those before it; its number stands last.
  private var rows: [(pivot: Int, values: [UInt64])] = []

  init(_ given: [(set: Set<Int32>, value: Int)]) {
    var sets: [Int32: [Int]] = [:]
    for (index, entry) in given.enumerated() {
      for leaf in entry.set { sets[leaf, default: []].append(index) }
    }
    var numbers: [[Int]: Int] = [:]
    var columns: [Int32: Int] = [:]
    for (leaf, group) in sets.sorted(by: { $0.key < $1.key }) {
      let column = numbers[group] ?? numbers.count
      numbers[group] = column
      columns[leaf] = column
    }
    var sizes = [Int](repeating: 0, count: numbers.count)
    for column in columns.values { sizes[column] += 1 }
    self.columns = columns
    self.sizes = sizes
    for entry in given {
      guard var row = row(of: entry.set) else { continue }
      row.append(Self.remainder(entry.value))
      row = rest(of: row)
      guard let pivot = row.dropLast().firstIndex(where: { $0 != 0 }) else { continue }
      let inverse = Self.power(row[pivot], Self.prime - 2)
      rows.append((pivot, row.map { Self.product($0, inverse) }))
    }
  }

  /// Nil if it does not follow.
  func value(of set: Set<Int32>) -> Int? {
    guard let row = row(of: set) else { return nil }
    let rest = rest(of: row + [0])
    guard let last = rest.last, rest.dropLast().allSatisfy({ $0 == 0 }) else { return nil }
    // What was taken away is left with the other sign.
    return last > Self.prime / 2 ? Int(Self.prime - last) : -Int(last)
  }

  /// Nil if a column lies in the set only in part.
  private func row(of set: Set<Int32>) -> [UInt64]? {
    var counts = [Int](repeating: 0, count: sizes.count)
    for leaf in set {
      guard let column = columns[leaf] else { return nil }
      counts[column] += 1
    }
    guard zip(counts, sizes).allSatisfy({ $0 == 0 || $0 == $1 }) else { return nil }
    return counts.map { $0 == 0 ? 0 : 1 }
  }

  private func rest(of row: [UInt64]) -> [UInt64] {
    var row = row
    for (pivot, values) in rows where row[pivot] != 0 {
      let factor = Self.prime - row[pivot]
      for column in row.indices where values[column] != 0 {
        row[column] = (row[column] + Self.product(factor, values[column])) % Self.prime
      }
    }
    return row
  }

  private static func remainder(_ value: Int) -> UInt64 {
    value >= 0 ? UInt64(value) % prime : prime - UInt64(-value) % prime
  }

  private static func product(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = a.multipliedFullWidth(by: b)
    return prime.dividingFullWidth((high, low)).remainder
  }

  private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
    var (result, base, exponent) = (UInt64(1), base, exponent)
    while exponent > 0 {
      if exponent & 1 == 1 { result = product(result, base) }
      base = product(base, base)
      exponent >>= 1
    }
    return result
  }
}
