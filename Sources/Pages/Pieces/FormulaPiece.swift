public import Indicators
public import Tables

/// The piece "formula": numerator, denominator and share of one period.
public enum FormulaPiece {
  /// Nil where a part is no number, or the indicator is no share.
  ///
  /// - Parameter shortfall: what lacks to the target and may be shown (`TargetResult.shortfall`);
  ///   it is written as a subtraction where it is one.
  public static func html(
    _ series: IndicatorSeries, _ result: IndicatorResult, shortfall: Quantity? = nil,
    words: InterfaceWords
  ) -> [UInt8]? {
    let said = ResultWords(series: series, words: words)
    guard case .share = result.outcome, let part = result.numerator?.quantity,
      let whole = result.denominator?.quantity, let value = said.value(result),
      let partMeasure = said.partMeasure, let wholeMeasure = said.wholeMeasure
    else { return nil }
    var html = HTML()
    html.raw("<dl class=\"formula\">\n")
    write(words.number(part), meaning(of: partMeasure, part, words), to: &html)
    write(words.number(whole), meaning(of: wholeMeasure, whole, words), to: &html)
    var meaning = words[.formulaResult]
    let minusPart = Quantity(mantissa: -part.mantissa, decimals: part.decimals)
    if let shortfall, shortfall == whole.adding(minusPart) {
      meaning +=
        ". "
        + words.fill(
          .formulaRemainder,
          [
            "denominator": words.number(whole), "numerator": words.number(part),
            "remainder": words.number(shortfall, unit: wholeMeasure.unit),
          ])
    }
    write(value, [Label(meaning)], to: &html)
    html.raw("</dl>\n")
    return html.bytes
  }

  private static func write(_ number: String, _ meaning: [Label], to html: inout HTML) {
    html.raw("<div><dt>")
    html.text(number)
    html.raw("</dt><dd>")
    for (index, label) in meaning.enumerated() {
      if index > 0 { html.raw(" ") }
      html.text(label)
    }
    html.raw("</dd></div>\n")
  }

  /// "người được tiếp nhận": unit and measure, the unit once.
  private static func meaning(
    of measure: Measure, _ quantity: Quantity, _ words: InterfaceWords
  ) -> [Label] {
    let label = Label(measure.title, in: words.language)
    let title = Label(label.continued, language: label.language)
    let unit = words.unit(measure.unit, count: quantity.count)
    let isSaid = title.text == unit || title.text.hasPrefix(unit + " ")
    return isSaid ? [title] : [Label(unit), title]
  }
}
