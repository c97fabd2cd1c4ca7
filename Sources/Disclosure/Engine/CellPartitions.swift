/// Ways in which a row of a system is the sum of others: a total and its parts along one axis,
/// found from the columns alone.
///
/// Not all that holds is found; what is found holds.
struct CellPartitions {
  private let system: CondensedSystem
  private let words: Int
  /// The columns of each row as bits.
  private let bits: [UInt64]
  /// Whether a row may be a part of another.
  private let isPart: [Bool]

  /// Up to this many, all parts are tried, for zeros among the columns make sums that no table
  /// shows.
  private static let fewColumns = 300

  /// A whole and the rows and columns that together have its columns, each once.
  struct Partition: Sendable, Equatable {
    var rows: [Int] = []
    /// Columns that no row covers.
    var columns: [Int] = []
  }

  init(of system: CondensedSystem, isPart: (Int) -> Bool) {
    self.system = system
    words = (system.columns.count + 63) / 64
    var bits = [UInt64](repeating: 0, count: words * system.rows.count)
    for (row, entry) in system.rows.enumerated() {
      for column in entry.columns { bits[row * words + column / 64] |= 1 << UInt64(column % 64) }
    }
    self.bits = bits
    self.isPart = system.rows.indices.map(isPart)
  }

  /// The whole as the sum of few rows: the widest first, each disjoint from those before.
  func fewest(of whole: Int) -> Partition {
    partition(of: whole, startingWith: nil, mayUseColumns: true) ?? Partition()
  }

  /// The whole as sums of rows alone, one for each largest part that holds its first column: in a
  /// table, one for each axis.
  func all(of whole: Int) -> [Partition] {
    guard let first = system.rows[whole].columns.first else { return [] }
    let inside = parts(of: whole, with: first)
    var starts: [Int] = []
    for row in inside
    where system.rows[whole].columns.count <= Self.fewColumns
      || !starts.contains(where: { contains($0, row) })
    {
      starts.append(row)
    }
    var found: [Partition] = []
    for row in starts {
      guard let partition = partition(of: whole, startingWith: row, mayUseColumns: false),
        !found.contains(partition)
      else { continue }
      found.append(partition)
    }
    return found
  }

  /// Rows with fewer columns, all of them in the whole, one of them given; widest first.
  private func parts(of whole: Int, with column: Int) -> [Int] {
    let width = system.rows[whole].columns.count
    return system.columns[column].rows.filter { row in
      isPart[row] && system.rows[row].columns.count < width && contains(whole, row)
    }.sorted {
      (system.rows[$1].columns.count, $0) < (system.rows[$0].columns.count, $1)
    }
  }

  private func partition(
    of whole: Int, startingWith first: Int?, mayUseColumns: Bool
  ) -> Partition? {
    var covered = [UInt64](repeating: 0, count: words)
    var partition = Partition()
    func isCovered(_ column: Int) -> Bool {
      covered[column / 64] & (1 << UInt64(column % 64)) != 0
    }
    func take(_ row: Int) {
      partition.rows.append(row)
      for word in 0..<words { covered[word] |= bits[row * words + word] }
    }
    if let first { take(first) }
    for column in system.rows[whole].columns where !isCovered(column) {
      if let row = parts(of: whole, with: column).first(where: { isDisjoint($0, covered) }) {
        take(row)
      } else if mayUseColumns {
        partition.columns.append(column)
      } else {
        return nil
      }
    }
    partition.rows.sort()
    return partition
  }

  private func contains(_ outer: Int, _ inner: Int) -> Bool {
    bits.withUnsafeBufferPointer { bits in
      for word in 0..<words where bits[inner * words + word] & ~bits[outer * words + word] != 0 {
        return false
      }
      return true
    }
  }

  private func isDisjoint(_ row: Int, _ covered: [UInt64]) -> Bool {
    for word in 0..<words where covered[word] & bits[row * words + word] != 0 { return false }
    return true
  }
}
