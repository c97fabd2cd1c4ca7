public import Diagnostics
public import Site
import SourceFiles
import Workers

/// All pages below `content/`, read and parsed once for all editions.
public struct SiteContent: Sendable {
  /// In the order of their paths.
  let pages: [ContentPage]

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
    return SiteContent(pages: read.compactMap(\.page))
  }
}
