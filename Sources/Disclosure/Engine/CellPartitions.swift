/// Ways in which a row of a system is the sum of others: a total and its parts along one axis,
/// found from the columns alone.
///
/// Not all that holds is found; what is found holds. Of a large system only the columns of the rows
/// that are tried are looked at, and few of them: most rows show soon that they are no part.
package struct CellPartitions {
  private let system: CondensedSystem
  /// By column, the rows that may be a part of another: widest first.
  private let parts: [[Int32]]

  /// By column, the last whole that has it, and the last partition that covers it.
  private var wholeOfColumn: [Int32]
  private var coverOfColumn: [Int32]
  /// By row, the last whole that it was compared with, and whether it lies within.
  private var wholeOfRow: [Int32]
  private var isInside: [Bool]
  private var cover: Int32 = 0

  /// Up to this many, all parts are tried, for zeros among the columns make sums that no table
  /// shows.
  private static let fewColumns = 300

  /// A whole and the rows and columns that together have its columns, each once.
  package struct Partition: Sendable, Equatable {
    package var rows: [Int] = []
    /// Columns that no row covers.
    package var columns: [Int] = []

    package init(rows: [Int] = [], columns: [Int] = []) {
      self.rows = rows
      self.columns = columns
    }
  }

  package init(of system: CondensedSystem, isPart: (Int) -> Bool) {
    self.system = system
    var parts = [[Int32]](repeating: [], count: system.columns.count)
    let widths = system.rows.map(\.columns.count)
    for row in system.rows.indices.sorted(by: { (widths[$1], $0) < (widths[$0], $1) })
    where isPart(row) {
      for column in system.rows[row].columns { parts[column].append(Int32(row)) }
    }
    self.parts = parts
    wholeOfColumn = [Int32](repeating: -1, count: system.columns.count)
    coverOfColumn = [Int32](repeating: -1, count: system.columns.count)
    wholeOfRow = [Int32](repeating: -1, count: system.rows.count)
    isInside = [Bool](repeating: false, count: system.rows.count)
  }

  /// The whole as the sum of few rows: the widest first, each disjoint from those before.
  package mutating func fewest(of whole: Int) -> Partition {
    mark(whole)
    return partition(of: whole, startingWith: nil, mayUseColumns: true) ?? Partition()
  }

  /// The whole as sums of rows alone, one for each largest part that holds its first column: in a
  /// table, one for each axis.
  package mutating func all(of whole: Int) -> [Partition] {
    guard let first = system.rows[whole].columns.first else { return [] }
    mark(whole)
    var starts: [Int] = []
    for row in parts[first].map(Int.init) where isPart(row, of: whole) {
      if system.rows[whole].columns.count <= Self.fewColumns
        || !starts.contains(where: { contains($0, row) })
      {
        starts.append(row)
      }
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

  private mutating func partition(
    of whole: Int, startingWith first: Int?, mayUseColumns: Bool
  ) -> Partition? {
    cover += 1
    var partition = Partition()
    if let first { take(first, into: &partition) }
    for column in system.rows[whole].columns where coverOfColumn[column] != cover {
      if let row = widestPart(of: whole, with: column) {
        take(row, into: &partition)
      } else if mayUseColumns {
        partition.columns.append(column)
      } else {
        return nil
      }
    }
    partition.rows.sort()
    return partition
  }

  private mutating func take(_ row: Int, into partition: inout Partition) {
    partition.rows.append(row)
    for column in system.rows[row].columns { coverOfColumn[column] = cover }
  }

  /// Of the parts of a whole with a column, the widest that has nothing of what is covered.
  private mutating func widestPart(of whole: Int, with column: Int) -> Int? {
    for part in parts[column] {
      let row = Int(part)
      if isPart(row, of: whole), isUncovered(row) { return row }
    }
    return nil
  }

  private func isUncovered(_ row: Int) -> Bool {
    for column in system.rows[row].columns where coverOfColumn[column] == cover { return false }
    return true
  }

  private mutating func mark(_ whole: Int) {
    for column in system.rows[whole].columns { wholeOfColumn[column] = Int32(whole) }
  }

  /// Whether a row has fewer columns than the marked whole, all of them in it.
  private mutating func isPart(_ row: Int, of whole: Int) -> Bool {
    if wholeOfRow[row] == Int32(whole) { return isInside[row] }
    wholeOfRow[row] = Int32(whole)
    let columns = system.rows[row].columns
    isInside[row] =
      columns.count < system.rows[whole].columns.count
      && columns.allSatisfy { wholeOfColumn[$0] == Int32(whole) }
    return isInside[row]
  }

  /// Whether one row has all columns of another.
  private func contains(_ outer: Int, _ inner: Int) -> Bool {
    let columns = system.rows[outer].columns
    guard system.rows[inner].columns.count <= columns.count else { return false }
    var position = columns.startIndex
    for column in system.rows[inner].columns {
      while position < columns.endIndex, columns[position] < column { position += 1 }
      if position == columns.endIndex || columns[position] != column { return false }
    }
    return true
  }
}
