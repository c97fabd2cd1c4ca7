public import Site

/// A table that passed disclosure control: all that an edition may say about its figures.
///
/// Only the `Disclosure` room can make one. It is not `Decodable`: that would be a second door.
///
/// Cells lie in row-major order over the axes in their order, the measure innermost.
public struct ClearedTable: Sendable {
  public let id: String
  public let title: LocalizedText
  /// Name of the data set.
  public let dataset: String
  public let measures: [Measure]
  /// Equations between measures of the data set, as it declares them, for example
  /// `opening + received - closed = closing`: true of each finest count.
  public let identities: [String]
  public let axes: [Axis]
  /// Axes of the data set that the table doesn't show, and the code at which they stand.
  public let fixed: [FixedAxis]
  public let layout: Layout
  public let notes: LocalizedText?
  public let provenance: Provenance
  /// Reason why a pooled period may reach across a break in the series; nil if none does.
  public let acrossBreak: LocalizedText?
  /// For each cell, nil where there is none (an area that did not exist in the period).
  public let cells: [Cell?]

  package init(
    id: String, title: LocalizedText, dataset: String, measures: [Measure], axes: [Axis],
    fixed: [FixedAxis], layout: Layout, notes: LocalizedText?, provenance: Provenance,
    acrossBreak: LocalizedText?, cells: [Cell?], identities: [String] = []
  ) {
    self.id = id
    self.title = title
    self.dataset = dataset
    self.measures = measures
    self.identities = identities
    self.axes = axes
    self.fixed = fixed
    self.layout = layout
    self.notes = notes
    self.provenance = provenance
    self.acrossBreak = acrossBreak
    self.cells = cells
  }

  /// Number of codes of each axis.
  public var shape: [Int] { axes.map(\.codes.count) }

  /// The cell at one index per axis and one measure; nil if there is none.
  public func cell(at indices: [Int], measure: Int) -> Cell? {
    guard indices.count == axes.count, measures.indices.contains(measure) else { return nil }
    var offset = 0
    for (axis, index) in zip(axes, indices) {
      guard axis.codes.indices.contains(index) else { return nil }
      offset = offset * axis.codes.count + index
    }
    return cells[offset * measures.count + measure]
  }

  /// The cell at named codes; an axis that is left out is at its total. Nil if a name or code is
  /// unknown, if an axis that is left out has no total, or if there is no such cell.
  public func cell(at codes: [String: String], measure id: String) -> Cell? {
    guard let measure = measures.firstIndex(where: { $0.id == id }),
      codes.keys.allSatisfy({ name in axes.contains { $0.name == name } })
    else { return nil }
    var indices: [Int] = []
    for axis in axes {
      guard let index = codes[axis.name].map(axis.index(of:)) ?? axis.total else { return nil }
      indices.append(index)
    }
    return cell(at: indices, measure: measure)
  }

  public func axis(_ name: String) -> Axis? { axes.first { $0.name == name } }

  public func measure(_ id: String) -> Measure? { measures.first { $0.id == id } }

  /// Whether every figure was published by another authority already: then it is no sample, on a
  /// sample site either.
  public var isPublishedElsewhere: Bool {
    measures.allSatisfy { $0.sensitivity == .published }
  }

  public var hasSuppressedCells: Bool { cells.contains(.suppressed) }
}

/// How a table is laid out: names of the axes in its rows and in its columns, outermost first.
/// Several measures are the innermost columns. Every axis is in one of the two.
public struct Layout: Sendable, Hashable {
  public let rows: [String]
  public let columns: [String]

  package init(rows: [String], columns: [String]) {
    self.rows = rows
    self.columns = columns
  }
}

/// An axis that a table doesn't show.
public struct FixedAxis: Sendable, Hashable {
  public let name: String
  public let title: LocalizedText
  public let code: AxisCode

  package init(name: String, title: LocalizedText, code: AxisCode) {
    self.name = name
    self.title = title
    self.code = code
  }
}
