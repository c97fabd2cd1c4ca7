/// All sums of rows, each taken any number of times: what follows from numbers that are known.
///
/// Whole numbers modulo a prime: exact, and at worst a combination too many is thought possible.
struct RowSpace {
  private static let prime = 2_147_483_647

  private let width: Int
  /// Reduced rows by their first column, where each is 1 and all others are 0.
  private var rows: [Int: [Int]] = [:]

  init(width: Int) { self.width = width }

  /// - Parameter columns: where the row is 1; elsewhere it is 0.
  mutating func add(_ columns: [Int]) {
    var row = rest(of: columns)
    guard let pivot = row.firstIndex(where: { $0 != 0 }) else { return }
    let inverse = Self.inverse(of: row[pivot])
    for column in row.indices { row[column] = row[column] * inverse % Self.prime }
    for (other, values) in rows where values[pivot] != 0 {
      rows[other] = Self.subtract(row, times: values[pivot], from: values)
    }
    rows[pivot] = row
  }

  /// What is left of a row when the space is taken out of it: zeros exactly if it lies within. Of a
  /// sum it is the sum.
  func rest(of columns: [Int]) -> [Int] {
    var row = [Int](repeating: 0, count: width)
    for column in columns { row[column] = 1 }
    for (pivot, values) in rows where row[pivot] != 0 {
      row = Self.subtract(values, times: row[pivot], from: row)
    }
    return row
  }

  static func sum(_ a: [Int], _ b: [Int]) -> [Int] {
    zip(a, b).map { ($0 + $1) % prime }
  }

  private static func subtract(_ row: [Int], times factor: Int, from other: [Int]) -> [Int] {
    zip(other, row).map { ($0 + (prime - factor) * $1) % prime }
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
