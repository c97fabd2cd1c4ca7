public import Tables

/// How a plan's targets stand, in one edition.
public struct Scoreboard: Sendable {
  public let plan: Plan
  public let goals: [Goal]

  public struct Goal: Sendable {
    public let goal: Plan.Goal
    public let targets: [TargetStanding]
  }

  public var targets: [TargetStanding] { goals.flatMap(\.targets) }
}

/// How one target stands.
public struct TargetStanding: Sendable {
  public let target: Target
  /// Nil for a qualitative target, and where the indicator could not be read.
  public let indicator: Indicator?
  /// Single periods within the plan's validity, in the order of the table. Empty for a
  /// qualitative target and for a table that the edition lacks.
  public let periods: [TargetResult]
  /// Ranges of periods that touch the plan's validity.
  public let pooled: [TargetResult]

  /// The single period that ends last, or else the range that does.
  public var latest: TargetResult? { Self.latest(periods, pooled) }

  static func latest(_ periods: [TargetResult], _ pooled: [TargetResult]) -> TargetResult? {
    (periods.isEmpty ? pooled : periods).max { $0.result.period.end < $1.result.period.end }
  }

  /// The status of the latest period; "suppressed" where the edition lacks the table,
  /// "insufficient data" where the table has no period of the plan.
  public let status: TargetStatus
}

/// How a target stands in one period.
public struct TargetResult: Sendable {
  public let result: IndicatorResult
  public let status: TargetStatus
  /// What lacks to the target, in the unit of the measure; nil if nothing does or if it may not
  /// be shown.
  public let shortfall: Quantity?
}

/// Raw values are stable names for templates and programs.
public enum TargetStatus: String, Sendable, Hashable, CaseIterable {
  /// đạt
  case met
  /// chưa đạt
  case notMet
  /// không phát sinh
  case nothingOccurred
  /// chưa đủ dữ liệu
  case insufficientData
  /// bảo mật
  case suppressed
  /// định tính
  case qualitative
}
