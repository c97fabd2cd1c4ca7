package import Diagnostics
package import Site
package import Tables

/// A declared table before disclosure control: its shape, and for each cell what is true and which
/// unknowns add up to it.
package struct TableFrame: Sendable {
  package let id: String
  package let title: LocalizedText
  /// Index among the data sets.
  package let dataSet: Int
  /// Indices among the measures of the data set, in the order of the table.
  package let measures: [Int]
  package let axes: [Axis]
  /// Axes of the data set that the table doesn't show, in its order.
  package let fixed: [FixedAxis]
  package let layout: Layout
  package let notes: LocalizedText?
  /// Names of the editions that have the table.
  package let editions: [String]
  package let acrossBreak: LocalizedText?
  /// Where it is declared.
  package let place: Place
  /// Indices of the data set's periods that the table adds up or shows, ascending.
  package let periods: [Int]
  /// Row-major over the axes, the measure innermost: exactly the cells of the `ClearedTable`.
  package let aggregates: [Aggregate]
}

/// A cell of a table: what is true there, and of what it is the sum.
package struct Aggregate: Sendable, Hashable {
  package let truth: CellTruth
  /// Unknowns of the data set that add up to it, ascending; empty unless the cell is a number or
  /// `-`. They are of this cell's measure, or, if that is derived, of the measure behind it: then
  /// they don't add up to the number that stands here.
  package let unknowns: [Int]
  /// Indices of the data set's periods that it covers, ascending.
  package let periods: [Int]
}

/// What stands in a cell before anything is hidden.
package enum CellTruth: Sendable, Hashable {
  case value(Quantity, ObservationStatus)
  /// `-`; counts as 0.
  case nothingOccurred
  case missing(MissingState)
  /// There is no such cell: the area did not exist in the period.
  case absent

  /// The number that stands here or is meant by `-`.
  package var quantity: Quantity? {
    switch self {
    case .value(let quantity, _): quantity
    case .nothingOccurred: .zero
    case .missing, .absent: nil
    }
  }
}
