import Site
public import Tables

/// What an earlier release of an edition printed and hid, as its readers have it.
public struct EarlierRelease: Sendable {
  /// How diagnostics call it.
  public let name: String
  /// Name of the edition. Readers of an internal edition have the public releases too.
  public let edition: String
  /// Whether a mark meant at least 1 there.
  public let zerosArePrinted: Bool
  public let tables: [EarlierTable]

  public init(name: String, edition: String, zerosArePrinted: Bool, tables: [EarlierTable]) {
    self.name = name
    self.edition = edition
    self.zerosArePrinted = zerosArePrinted
    self.tables = tables
  }
}

public struct EarlierTable: Sendable {
  public let id: String
  /// Name of the data set.
  public let dataset: String
  /// Ids of the measures.
  public let measures: [String]
  /// The axes that it shows, with their codes as published.
  public let axes: [(name: String, codes: [String])]
  /// The code at which each other axis stands.
  public let at: [String: String]
  /// By axis, the code above all others; none where several are, or for periods.
  public let tops: [String: String]
  /// Whether a measure counts persons, or gives such a count away.
  public let countsPersons: Bool
  /// Row-major over the axes, the measure innermost.
  public let cells: [EarlierCell]

  public init(
    id: String, dataset: String, measures: [String], axes: [(name: String, codes: [String])],
    at: [String: String], tops: [String: String] = [:], countsPersons: Bool = true,
    cells: [EarlierCell]
  ) {
    self.id = id
    self.dataset = dataset
    self.measures = measures
    self.axes = axes
    self.at = at
    self.tops = tops
    self.countsPersons = countsPersons
    self.cells = cells
  }
}

extension EarlierRelease {
  /// Whether a reader of an edition has it.
  func isRead(in edition: Edition) -> Bool {
    self.edition == edition.name || (edition.isInternal && self.edition == "public")
  }
}

public enum EarlierCell: Sendable, Hashable {
  case printed(Quantity)
  case hidden
  /// No number was there to print or hide, or no such cell.
  case nothing
}

/// A figure that an earlier release printed, and the one that the cell has today.
struct EarlierFigure {
  let name: EarlierCellName
  let measure: Int
  let variables: [Int]
  let then: Quantity
  let now: Quantity
  /// The code on each axis of the data set that the earlier table named.
  let codes: [String: String]

  var isRevised: Bool { then.change(to: now) != 0 }
}
