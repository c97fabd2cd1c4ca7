import Downloads
import Indicators
import Site
import Tables
import VietnameseText

// Plans, targets and indicators.
extension PagePieces {
  /// The block ```` ```indicator ````: with the indicator's name as a link.
  func indicator(_ indicator: Indicator) -> [UInt8] {
    guard let series = context.series[indicator.id] else { return [] }
    return keyFigure(series, isNamed: true)
  }

  func keyFigure(_ series: IndicatorSeries, isNamed: Bool = false) -> [UInt8] {
    let page = context.map.page(ofIndicator: series.indicator.id, in: words.language)
    return KeyFigure.html(
      KeyFigure.Request(
        series: series, standing: standing(of: series.indicator), words: words,
        isSample: context.isSample && !series.isPublishedElsewhere,
        nameHref: isNamed ? page.map { links.link(to: $0.path) } : nil))
  }

  func scoreboard(_ plan: Plan) -> [UInt8] {
    var hrefs: [String: String] = [:]
    for indicator in context.catalog.indicators {
      if let page = context.map.page(ofIndicator: indicator.id, in: words.language) {
        hrefs[indicator.id] = links.link(to: page.path)
      }
    }
    return ScoreboardPiece.html(
      ScoreboardPiece.Request(
        scoreboard: Scoreboard(plan, catalog: context.catalog, in: context.cleared),
        edition: context.cleared, words: words, hrefs: hrefs))
  }

  /// The formula with the numbers of the latest period.
  func formula(_ series: IndicatorSeries) -> [UInt8]? {
    let judged = standing(of: series.indicator)?.latest
    guard let latest = judged?.result ?? series.latest else { return nil }
    return FormulaPiece.html(series, latest, shortfall: judged?.shortfall, words: words)
  }

  /// The targets that an indicator measures, verbatim; nil if there are none.
  func targets(of indicator: Indicator) -> [UInt8]? {
    let targets = context.catalog.targets(of: indicator.id)
    guard !targets.isEmpty else { return nil }
    return targets.flatMap { plan, target in
      QuotePiece.html(
        target.text, clause: target.clause, document: plan.document, words: words)
    }
  }

  func quote(_ clause: Plan.Clause, of plan: Plan) -> [UInt8] {
    QuotePiece.html(clause.text, clause: clause.number, document: plan.document, words: words)
  }

  private func standing(of indicator: Indicator) -> TargetStanding? {
    context.catalog.targets(of: indicator.id).first.map { plan, target in
      TargetStanding(target, of: plan, catalog: context.catalog, in: context.cleared)
    }
  }
}

// Facts below pages.
extension PagePieces {
  func facts(of plan: Plan) -> [TemplateValue] {
    var validity = String(plan.validFrom.year)
    if let end = plan.validTo {
      validity = words.fill(.periodRange, ["from": validity, "to": String(end.year)])
    }
    if let orientation = plan.orientation {
      validity += words.fill(.planOrientation, ["year": String(orientation)])
    }
    return [
      Fact(words[.planDocument], plan.document, in: words.language),
      Fact(words[.planValidity], validity),
    ].map(\.templateValue)
  }

  func facts(of series: IndicatorSeries) -> [TemplateValue] {
    let indicator = series.indicator
    let frequency: WordKey =
      switch indicator.frequency {
      case .monthly: .frequencyMonthly
      case .quarterly: .frequencyQuarterly
      case .semiannual: .frequencySemiannual
      case .annual: .frequencyAnnual
      case .once: .frequencyOnce
      }
    let periods = (series.results + series.pooled).map(\.period)
    let start = periods.map(\.start).min() ?? context.cleared.asOf
    let end = periods.map(\.end).max() ?? context.cleared.asOf
    var facts = [
      Facts.agencies(
        indicator.agency, from: start, through: end, registries: context.registries, words: words),
      Fact(words[.frequency], words[frequency]),
    ]
    if let table = series.table { facts += provenance(of: table) }
    facts.append(citation(indicator.title, until: series.table?.lastDay))
    return facts.map(\.templateValue)
  }

  func facts(of table: ClearedTable) -> [TemplateValue] {
    (provenance(of: table) + [citation(table.title, until: table.lastDay)]).map(\.templateValue)
  }

  private func provenance(of table: ClearedTable) -> [Fact] {
    let provenance = table.provenance
    return [
      Fact(words[.populationBasis], provenance.populationBasis, in: words.language),
      Facts.legalRegimes(
        provenance.legalRegimes, registries: context.registries, words: words),
    ].compactMap(\.self)
  }

  private func citation(_ title: LocalizedText, until day: CalendarDate?) -> Fact {
    let publisher =
      context.configuration.subtitle ?? context.configuration.title
    let date = (day ?? context.cleared.asOf).short
    var html = HTML()
    html.text(
      .citationText, of: words,
      [
        "publisher": publisher, "title": title,
        "date": LocalizedText(date, language: words.language),
      ])
    return Fact(words[.citation], html: html.bytes)
  }

  /// Review, sources: what stands below a page of text.
  func about(_ facts: PageFacts) -> TemplateValue {
    var list: [Fact] = []
    if facts.audience == .public || facts.reviewedBy != nil {
      list.append(Facts.review(by: facts.reviewedBy, on: facts.reviewedOn, words: words))
    }
    if let sources = Facts.sources(facts.sources.map { ($0.title, $0.url) }, words: words) {
      list.append(sources)
    }
    return list.isEmpty ? .nothing : .object(["facts": .list(list.map(\.templateValue))])
  }

  /// A text of the site's own as a paragraph.
  func paragraph(_ text: LocalizedText?) -> TemplateValue {
    guard let text else { return .nothing }
    var html = HTML()
    html.element("p") { $0.text(text, in: words.language) }
    return .html(html.bytes)
  }
}

// Help.
extension PagePieces {
  /// The block ```` ```hotlines ````.
  func calls() -> [UInt8] {
    CallsPiece.html(context.registries.hotlines, words: words) ?? []
  }

  /// The help panel of a page; nothing where the site shows no number.
  func help(for node: PageNode) -> TemplateValue {
    let hotlines = context.registries.hotlines
    guard
      let calls = CallsPiece.html(hotlines.filter { $0.reach != .abroad }, words: words)
        ?? CallsPiece.html(hotlines, words: words)
    else { return .nothing }
    let page = context.configuration.helpPage.flatMap {
      context.map.node(named: $0, in: words.language)
    }
    let more: TemplateValue =
      if let page, page.route != node.route {
        .object(["href": .text(links.link(to: page.path))])
      } else {
        .nothing
      }
    return .object(["calls": .html(calls), "abroad": helpAbroad, "more": more])
  }

  /// What is known of help outside the country; which numbers of this one can't be reached from there
  /// is said too.
  private var helpAbroad: TemplateValue {
    let hotlines = context.registries.hotlines.filter(\.isShown)
    let abroad = CallsPiece.html(hotlines.filter { $0.reach != .domestic }, words: words)
    let domestic = hotlines.filter { $0.reach == .domestic }.map(\.number)
    let unreachable: TemplateValue =
      domestic.isEmpty
      ? .nothing
      : .text(
        words.fill(.helpAbroadUnreachable, ["numbers": domestic.joined(separator: ", ")]))
    let advice: TemplateValue =
      if let number = CallsPiece.first(of: hotlines)?.number ?? domestic.first {
        .text(
          words.fill(
            abroad == nil ? .helpAbroadUnverified : .helpAbroadAlso, ["number": number]))
      } else {
        .nothing
      }
    return .object([
      "unreachable": unreachable, "calls": abroad.map { .html($0) } ?? .nothing, "advice": advice,
    ])
  }
}

extension Fact {
  var templateValue: TemplateValue { .object(["term": .text(term), "html": .html(html)]) }
}
