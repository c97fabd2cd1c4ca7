import Indicators
import Site
import Tables
import VietnameseText

/// All that the pages of an edition share. A class, because each piece of each page holds it.
final class EditionContext: Sendable {
  let configuration: SiteConfiguration
  let registries: Registries
  let catalog: IndicatorCatalog
  let cleared: ClearedEdition
  let content: SiteContent
  let pictures: SitePictures
  let map: SiteMap
  let templates: PageTemplates
  let assets: Assets
  /// Interface words by language.
  let words: [String: InterfaceWords]
  /// What stands in the frame of every page of a language, apart from links.
  let frameWords: [String: TemplateObject]
  /// Bytes of each table's CSV file, by the table's id.
  let csvSizes: [String: Int]
  /// How each indicator stands, by its id.
  let series: [String: IndicatorSeries]

  /// Languages of which a page says when it changed: each has a feed.
  let feedLanguages: Set<String>

  /// Where the QR codes of posters lead, by language.
  let posterCodes: [String: PosterCode]

  /// The last day that a figure of the edition is about.
  let lastDay: CalendarDate?

  init(
    configuration: SiteConfiguration, registries: Registries, catalog: IndicatorCatalog,
    cleared: ClearedEdition, content: SiteContent, pictures: SitePictures, map: SiteMap,
    templates: PageTemplates, assets: Assets, words: [String: InterfaceWords],
    csvSizes: [String: Int]
  ) {
    self.configuration = configuration
    self.registries = registries
    self.catalog = catalog
    self.cleared = cleared
    self.content = content
    self.pictures = pictures
    self.map = map
    self.templates = templates
    self.assets = assets
    self.words = words
    self.csvSizes = csvSizes
    frameWords = words.mapValues { words in
      TemplateObject(words.plain.mapValues { .text($0) })
    }
    series = Dictionary(
      catalog.indicators.map { ($0.id, IndicatorSeries($0, in: cleared)) }
    ) { first, _ in first }
    lastDay = cleared.lastDay
    posterCodes = PosterCode.all(for: map, configuration)
    feedLanguages = Set(
      map.nodes.lazy.filter { node in
        node.content.map { content.pages[$0].facts.changed(by: cleared.asOf) != nil } ?? false
      }.map(\.route.language))
  }

  var edition: Edition { cleared.edition }

  var isSample: Bool { cleared.dataStatus == .sample }

  func words(for language: String) -> InterfaceWords? {
    words[language] ?? words[configuration.defaultLanguage]
  }
}
