/// Whole numbers modulo 2³¹ − 1, a prime: products of two fit into 64 bits, and every number but 0
/// divides. What holds in whole numbers holds here; by accident, once in two thousand million,
/// something more.
enum PrimeField {
  static let prime = 2_147_483_647

  /// The number whose product with `value`, which is not 0, is 1.
  static func inverse(of value: Int) -> Int {
    // Fermat: value^(p − 2).
    var (result, base, exponent) = (1, value, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }

  /// One row less a multiple of another.
  static func subtract(_ row: [Int], times factor: Int, from other: [Int]) -> [Int] {
    zip(other, row).map { ($0 + (prime - factor) * $1) % prime }
  }

  /// A row divided by one of its numbers, which is not 0.
  static func divide(_ row: [Int], by value: Int) -> [Int] {
    let inverse = inverse(of: value)
    return row.map { $0 * inverse % prime }
  }
}
