import Disclosure
import DisclosureCases
import Foundation
import Testing

/// The quick search for sums among rows against a plain one with sets.
@Suite("Sums of rows, found from their columns")
struct CellPartitionTests {
  private let rules = SuppressionRules(threshold: 5)

  @Test("the same sums as by plain sets, on random systems", arguments: SystemFamily.allCases)
  func random(family: SystemFamily) throws {
    var sums = 0
    for seed in UInt64(0)..<40 {
      let (system, rules) = try family.system(seed: seed)
      sums += compare(CondensedSystem(system, rules: rules), "seed \(seed)")
    }
    #expect(sums > 40)
  }

  @Test("the same on tables linked by margins and on a whole cube")
  func cases() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Benchmarks/Cases")
    let cube = try CubeCase(named: "g1k", in: folder)
    let linked = try cube.system(tables: CubeCase.linkedTables(named: "synthetic", in: folder))
    #expect(compare(CondensedSystem(linked, rules: rules), "linked") > 500)
    let whole = try cube.system(tables: [cube.wholeCube])
    #expect(compare(CondensedSystem(whole, rules: rules), "cube") > 1_000)
  }

  @Test("the same where rows have hundreds of columns and few starts are tried")
  func manyColumns() throws {
    let size = 20
    let rows = (0..<size).map { row in (0..<size).map { row * size + $0 } }
    let columns = (0..<size).map { column in (0..<size).map { $0 * size + column } }
    let halves = [Array(rows[..<10].joined()), Array(rows[10...].joined())]
    let thirds = [0..<7, 5..<14, 14..<20].map { $0.flatMap { columns[$0] }.sorted() }
    let all = [Array(0..<size * size)]
    let system = try SuppressionSystem(
      counts: (0..<size * size).map { $0 % 7 + 1 },
      cells: (rows + columns + halves + thirds + all).map { SuppressionCell(variables: $0) })
    #expect(compare(CondensedSystem(system, rules: rules), "margins") > 5)
  }

  /// - Returns: how many sums of rows alone were found.
  private func compare(_ system: CondensedSystem, _ comment: Comment) -> Int {
    var sums = 0
    for isPart in [{ _ in true }, { $0 % 3 != 1 }] as [(Int) -> Bool] {
      var quick = CellPartitions(of: system, isPart: isPart)
      let plain = PlainPartitions(system, isPart)
      for row in system.rows.indices {
        let all = quick.all(of: row)
        #expect(all == plain.all(of: row), comment)
        #expect(quick.fewest(of: row) == plain.fewest(of: row), comment)
        sums += all.count
      }
    }
    return sums
  }
}

/// What `CellPartitions` says that it finds, word for word.
private struct PlainPartitions {
  private let columns: [Set<Int>]
  /// Rows that may be a part, widest first.
  private let parts: [Int]

  init(_ system: CondensedSystem, _ isPart: (Int) -> Bool) {
    let columns = system.rows.map { Set($0.columns) }
    self.columns = columns
    parts = columns.indices.filter(isPart)
      .sorted { (columns[$1].count, $0) < (columns[$0].count, $1) }
  }

  func fewest(of whole: Int) -> CellPartitions.Partition {
    partition(of: whole, startingWith: nil, mayUseColumns: true) ?? .init()
  }

  func all(of whole: Int) -> [CellPartitions.Partition] {
    guard let first = columns[whole].min() else { return [] }
    var starts: [Int] = []
    for part in parts(of: whole, with: first) {
      // In a whole of more than 300 columns only the largest parts begin a sum.
      let isInner = starts.contains { columns[part].isSubset(of: columns[$0]) }
      if columns[whole].count <= 300 || !isInner { starts.append(part) }
    }
    var found: [CellPartitions.Partition] = []
    for start in starts {
      let sum = partition(of: whole, startingWith: start, mayUseColumns: false)
      if let sum, !found.contains(sum) { found.append(sum) }
    }
    return found
  }

  private func parts(of whole: Int, with column: Int) -> [Int] {
    parts.filter { columns[$0].contains(column) && columns[$0].isStrictSubset(of: columns[whole]) }
  }

  private func partition(
    of whole: Int, startingWith first: Int?, mayUseColumns: Bool
  ) -> CellPartitions.Partition? {
    var sum = CellPartitions.Partition(rows: first.map { [$0] } ?? [])
    var covered = first.map { columns[$0] } ?? []
    for column in columns[whole].sorted() where !covered.contains(column) {
      let next = parts(of: whole, with: column).first { columns[$0].isDisjoint(with: covered) }
      if let next {
        sum.rows.append(next)
        covered.formUnion(columns[next])
      } else if mayUseColumns {
        sum.columns.append(column)
      } else {
        return nil
      }
    }
    sum.rows.sort()
    return sum
  }
}
