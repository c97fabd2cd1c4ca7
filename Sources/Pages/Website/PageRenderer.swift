import Diagnostics
import Indicators
import Markup
import Site
import Tables

/// Makes the HTML of one page.
struct PageRenderer {
  let context: EditionContext
  let node: PageNode
  let links: RelativeLinks
  private let search: SiteSearch

  init(_ context: EditionContext, _ node: PageNode, search: SiteSearch) {
    self.context = context
    self.node = node
    self.search = search
    links = RelativeLinks(from: node.path, style: context.configuration.links)
  }

  func render(into diagnostics: inout Diagnostics) -> [UInt8] {
    guard let words = context.words(for: node.route.language) else { return [] }
    let page = PageInHand(
      context: context, node: node, words: words, links: links, search: search)
    let (kind, lead, names) = page.names(into: &diagnostics)
    let frame = PageFrame(context: context, node: node, words: words, links: links)
    return context.templates.page(
      kind, frame: frame.names(kind: kind, lead: lead), names: names, into: &diagnostics)
  }
}

/// A page while its names are gathered.
struct PageInHand {
  let context: EditionContext
  let node: PageNode
  let words: InterfaceWords
  let links: RelativeLinks
  let search: SiteSearch

  var language: String { node.route.language }

  /// Name of the template, the sentence below the title, and the names of the kind.
  func names(
    into diagnostics: inout Diagnostics
  ) -> (kind: String, lead: String?, names: TemplateObject) {
    switch node.kind {
    case .content(let index):
      let page = context.content.pages[index]
      return node.route.segments.isEmpty
        ? ("home", nil, home(page, into: &diagnostics))
        : ("content", page.facts.description, content(page, into: &diagnostics))
    case .plan(let id, let index):
      guard let plan = context.catalog.plan(id) else { return ("plan", nil, [:]) }
      return ("plan", node.description, self.plan(plan, content: index, into: &diagnostics))
    case .indicator(let id):
      guard let series = context.series[id] else { return ("indicator", nil, [:]) }
      return ("indicator", node.description, indicator(series))
    case .tables: return ("tables", nil, tables())
    case .table(let id):
      guard let table = context.cleared.table(id) else { return ("table", nil, [:]) }
      return ("table", nil, self.table(table))
    case .search: return ("search", nil, searchPage())
    case .tag(let id): return ("topic", node.description, topic(id))
    case .campaigns: return ("campaigns", nil, campaigns())
    case .campaign(let id):
      guard let campaign = context.registries.campaign(id) else { return ("campaign", nil, [:]) }
      return ("campaign", nil, self.campaign(campaign, into: &diagnostics))
    case .poster(let id):
      guard let campaign = context.registries.campaign(id), let poster = campaign.poster else {
        return ("poster", nil, [:])
      }
      return ("poster", nil, self.poster(poster, of: campaign))
    }
  }

  /// The way down to this page: the pages above it.
  var crumbs: TemplateValue {
    var items: [TemplateValue] = []
    var route = node.route.parent
    while let current = route, !current.segments.isEmpty {
      if let page = context.map.node(at: current) {
        items.append(
          .object(["text": .text(page.menuTitle), "href": .text(links.link(to: page.path))]))
      }
      route = current.parent
    }
    return items.isEmpty ? .nothing : .object(["items": .list(items.reversed())])
  }

  /// Links to pages, as teasers show them.
  func teaser(_ page: PageNode) -> TemplateValue {
    .object([
      "title": .text(page.title), "href": .text(links.link(to: page.path)),
      "lang": page.route.language == language ? .nothing : .text(page.route.language),
      "text": page.description.isEmpty ? .nothing : .text(page.description),
    ])
  }

  func related(_ pages: [PageNode]) -> TemplateValue {
    pages.isEmpty ? .nothing : .object(["items": .list(pages.map(teaser))])
  }

  /// Links to the parts of this page.
  func contents(_ parts: [(id: String, text: String)]) -> TemplateValue {
    .object([
      "title": .text(words[.contents]), "ofPage": .flag(true),
      "links": .list(
        parts.map { part in
          .object(["text": .text(part.text), "href": .text("#\(part.id)"), "current": .nothing])
        }),
    ])
  }
}
