import Diagnostics
import Indicators
import Site
import Tables
import VietnameseText

/// Files that are no page of the site map.
extension EditionContext {
  /// `404.html`. It is served at any depth: with `links: clean` its addresses start with the path
  /// of the base address.
  func notFoundPage(into diagnostics: inout Diagnostics) -> [UInt8] {
    let language = configuration.defaultLanguage
    guard let words = words(for: language) else { return [] }
    let node = PageNode(
      route: Route(language: language, segments: ["404"]), path: "404.html",
      title: words[.notFoundTitle], menuTitle: words[.notFoundTitle], description: "", order: nil,
      kind: .tables, source: nil)
    let links = RelativeLinks(
      from: node.path, style: configuration.links,
      root: configuration.basePath)
    let frame = PageFrame(context: self, node: node, words: words, links: links)
    let pieces = PagePieces(context: self, words: words, links: links)
    return templates.page(
      "not-found", frame: frame.names(kind: "not-found", lead: nil),
      names: [
        "help": pieces.help(for: node),
        "all": .list(configuration.languages.compactMap { allPages(in: $0, links) }),
      ], into: &diagnostics)
  }

  /// All pages of a language, sorted; nil where it has none.
  private func allPages(in language: String, _ links: RelativeLinks) -> TemplateValue? {
    let pages = map.nodes.filter { $0.route.language == language }
      .map { (key: Collation.key($0.title), page: $0) }
      .sorted { a, b in
        a.key == b.key ? a.page.path < b.page.path : a.key.lexicographicallyPrecedes(b.key)
      }.map(\.page)
    guard !pages.isEmpty, let words = words[language] else { return nil }
    return .object([
      "title": .text(words[.allPages]),
      "lang": language == configuration.defaultLanguage ? .nothing : .text(language),
      "pages": .list(
        pages.map {
          .object(["text": .text($0.title), "href": .text(links.link(to: $0.path))])
        }),
    ])
  }

  /// What a public page is called in the tab and the history, where the site asks for it.
  func neutralTitle(in language: String) -> String? {
    edition.isInternal ? nil : configuration.neutralTitle?.text(in: language)
  }

  /// A page at a former address that leads to where it is now. Where the browser does not follow at
  /// once, its reader must be able to leave as everywhere.
  func movedPage(
    from path: String, to node: PageNode, into diagnostics: inout Diagnostics
  ) -> [UInt8] {
    guard let words = words(for: node.route.language) else { return [] }
    let links = RelativeLinks(from: path, style: configuration.links)
    let frame = PageFrame(context: self, node: node, words: words, links: links)
    return templates.bare(
      "moved",
      names: frame.names(kind: "moved", lead: nil).merging([
        "title": .text(neutralTitle(in: node.route.language) ?? node.title),
        "href": .text(links.link(to: node.path)),
      ]), into: &diagnostics)
  }

  /// `sitemap.xml` (sitemaps.org 0.9): the absolute address of each page, and the day on which it
  /// changed if it says so.
  func sitemap() -> [UInt8] {
    var xml = HTML()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.raw("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for node in map.nodes {
      xml.raw("<url><loc>")
      xml.text(configuration.baseURL + address(of: node.path))
      xml.raw("</loc>")
      if let day = changed(node) {
        xml.raw("<lastmod>")
        xml.text(day.iso)
        xml.raw("</lastmod>")
      }
      xml.raw("</url>\n")
    }
    xml.raw("</urlset>\n")
    return xml.bytes
  }

  /// A page's address below the base address.
  func address(of path: String) -> String { configuration.address(of: path) }

  /// Addresses in `site.yaml` must be those of pages. What stands in no edition is reported; a
  /// page of the officials may be missing from the public one.
  func checkAddresses(into diagnostics: inout Diagnostics) {
    var names = configuration.menu.flatMap { language, names in
      names.map { (language: language, name: $0) }
    }
    for name in [configuration.helpPage, configuration.methodPage].compactMap(\.self) {
      names.append((configuration.defaultLanguage, name))
    }
    for (language, name) in names where map.node(named: name, in: language) == nil {
      diagnostics.report(
        .pageAddressUnknown, at: Place(file: "site.yaml"),
        what: Phrase(
          vi: "Ấn bản “\(edition.name)” không có trang “\(name)”.",
          en: "The edition “\(edition.name)” has no page “\(name)”."),
        mend: Spelling.mend(for: name, among: map.nodes.map(\.route.name).filter { !$0.isEmpty }))
    }
    checkRelated(into: &diagnostics)
  }

  /// A reader in danger must be able to leave each public page at once.
  func checkQuickExit(into diagnostics: inout Diagnostics) {
    guard !edition.isInternal, configuration.quickExit == nil else { return }
    diagnostics.report(
      .quickExitMissing, at: Place(file: "site.yaml"),
      what: Phrase(
        vi: "Trang công khai không có nút thoát nhanh.",
        en: "The public pages have no quick exit."),
      mend: Phrase(
        vi: "Thêm “quickExit: https://vi.wikipedia.org/” hoặc một trang bình thường khác.",
        en: "Add “quickExit: https://vi.wikipedia.org/”, or another ordinary page."))
  }

  /// What is published for everybody, or hangs on a wall, must name the address of the site.
  func checkBaseAddress(into diagnostics: inout Diagnostics) {
    let isOfficial = configuration.dataStatus == .official
    guard !edition.isInternal, configuration.isPlaceholderAddress,
      isOfficial || !posterCodes.isEmpty
    else { return }
    let host = configuration.host
    diagnostics.report(
      .placeholderAddress, at: configuration.baseURLPlace,
      what: posterCodes.isEmpty
        ? Phrase(
          vi: "Trang chính thức còn mang địa chỉ ví dụ “\(host)”.",
          en: "The official site still has the address of an example, “\(host)”.")
        : Phrase(
          vi: "Mã QR của áp phích dẫn đến địa chỉ ví dụ “\(host)”.",
          en: "The QR codes of posters lead to the address of an example, “\(host)”."),
      mend: posterCodes.isEmpty
        ? Phrase(
          vi: "Ghi tên miền thật của trang vào “baseURL” rồi dựng lại.",
          en: "Write the real address of the site into “baseURL” and build again.")
        : Phrase(
          vi:
            "Ghi tên miền thật của trang vào “baseURL” rồi dựng lại. Trước đó chưa được in áp phích.",
          en:
            "Write the real address of the site into “baseURL” and build again. Posters must not be printed before."
        ))
  }

  /// Pages that an indicator or a page names must be pages of the site; one of the officials may be missing
  /// from the public edition.
  private func checkRelated(into diagnostics: inout Diagnostics) {
    let known = Set(content.pages.map(\.route.name)).union(map.nodes.map(\.route.name))
    for indicator in catalog.indicators {
      for name in indicator.related where !known.contains(name) {
        diagnostics.report(
          .pageAddressUnknown, at: Place(file: "seeds/indicators"),
          what: Phrase(
            vi: "Chỉ tiêu “\(indicator.id)” nói đến trang “\(name)”, nhưng không có trang đó.",
            en: "The indicator “\(indicator.id)” names the page “\(name)”; there is none."),
          mend: Spelling.mend(for: name, among: known.filter { !$0.isEmpty }.sorted()))
      }
    }
    for page in content.pages where page.facts.isPublished(in: edition, on: cleared.asOf) {
      for name in page.facts.related where !known.contains(name) {
        diagnostics.report(
          .pageAddressUnknown, at: page.facts.place,
          what: Phrase(
            vi: "“related” nói đến trang “\(name)”, nhưng không có trang đó.",
            en: "“related” names the page “\(name)”; there is none."),
          mend: Spelling.mend(for: name, among: known.filter { !$0.isEmpty }.sorted()))
      }
    }
  }
}

extension SiteConfiguration {
  /// A page's address below the base address.
  func address(of path: String) -> String {
    links == .clean && path.hasSuffix("index.html")
      ? String(path.dropLast("index.html".count)) : path
  }
}
