import Markup
import Site
import VietnameseText

extension PageInHand {
  /// Names of the search: what its script needs, and all pages and terms of the
  /// language by first letter.
  func searchPage() -> TemplateObject {
    let home = Route(language: context.configuration.defaultLanguage, segments: [])
      .path(defaultLanguage: context.configuration.defaultLanguage)
    return [
      "form": .object([
        "script": .text(links.link(to: context.assets.search.path)),
        "index": .text(search.main[language].map { links.link(to: $0) }),
        "top": .text(links.link(to: home)),
        "found": .text(words[.searchFound]), "near": .text(words[.searchNear]),
      ]),
      "letters": .list(
        letters.enumerated().map { number, letter in
          .object([
            "id": .text("letter-\(number + 1)"), "letter": .text(letter.name),
            "pages": .list(letter.entries.map(\.names)),
          ])
        }),
    ]
  }

  /// A line of the index.
  private struct IndexEntry {
    let title: String
    /// Tells apart what has the same title.
    let address: String
    let names: TemplateValue
  }

  /// Pages and terms in alphabetical order, those of one first letter together.
  private var letters: [(name: String, entries: [IndexEntry])] {
    let entries = (pages + terms)
      .map { (key: Collation.key($0.title), entry: $0) }
      .sorted { a, b in
        a.key == b.key
          ? a.entry.address < b.entry.address : a.key.lexicographicallyPrecedes(b.key)
      }
    var letters: [(name: String, entries: [IndexEntry])] = []
    for (_, entry) in entries {
      let name = Collation.initial(of: entry.title) ?? words[.searchOther]
      if letters.last?.name == name {
        letters[letters.count - 1].entries.append(entry)
      } else {
        letters.append((name, [entry]))
      }
    }
    return letters
  }

  private var pages: [IndexEntry] {
    context.map.searched(in: language).map { page in
      IndexEntry(
        title: page.title, address: page.path,
        names: .object([
          "text": .text(page.title), "href": .text(links.link(to: page.path)), "lang": .nothing,
          "note": .nothing,
        ]))
    }
  }

  /// Terms of the glossary, where a page of the language explains them all.
  private var terms: [IndexEntry] {
    guard let glossary = context.glossary(in: language) else { return [] }
    return context.registries.terms.map { term in
      let title = term.term.text(in: language)
      let actual = term.term.language(for: language)
      let address = links.link(to: glossary.path) + "#term-\(term.id)"
      return IndexEntry(
        title: title, address: address,
        names: .object([
          "text": .text(title), "href": .text(address),
          "lang": actual == language ? .nothing : .text(actual),
          "note": .text(glossary.menuTitle),
        ]))
    }
  }
}

extension EditionContext {
  /// The page of a language with the whole glossary in its text; the first one, if there are several.
  func glossary(in language: String) -> PageNode? {
    map.nodes.first { node in
      node.route.language == language
        && node.content.map { content.pages[$0].document.showsGlossary } == true
    }
  }
}
