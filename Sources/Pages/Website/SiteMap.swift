import Diagnostics
import Markup
import Site
import VietnameseText

/// All pages of an edition and how they hang together.
struct SiteMap: Sendable {
  let nodes: [PageNode]
  let defaultLanguage: String
  private let byRoute: [Route: Int]
  private let byContentPath: [String: Int]
  /// For each language the pages that nobody writes, and those about a plan.
  private let bySubject: [String: [PageNode.Subject: Int]]
  private let childrenOf: [Route: [Int]]
  /// For each node the nodes in other languages.
  private let translationsOf: [Int: [Int]]
  private let sectionsOf: [String: [PageNode]]

  init(
    _ nodes: [PageNode], content: SiteContent, defaultLanguage: String,
    into diagnostics: inout Diagnostics
  ) {
    self.nodes = nodes
    self.defaultLanguage = defaultLanguage
    byRoute = Dictionary(nodes.indices.map { (nodes[$0].route, $0) }) { first, _ in first }
    var bySubject: [String: [PageNode.Subject: Int]] = [:]
    for (index, node) in nodes.enumerated() {
      if let subject = node.subject {
        bySubject[node.route.language, default: [:]][subject] = index
      }
    }
    self.bySubject = bySubject
    var byContentPath: [String: Int] = [:]
    for (index, node) in nodes.enumerated() {
      if let page = node.content { byContentPath[content.pages[page].path] = index }
    }
    self.byContentPath = byContentPath
    let children = Self.children(of: nodes)
    childrenOf = children
    sectionsOf = Dictionary(
      Set(nodes.map(\.route.language)).map { ($0, Self.sections(in: $0, nodes, children)) }
    ) { first, _ in first }
    translationsOf = Self.translations(
      of: nodes, content: content, byContentPath, defaultLanguage, into: &diagnostics)
  }

  /// Children by the route above them: ordered ones first, then by title in Vietnamese order.
  /// A plan or a page of content in a folder without a page hangs below the nearest page above,
  /// so that something leads to it.
  private static func children(of nodes: [PageNode]) -> [Route: [Int]] {
    var children: [Route: [(order: Int, key: [UInt8], index: Int)]] = [:]
    let routes = Set(nodes.map(\.route))
    for (index, node) in nodes.enumerated() {
      guard var parent = node.route.parent else { continue }
      while node.isSectionOrPart, !routes.contains(parent), let above = parent.parent {
        parent = above
      }
      children[parent, default: []].append(
        (node.order ?? .max, Collation.key(node.title), index))
    }
    return children.mapValues { list in
      list.sorted { a, b in
        if a.order != b.order { return a.order < b.order }
        return a.key == b.key ? a.index < b.index : a.key.lexicographicallyPrecedes(b.key)
      }.map(\.index)
    }
  }

  private static func translations(
    of nodes: [PageNode], content: SiteContent, _ byContentPath: [String: Int],
    _ defaultLanguage: String, into diagnostics: inout Diagnostics
  ) -> [Int: [Int]] {
    var groups: [Int: [Int]] = [:]
    for (index, node) in nodes.enumerated() {
      guard let page = node.content,
        let original = content.pages[page].facts.translationOf
      else { continue }
      let path = self.path(ofOriginal: original, byContentPath, defaultLanguage)
      if let first = byContentPath[path] {
        groups[first, default: [first]].append(index)
      } else if !content.pages.contains(where: { $0.path == path }) {
        diagnostics.report(
          .translationUnknown, at: content.pages[page].facts.place,
          what: Phrase(
            vi: "Không có trang gốc “\(original)”.", en: "There is no original “\(original)”."),
          mend: Phrase(
            vi: "Ghi đường dẫn dưới content/, ví dụ \(defaultLanguage)/index.md.",
            en: "Give its path below content/, for example \(defaultLanguage)/index.md."))
      }
    }
    var translations: [Int: [Int]] = [:]
    // Pages about the same thing are translations of each other without being told so.
    let same = Dictionary(grouping: nodes.indices.filter { nodes[$0].subject != nil }) {
      nodes[$0].subject
    }
    for group in same.values where group.count > 1 {
      for member in group { translations[member] = group.filter { $0 != member } }
    }
    for group in groups.values {
      for member in group { translations[member] = group.filter { $0 != member } }
    }
    return translations
  }

  /// Path of a content file that is named below `content/` or below its default language.
  private static func path(
    ofOriginal name: String, _ byContentPath: [String: Int], _ defaultLanguage: String
  ) -> String {
    name.contains("/") && byContentPath["content/\(name)"] != nil
      ? "content/\(name)" : "content/\(defaultLanguage)/\(name)"
  }

  /// The page of which a page is a translation, where the edition has it.
  func original(of facts: PageFacts) -> PageNode? {
    facts.translationOf.flatMap {
      node(content: Self.path(ofOriginal: $0, byContentPath, defaultLanguage))
    }
  }

  func node(at route: Route) -> PageNode? { byRoute[route].map { nodes[$0] } }

  /// The page of a content file, by its path below the site's folder.
  func node(content path: String) -> PageNode? { byContentPath[path].map { nodes[$0] } }

  /// The page on which a language is searched.
  func search(in language: String) -> PageNode? {
    bySubject[language]?[.search].map { nodes[$0] }
  }

  func page(of plan: String, in language: String) -> PageNode? {
    page(about: .plan(plan), language)
  }

  func page(ofIndicator id: String, in language: String) -> PageNode? {
    page(about: .indicator(id), language)
  }

  func page(ofTable id: String, in language: String) -> PageNode? {
    page(about: .table(id), language)
  }

  func page(ofCampaign id: String, in language: String) -> PageNode? {
    page(about: .campaign(id), language)
  }

  func poster(ofCampaign id: String, in language: String) -> PageNode? {
    page(about: .poster(id), language)
  }

  /// The page in the language, or else in the default one.
  private func page(about subject: PageNode.Subject, _ language: String) -> PageNode? {
    (bySubject[language]?[subject] ?? bySubject[defaultLanguage]?[subject]).map { nodes[$0] }
  }

  /// The home page of a language, if it has one.
  func home(in language: String) -> PageNode? { node(at: Route(language: language, segments: [])) }

  func children(of route: Route) -> [PageNode] {
    (childrenOf[route] ?? []).map { nodes[$0] }
  }

  func translations(of node: PageNode) -> [PageNode] {
    guard let index = byRoute[node.route] else { return [] }
    return (translationsOf[index] ?? []).map { nodes[$0] }.sorted {
      $0.route.language < $1.route.language
    }
  }

  /// The page with an address as `site.yaml` writes it, in a language: itself, or its
  /// translation, or else the page in the default language.
  func node(named name: String, in language: String) -> PageNode? {
    let segments = name.split(separator: "/").map(String.init)
    if let node = node(at: Route(language: language, segments: segments)) { return node }
    guard let original = node(at: Route(language: defaultLanguage, segments: segments)) else {
      return nil
    }
    return translations(of: original).first { $0.route.language == language } ?? original
  }

  /// The sections of a language: the pages directly below its home that have a place in the order
  /// or pages of their own.
  func sections(in language: String) -> [PageNode] { sectionsOf[language] ?? [] }

  private static func sections(
    in language: String, _ nodes: [PageNode], _ children: [Route: [Int]]
  ) -> [PageNode] {
    let top = (children[Route(language: language, segments: [])] ?? []).map { nodes[$0] }
    return Array(
      top.filter {
        // The frame has a link of its own to the search.
        $0.kind != .search
          && ($0.order != nil || children[$0.route] != nil || $0.content == nil)
      }.prefix(24))
  }
}
