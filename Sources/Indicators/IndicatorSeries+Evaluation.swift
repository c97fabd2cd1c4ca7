import Site
public import Tables

extension IndicatorSeries {
  /// Evaluates an indicator in every period of its table.
  public init(_ indicator: Indicator, in edition: ClearedEdition) {
    self.indicator = indicator
    guard let table = edition.table(indicator.table), let totals = try? PeriodTotals(table),
      let evaluation = Evaluation(indicator, table: table, edition: edition)
    else {
      self.table = nil
      results = []
      pooled = []
      return
    }
    self.table = table
    let breaks = SeriesBreaks(totals.places.map(\.period), breaks: table.provenance.breaks)
    let all = totals.places.map { evaluation.result(at: $0, breaks: breaks) }
    results = all.filter { !$0.isPooled }
    pooled = all.filter(\.isPooled)
  }
}

/// Which breaks lie before which period.
private struct SeriesBreaks {
  /// Single periods by time.
  let periods: [Period]
  let breaks: [SeriesBreak]

  init(_ periods: [Period], breaks: [SeriesBreak]) {
    self.periods = periods.filter { !$0.isRange }.sorted { $0.start < $1.start }
    self.breaks = breaks
  }

  /// Breaks after the start of the period before and not after the start of this one.
  func before(_ period: Period) -> [SeriesBreak] {
    guard !period.isRange, let previous = periods.last(where: { $0.start < period.start })
    else { return [] }
    return breaks.filter { previous.start < $0.at && $0.at <= period.start }
  }

  func isAfter(_ period: Period) -> Bool {
    guard let first = periods.first else { return false }
    return breaks.contains { first.start < $0.at && $0.at <= period.start }
  }
}

/// The formula of an indicator, tied to the measures of a table.
private struct Evaluation {
  enum Formula {
    case ratio(numerator: Int, denominator: Int)
    case count(Int)
  }

  let table: ClearedTable
  let formula: Formula
  /// T, where the part counts persons; nil: no count is too small. A count has only a whole.
  let partThreshold: Int?
  /// T, where the part or the whole counts persons.
  let wholeThreshold: Int?
  let shortfall: ShortfallRule

  init?(_ indicator: Indicator, table: ClearedTable, edition: ClearedEdition) {
    func index(_ id: String) -> Int? { table.measures.firstIndex { $0.id == id } }
    let used: [Int]
    switch indicator.formula {
    case .ratio(let part, let whole):
      guard let numerator = index(part), let denominator = index(whole) else { return nil }
      formula = .ratio(numerator: numerator, denominator: denominator)
      used = [numerator, denominator]
    case .count(let id), .milestone(let id):
      guard let measure = index(id) else { return nil }
      formula = .count(measure)
      used = [measure]
    }
    self.table = table
    let measures = used.map { table.measures[$0] }
    let threshold = edition.edition.disclosure.threshold
    partThreshold = measures[0].isProtected ? threshold : nil
    wholeThreshold = measures.contains(where: \.isProtected) ? threshold : nil
    shortfall = ShortfallRule(measures, table: table, known: PublishedMeasures([edition]))
  }

  func result(at place: PeriodTotals.Place, breaks: SeriesBreaks) -> IndicatorResult {
    let parts: IndicatorResult.Parts
    let outcome: IndicatorResult.Outcome
    switch formula {
    case .ratio(let numerator, let denominator):
      let part = table.cell(at: place.indices, measure: numerator)
      let whole = table.cell(at: place.indices, measure: denominator)
      parts = .ratio(numerator: part, denominator: whole)
      outcome = ratio(part, whole)
    case .count(let measure):
      let cell = table.cell(at: place.indices, measure: measure)
      parts = .count(cell)
      outcome = count(cell)
    }
    return IndicatorResult(
      periodCode: place.code, period: place.period, area: place.area, parts: parts,
      outcome: outcome, mayShowShortfall: shortfall.allowsShortfall,
      breaksBefore: breaks.before(place.period), isAfterBreak: breaks.isAfter(place.period))
  }

  /// A whole of 0 decides alone. Else what nobody knows goes before what somebody hid: where a
  /// part was not collected there is no share, hidden or not.
  private func ratio(_ part: Cell?, _ whole: Cell?) -> IndicatorResult.Outcome {
    if let whole = whole?.quantity, whole.isZero { return .nothingOccurred }
    guard let part, let whole else { return .insufficientData }
    if part.isMissing || whole.isMissing { return .insufficientData }
    guard let numerator = part.quantity, let denominator = whole.quantity else {
      return .suppressed
    }
    if isSmall(denominator, wholeThreshold) || isSmall(numerator, partThreshold) {
      return .suppressed
    }
    guard let share = Fraction(numerator, of: denominator) else { return .insufficientData }
    return .share(share)
  }

  private func count(_ cell: Cell?) -> IndicatorResult.Outcome {
    switch cell {
    case nil, .missing: .insufficientData
    case .suppressed: .suppressed
    case .value(let quantity, _): isSmall(quantity, wholeThreshold) ? .suppressed : .count(quantity)
    case .nothingOccurred: .count(.zero)
    }
  }

  /// The door hides small counts. A second look costs nothing.
  private func isSmall(_ quantity: Quantity, _ threshold: Int?) -> Bool {
    guard let threshold else { return false }
    return quantity.mantissa > 0
      && Int128(quantity.mantissa) < Int128(threshold) * Fraction.power(quantity.decimals)
  }
}

extension Measure {
  /// Whether the measure counts persons, or gives such a count away.
  var isProtected: Bool { sensitivity == .persons || derivedFrom != nil }
}

extension Cell {
  fileprivate var isMissing: Bool {
    if case .missing = self { return true }
    return false
  }
}
