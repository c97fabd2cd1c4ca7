import Site
import VietnameseText

extension PageInHand {
  /// Names of the search: what its script needs, and all pages of the language by first letter.
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
            "pages": .list(
              letter.pages.map { page in
                .object(["text": .text(page.title), "href": .text(links.link(to: page.path))])
              }),
          ])
        }),
    ]
  }

  /// Pages in alphabetical order, those of one first letter together.
  private var letters: [(name: String, pages: [PageNode])] {
    let pages = context.map.searched(in: language)
      .map { (key: Collation.key($0.title), page: $0) }
      .sorted { a, b in
        a.key == b.key ? a.page.path < b.page.path : a.key.lexicographicallyPrecedes(b.key)
      }
    var letters: [(name: String, pages: [PageNode])] = []
    for (_, page) in pages {
      let name = Collation.initial(of: page.title) ?? words[.searchOther]
      if letters.last?.name == name {
        letters[letters.count - 1].pages.append(page)
      } else {
        letters.append((name, [page]))
      }
    }
    return letters
  }
}
