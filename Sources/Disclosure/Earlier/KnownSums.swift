/// Sums of variables whose values are known, and what follows from them by adding and taking away.
///
/// Whole numbers modulo a prime, as in `RowSpace`: exact for values that are less than half of it.
struct KnownSums {
  private static let prime = 2_147_483_647

  /// Variables that lie in the same sums are one column; the last column holds the values.
  private let columns: [Int: Int]
  private let sizes: [Int]
  private var rows: [(pivot: Int, values: [Int])] = []

  init(_ sums: [(variables: [Int], value: Int)]) {
    var sumsOf: [Int: [Int]] = [:]
    for (index, sum) in sums.enumerated() {
      for variable in sum.variables { sumsOf[variable, default: []].append(index) }
    }
    var numbers: [[Int]: Int] = [:]
    var columns: [Int: Int] = [:]
    var sizes: [Int] = []
    for (variable, group) in sumsOf.sorted(by: { $0.key < $1.key }) {
      let column = numbers[group] ?? sizes.count
      if column == sizes.count {
        numbers[group] = column
        sizes.append(0)
      }
      columns[variable] = column
      sizes[column] += 1
    }
    self.columns = columns
    self.sizes = sizes
    for sum in sums { add(sum.variables, sum.value) }
  }

  /// Nil if it does not follow.
  func value(of variables: [Int]) -> Int? {
    var inside = [Int](repeating: 0, count: sizes.count)
    for variable in variables {
      guard let column = columns[variable] else { return nil }
      inside[column] += 1
    }
    guard zip(inside, sizes).allSatisfy({ $0 == 0 || $0 == $1 }) else { return nil }
    let row = rest(of: inside.map { $0 == 0 ? 0 : 1 } + [0])
    guard let last = row.last, row.dropLast().allSatisfy({ $0 == 0 }) else { return nil }
    // What was taken out stands there negative.
    return last > Self.prime / 2 ? Self.prime - last : -last
  }

  private mutating func add(_ variables: [Int], _ value: Int) {
    var row = [Int](repeating: 0, count: sizes.count + 1)
    for variable in variables { row[columns[variable] ?? 0] = 1 }
    row[sizes.count] = (value % Self.prime + Self.prime) % Self.prime
    row = rest(of: row)
    guard let pivot = row.dropLast().firstIndex(where: { $0 != 0 }) else { return }
    let inverse = Self.inverse(of: row[pivot])
    rows.append((pivot, row.map { $0 * inverse % Self.prime }))
  }

  private func rest(of row: [Int]) -> [Int] {
    var row = row
    for (pivot, values) in rows where row[pivot] != 0 {
      let factor = Self.prime - row[pivot]
      for column in row.indices {
        row[column] = (row[column] + factor * values[column]) % Self.prime
      }
    }
    return row
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
