import Diagnostics
import Disclosure
import Observations
import Publishing
import Site
import SourceFiles

/// Disclosure control as the commands run it: with what is kept from the build before.
struct DisclosureRun {
  let options: SiteOptions
  let folder: SiteFolder
  let configuration: SiteConfiguration
  let registries: Registries

  /// Nil, with reports, if an edition can't be cleared or an earlier release can't be read.
  func clear(_ seeds: SeedData, into diagnostics: inout Diagnostics) -> ClearedSite? {
    let earlier = options.earlier.compactMap { path in
      EarlierRelease.read(
        Folders.join(Console.workingFolder, path), name: path, into: &diagnostics)
    }
    guard earlier.count == options.earlier.count else { return nil }
    let kept = kept(into: &diagnostics)
    return DisclosureControl.clear(
      seeds, configuration: configuration,
      with: DisclosureInputs(
        earlier: earlier, revisions: registries.revisions, kept: kept, effort: options.effort,
        workers: options.workers),
      into: &diagnostics)
  }

  /// Name of the file in an edition's private folder.
  static let patternFile = "patterns.txt"

  private func kept(into diagnostics: inout Diagnostics) -> KeptPatterns {
    var kept = KeptPatterns()
    if options.noCache { return kept }
    let privateFolder = PrivateFolder(site: folder.root)
    for edition in configuration.editions.map(\.name) {
      guard let bytes = privateFolder.read(Self.patternFile, edition: edition) else { continue }
      kept.merge(
        .read(
          bytes, of: edition, at: ".minhbach/\(edition)/\(Self.patternFile)", into: &diagnostics))
    }
    return kept
  }
}
