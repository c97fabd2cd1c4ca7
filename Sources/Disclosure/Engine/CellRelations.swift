/// Which rows of a system are sums of others: a total and its parts along one axis, found from the
/// columns alone.
///
/// Not all that holds is found; what is found holds.
struct CellRelations: Sendable {
  struct Sum: Sendable {
    let whole: Int
    /// Disjoint rows that together have the columns of the whole.
    let parts: [Int]
  }

  let sums: [Sum]

  /// Firsts in a row that lead to no partition before a whole is given up.
  private static let mostFailures = 12

  init(of system: CondensedSystem) {
    let sets = ColumnSets(system)
    let widths = system.rows.map(\.columns.count)
    var sums: [Sum] = []
    for whole in system.rows.indices where widths[whole] > 1 {
      let parts = sets.rows(inside: whole)
        .sorted { (widths[$1], $0) < (widths[$0], $1) }
      var isUsed = Set<Int>()
      var failures = 0
      for first in parts where !isUsed.contains(first) {
        if failures == Self.mostFailures { break }
        // Widest first, each disjoint from those before: the siblings along one axis.
        var taken = ColumnSets.Union(sets)
        taken.add(first)
        var left = widths[whole] - widths[first]
        for part in parts where widths[part] <= left && taken.isDisjoint(with: part) {
          taken.add(part)
          left -= widths[part]
          if left == 0 { break }
        }
        isUsed.formUnion([first])
        guard left == 0 else {
          failures += 1
          continue
        }
        failures = 0
        isUsed.formUnion(taken.rows)
        // Parts of a part that was taken say nothing more about this whole.
        isUsed.formUnion(parts.filter { part in taken.rows.contains { sets.contains($0, part) } })
        sums.append(Sum(whole: whole, parts: taken.rows))
      }
    }
    self.sums = sums
  }
}

/// The columns of each row as bits.
private struct ColumnSets {
  private let words: Int
  private let bits: [UInt64]
  private let system: CondensedSystem

  init(_ system: CondensedSystem) {
    self.system = system
    words = (system.columns.count + 63) / 64
    var bits = [UInt64](repeating: 0, count: words * system.rows.count)
    for (row, entry) in system.rows.enumerated() {
      for column in entry.columns { bits[row * words + column / 64] |= 1 << UInt64(column % 64) }
    }
    self.bits = bits
  }

  /// Rows with fewer columns, all of them in `whole`.
  func rows(inside whole: Int) -> [Int] {
    let width = system.rows[whole].columns.count
    return system.rows.indices.filter { row in
      system.rows[row].columns.count < width && contains(whole, row)
    }
  }

  func contains(_ outer: Int, _ inner: Int) -> Bool {
    bits.withUnsafeBufferPointer { bits in
      for word in 0..<words where bits[inner * words + word] & ~bits[outer * words + word] != 0 {
        return false
      }
      return true
    }
  }

  /// Rows taken so far.
  struct Union {
    private let sets: ColumnSets
    private var covered: [UInt64]
    private(set) var rows: [Int] = []

    init(_ sets: ColumnSets) {
      self.sets = sets
      covered = [UInt64](repeating: 0, count: sets.words)
    }

    mutating func add(_ row: Int) {
      rows.append(row)
      for word in 0..<sets.words { covered[word] |= sets.bits[row * sets.words + word] }
    }

    func isDisjoint(with row: Int) -> Bool {
      sets.bits.withUnsafeBufferPointer { bits in
        for word in 0..<sets.words where covered[word] & bits[row * sets.words + word] != 0 {
          return false
        }
        return true
      }
    }
  }
}
