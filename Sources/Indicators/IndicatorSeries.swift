public import Tables

/// An indicator over the periods of its table, as an edition may show it: computed from cleared
/// cells alone.
public struct IndicatorSeries: Sendable {
  public let indicator: Indicator
  /// Nil if the edition lacks the table: then there are no results, and whoever asks for a status
  /// gets "suppressed".
  public let table: ClearedTable?
  /// Single periods in the order of the table.
  public let results: [IndicatorResult]
  /// Ranges of periods in the order of the table.
  public let pooled: [IndicatorResult]

  /// Whether another authority published all figures of the indicator already.
  public var isPublishedElsewhere: Bool {
    let names =
      switch indicator.formula {
      case .ratio(let numerator, let denominator): [numerator, denominator]
      case .count(let measure), .milestone(let measure): [measure]
      }
    return names.allSatisfy { table?.measure($0)?.sensitivity == .published }
  }

  /// The single period that ends last, or else the range that does.
  public var latest: IndicatorResult? {
    (results.isEmpty ? pooled : results).max { $0.period.end < $1.period.end }
  }
}

/// The value of an indicator in one period.
public struct IndicatorResult: Sendable {
  /// Code and label of the period.
  public let periodCode: AxisCode
  public let period: Period
  /// The area that the cells stand for; nil if the table doesn't say.
  public let area: AxisCode?
  public let parts: Parts
  public let outcome: Outcome
  /// Whether a whole less its part may be printed here as a count.
  public let mayShowShortfall: Bool
  /// Breaks that lie between this period and the one before: nothing is compared across them.
  public let breaksBefore: [SeriesBreak]
  /// Whether a break lies between the first period of the series and this one.
  public let isAfterBreak: Bool

  /// The cells; nil where the table has none.
  public enum Parts: Sendable, Hashable {
    case ratio(numerator: Cell?, denominator: Cell?)
    case count(Cell?)
  }

  public enum Outcome: Sendable, Hashable {
    case share(Fraction)
    case count(Quantity)
    /// The whole is 0: there is no share, neither 0% nor 100%.
    case nothingOccurred
    case insufficientData
    case suppressed
  }

  public var isPooled: Bool { period.isRange }

  public var numerator: Cell? {
    if case .ratio(let numerator, _) = parts { return numerator }
    return nil
  }

  public var denominator: Cell? {
    if case .ratio(_, let denominator) = parts { return denominator }
    return nil
  }

  public var count: Cell? {
    if case .count(let cell) = parts { return cell }
    return nil
  }

  public var share: Fraction? {
    if case .share(let share) = outcome { return share }
    return nil
  }
}
