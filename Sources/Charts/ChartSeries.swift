public import Tables
import VietnameseText

/// What a chart draws: one series of points, already in the words of the page.
///
/// It is made from a cleared table (`ChartSeries.read`) or, point by point, from the results of
/// an indicator.
public struct ChartSeries: Sendable {
  /// Name of the measure or indicator.
  public let name: String
  public let scale: Scale
  /// Over periods: single periods, in any order. Over categories: in the order of the chart.
  public let points: [ChartPoint]
  /// What counts are of, as the picture says it at the bottom right, for example "Đơn vị: cuộc".
  public let unit: String?
  /// Days on which the series breaks.
  public let breaks: [SeriesBreak]
  /// A value to compare with, and its words: "Mục tiêu 100%". Drawn in line charts.
  public let goal: Goal?
  /// Codes at which the table's other axes stand, for the line below the title; an area that is
  /// not the same in all points is left out.
  public let standsAt: [AxisCode]

  public enum Scale: Sendable, Hashable {
    /// From zero; periods of unequal length don't share an axis.
    case counts
    /// Percent; a line may start above zero, and then the picture says so.
    case rates
  }

  public struct Goal: Sendable, Hashable {
    public let value: Double
    public let text: String

    public init(value: Double, text: String) {
      self.value = value
      self.text = text
    }
  }

  public init(
    name: String, scale: Scale, points: [ChartPoint], unit: String? = nil,
    breaks: [SeriesBreak] = [], goal: Goal? = nil, standsAt: [AxisCode] = []
  ) {
    self.name = name
    self.scale = scale
    self.points = points
    self.unit = unit
    self.breaks = breaks
    self.goal = goal
    self.standsAt = standsAt
  }

  var isOverPeriods: Bool { points.contains { $0.period != nil } }
}

/// A point of a line, or a bar.
public struct ChartPoint: Sendable, Hashable {
  /// Name of the period or category.
  public let label: String
  /// Nil for a category.
  public let period: Period?
  public let mark: ChartMark

  public init(label: String, period: Period?, mark: ChartMark) {
    self.label = label
    self.period = period
    self.mark = mark
  }
}

/// What stands at a point: a number, or why there is none. Each is drawn differently.
public enum ChartMark: Sendable, Hashable {
  /// A number from 0 up, and how it is written: `74`, `94,9%`.
  case value(Double, text: String)
  case nothingOccurred
  /// Occurred and not collected, or not available yet.
  case missing
  case notApplicable
  case suppressed

  /// A cell of a cleared table; nil for a negative number.
  public init?(_ cell: Cell, language: String) {
    switch cell {
    case .value(let quantity, _):
      guard quantity.mantissa >= 0 else { return nil }
      let text = NumberFormat.format(
        mantissa: quantity.mantissa, decimals: quantity.decimals, language: language)
      var value = Double(quantity.mantissa)
      for _ in 0..<quantity.decimals { value /= 10 }
      self = .value(value, text: text)
    case .nothingOccurred: self = .nothingOccurred
    case .missing(.notApplicable): self = .notApplicable
    case .missing: self = .missing
    case .suppressed: self = .suppressed
    }
  }

  /// A share, as percent; nil if there is none (`NumberFormat.percent`).
  public init?(numerator: Int, denominator: Int, language: String) {
    guard
      let text = NumberFormat.percent(
        numerator: numerator, denominator: denominator, language: language)
    else { return nil }
    self = .value(100 * Double(numerator) / Double(denominator), text: text)
  }

  var value: Double? {
    if case .value(let value, _) = self { return value }
    return nil
  }
}
