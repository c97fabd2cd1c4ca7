import Site
import VietnameseText

extension PageInHand {
  /// Names of what stands below the text of a page: terms that it uses, related pages, subjects.
  func ending(_ page: ContentPage, _ host: PageHost) -> TemplateObject {
    let related = page.facts.related.compactMap { context.map.node(named: $0, in: language) }
    return [
      "terms": terms(host),
      "related": self.related(related.filter { $0.path != node.path }),
      "tags": tags(page),
    ]
  }

  private func terms(_ host: PageHost) -> TemplateValue {
    // A page with the whole glossary explains them there.
    if host.showsGlossary || host.terms.isEmpty { return .nothing }
    return .object([
      "items": .list(
        context.registries.terms(inOrderOf: language).filter { host.terms.contains($0.id) }
          .map { term in
            let name = term.term.text(in: language)
            return .object([
              "id": .text(term.id), "term": .html(localized(term.term)),
              "meaning": .html(localized(term.meaning)),
              "back": .text(words.fill(.termBack, ["name": name])),
            ])
          })
    ])
  }

  private func localized(_ text: LocalizedText) -> [UInt8] {
    var html = HTML()
    html.text(text, in: language)
    return html.bytes
  }

  private func tags(_ page: ContentPage) -> TemplateValue {
    let items = page.facts.tags.compactMap { id -> TemplateValue? in
      guard let node = context.map.page(ofTag: id, in: language) else { return nil }
      return .object(["text": .text(node.menuTitle), "href": .text(links.link(to: node.path))])
    }
    return items.isEmpty ? .nothing : .object(["items": .list(items)])
  }
}

extension Registries {
  /// The glossary in alphabetical order.
  func terms(inOrderOf language: String) -> [Term] {
    terms.map { (key: Collation.key($0.term.text(in: language).lowercased()), term: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.term)
  }
}
