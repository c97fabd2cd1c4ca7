import Charts
import Diagnostics
import Downloads
import Indicators
import Markup
import Site
import Tables
import VietnameseText

/// The pieces of one page: tables and charts get their numbers in the order in which they are
/// asked for.
struct PagePieces {
  let context: EditionContext
  let words: InterfaceWords
  let links: RelativeLinks
  private var tables = 0
  private var charts = 0
  private var occurrences: [String: Int] = [:]

  init(context: EditionContext, words: InterfaceWords, links: RelativeLinks) {
    self.context = context
    self.words = words
    self.links = links
  }

  // MARK: Tables

  mutating func table(_ table: ClearedTable) -> [UInt8] {
    tables += 1
    occurrences[table.id, default: 0] += 1
    return DataTable.html(
      DataTable.Request(
        table: table, number: tables, occurrence: occurrences[table.id, default: 1],
        words: words, edition: context.edition, isSample: context.isSample,
        registries: context.registries, marksHref: marksHref,
        downloads: [
          DataTable.Download(
            format: "CSV", href: links.link(to: DataFile.csvPath(of: table.id)),
            bytes: context.csvSizes[table.id] ?? 0)
        ]))
  }

  private var marksHref: String? {
    context.configuration.methodPage.flatMap {
      context.map.node(named: $0, in: words.language)
    }.map { links.link(to: $0.path) }
  }

  // MARK: Charts

  mutating func chart(
    _ table: ClearedTable, kind: DataBlock.ChartKind, at place: Place,
    into diagnostics: inout Diagnostics
  ) -> [UInt8] {
    let kind: ChartKind =
      switch kind {
      case .line: .line
      case .bar: .bar
      }
    let unit = table.measures.first.map { words.unit($0.unit) }
    guard
      let series = ChartSeries.read(
        table, kind: kind, unit: unit.map { words.fill(.chartUnit, ["unit": $0]) },
        language: words.language, place: place, into: &diagnostics)
    else { return [] }
    return figure(
      kind, series, table: table.id, isSample: context.isSample && !table.isPublishedElsewhere)
  }

  /// The shares of an indicator over its periods; nil where there is nothing to draw.
  mutating func chart(_ series: IndicatorSeries) -> [UInt8]? {
    guard case .ratio = series.indicator.formula, let table = series.table,
      series.results.contains(where: { $0.share != nil })
    else { return nil }
    let points = series.results.map { result in
      ChartPoint(
        label: words.label(result.period), period: result.period, mark: mark(of: result))
    }
    let goal = context.catalog.targets(of: series.indicator.id).first.flatMap { _, target in
      if case .measured(_, _, let value) = target.goal { value } else { nil }
    }
    let drawn = ChartSeries(
      name: series.indicator.title.text(in: words.language), scale: .rates, points: points,
      breaks: table.provenance.breaks,
      goal: goal.map { value in
        ChartSeries.Goal(
          value: value.approximation,
          text: words.fill(.chartTarget, ["value": words.number(value, unit: "percent")]))
      }, standsAt: series.results.compactMap(\.area))
    return figure(
      .line, drawn, table: nil, isSample: context.isSample && !series.isPublishedElsewhere)
  }

  private func mark(of result: IndicatorResult) -> ChartMark {
    switch result.outcome {
    case .share(let share):
      ChartMark(
        numerator: share.numerator, denominator: share.denominator, language: words.language)
        ?? .missing
    case .count, .insufficientData: .missing
    case .nothingOccurred: .nothingOccurred
    case .suppressed: .suppressed
    }
  }

  /// - Parameter table: id of the table whose values are drawn as they are.
  private mutating func figure(
    _ kind: ChartKind, _ series: ChartSeries, table: String?, isSample: Bool
  ) -> [UInt8] {
    charts += 1
    let drawing = ChartDrawing(
      kind, series, id: "c\(charts)", words: words.chart(isSample: isSample))
    var html = HTML()
    html.raw("<figure class=\"chart\"")
    if let table { html.attribute("data-table", table) }
    html.raw(">\n<figcaption><strong>")
    html.text(drawing.title)
    html.raw("</strong>\n<span class=\"sub\">")
    html.text(words.fill(.figureNumber, ["number": String(charts)]))
    html.raw(" ")
    html.text(subject(of: series))
    if isSample { html.sampleTag(words) }
    html.raw("</span></figcaption>\n")
    html.raw(drawing.svg)
    html.raw("\n</figure>\n")
    return html.bytes
  }

  /// "Đơn vị: tin. Tỉnh Đồng Tháp, 2021–2025.": what the title doesn't say.
  private func subject(of series: ChartSeries) -> String {
    let unit =
      series.unit.map { $0 + "." }
      ?? words.fill(.captionUnit, ["units": words.unit("percent")])
    var areas: [String] = []
    for code in series.standsAt where code.area != nil {
      let name = code.label.text(in: words.language)
      if !areas.contains(name) { areas.append(name) }
    }
    let periods = series.points.compactMap(\.period) + series.standsAt.compactMap(\.period)
    guard let first = periods.min(by: { $0.start < $1.start }),
      let last = periods.max(by: { $0.end < $1.end })
    else { return ([unit] + areas.map { $0 + "." }).joined(separator: " ") }
    let range = words.range(from: first, through: last)
    if periods.count == 1 && first.isRange {
      return ([unit] + areas.map { $0 + "." } + [words.fill(.captionPooled, ["periods": range])])
        .joined(separator: " ")
    }
    return unit + " " + (areas + [range]).joined(separator: ", ") + "."
  }
}

extension Quantity {
  /// The nearest floating-point number, for drawing.
  var approximation: Double {
    var value = Double(mantissa)
    for _ in 0..<decimals { value /= 10 }
    return value
  }
}
