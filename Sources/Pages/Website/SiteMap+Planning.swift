import Diagnostics
import Indicators
import Site
import Tables

extension SiteMap {
  /// Plans the pages of an edition: those below `content/` that stand in it, and those that the
  /// program makes from plans, indicators and tables, in each language that has a home page.
  ///
  /// - Parameter words: interface words by language.
  static func plan(
    _ content: SiteContent, catalog: IndicatorCatalog, cleared: ClearedEdition,
    configuration: SiteConfiguration, words: [String: InterfaceWords], tags: [PageNode],
    searches: [PageNode], campaigns: CampaignPages, into diagnostics: inout Diagnostics
  ) -> SiteMap {
    let defaultLanguage = configuration.defaultLanguage
    var nodes: [PageNode] = []
    var planned: [String: Set<String>] = [:]
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
        planned[page.route.language, default: []].insert(plan)
      }
      nodes.append(
        PageNode(
          route: page.route, path: page.route.path(defaultLanguage: defaultLanguage),
          title: page.facts.title, menuTitle: page.facts.menuTitle ?? page.facts.title,
          description: page.facts.description, order: page.facts.order,
          kind: kind, source: Place(file: page.path)))
    }
    let homes = Set(nodes.filter { $0.route.segments.isEmpty }.map(\.route.language))
    for language in configuration.languages
    where language == defaultLanguage || homes.contains(language) {
      guard let words = words[language] else { continue }
      nodes += madePages(
        catalog, cleared, words, besides: planned[language] ?? [], defaultLanguage)
      nodes += campaigns.nodes(words, defaultLanguage: defaultLanguage)
    }
    let inUse = Set(nodes.map(\.route.language)).union([defaultLanguage])
    for language in configuration.languages
    where inUse.contains(language) && !homes.contains(language) {
      diagnostics.report(
        .homeMissing, at: Place(file: "content/\(language)"),
        what: Phrase(
          vi: "Không có trang chủ content/\(language)/index.md.",
          en: "There is no home page content/\(language)/index.md."),
        mend: Phrase(
          vi: "Viết tệp đó, với “title” ở đầu trang.", en: "Write it, with a “title” on top."))
    }
    return SiteMap(
      nodes + tags + searches.filter { inUse.contains($0.route.language) }, content: content,
      defaultLanguage: configuration.defaultLanguage,
      into: &diagnostics)
  }

  /// The pages of a language that nobody writes: one for each plan without a page of content, one
  /// for each indicator, the list of tables and one for each table. In another language than the
  /// default, those whose titles are translated.
  private static func madePages(
    _ catalog: IndicatorCatalog, _ cleared: ClearedEdition, _ words: InterfaceWords,
    besides plans: Set<String>, _ defaultLanguage: String
  ) -> [PageNode] {
    let language = words.language
    func page(_ segments: [String], _ title: String, _ text: String, _ kind: PageNode.Kind)
      -> PageNode
    {
      let route = Route(language: language, segments: segments)
      return PageNode(
        route: route, path: route.path(defaultLanguage: defaultLanguage), title: title,
        menuTitle: title, description: text, order: nil, kind: kind, source: nil)
    }
    func isHere(_ title: LocalizedText) -> Bool {
      language == defaultLanguage || title.isTranslated(into: language)
    }
    var pages = catalog.plans.filter { !plans.contains($0.id) && isHere($0.title) }.map { plan in
      page(
        [words[.pathPlans], plan.id], plan.title.text(in: language), "",
        .plan(plan.id, content: nil))
    }
    pages += catalog.indicators.filter { isHere($0.title) }.map { indicator in
      page(
        [words[.pathIndicators], indicator.id], indicator.title.text(in: language),
        indicator.definition.text(in: language), .indicator(indicator.id))
    }
    let tables = cleared.tables.filter { isHere($0.title) }
    guard !tables.isEmpty else { return pages }
    pages.append(page([words[.pathTables]], words[.tablesHeading], "", .tables))
    return pages
      + tables.map { table in
        page([words[.pathTables], table.id], table.title.text(in: language), "", .table(table.id))
      }
  }
}
