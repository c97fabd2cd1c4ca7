import Indicators
import Site
import Tables

/// All that the pages of an edition share.
struct EditionContext: Sendable {
  let configuration: SiteConfiguration
  let registries: Registries
  let catalog: IndicatorCatalog
  let cleared: ClearedEdition
  let content: SiteContent
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

  var edition: Edition { cleared.edition }

  var isSample: Bool { cleared.dataStatus == .sample }

  func words(for language: String) -> InterfaceWords? {
    words[language] ?? words[configuration.defaultLanguage]
  }
}
