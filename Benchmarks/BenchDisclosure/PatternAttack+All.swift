import Disclosure
import Workers

extension PatternAttack {
  /// Tables that are solved in one unit of work.
  private static let slice = 1 << 10
  /// Tables that are solved before they are kept.
  private static let batch = 1 << 17
  /// Tables whose outputs are held in memory at a time, unless more hide the same cells.
  private static let mostOutputs = 1 << 21

  /// Every table, each solved once; then those with the same output are put together.
  ///
  /// - Parameters:
  ///   - file: where patterns are kept, so that a run that was ended goes on where it was.
  ///   - report: called now and then with the number of tables solved.
  func everyTable(
    workers: Int, keptIn file: PatternFile?, report: (Int) -> Void
  ) throws(PatternFile.Flaw) -> Tally {
    var patterns = try file?.patterns(checkedBy: { self.pattern(of: $0) }) ?? []
    patterns.reserveCapacity(tables.count)
    while patterns.count < tables.count {
      let start = patterns.count
      let end = min(start + Self.batch, tables.count)
      let slices = (end - start + Self.slice - 1) / Self.slice
      let solved = concurrently(slices, workers: workers) { slice in
        let first = start + slice * Self.slice
        return (first..<min(first + Self.slice, end)).map { pattern(of: $0) }
      }
      let new = Array(solved.joined())
      try file?.append(new)
      patterns += new
      report(patterns.count)
    }
    return tally(patterns, workers: workers)
  }

  /// Bits of the cells that are hidden.
  private func pattern(of table: Int) -> UInt16 {
    let counts = tables.counts(of: table)
    let values = SmallTables.values(of: counts)
    guard values.contains(where: SmallTables.isSmall) else { return 0 }
    let hidden = SmallTables.hidden(in: counts) ?? []
    return hidden.enumerated().reduce(0) { $1.element ? $0 | 1 << UInt16($1.offset) : $0 }
  }

  /// Tables with the same output hide the same cells: so they are put together by what is hidden,
  /// some patterns at a time.
  private func tally(_ patterns: [UInt16], workers: Int) -> Tally {
    var frequencies = [Int](repeating: 0, count: 1 << 16)
    for pattern in patterns { frequencies[Int(pattern)] += 1 }
    var partOfPattern = [Int](repeating: 0, count: frequencies.count)
    var part = 0
    var filled = 0
    for (pattern, frequency) in frequencies.enumerated() where frequency > 0 {
      if filled > 0, filled + frequency > Self.mostOutputs {
        part += 1
        filled = 0
      }
      partOfPattern[pattern] = part
      filled += frequency
    }
    let tallies = concurrently(part + 1, workers: workers) { [partOfPattern] part in
      tally(of: patterns.indices.lazy.filter { partOfPattern[Int(patterns[$0])] == part }, patterns)
    }
    return tallies.total
  }

  /// The small cells of some tables, among which are all with the same outputs.
  private func tally(of tables: some Sequence<Int>, _ patterns: [UInt16]) -> Tally {
    var reached: [SmallTables.Values: UInt16] = [:]
    for table in tables where patterns[table] != 0 {
      let values = self.tables.values(of: table)
      reached[values.hiding(patterns[table]), default: 0] |= values.reaching
    }
    var tally = Tally()
    for table in tables where patterns[table] != 0 {
      let values = self.tables.values(of: table)
      let open = values.small & (reached[values.hiding(patterns[table])] ?? 0)
      tally.small += values.small.nonzeroBitCount
      tally.open += open.nonzeroBitCount
    }
    tally.closed = tally.small - tally.open
    return tally
  }
}
