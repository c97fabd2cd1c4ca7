public import Diagnostics

/// The cells of a data set that stand at one level of one axis, as `neverHide` and `preferHide` in
/// `site.yaml` name them.
public struct AxisLevel: Sendable, Hashable {
  /// Name of the data set.
  public let dataset: PlacedName
  public let axis: PlacedName
  public let level: Level
  public let levelPlace: Place

  public enum Level: Sendable, Hashable {
    /// Of an area axis.
    case area(AreaLevel)
    /// Of a dimension: steps below its total, which is 0.
    case depth(Int)
    /// Of the period axis: the periods of the data.
    case each
    /// Of the period axis: ranges of several periods.
    case pooled

    /// As it is written: `province`, `1`, `each`, `pooled`; nil for anything else.
    public init?(_ text: String) {
      switch text {
      case "each": self = .each
      case "pooled": self = .pooled
      default:
        if let area = AreaLevel(rawValue: text) {
          self = .area(area)
        } else if let depth = Int(text), depth >= 0 {
          self = .depth(depth)
        } else {
          return nil
        }
      }
    }
  }

  public init(dataset: PlacedName, axis: PlacedName, level: Level, levelPlace: Place) {
    self.dataset = dataset
    self.axis = axis
    self.level = level
    self.levelPlace = levelPlace
  }
}
