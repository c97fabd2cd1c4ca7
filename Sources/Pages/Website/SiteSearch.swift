import Diagnostics
import Indicators
import Markup
import Search
import Site
import SourceFiles
import Tables

/// The search of an edition: for each language an index of the texts that its pages show, made
/// from what the pages themselves are made from, after the door.
struct SiteSearch: Sendable {
  /// Path below the edition's folder and bytes.
  let files: [(path: String, bytes: [UInt8])]
  /// Path of the first file of each language's index.
  let main: [String: String]

  init(_ context: EditionContext, workers: Int) {
    var files: [(path: String, bytes: [UInt8])] = []
    var main: [String: String] = [:]
    for language in context.configuration.languages {
      guard context.map.search(in: language) != nil else { continue }
      let nodes = context.map.searched(in: language)
      let index = SearchIndex(count: nodes.count, workers: workers) {
        SearchPage(nodes[$0], context)
      }
      // One checksum names the folder: the main file need not list those of the others.
      let checksums = index.files.map { Checksum.sha256($0.bytes) }
      let checksum = Checksum.sha256(Array(checksums.joined().utf8)).prefix(12)
      let folder = "assets/search-\(language).\(checksum)"
      files += index.files.map { ("\(folder)/\($0.name)", $0.bytes) }
      main[language] = "\(folder)/main.js"
    }
    self.files = files
    self.main = main
  }
}

extension SiteMap {
  /// The pages of a language that are searched and listed: all but the search itself.
  func searched(in language: String) -> [PageNode] {
    nodes.filter { $0.route.language == language && $0.kind != .search }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

extension SearchPage {
  /// The text of a page. Figures in sentences come through the same door as on the page; of tables
  /// and charts only the titles are text.
  fileprivate init(_ node: PageNode, _ context: EditionContext) {
    let language = node.route.language
    var lines: [Line] = []
    func add(_ text: String?) {
      if let text, !text.isEmpty { lines += Line.sentences(of: text) }
    }
    switch node.kind {
    case .content, .search, .tables, .tag, .campaigns: break
    case .campaign(let id):
      // The other themes and the figures stand on the page alone.
      for activity in context.registries.campaign(id)?.activities(on: context.cleared.asOf) ?? [] {
        add(activity.text.text(in: language))
      }
    case .poster(let id):
      let poster = context.registries.campaign(id)?.poster
      for text in [poster?.lead].compactMap(\.self) + (poster?.points ?? []) {
        add(text.text(in: language))
      }
    case .plan(let id, _):
      let plan = context.catalog.plan(id)
      add(plan?.document.text(in: language))
      for clause in [plan?.purpose, plan?.generalGoal] { add(clause?.text.text(in: language)) }
      for target in (plan?.goals ?? []).flatMap(\.targets) { add(target.text.text(in: language)) }
    case .indicator(let id):
      let indicator = context.catalog.indicator(id)
      add(indicator?.limitations?.text(in: language))
      for table in indicator?.breakdowns ?? [] {
        add(context.cleared.table(table)?.title.text(in: language))
      }
    case .table(let id):
      add(context.cleared.table(id)?.notes?.text(in: language))
    }
    if let index = node.content { lines += Self.text(of: index, node, context) }
    self.init(
      address: String(node.path.dropLast("index.html".count)), title: node.title,
      lead: node.description, lines: lines)
  }

  /// What is wrong with the text is reported when the page itself is made.
  private static func text(
    of index: Int, _ node: PageNode, _ context: EditionContext
  ) -> [Line] {
    guard let words = context.words(for: node.route.language) else { return [] }
    let page = context.content.pages[index]
    let links = RelativeLinks(from: node.path, style: context.configuration.links)
    var host = PageHost(
      context: context, node: node, words: words, links: links, source: page.path,
      namesFigures: true)
    var html: [UInt8] = []
    var reported = Diagnostics()
    page.document.render(into: &html, host: &host, &reported)
    return Line.all(in: html)
  }
}
