import Tables

/// One sum of unknowns is at most another one: true in the data, and known to every reader.
package struct SumBound: Sendable, Hashable {
  /// Indices of unknowns, ascending.
  package let lesser: [Int]
  /// Indices of unknowns, ascending.
  package let greater: [Int]
  package let kind: Kind

  /// What a bound comes from, and so what lies between its sides.
  package enum Kind: Sendable, Hashable {
    /// Parts ≤ wholes, where the two lack different cells under totals that are given.
    ///
    /// `isComplete`: all parts and wholes that hang together, so that what lies between is their
    /// complement.
    case parts(isComplete: Bool)
    /// A code ≤ its total, or its group: between lies who has none but other codes.
    case code
    /// The same of a whole less its part; the unknown of the part at the code.
    case codeOutsidePart(atCode: Int)
    /// A total, or a group, ≤ the sum of its codes: between lies how often codes are shared.
    case codes
    /// Of an identity with missing numbers: these lie between.
    case identity
  }
}

/// A sum of unknowns, some with a minus, that is 0: true in the data, and known to every reader.
package struct SumEquation: Sendable, Hashable {
  /// Ascending by unknown.
  package let terms: [Term]

  package struct Term: Sendable, Hashable {
    /// Index of an unknown.
    package let unknown: Int
    /// 1 or -1.
    package let coefficient: Int
  }
}

extension SumEquation {
  fileprivate func holds(for unknowns: [Unknown]) -> Bool {
    terms.reduce(0) { $0 &+ $1.coefficient * unknowns[$1.unknown].value.mantissa } == 0
  }

  /// Whether all of them are 0.
  fileprivate func isEmpty(for unknowns: [Unknown]) -> Bool {
    terms.allSatisfy { unknowns[$0.unknown].value.mantissa == 0 }
  }
}

/// All that relates the unknowns of a data set to each other.
struct DataRelations: Sendable {
  var pairs: [PartPair] = []
  var bounds: [SumBound] = []
  var equations: [SumEquation] = []
  /// Equations without a term that is not applicable: readers may take them to hold, and where the
  /// data agree they are right.
  var assumed: [SumEquation] = []
  /// What periods may leave to the next: the same of it.
  var carried: [CarriedOver] = []

  /// Takes the assumed equations in that hold.
  func assuming(for unknowns: [Unknown]) -> DataRelations {
    var copy = self
    copy.equations += assumed.filter { $0.holds(for: unknowns) }
    for carried in carried {
      let holding = ([carried.finest] + [carried.total.map { [$0] } ?? []]).first { equations in
        equations.allSatisfy { $0.holds(for: unknowns) }
          && equations.contains { !$0.isEmpty(for: unknowns) }
      }
      copy.equations += holding ?? []
    }
    copy.assumed = []
    copy.carried = []
    return copy
  }

  /// Whether some unknowns satisfy all relations; values of cells without a number were chosen, and
  /// may have been chosen badly.
  func hold(for unknowns: [Unknown]) -> Bool {
    func sum(_ indices: [Int]) -> Int { indices.reduce(0) { $0 &+ unknowns[$1].value.mantissa } }
    return pairs.allSatisfy { sum([$0.part]) <= sum([$0.whole]) }
      && bounds.allSatisfy { sum($0.lesser) <= sum($0.greater) }
      && equations.allSatisfy { $0.holds(for: unknowns) }
  }
}

/// The unknown of a measure at a finest cell, whether the cell has a number or lies in an atom.
struct UnknownsByCell: Sendable {
  let space: Space
  let rows: Rows
  let rowOf: [Int: Int32]
  let absentRows: Resource.AbsentRows
  let cells: LeafCells
  let missing: [MissingParts]
  private let cellOf: [Int: Int]
  private let atoms: [[Int: Int]]

  init(
    space: Space, rows: Rows, rowOf: [Int: Int32], absentRows: Resource.AbsentRows,
    cells: LeafCells, missing: [MissingParts]
  ) {
    self.space = space
    self.rows = rows
    self.rowOf = rowOf
    self.absentRows = absentRows
    self.cells = cells
    self.missing = missing
    cellOf = Dictionary(
      (0..<cells.count).map { (cells.key($0, in: space), $0) }, uniquingKeysWith: { a, _ in a })
    atoms = missing.map(\.unknownOfLeaf)
  }

  /// What a finest cell says of a measure.
  enum Content: Hashable {
    case unknown(Int)
    /// Under a total that was given, together with other cells.
    case atom(Int)
    /// 0, but no unknown: an absent row of very many, or not applicable.
    case nothing(isApplicable: Bool)
    /// Something occurred, nobody knows how much.
    case missing
  }

  func content(_ key: Int, _ measure: Int) -> Content {
    if let cell = cellOf[key], let unknown = cells.unknown(cell, measure) {
      return .unknown(unknown)
    }
    if let atom = atoms[measure][key] { return .atom(atom) }
    guard let row = rowOf[key] else {
      return absentRows == .zero ? .nothing(isApplicable: true) : .missing
    }
    return rows.state(Int(row), measure) == .notApplicable
      ? .nothing(isApplicable: false) : .missing
  }

  func unknown(_ key: Int, _ measure: Int) -> Int? {
    switch content(key, measure) {
    case .unknown(let unknown), .atom(let unknown): unknown
    case .nothing, .missing: nil
    }
  }

  /// Keys of all finest cells, ascending: those that have unknowns, and those in atoms.
  var keys: [Int] {
    Set(cellOf.keys).union(atoms.flatMap(\.keys)).sorted()
  }

  func hasAtoms(_ measure: Int) -> Bool { !atoms[measure].isEmpty }

  /// The cells of the atom of an unknown.
  func leaves(_ unknown: Int, _ measure: Int) -> [Int] {
    missing[measure].atoms[unknown - missing[measure].firstUnknown].leaves
  }
}
