import Site
import Tables
import VietnameseText

/// Fills the frame of a page: bar, masthead, menu, footer (names of `layouts/page.mustache`).
struct PageFrame {
  let context: EditionContext
  let node: PageNode
  let words: InterfaceWords
  let links: RelativeLinks

  private var configuration: SiteConfiguration { context.configuration }
  private var language: String { node.route.language }

  /// All names of the frame but `main`.
  ///
  /// - Parameters:
  ///   - kind: name of the page's template.
  ///   - lead: the sentence below the title.
  func names(kind: String, lead: String?) -> TemplateObject {
    let isInternal = context.edition.isInternal
    return [
      "lang": .text(language),
      "words": .object(context.frameWords[words.language] ?? [:]),
      "policy": .text(SecurityHeaders.pagePolicy),
      "robots": isInternal ? .text("noindex, nofollow") : .nothing,
      "page": page(kind: kind, lead: lead),
      "share": isInternal ? .nothing : share,
      "feed": .text(context.feedPath(in: language).map { links.link(to: $0) }),
      "assets": .object([
        "style": .text(links.link(to: context.assets.style.path)),
        "script": .text(links.link(to: context.assets.script.path)),
        "icon": .text(links.link(to: context.assets.icon.path)),
      ]),
      "site": .object([
        "title": .text(configuration.title.text(in: language)),
        "titleLang": .text(otherLanguage(of: configuration.title)),
        "subtitle": .text(configuration.subtitle?.text(in: language)),
        "subtitleLang": .text(configuration.subtitle.flatMap(otherLanguage)),
        "href": .text(links.link(to: homePath)),
      ]),
      "bar": isInternal ? .nothing : bar,
      "internal": .flag(isInternal),
      "sample": .flag(context.isSample),
      "menu": .list(menu.map(menuItem)),
      "sections": .list(context.map.sections(in: language).map(item)),
      "search": context.map.search(in: language).map(item) ?? .nothing,
      "alternates": .list(alternates),
      "languages": .list(otherLanguages),
      "oldTranslation": oldTranslation,
      "dataDate": .text(
        context.lastDay.map { words.fill(.dataDate, ["date": $0.short]) }),
    ]
  }

  private var homePath: String {
    Route(language: language, segments: []).path(defaultLanguage: configuration.defaultLanguage)
  }

  private func page(kind: String, lead: String?) -> TemplateValue {
    let site = configuration.title.text(in: language)
    let isHome = node.route.segments.isEmpty
    let key: WordKey = context.edition.isInternal ? .documentTitleInternal : .documentTitle
    return .object([
      "kind": .text(kind),
      "title": .text(node.title),
      "documentTitle": .text(
        neutralTitle
          ?? (isHome && !context.edition.isInternal
            ? site : words.fill(key, ["page": node.title, "site": site]))),
      "description": node.description.isEmpty ? .nothing : .text(node.description),
      "lead": .text(lead.flatMap { $0.isEmpty ? nil : $0 }),
      "canonical": context.edition.isInternal
        ? .nothing : .text(configuration.baseURL + context.address(of: node.path)),
    ])
  }

  private var neutralTitle: String? { context.neutralTitle(in: language) }

  /// What a link to the page shows where people pass it on.
  private var share: TemplateValue {
    let description =
      node.description.isEmpty ? configuration.description.text(in: language) : node.description
    return .object([
      "title": .text(neutralTitle ?? node.title), "description": .text(description),
      "type": .text(node.route.segments.isEmpty || node.content == nil ? "website" : "article"),
      "locale": .text(words[.locale]),
      "url": .text(configuration.baseURL + context.address(of: node.path)),
    ])
  }

  private var bar: TemplateValue {
    let call = context.registries.hotlines.first { $0.isShown && $0.isFree && $0.reach != .abroad }
    return .object([
      "call": call.map {
        .object([
          "href": .text("tel:\($0.number.filter { $0 != " " })"),
          "text": .text(words.fill(.callNumber, ["number": $0.number])),
        ])
      } ?? .nothing,
      "exit": configuration.quickExit.map { .object(["href": .text($0)]) } ?? .nothing,
    ])
  }

  /// The menu of the site's own choice, or else the first sections.
  private var menu: [PageNode] {
    if let names = configuration.menu[language], !names.isEmpty {
      return names.compactMap { context.map.node(named: $0, in: language) }
    }
    return Array(context.map.sections(in: language).prefix(5))
  }

  private func item(_ target: PageNode) -> TemplateValue { .object(link(to: target)) }

  /// A menu may name a page that is not translated.
  private func menuItem(_ target: PageNode) -> TemplateValue {
    var item = link(to: target)
    let other = target.route.language
    item["lang"] = other == language ? .nothing : .text(other)
    return .object(item)
  }

  private func link(to target: PageNode) -> TemplateObject {
    let current: TemplateValue =
      target.route == node.route
      ? .text("page") : node.route.isBelow(target.route) ? .text("true") : .nothing
    return [
      "text": .text(target.menuTitle), "href": .text(links.link(to: target.path)),
      "current": current,
    ]
  }

  /// The language that stands in for the page's; nil where none has to.
  private func otherLanguage(of text: LocalizedText) -> String? {
    let actual = text.language(for: language)
    return actual == language ? nil : actual
  }

  /// This page in all its languages, for search engines; none of a page in one.
  private var alternates: [TemplateValue] {
    let translations = context.map.translations(of: node)
    guard !translations.isEmpty, !context.edition.isInternal else { return [] }
    let pages = [node] + translations
    return configuration.languages.compactMap { language in
      pages.first { $0.route.language == language }
    }.map { page in
      .object([
        "lang": .text(page.route.language),
        "href": .text(configuration.baseURL + context.address(of: page.path)),
      ])
    }
  }

  /// The switch of languages: to the same page, or else to the other language's home page, which
  /// is said.
  private var otherLanguages: [TemplateValue] {
    let translations = context.map.translations(of: node)
    return configuration.languages.filter { $0 != language }.compactMap { other in
      if let page = translations.first(where: { $0.route.language == other }) {
        return translation(page)
      }
      guard let home = context.map.home(in: other), let words = context.words[other] else {
        return nil
      }
      return .object([
        "lang": .text(other), "name": .text(words[.languageName]),
        "href": .text(links.link(to: home.path)), "missing": .text(words[.notTranslated]),
      ])
    }
  }

  private var oldTranslation: TemplateValue {
    guard let index = node.content,
      let old = OldTranslation(context.content.pages[index].facts, in: context)
    else { return .nothing }
    return .object([
      "text": .text(words.fill(.oldTranslation, ["date": old.changed.short])),
      "original": translation(old.original),
    ])
  }

  private func translation(_ target: PageNode) -> TemplateValue {
    let language = target.route.language
    return .object([
      "lang": .text(language),
      "name": .text(context.words[language]?[.languageName] ?? language),
      "href": .text(links.link(to: target.path)), "missing": .nothing,
    ])
  }
}

extension Route {
  /// Whether the page lies below another one, in the same language; no page lies below a home.
  func isBelow(_ other: Route) -> Bool {
    language == other.language && !other.segments.isEmpty
      && segments.count > other.segments.count && segments.starts(with: other.segments)
  }
}
