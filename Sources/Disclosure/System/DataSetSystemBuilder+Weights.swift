import Observations
import Site
import Tables

/// `neverHide` and `preferHide`: which cells serve to protect others.
extension DataSetSystemBuilder {
  /// How much cheaper it is to hide a cell that is rather hidden than others.
  private static let preference = 0.1

  /// Whether a cell of a frame stands at one of some levels.
  func stands(_ aggregate: Int, of frame: TableFrame, at levels: [AxisLevel]) -> Bool {
    levels.contains { level in
      guard level.dataset.name == dataSet.name else { return false }
      let code = frame.code(of: aggregate, on: level.axis.name)
      switch level.level {
      case .each: return frame.aggregates[aggregate].periods.count == 1 && code?.period != nil
      case .pooled: return frame.aggregates[aggregate].periods.count > 1 && code?.period != nil
      case .area(let area): return code?.area?.level == area
      case .depth(let depth):
        return code.flatMap { dataSet.depth(of: $0.code, on: level.axis.name) } == depth
      }
    }
  }

  /// The weight of a cell; nil for the engine's own.
  func weight(_ aggregate: Int, of frame: TableFrame, value: Int) -> Double? {
    guard stands(aggregate, of: frame, at: policy.preferHide) else { return nil }
    return Self.preference * max(0.5, Double(value)).squareRoot()
  }
}

extension TableFrame {
  /// The code of a cell on an axis, shown or not.
  func code(of aggregate: Int, on name: String) -> AxisCode? {
    var rest = aggregate / measures.count
    for axis in axes.reversed() {
      if axis.name == name { return axis.codes[rest % axis.codes.count] }
      rest /= axis.codes.count
    }
    return fixed.first { $0.name == name }?.code
  }
}
