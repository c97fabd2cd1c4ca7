import PublishedFiles

/// All that a reader knows of one group of tied measures of a data set, and what must not follow.
struct DataSetModel {
  /// Where a figure stands.
  struct Origin: Hashable, Sendable {
    /// Id of its table; of the data set where no table shows it.
    let table: String
    /// Measure and codes.
    let cell: String
    /// Index of the earlier edition in which it stands; nil for today's.
    var earlier: Int?
  }

  struct Target: Sendable {
    enum Kind: Sendable, Equatable {
      case hidden, missing, complement, lattice, piece
      /// A finest piece of a place at which not everything was gone through.
      case finest(place: Int)
    }

    let kind: Kind
    let origin: Origin
    let sum: AuditSystem.Sum
    /// What others publish says it already.
    var isKnownElsewhere = false
  }

  /// What breaks the promise by plain arithmetic.
  struct Finding: Sendable {
    enum Kind: Sendable { case printed, remainder, revision }

    let kind: Kind
    let origin: Origin
    /// The part that is taken away, or the earlier print.
    let other: Origin?
  }

  let dataset: String
  let variableCount: Int
  /// What today's edition says, with the cell that says it.
  let knowledge: [(AuditSystem.Knowledge, Origin?)]
  /// What earlier editions and rates say: it may have been revised.
  let uncertain: [(AuditSystem.Knowledge, Origin)]
  /// What readers suppose that a period leaves to the next, where nothing contradicts it: of each
  /// list, the first that agrees with all else.
  let supposed: [[[AuditSystem.Knowledge]]]
  let targets: [Target]
  let findings: [Finding]
  /// Small counts in print that others publish too.
  let knownElsewhere: [Origin]
  /// The axis of each place at which not all pieces, or sums of figures, were gone through.
  let cut: [String]
  /// Axes on which not all sums were compared with earlier editions.
  let cutRevisions: [String]
  /// One cell with two values.
  let contradictions: [(Origin, Origin)]
  /// Figures per unit: 1, or a power of ten where there are decimals.
  let scale: Int
}

/// What is said of one cell by all tables that show it.
struct CellContent {
  var printed: (value: Int, origin: DataSetModel.Origin)?
  var earlier: [(value: Int, origin: DataSetModel.Origin)] = []
  var hidden: DataSetModel.Origin?
  var missing: DataSetModel.Origin?
  /// The cell shown by today's tables, whatever stands there.
  var shown: DataSetModel.Origin?
}
