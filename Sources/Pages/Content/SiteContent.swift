public import Diagnostics
public import Site
import SourceFiles
import Workers

/// All pages below `content/`, read and parsed once for all editions.
public struct SiteContent: Sendable {
  /// In the order of their paths.
  let pages: [ContentPage]
  /// Whether every file could be read. Where one is missing, links to it look broken.
  public let isWhole: Bool

  public static func read(
    _ folder: SiteFolder, configuration: SiteConfiguration, workers: Int,
    into diagnostics: inout Diagnostics
  ) -> SiteContent {
    let paths = Folders.files(below: Folders.join(folder.root, "content"))
      .filter { $0.hasSuffix(".md") }
    let read = concurrently(paths.count, workers: workers) { index in
      var found = Diagnostics()
      let page = ContentPage.read(
        "content/\(paths[index])", root: folder.root, configuration: configuration, into: &found)
      return (page: page, diagnostics: found)
    }
    for result in read { diagnostics.merge(result.diagnostics) }
    let pages = read.compactMap(\.page)
    return SiteContent(pages: pages, isWhole: pages.count == paths.count)
  }
}
