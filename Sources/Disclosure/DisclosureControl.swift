public import Diagnostics
public import Observations
public import Site
public import Tables

/// The one door: observations in, cleared tables out.
///
/// Every small count of a sensitive measure (1 ≤ count < T), every sensitive complement and every
/// remainder keeps a possible table in which it is at least T, whatever the reader of an edition
/// subtracts; each proof is checked in whole numbers before a table leaves. See docs/architecture.md.
public enum DisclosureControl {
  /// Clears the tables of every edition; nil, with reports, if one can't be cleared.
  public static func clear(
    _ seeds: SeedData, configuration: SiteConfiguration, into diagnostics: inout Diagnostics
  ) -> ClearedSite? {
    let before = diagnostics.count(of: .error)
    let editions = inOrder(configuration.editions)
    checkNesting(of: editions, into: &diagnostics)
    for edition in editions {
      let rules = EditionRules(edition: edition)
      for frame in seeds.frames where rules.includes(frame) {
        rules.check(frame, of: seeds.dataSets[frame.dataSet], into: &diagnostics)
      }
    }
    guard diagnostics.count(of: .error) == before else { return nil }

    // An edition with a lower threshold hides less; what it hides, those after it hide too.
    var hidden = HiddenCells()
    var cleared: [String: ClearedEdition] = [:]
    var reports: [String: DisclosureReport] = [:]
    for edition in editions {
      var patterns: [EditionPattern] = []
      for index in seeds.dataSets.indices {
        let protector = DataSetProtector(seeds: seeds, dataSet: index, edition: edition)
        guard let pattern = protector.protect(hidden: &hidden, into: &diagnostics) else {
          continue
        }
        patterns.append(pattern)
      }
      guard diagnostics.count(of: .error) == before else { continue }
      let clearance = EditionClearance(
        seeds: seeds, configuration: configuration, edition: edition, patterns: patterns)
      cleared[edition.name] = clearance.clear()
      reports[edition.name] = DisclosureReport(edition, patterns, seeds: seeds)
    }
    guard diagnostics.count(of: .error) == before else { return nil }
    return ClearedSite(
      editions: configuration.editions.compactMap { cleared[$0.name] }, reports: reports)
  }

  /// Lowest threshold first; at the same threshold the internal editions, for the public's tables
  /// stand in them too, and what they hide there the public must not see.
  private static func inOrder(_ editions: [Edition]) -> [Edition] {
    func key(_ edition: Edition, _ position: Int) -> (Int, Int, Int) {
      (edition.disclosure.threshold, edition.isInternal ? 0 : 1, position)
    }
    return editions.enumerated()
      .sorted { key($0.element, $0.offset) < key($1.element, $1.offset) }.map(\.element)
  }

  /// The tables of the public stand in the internal editions too: a public edition with the lower
  /// threshold would give away what the internal one hides.
  private static func checkNesting(
    of editions: [Edition], into diagnostics: inout Diagnostics
  ) {
    for edition in editions where edition.isInternal {
      for other in editions
      where !other.isInternal && other.disclosure.threshold < edition.disclosure.threshold {
        diagnostics.report(
          .editionsDoNotNest, at: Place(file: "site.yaml"),
          what: Phrase(
            vi: "Ngưỡng của “\(edition.name)” lớn hơn ngưỡng của “\(other.name)”.",
            en: "The threshold of “\(edition.name)” is above that of “\(other.name)”."),
          mend: Phrase(
            vi: "Cho “\(edition.name)” ngưỡng không lớn hơn.",
            en: "Give “\(edition.name)” a threshold that is no greater."))
      }
    }
  }
}

/// The cleared editions of a site, and what stays private about how they were cleared.
public struct ClearedSite: Sendable {
  /// In the order of `site.yaml`.
  public let editions: [ClearedEdition]
  private let reports: [String: DisclosureReport]

  init(editions: [ClearedEdition], reports: [String: DisclosureReport]) {
    self.editions = editions
    self.reports = reports
  }

  /// The report of an edition for `.minhbach/`: what is hidden, and the witness of each small
  /// count. It holds true figures and must never be published.
  public func privateReport(of edition: String) -> [UInt8] {
    reports[edition]?.json() ?? []
  }
}

/// Cells that the editions so far hide, by data set: what a cell counts names it.
struct HiddenCells {
  private var keys: [Int: Set<[Int]>] = [:]

  subscript(dataSet: Int) -> Set<[Int]> { keys[dataSet] ?? [] }

  mutating func insert(_ key: [Int], dataSet: Int) {
    keys[dataSet, default: []].insert(key)
  }
}
