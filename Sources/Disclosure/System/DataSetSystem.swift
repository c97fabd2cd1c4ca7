import Observations
import Tables

/// All that an edition may publish of one data set, as one system: every declared table, and what
/// readers can work out or know besides.
struct DataSetSystem {
  /// A cell of a declared table.
  struct CellName: Hashable {
    /// Index of the frame.
    let frame: Int
    /// Index of the aggregate within the frame.
    let aggregate: Int
  }

  /// What a cell of the system is.
  enum Origin: Hashable {
    case table(CellName)
    /// What an earlier release printed or hid.
    case earlier(EarlierCellName)
    /// A figure that others publish: its index among those of the policy.
    case known(Int)
    /// A table cell less another, of the same measure; indices of cells of the system.
    case remainder(whole: Int, part: Int)
    /// The whole that a table cell counts in part, less that part; index of a cell of the system.
    case complement(of: Int)
    /// What was not collected below a given total; index of the total's cell.
    case missingParts(of: Int)
    /// A row of which all persons fall in one category, less that category; index of the row's cell.
    case otherCategories(of: Int)
    /// A complement less another within it; indices of the parts' cells.
    case complementRemainder(whole: Int, part: Int)
    /// What cells with overlapping codes leave when they are taken from each other.
    case overlap(OverlappingCells.Place)
    /// A combination of codes that no table need show: the axes' codes in their order.
    case latticeNode(measure: Int, codes: [String])
  }

  let system: SuppressionSystem
  /// Where each cell of the system comes from, cells of tables first.
  let origins: [Origin]
  /// Cells of tables whose small count is known from elsewhere: nothing can protect it, and it is
  /// not repeated.
  let knownSmall: [CellName]
  /// How many further small counts follow from figures that are known from elsewhere.
  let givenAway: Int
  /// What earlier releases printed of cells that have a number today.
  let printedEarlier: [EarlierFigure]
  let unplaced: [UnplacedTable]

  /// What a cell counts, whichever table shows it: its variables.
  func key(of cell: Int) -> [Int] { system.cells[cell].variables }

  /// Index of the cell of the system that a cell of a table is.
  func cell(_ name: CellName) -> Int? {
    origins.firstIndex(of: .table(name))
  }
}

/// A cell of a table of an earlier release.
struct EarlierCellName: Hashable {
  let release: String
  let table: String
  /// `measure, axis=code, …`
  let cell: String
}

/// A number that is not the sum of its finest counts, or not whole: the system would not be what
/// is published.
struct CellDoesNotAddUp: Error {}

/// Zeros must be kept, but the combinations that count 0 are too many to be unknowns: what a table
/// shows of them would be printed as it is.
struct ZerosLeftOut: Error {}

/// More combinations of codes than `lattice: full` can hold.
struct LatticeTooLarge: Error {
  let combinations: Int
}

/// Codes that overlap in more ways than can be looked at.
struct TooManyOverlaps: Error {
  let axes: [String]
}
