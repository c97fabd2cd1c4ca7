public import Tables

extension Scoreboard {
  public init(_ plan: Plan, catalog: IndicatorCatalog, in edition: ClearedEdition) {
    self.plan = plan
    goals = plan.goals.map { goal in
      Goal(
        goal: goal,
        targets: goal.targets.map {
          TargetStanding($0, of: plan, catalog: catalog, in: edition)
        })
    }
  }
}

extension TargetStanding {
  public init(
    _ target: Target, of plan: Plan, catalog: IndicatorCatalog, in edition: ClearedEdition
  ) {
    self.target = target
    guard case .measured(let id, let comparator, let value) = target.goal else {
      indicator = nil
      periods = []
      pooled = []
      status = .qualitative
      return
    }
    indicator = catalog.indicator(id)
    guard let indicator else {
      periods = []
      pooled = []
      status = .insufficientData
      return
    }
    let series = IndicatorSeries(indicator, in: edition)
    let judge = Judge(comparator: comparator, value: value, formula: indicator.formula)
    periods = judge.judge(series.results.filter { plan.covers($0.period) })
    pooled = judge.judge(series.pooled.filter { plan.covers($0.period) })
    status =
      Self.latest(periods, pooled)?.status
      ?? (series.table == nil ? .suppressed : .insufficientData)
  }
}

/// Compares results with a target.
private struct Judge {
  let comparator: Target.Comparator
  let value: Quantity
  let formula: Indicator.Formula

  /// Judges periods by time, and gives them back in their own order.
  func judge(_ results: [IndicatorResult]) -> [TargetResult] {
    var judged: [TargetResult?] = results.map { _ in nil }
    var isReached = false
    let byTime = results.indices.sorted { results[$0].period.start < results[$1].period.start }
    for index in byTime {
      if !results[index].breaksBefore.isEmpty { isReached = false }
      judged[index] = judge(results[index], isReached: &isReached)
    }
    return judged.compactMap { $0 }
  }

  /// - Parameter isReached: whether a milestone was reached in an earlier period.
  private func judge(_ result: IndicatorResult, isReached: inout Bool) -> TargetResult {
    var status = status(of: result)
    if case .milestone = formula {
      if isReached { status = .met }
      isReached = status == .met
    }
    return TargetResult(
      result: result, status: status,
      shortfall: status == .notMet && result.mayShowShortfall ? shortfall(of: result) : nil)
  }

  private func status(of result: IndicatorResult) -> TargetStatus {
    switch result.outcome {
    case .share(let share): comparator.holds(share, percent: value) ? .met : .notMet
    case .count(let count): comparator.holds(count, value: value) ? .met : .notMet
    case .nothingOccurred: .nothingOccurred
    case .insufficientData: .insufficientData
    case .suppressed: .suppressed
    }
  }

  /// The smallest number that, added to the part or count, reaches the target; nil where more
  /// would not help (the target is a ceiling).
  private func shortfall(of result: IndicatorResult) -> Quantity? {
    guard comparator == .atLeast || comparator == .equal else { return nil }
    switch result.outcome {
    case .share(let share):
      guard result.numerator?.quantity?.count != nil, result.denominator?.quantity?.count != nil
      else { return nil }
      let wanted = Int128(value.mantissa) * Int128(share.denominator)
      let unit = 100 * Fraction.power(value.decimals)
      let needed = (wanted + unit - 1) / unit - Int128(share.numerator)
      return Int(exactly: needed).flatMap { $0 > 0 ? Quantity($0) : nil }
    case .count(let count):
      guard let gap = value.adding(Quantity(mantissa: -count.mantissa, decimals: count.decimals))
      else { return nil }
      return gap.mantissa > 0 ? gap : nil
    case .nothingOccurred, .insufficientData, .suppressed: return nil
    }
  }
}
