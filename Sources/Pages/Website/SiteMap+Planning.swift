import Diagnostics
import Indicators
import Site
import Tables

extension SiteMap {
  /// Plans the pages of an edition: those below `content/` that stand in it, and those that the
  /// program makes from plans, indicators and tables, in the default language.
  static func plan(
    _ content: SiteContent, catalog: IndicatorCatalog, cleared: ClearedEdition,
    configuration: SiteConfiguration, words: InterfaceWords, tags: [PageNode],
    searches: [PageNode], into diagnostics: inout Diagnostics
  ) -> SiteMap {
    let language = configuration.defaultLanguage
    var nodes: [PageNode] = []
    var planPages: [String: Int] = [:]
    func add(_ segments: [String], _ title: String, _ text: String, _ kind: PageNode.Kind) {
      let route = Route(language: language, segments: segments)
      nodes.append(
        PageNode(
          route: route, path: route.path(defaultLanguage: language), title: title,
          menuTitle: title, description: text, order: nil, kind: kind, source: nil))
    }
    for (index, page) in content.pages.enumerated()
    where page.facts.isPublished(in: cleared.edition, on: configuration.asOf) {
      var kind = PageNode.Kind.content(index)
      if let plan = page.facts.plan {
        if catalog.plan(plan) == nil {
          diagnostics.report(
            .indicatorUnknown, at: page.facts.place,
            what: Phrase(vi: "Không có kế hoạch “\(plan)”.", en: "There is no plan “\(plan)”."),
            mend: Spelling.mend(for: plan, among: catalog.plans.map(\.id)))
        }
        kind = .plan(plan, content: index)
        planPages[plan] = index
      }
      nodes.append(
        PageNode(
          route: page.route, path: page.route.path(defaultLanguage: language),
          title: page.facts.title, menuTitle: page.facts.menuTitle ?? page.facts.title,
          description: page.facts.description, order: page.facts.order,
          kind: kind, source: Place(file: page.path)))
    }
    for plan in catalog.plans where planPages[plan.id] == nil {
      add(
        [words[.pathPlans], plan.id], plan.title.text(in: language), "",
        .plan(plan.id, content: nil))
    }
    for indicator in catalog.indicators {
      add(
        [words[.pathIndicators], indicator.id], indicator.title.text(in: language),
        indicator.definition.text(in: language), .indicator(indicator.id))
    }
    if !cleared.tables.isEmpty {
      add([words[.pathTables]], words[.tablesHeading], "", .tables)
      for table in cleared.tables {
        add(
          [words[.pathTables], table.id], table.title.text(in: language), "", .table(table.id))
      }
    }
    for language in configuration.languages.prefix(1)
    where !nodes.contains(where: { $0.route == Route(language: language, segments: []) }) {
      diagnostics.report(
        .homeMissing, at: Place(file: "content/\(language)"),
        what: Phrase(
          vi: "Không có trang chủ content/\(language)/index.md.",
          en: "There is no home page content/\(language)/index.md."),
        mend: Phrase(
          vi: "Viết tệp đó, với “title” ở đầu trang.", en: "Write it, with a “title” on top."))
    }
    return SiteMap(
      nodes + tags + searches, content: content,
      defaultLanguage: configuration.defaultLanguage,
      into: &diagnostics)
  }
}
