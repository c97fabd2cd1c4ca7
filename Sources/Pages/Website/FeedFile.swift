import Site
import Tables
import VietnameseText

/// What tells machines outside which pages there are and when they changed.
extension EditionContext {
  /// A page that is dated, and its day.
  private func dated(in language: String) -> [(node: PageNode, day: CalendarDate)] {
    map.nodes.compactMap { node in
      guard node.route.language == language, let day = changed(node) else { return nil }
      return (node, day)
    }.sorted { $0.day == $1.day ? $0.node.path < $1.node.path : $0.day > $1.day }
  }

  /// The day on which a page last changed, as its front matter says; a day that has not come yet
  /// says nothing.
  func changed(_ node: PageNode) -> CalendarDate? {
    node.content.flatMap { content.pages[$0].facts.changed(by: cleared.asOf) }
  }

  /// Path of the feed of a language; nil where no page is dated.
  func feedPath(in language: String) -> String? {
    guard feedLanguages.contains(language) else { return nil }
    return language == configuration.defaultLanguage ? "feed.xml" : "\(language)/feed.xml"
  }

  /// Atom (RFC 4287): the pages of a language that say when they changed, newest first, at most
  /// fifty. Days have no time: they stand as midnight UTC.
  func feed(in language: String) -> [UInt8] {
    let entries = dated(in: language).prefix(50)
    let own = configuration.baseURL + (feedPath(in: language) ?? "")
    let home = Route(language: language, segments: [])
      .path(defaultLanguage: configuration.defaultLanguage)
    var xml = HTML()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
    xml.attribute("xml:lang", language)
    xml.raw(">\n")
    element("id", own, &xml)
    element("title", configuration.title, in: language, &xml)
    element("subtitle", configuration.description, in: language, &xml)
    element("updated", Self.instant(entries.first?.day ?? cleared.asOf), &xml)
    xml.raw("<author><name>")
    xml.text((configuration.subtitle ?? configuration.title).text(in: language))
    xml.raw("</name></author>\n")
    link("self", own, &xml)
    link("alternate", configuration.baseURL + address(of: home), &xml)
    for (node, day) in entries {
      let page = configuration.baseURL + address(of: node.path)
      xml.raw("<entry>\n")
      element("id", page, &xml)
      element("title", node.title, &xml)
      element("updated", Self.instant(day), &xml)
      link("alternate", page, &xml)
      if !node.description.isEmpty { element("summary", node.description, &xml) }
      xml.raw("</entry>\n")
    }
    xml.raw("</feed>\n")
    return xml.bytes
  }

  private static func instant(_ day: CalendarDate) -> String { day.iso + "T00:00:00Z" }

  private func element(_ name: StaticString, _ text: String, _ xml: inout HTML) {
    xml.raw("<")
    xml.raw(name)
    xml.raw(">")
    xml.text(text)
    xml.raw("</")
    xml.raw(name)
    xml.raw(">\n")
  }

  private func element(
    _ name: StaticString, _ text: LocalizedText, in language: String, _ xml: inout HTML
  ) {
    let actual = text.language(for: language)
    guard actual != language else { return element(name, text.text(in: language), &xml) }
    xml.element(name, ["xml:lang": actual]) { $0.text(text.text(in: language)) }
    xml.raw("\n")
  }

  private func link(_ relation: String, _ address: String, _ xml: inout HTML) {
    xml.raw("<link")
    xml.attribute("rel", relation)
    xml.attribute("href", address)
    xml.raw("/>\n")
  }

  /// `robots.txt` (RFC 9309): officials' pages are for no search engine.
  func robots() -> [UInt8] {
    let rules =
      edition.isInternal
      ? "User-agent: *\nDisallow: /\n"
      : "User-agent: *\nAllow: /\n\nSitemap: \(configuration.baseURL)sitemap.xml\n"
    return Array(rules.utf8)
  }
}
