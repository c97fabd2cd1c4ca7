import Observations
import Site
public import Tables

/// The cleared editions of a site, and what stays private about how they were cleared.
public struct ClearedSite: Sendable {
  /// In the order of `site.yaml`.
  public let editions: [ClearedEdition]
  let seeds: SeedData
  let patterns: [String: [EditionPattern]]

  init(
    editions: [ClearedEdition], seeds: SeedData, patterns: [String: [EditionPattern]]
  ) {
    self.editions = editions
    self.seeds = seeds
    self.patterns = patterns
  }

  /// The report of an edition for `.minhbach/`: what is hidden, and the witness of each small
  /// count. It holds true figures and must never be published.
  public func privateReport(of edition: String) -> [UInt8] {
    guard let cleared = editions.first(where: { $0.edition.name == edition }) else { return [] }
    return DisclosureReport(cleared.edition, patterns[edition] ?? [], seeds: seeds).json()
  }

  /// The patterns of an edition, for the next build; private (`KeptPatterns.bytes(of:)`).
  public func keptPatterns(of edition: String) -> KeptPatterns {
    var kept = KeptPatterns()
    for pattern in patterns[edition] ?? [] {
      kept.keep(pattern.pattern, for: pattern.key)
      for (key, tried) in pattern.tried { kept.keep(tried, for: key) }
    }
    return kept
  }
}
