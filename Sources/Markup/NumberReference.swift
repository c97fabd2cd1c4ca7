public import Diagnostics

/// A number in a sentence, as the author asked for it: `` `= table[measure, axis=code, …]` ``.
///
/// An axis that is left out is at its total. Which tables, measures, axes and codes there are is
/// known to the host.
public struct NumberReference: Sendable, Hashable {
  public let table: Named
  public let measure: Named
  public let coordinates: [Coordinate]
  /// Place of the code span.
  public let place: Place

  public struct Coordinate: Sendable, Hashable {
    public let axis: Named
    /// `_T`, `F`, `2024`, `2021/2025-S1`, `gso-2004:87`, `18+`: anything without blanks, commas
    /// and square brackets.
    public let code: Named
  }

  /// The code asked for on an axis; nil: its total.
  public func code(on axis: String) -> String? {
    coordinates.first { $0.axis.text == axis }?.code.text
  }
}

/// A name that an author wrote, and where.
public struct Named: Sendable, Hashable {
  public let text: String
  public let place: Place

  public init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
  }
}
