import Disclosure

/// A table over the given axes with all of its totals: one variable a combination of codes, row
/// by row, and one cell for each combination of a code or the total.
struct FullTable {
  let sizes: [Int]
  /// By key: a code for each axis, or `nil` for its total.
  let keys: [[Int?]]
  let cells: [SuppressionCell]

  init(_ sizes: [Int], publication: Publication = .printable, protection: Protection = .count) {
    self.sizes = sizes
    let keys = sizes.reduce([[]]) { keys, size in
      keys.flatMap { key in [key + [nil]] + (0..<size).map { key + [$0] } }
    }
    self.keys = keys
    cells = keys.map { key in
      SuppressionCell(
        variables: Self.variables(of: key, sizes), publication: publication, protection: protection)
    }
  }

  /// Index of the cell at a key; −1 if there is none.
  func cell(_ key: Int?...) -> Int { keys.firstIndex(of: key) ?? -1 }

  static func variables(of key: [Int?], _ sizes: [Int]) -> [Int] {
    zip(key, sizes).reduce([0]) { variables, axis in
      let (code, size) = axis
      return variables.flatMap { base in
        (code.map { [$0] } ?? Array(0..<size)).map { base * size + $0 }
      }
    }
  }
}

extension SuppressionPattern {
  /// Indices of the hidden cells, ascending.
  var hiddenCells: [Int] { hidden.indices.filter { hidden[$0] } }

  /// The same pattern with one cell printed.
  func printing(_ cell: Int) -> SuppressionPattern {
    var hidden = hidden
    hidden[cell] = false
    return SuppressionPattern(hidden: hidden, witnesses: witnesses)
  }
}
