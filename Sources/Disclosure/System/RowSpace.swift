/// All sums of rows, each taken any number of times: what follows from numbers that are known.
///
/// Counted in `PrimeField`: at worst a combination too many is thought possible.
struct RowSpace {
  private let width: Int
  /// Reduced rows by their first column, where each is 1 and all others are 0.
  private var rows: [Int: [Int]] = [:]

  init(width: Int) { self.width = width }

  /// - Parameter columns: where the row is 1; elsewhere it is 0.
  mutating func add(_ columns: [Int]) {
    let rest = rest(of: columns)
    guard let pivot = rest.firstIndex(where: { $0 != 0 }) else { return }
    let row = PrimeField.divide(rest, by: rest[pivot])
    for (other, values) in rows where values[pivot] != 0 {
      rows[other] = PrimeField.subtract(row, times: values[pivot], from: values)
    }
    rows[pivot] = row
  }

  /// What is left of a row when the space is taken out of it: zeros exactly if it lies within. Of a
  /// sum it is the sum.
  func rest(of columns: [Int]) -> [Int] {
    var row = [Int](repeating: 0, count: width)
    for column in columns { row[column] = 1 }
    for (pivot, values) in rows where row[pivot] != 0 {
      row = PrimeField.subtract(values, times: row[pivot], from: row)
    }
    return row
  }

  static func sum(_ a: [Int], _ b: [Int]) -> [Int] {
    zip(a, b).map { ($0 + $1) % PrimeField.prime }
  }
}
