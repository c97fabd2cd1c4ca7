public import Indicators

/// The piece "key figure": the latest value of an indicator, how it stands, when and where.
public enum KeyFigure {
  public struct Request: Sendable {
    public let series: IndicatorSeries
    /// The target that it measures, as it stands; nil: the indicator has none.
    public let standing: TargetStanding?
    public let words: InterfaceWords
    public let isSample: Bool
    /// Address of the indicator's page, where its name has to be said (in a content page).
    public let nameHref: String?

    public init(
      series: IndicatorSeries, standing: TargetStanding? = nil, words: InterfaceWords,
      isSample: Bool, nameHref: String? = nil
    ) {
      self.series = series
      self.standing = standing
      self.words = words
      self.isSample = isSample
      self.nameHref = nameHref
    }
  }

  public static func html(_ request: Request) -> [UInt8] {
    let words = request.words
    let result = ResultWords(series: request.series, words: words)
    let judged = request.standing?.latest
    let latest = judged?.result ?? request.series.latest
    var html = HTML()
    html.raw("<div class=\"now\">\n")
    if let href = request.nameHref {
      html.raw("<p class=\"name\">")
      html.element("a", ["href": href]) {
        $0.text(request.series.indicator.title, in: words.language)
      }
      html.raw("</p>\n")
    }
    let value = latest.flatMap(result.value)
    if let value {
      html.raw("<p class=\"figure\">")
      html.text(value)
      html.raw("</p>\n")
    }
    if let shape = shape(request, latest) {
      html.raw("<p class=\"state\">")
      html.status(shape, words: words)
      if shape == .suppressed {
        html.raw(" · ")
        html.text(Label(words[.statusSuppressedWhy]).continued)
      } else if let judged, let target = request.standing?.target,
        let lacking = result.shortfall(judged, of: target)
      {
        html.raw(" · ")
        if !lacking.count.isEmpty { html.unbroken(lacking.count) }
        html.text(lacking.rest)
      }
      html.raw("</p>\n")
    }
    writeSub(request, latest, to: &html)
    html.raw("</div>\n")
    return html.bytes
  }

  /// The status of the target; without one, why there is no number.
  private static func shape(_ request: Request, _ latest: IndicatorResult?) -> StatusShape? {
    if let standing = request.standing { return StatusShape(standing.status) }
    switch latest?.outcome {
    case .share, .count: return nil
    case .nothingOccurred: return StatusShape.none
    case .insufficientData: return .missing
    case .suppressed: return .suppressed
    case nil: return request.series.table == nil ? .suppressed : .missing
    }
  }

  private static func writeSub(
    _ request: Request, _ latest: IndicatorResult?, to html: inout HTML
  ) {
    let isProxy = request.series.indicator.isProxy
    guard latest != nil || request.isSample || isProxy else { return }
    html.raw("<p class=\"sub\">")
    if isProxy {
      html.text(request.words[.proxy].sentenceCased)
      html.raw(". ")
    }
    if let latest {
      let (period, area) = request.words.periodAndArea(latest.period, latest.area)
      html.text([period.sentenceCased, area].compactMap { $0 }.joined(separator: ", ") + ".")
    }
    if request.isSample { html.sampleTag(request.words) }
    html.raw("</p>\n")
  }
}
