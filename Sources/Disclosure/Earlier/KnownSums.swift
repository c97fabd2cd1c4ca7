/// Sums of variables whose values are known, and what follows from them by adding and taking away.
///
/// Counted in `PrimeField`: exact for values that are less than half of its prime.
struct KnownSums {
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
    return last > PrimeField.prime / 2 ? PrimeField.prime - last : -last
  }

  private mutating func add(_ variables: [Int], _ value: Int) {
    var row = [Int](repeating: 0, count: sizes.count + 1)
    for variable in variables { row[columns[variable] ?? 0] = 1 }
    row[sizes.count] = (value % PrimeField.prime + PrimeField.prime) % PrimeField.prime
    row = rest(of: row)
    guard let pivot = row.dropLast().firstIndex(where: { $0 != 0 }) else { return }
    rows.append((pivot, PrimeField.divide(row, by: row[pivot])))
  }

  private func rest(of row: [Int]) -> [Int] {
    var row = row
    for (pivot, values) in rows where row[pivot] != 0 {
      row = PrimeField.subtract(values, times: row[pivot], from: row)
    }
    return row
  }
}
