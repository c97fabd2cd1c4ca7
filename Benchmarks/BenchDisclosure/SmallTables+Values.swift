import Disclosure

extension SmallTables {
  /// The values of the sixteen cells of a table, in a form that is quick to go through.
  struct Values: Hashable {
    private var cells: SIMD16<UInt8>

    /// No cell has this value.
    private static let mark = UInt8.max

    fileprivate init(_ counts: SIMD16<UInt8>) {
      cells = .zero
      for (cell, sum) in SmallTables.sums.enumerated() {
        for place in sum { cells[cell] += counts[place] }
      }
    }

    /// What a reader sees.
    ///
    /// - Parameter pattern: bits of the cells that are hidden.
    func hiding(_ pattern: UInt16) -> Values {
      var output = self
      for cell in 0..<16 where pattern & 1 << UInt16(cell) != 0 { output.cells[cell] = Self.mark }
      return output
    }

    /// Bits of the cells that are small.
    var small: UInt16 { bits(cells .>= 1 .& cells .< Self.threshold) }

    /// Bits of the cells at the threshold or above.
    var reaching: UInt16 { bits(cells .>= Self.threshold) }

    private static let threshold = UInt8(SmallTables.rules.threshold)

    private func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> UInt16 {
      (0..<16).reduce(0) { mask[$1] ? $0 | 1 << UInt16($1) : $0 }
    }
  }

  func values(of table: Int) -> Values {
    var counts = SIMD16<UInt8>.zero
    var rest = table
    for place in 0..<Self.size * Self.size {
      counts[place] = UInt8(rest % (most + 1))
      rest /= most + 1
    }
    return Values(counts)
  }
}
