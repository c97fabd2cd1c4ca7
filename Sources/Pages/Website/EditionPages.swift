public import Diagnostics
import Downloads
public import Indicators
public import Site
import Pictures
import SourceFiles
public import Tables

/// Every file of an edition: what there is, and how each is made.
public struct EditionPages: Sendable {
  let context: EditionContext
  private let files: [File]
  private let search: SiteSearch

  enum File: Sendable {
    /// Index among the site map's nodes.
    case page(Int)
    case notFound
    case sitemap
    case robots
    /// The feed of a language.
    case feed(String)
    /// A former address and where its page is now.
    case moved(from: String, to: PageNode)
    case data(DataFile)
    case asset(Assets.File)
    case hosting(HostingFile)
    case picture(PublishedPicture.File)
    /// Index among the files of the search.
    case searched(Int)
  }

  /// A finished file.
  public struct Rendered: Sendable {
    public let path: String
    public let bytes: [UInt8]
    public let source: Place?
    public let diagnostics: Diagnostics
  }

  /// Nil, with reports, if the templates or words can't be used.
  ///
  /// - Parameter givenNames: where the names are noted that pages give to their templates.
  public init?(
    _ folder: SiteFolder, configuration: SiteConfiguration, registries: Registries,
    catalog: IndicatorCatalog, content: SiteContent, pictures: SitePictures,
    cleared: ClearedEdition, workers: Int, givenNames: GivenNames? = nil,
    into diagnostics: inout Diagnostics
  ) {
    let templates = TemplateFolder(site: folder.root, folder: configuration.templates)
    let words = SiteWords.read(templates, configuration.languages, into: &diagnostics)
    guard let compiled = PageTemplates(templates, givenNames: givenNames, into: &diagnostics),
      let assets = Assets(templates, into: &diagnostics),
      let words, let ownWords = words[configuration.defaultLanguage]
    else { return nil }
    templates.checkUse(
      templates: compiled.inUse, languages: configuration.languages, into: &diagnostics)
    ownWords.checkUnits(
      cleared.tables.flatMap { $0.measures.map(\.unit) }, into: &diagnostics)
    let map = SiteMap.plan(
      content, catalog: catalog, cleared: cleared, configuration: configuration, words: words,
      tags: TagPages.nodes(
        content, registries: registries,
        cleared: TagPages.ClearedTags(
          edition: cleared.edition, day: configuration.asOf,
          defaultLanguage: configuration.defaultLanguage), words: words),
      searches: configuration.languages.compactMap { words[$0] }.map {
        .search($0, defaultLanguage: configuration.defaultLanguage)
      },
      campaigns: CampaignPages(
        registries.campaigns, content, edition: cleared.edition, day: configuration.asOf),
      into: &diagnostics)
    // Every page links to the home page: without it all the links would be reported too.
    let languages = Set(map.nodes.map(\.route.language)).union([configuration.defaultLanguage])
    guard languages.allSatisfy({ map.home(in: $0) != nil }) else { return nil }
    let data = DataFile.all(
      of: cleared, language: configuration.defaultLanguage,
      notice: cleared.dataStatus == .sample ? ownWords[.sample] : nil)
    let sizes = cleared.tables.compactMap { table in
      data.first { $0.path == DataFile.csvPath(of: table.id) }.map { (table.id, $0.bytes.count) }
    }
    context = EditionContext(
      configuration: configuration, registries: registries, catalog: catalog, cleared: cleared,
      content: content, pictures: pictures, map: map, templates: compiled, assets: assets,
      words: words,
      csvSizes: Dictionary(sizes) { first, _ in first })
    context.checkAddresses(into: &diagnostics)
    context.checkQuickExit(into: &diagnostics)
    context.checkBaseAddress(into: &diagnostics)
    context.checkTranslations(into: &diagnostics)
    context.checkCampaigns(into: &diagnostics)
    search = SiteSearch(context, workers: workers)
    let feeds = configuration.languages.filter { [context] in context.feedPath(in: $0) != nil }
      .map { File.feed($0) }
    files =
      map.nodes.indices.map { .page($0) } + [.notFound, .sitemap, .robots]
      + feeds
      + Self.moved(map, content: content) + data.map { .data($0) }
      + assets.files.map { .asset($0) } + HostingFile.allCases.map { .hosting($0) }
      + pictures.files(of: map.nodes.compactMap(\.content).map { content.pages[$0] })
      .map { .picture($0) }
      + search.files.indices.map { .searched($0) }
  }

  private static func moved(_ map: SiteMap, content: SiteContent) -> [File] {
    map.nodes.flatMap { node -> [File] in
      guard let page = node.content else { return [] }
      return content.pages[page].facts.aliases.map { alias in
        let segments = alias.split(separator: "/").map(String.init)
        let path = (segments + ["index.html"]).joined(separator: "/")
        return .moved(from: path, to: node)
      }
    }
  }

  /// Path of each file below the edition's folder, by index.
  public var paths: [String] { files.map(path) }

  private func path(of file: File) -> String {
    switch file {
    case .page(let index): context.map.nodes[index].path
    case .notFound: "404.html"
    case .sitemap: "sitemap.xml"
    case .robots: "robots.txt"
    case .feed(let language): context.feedPath(in: language) ?? "feed.xml"
    case .moved(let path, _): path
    case .data(let file): file.path
    case .asset(let file): file.path
    case .hosting(let file): file.path
    case .picture(let file): file.path
    case .searched(let index): search.files[index].path
    }
  }

  /// Makes a file. Called from several threads.
  public func render(_ index: Int) -> Rendered {
    var diagnostics = Diagnostics()
    var source: Place?
    let bytes: [UInt8]
    switch files[index] {
    case .page(let index):
      let node = context.map.nodes[index]
      source = node.source
      bytes = PageRenderer(context, node, search: search).render(into: &diagnostics)
    case .notFound: bytes = context.notFoundPage(into: &diagnostics)
    case .sitemap: bytes = context.sitemap()
    case .robots: bytes = context.robots()
    case .feed(let language): bytes = context.feed(in: language)
    case .moved(let path, let node):
      source = node.source
      bytes = context.movedPage(from: path, to: node, into: &diagnostics)
    case .data(let file): bytes = file.bytes
    case .asset(let file): bytes = file.bytes
    case .hosting(let file):
      bytes = Array(file.text(context.edition, context.configuration).utf8)
    case .picture(let file): bytes = file.bytes
    case .searched(let index): bytes = search.files[index].bytes
    }
    return Rendered(
      path: path(of: files[index]), bytes: bytes, source: source, diagnostics: diagnostics)
  }
}
