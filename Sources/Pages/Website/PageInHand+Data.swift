import Diagnostics
import Indicators
import Site
import Tables

extension PageInHand {
  /// Names of a page about a plan.
  func plan(
    _ plan: Plan, content index: Int?, into diagnostics: inout Diagnostics
  ) -> TemplateObject {
    var pieces = PagePieces(context: context, words: words, links: links)
    var content: TemplateValue = .nothing
    var ending: TemplateObject = ["terms": .nothing, "related": .nothing, "tags": .nothing]
    if let index {
      let (html, host) = text(of: context.content.pages[index], into: &diagnostics)
      ending = self.ending(context.content.pages[index], host)
      content = .html(html)
      pieces = host.pieces
    }
    var clauses = [(WordKey.planPurpose, plan.purpose), (.planGoal, plan.generalGoal)]
    if plan.generalGoal == nil {
      clauses += plan.goals.map { goal in
        (.planGoal, goal.clause.map { Plan.Clause(number: $0, text: goal.text) })
      }
    }
    let quotes = clauses.compactMap { key, clause -> TemplateValue? in
      guard let clause else { return nil }
      return .object([
        "title": .text(words[key]), "html": .html(pieces.quote(clause, of: plan)),
      ])
    }
    let names: TemplateObject = [
      "crumbs": crumbs, "help": pieces.help(for: node),
      "facts": .list(pieces.facts(of: plan)), "quotes": .list(quotes),
      "scoreboard": .html(pieces.scoreboard(plan)), "content": content,
      "about": index.map { pieces.about(context.content.pages[$0].facts) } ?? .nothing,
    ]
    return names.merging(ending)
  }

  /// Names of the page of an indicator.
  func indicator(_ series: IndicatorSeries) -> TemplateObject {
    var pieces = PagePieces(context: context, words: words, links: links)
    let indicator = series.indicator
    let formula = pieces.formula(series)
    let over = series.table.map { table -> TemplateValue in
      let chart = pieces.chart(series)
      return .object([
        "chart": chart.map { .html($0) } ?? .nothing, "table": .html(pieces.table(table)),
      ])
    }
    let breakdowns = indicator.breakdowns.compactMap {
      id -> (id: String, title: String, html: [UInt8])? in
      guard let table = context.cleared.table(id) else { return nil }
      return ("part-\(id)", table.title.text(in: language), pieces.table(table))
    }
    var parts: [(id: String, text: String)] = []
    if formula != nil { parts.append(("formula", words[.formulaHeading])) }
    if over != nil { parts.append(("series", words[.seriesHeading])) }
    parts += breakdowns.map { ($0.id, $0.title) }
    if indicator.limitations != nil { parts.append(("limitations", words[.limitationsHeading])) }
    parts.append(("method", words[.methodHeading]))
    let related = indicator.related.compactMap { context.map.node(named: $0, in: language) }
    return [
      "crumbs": crumbs(of: indicator), "side": contents(parts),
      "now": .html(pieces.keyFigure(series)),
      "formula": formula.map { .html($0) } ?? .nothing,
      "target": pieces.targets(of: indicator).map { .html($0) } ?? .nothing,
      "series": over ?? .nothing,
      "breakdowns": breakdowns.isEmpty
        ? .nothing
        : [
          "tables": .list(
            breakdowns.map { part in
              [
                "id": .text(part.id), "title": .text(part.title), "html": .html(part.html),
              ]
            })
        ],
      "limitations": pieces.paragraph(indicator.limitations),
      "method": .object(["facts": .list(pieces.facts(of: series))]),
      "related": self.related(related),
    ]
  }

  /// An indicator hangs below the plan whose target it measures.
  private func crumbs(of indicator: Indicator) -> TemplateValue {
    let plan = context.catalog.targets(of: indicator.id).first
    guard let plan, let page = context.map.page(of: plan.plan.id, in: language) else {
      return .nothing
    }
    var items: [TemplateValue] = [
      .object(["text": .text(page.menuTitle), "href": .text(links.link(to: page.path))])
    ]
    if let clause = plan.target.clause {
      items.append(
        .object(["text": .text(words.fill(.clause, ["clause": clause])), "href": .nothing]))
    }
    return .object(["items": .list(items)])
  }

  /// Names of the list of all tables.
  func tables() -> TemplateObject {
    var datasets: [String] = []
    for table in context.cleared.tables where !datasets.contains(table.dataset) {
      datasets.append(table.dataset)
    }
    let groups = datasets.map { dataset -> TemplateValue in
      let tables = context.cleared.tables.filter { $0.dataset == dataset }
      return .object([
        "title": .text(tables.first?.provenance.title.text(in: language)),
        "tables": .list(
          tables.map { table in
            .object([
              "title": .text(table.title.text(in: language)),
              "href": .text(
                context.map.page(ofTable: table.id, in: language).map { links.link(to: $0.path) }),
              "note": .text(note(on: table)), "sample": .flag(isSample(table)),
            ])
          }),
      ])
    }
    let method = context.configuration.methodPage.flatMap {
      context.map.node(named: $0, in: language)
    }
    return [
      "crumbs": crumbs, "groups": .list(groups),
      "marksHref": .text(method.map { links.link(to: $0.path) }),
    ]
  }

  private func isSample(_ table: ClearedTable) -> Bool {
    context.isSample && !table.isPublishedElsewhere
  }

  /// What is counted and when, in a line.
  private func note(on table: ClearedTable) -> String {
    var units: [String] = []
    for measure in table.measures {
      let unit = words.unit(measure.unit)
      if !units.contains(unit) { units.append(unit) }
    }
    let periods =
      table.axes.flatMap(\.codes).compactMap(\.period)
      + table.fixed.compactMap(\.code.period)
    guard let first = periods.min(by: { $0.start < $1.start }),
      let last = periods.max(by: { $0.end < $1.end })
    else { return units.joined(separator: ", ") }
    return words.fill(
      .tableNote,
      [
        "units": units.joined(separator: ", "),
        "periods": words.range(from: first, through: last),
      ])
  }

  /// Names of the page of a table.
  func table(_ table: ClearedTable) -> TemplateObject {
    var pieces = PagePieces(context: context, words: words, links: links)
    return [
      "crumbs": crumbs, "chart": .nothing, "table": .html(pieces.table(table)),
      "notes": pieces.paragraph(table.notes),
      "method": .object(["facts": .list(pieces.facts(of: table))]),
      "related": related(
        context.catalog.indicators.filter {
          $0.table == table.id || $0.breakdowns.contains(table.id)
        }
        .compactMap { context.map.page(ofIndicator: $0.id, in: language) }),
    ]
  }
}
