package import Site

/// A known figure at its place in the data.
package struct KnownCell: Sendable, Hashable {
  /// Index among the data sets.
  package let dataSet: Int
  /// Index among the measures of the data set.
  package let measure: Int
  /// Unknowns of the data set that add up to it, ascending.
  package let unknowns: [Int]
  /// 0 or more; true in the data.
  package let value: Int
  package let figure: KnownFigure
}
