import Disclosure
import Workers

extension PatternAttack {
  /// Tables that are solved in one unit of work.
  private static let slice = 1 << 12
  /// Outputs that are held in memory at a time.
  private static let mostOutputs = 1 << 22

  /// What a reader sees of a table: which cells are hidden, and the values of the others.
  private struct Output: Hashable {
    /// The counts and the bits of what is hidden, then the totals.
    private let words: SIMD2<UInt64>

    init(_ hidden: UInt16, _ values: [Int]) {
      var words = SIMD2<UInt64>(0, UInt64(hidden))
      for (cell, value) in values.enumerated() {
        let word = cell < values.count / 2 ? 0 : 1
        words[word] = words[word] << 6 | (hidden & 1 << UInt16(cell) == 0 ? UInt64(value) : 0)
      }
      self.words = words
    }

    func part(of parts: Int) -> Int {
      Int((words[0] &* 0x9E37_79B9_7F4A_7C15 ^ words[1] &* 0xD1B5_4A32_D192_ED03) >> 32) % parts
    }
  }

  /// Every table, each solved once; then those with the same output are put together.
  func everyTable(workers: Int) -> Tally {
    let slices = (tables.count + Self.slice - 1) / Self.slice
    let patterns = concurrently(slices, workers: workers) { slice in
      let start = slice * Self.slice
      return (start..<min(start + Self.slice, tables.count)).map { pattern(of: $0) }
    }
    let parts = (tables.count + Self.mostOutputs - 1) / Self.mostOutputs
    let tallies = concurrently(parts, workers: workers) { part in
      tally(of: part, of: parts, patterns)
    }
    return tallies.total
  }

  /// Bits of the cells that are hidden.
  private func pattern(of table: Int) -> UInt16 {
    let counts = tables.counts(of: table)
    let values = SmallTables.values(of: counts)
    guard values.contains(where: SmallTables.isSmall) else { return 0 }
    return Self.bits(SmallTables.hidden(in: counts) ?? [])
  }

  private static func bits(_ flags: [Bool]) -> UInt16 {
    flags.enumerated().reduce(0) { $1.element ? $0 | 1 << UInt16($1.offset) : $0 }
  }

  /// The small cells of all tables whose output falls in one part.
  private func tally(of part: Int, of parts: Int, _ patterns: [[UInt16]]) -> Tally {
    func forEachHere(_ body: (Output, [Int]) -> Void) {
      for table in 0..<tables.count {
        let hidden = patterns[table / Self.slice][table % Self.slice]
        if hidden == 0 { continue }
        let values = SmallTables.values(of: tables.counts(of: table))
        let output = Output(hidden, values)
        if parts == 1 || output.part(of: parts) == part { body(output, values) }
      }
    }
    var reached: [Output: UInt16] = [:]
    forEachHere { output, values in
      reached[output, default: 0] |= Self.bits(values.map { $0 >= SmallTables.rules.threshold })
    }
    var tally = Tally()
    forEachHere { output, values in
      let small = Self.bits(values.map(SmallTables.isSmall))
      tally.small += small.nonzeroBitCount
      tally.open += (small & (reached[output] ?? 0)).nonzeroBitCount
    }
    tally.closed = tally.small - tally.open
    return tally
  }
}
