import Site
import VietnameseText

/// Pages that list what was written about a subject, one for each subject and language.
enum TagPages {
  /// Only subjects of pages that stand in the edition: a list of what officials read must not show
  /// that there is something.
  static func nodes(
    _ content: SiteContent, registries: Registries, cleared: ClearedTags,
    words: [String: InterfaceWords]
  ) -> [PageNode] {
    var used: [String: Set<String>] = [:]
    for page in content.pages where page.facts.isPublished(in: cleared.edition, on: cleared.day) {
      used[page.route.language, default: []].formUnion(page.facts.tags)
    }
    return used.sorted { $0.key < $1.key }.flatMap { language, ids -> [PageNode] in
      guard let words = words[language] else { return [] }
      return registries.tags.filter { ids.contains($0.id) }.map { tag in
        let label = tag.label.text(in: language)
        let route = Route(language: language, segments: [words[.pathTags], tag.id])
        return PageNode(
          route: route, path: route.path(defaultLanguage: cleared.defaultLanguage),
          title: words.fill(.tagTitle, ["name": label]), menuTitle: label,
          description: words[.tagLead], order: nil, kind: .tag(tag.id), source: nil)
      }
    }
  }

  /// What decides which pages stand in an edition.
  struct ClearedTags {
    let edition: Edition
    let day: CalendarDate
    let defaultLanguage: String
  }
}

extension SiteMap {
  func page(ofTag id: String, in language: String) -> PageNode? {
    nodes.first { $0.kind == .tag(id) && $0.route.language == language }
  }

  /// The pages about a subject, by title.
  func pages(tagged id: String, in language: String, _ content: SiteContent) -> [PageNode] {
    nodes.filter { node in
      node.route.language == language
        && node.content.map { content.pages[$0].facts.tags.contains(id) } == true
    }.map { (key: Collation.key($0.title), node: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.node)
  }
}

extension PageInHand {
  /// Nothing stands above a subject but the home page.
  private var home: TemplateValue {
    guard let page = context.map.node(at: Route(language: language, segments: [])) else {
      return .nothing
    }
    return .object([
      "items": .list([
        .object(["text": .text(page.menuTitle), "href": .text(links.link(to: page.path))])
      ])
    ])
  }

  /// Names of the page of a subject.
  func topic(_ id: String) -> TemplateObject {
    [
      "crumbs": home,
      "pages": related(context.map.pages(tagged: id, in: language, context.content)),
    ]
  }
}
