public import Diagnostics

/// A count that others publish, as `known` in `site.yaml` lists it: a reader of the edition knows
/// it, whether the edition prints it or not.
public struct KnownFigure: Sendable, Hashable {
  /// Name of the data set.
  public let dataset: PlacedName
  /// Id of the measure.
  public let measure: PlacedName
  /// Where the figure stands, in the order of the file; an axis that is left out is at its total
  /// (the period axis: all periods of the data together).
  public let at: [Coordinate]
  /// 0 or more.
  public let value: Int
  public let valuePlace: Place
  /// Who publishes it.
  public let source: String

  /// A code of an axis, as tables publish it: `F`, `2024`, `gso-2004:87`.
  public struct Coordinate: Sendable, Hashable {
    public let axis: PlacedName
    public let code: PlacedName

    public init(axis: PlacedName, code: PlacedName) {
      self.axis = axis
      self.code = code
    }
  }

  public init(
    dataset: PlacedName, measure: PlacedName, at: [Coordinate], value: Int, valuePlace: Place,
    source: String
  ) {
    self.dataset = dataset
    self.measure = measure
    self.at = at
    self.value = value
    self.valuePlace = valuePlace
    self.source = source
  }
}

/// A name as written, with its place: whether something is called so is known later only.
public struct PlacedName: Sendable, Hashable {
  public let name: String
  public let place: Place

  public init(_ name: String, at place: Place) {
    self.name = name
    self.place = place
  }
}
