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
  /// SHA-256 of each file by its path below the site's folder.
  public let checksums: [String: String]

  public static func read(
    _ folder: SiteFolder, configuration: SiteConfiguration, registries: Registries,
    workers: Int,
    into diagnostics: inout Diagnostics
  ) -> SiteContent {
    let all = Folders.files(below: Folders.join(folder.root, "content"))
      .filter { $0.hasSuffix(".md") }
    let unlisted = UnlistedLanguages.report(all, folder, configuration, into: &diagnostics)
    let paths = all.filter { path in !unlisted.contains { path.hasPrefix($0 + "/") } }
    let read = concurrently(paths.count, workers: workers) { index in
      var found = Diagnostics()
      var checksum = ""
      let page = ContentPage.read(
        "content/\(paths[index])", root: folder.root, configuration: configuration,
        registries: registries, checksum: &checksum, into: &found)
      return (page: page, checksum: checksum, diagnostics: found)
    }
    for result in read { diagnostics.merge(result.diagnostics) }
    let pages = read.compactMap(\.page)
    let checksums = zip(paths, read).map { ("content/\($0)", $1.checksum) }
    return SiteContent(
      pages: pages, isWhole: pages.count == all.count,
      checksums: Dictionary(checksums) { first, _ in first })
  }
}
