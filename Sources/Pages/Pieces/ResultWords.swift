import Indicators
import Tables
import VietnameseText

/// What an indicator's result says, in words: all of it from cleared cells.
struct ResultWords {
  let series: IndicatorSeries
  let words: InterfaceWords

  /// "94,9%", "604 cuộc"; nil where no number may be said.
  func value(_ result: IndicatorResult) -> String? {
    switch result.outcome {
    case .share(let share):
      NumberFormat.percent(
        numerator: share.numerator, denominator: share.denominator, language: words.language)
    case .count(let count): words.number(count, unit: unit)
    case .nothingOccurred, .insufficientData, .suppressed: nil
    }
  }

  /// "74 trong 78 tin"; nil for what is no share.
  func partOfWhole(_ result: IndicatorResult) -> String? {
    guard case .share = result.outcome, let part = result.numerator?.quantity,
      let whole = result.denominator?.quantity
    else { return nil }
    let unit = words.unit(self.unit, count: whole.count)
    return words.fill(
      .resultOf, ["part": words.number(part), "whole": words.number(whole), "unit": unit])
  }

  /// "thiếu 4 tin"; nil if nothing lacks or it may not be shown.
  func shortfall(_ result: TargetResult) -> String? {
    result.shortfall.map { words.fill(.shortfall, shortfallValues($0)) }
  }

  /// "thiếu 4 tin so với mục tiêu 100%", in two parts: the count, which is never parted, and the
  /// rest.
  func shortfall(_ result: TargetResult, of target: Target) -> (count: String, rest: String)? {
    guard let lacking = result.shortfall, case .measured(_, _, let value) = target.goal else {
      return nil
    }
    let count = words.fill(.shortfall, shortfallValues(lacking))
    let unit = series.indicator.unit
    let goal = words.number(value, unit: unit)
    let number = words.number(lacking)
    let whole = words.fill(
      .shortfallAgainst,
      ["count": number, "unit": words.unit(self.unit, count: lacking.count), "target": goal])
    return whole.hasPrefix(count)
      ? (count, String(whole.dropFirst(count.count))) : ("", whole)
  }

  private func shortfallValues(_ lacking: Quantity) -> KeyValuePairs<String, String> {
    ["count": words.number(lacking), "unit": words.unit(unit, count: lacking.count)]
  }

  /// The unit in which the parts are counted.
  private var unit: String {
    wholeMeasure?.unit ?? series.indicator.unit
  }

  var partMeasure: Measure? { series.table?.measure(measures.part) }

  var wholeMeasure: Measure? { series.table?.measure(measures.whole) }

  private var measures: (part: String, whole: String) {
    switch series.indicator.formula {
    case .ratio(let numerator, let denominator): (numerator, denominator)
    case .count(let measure), .milestone(let measure): (measure, measure)
    }
  }
}
