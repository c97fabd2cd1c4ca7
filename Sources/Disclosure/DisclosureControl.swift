public import Diagnostics
public import Observations
public import Site
import Tables
import Workers

/// The one door: observations in, cleared tables out.
///
/// Every small count of a sensitive measure (1 ≤ count < T), every sensitive complement and every
/// remainder keeps a possible table in which it is at least T, whatever the reader of an edition
/// subtracts; each proof is checked in whole numbers before a table leaves. See docs/architecture.md.
public enum DisclosureControl {
  /// Clears the tables of every edition; nil, with reports, if one can't be cleared.
  public static func clear(
    _ seeds: SeedData, configuration: SiteConfiguration,
    with inputs: DisclosureInputs = DisclosureInputs(), into diagnostics: inout Diagnostics
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
    warnOfUnread(inputs.earlier, seeds, editions, into: &diagnostics)

    // An edition with a lower threshold hides less; what it hides, those after it hide too.
    var hidden = [Set<[Int]>](repeating: [], count: seeds.dataSets.count)
    var cleared: [String: ClearedEdition] = [:]
    var patterns: [String: [EditionPattern]] = [:]
    for edition in editions {
      // What others publish everybody may have read, whichever edition's rules list it.
      var seen = Set<KnownCell>()
      let known = editions.flatMap { seeds.known[$0.name] ?? [] }
        .filter { seen.insert($0).inserted }
      let found = protect(edition, seeds, inputs, known, hidden, into: &diagnostics)
      guard diagnostics.count(of: .error) == before else { continue }
      for pattern in found { hidden[pattern.dataSet].formUnion(pattern.hiddenKeys) }
      patterns[edition.name] = found
      let clearance = EditionClearance(
        seeds: seeds, configuration: configuration, edition: edition, patterns: found)
      cleared[edition.name] = clearance.clear()
    }
    guard diagnostics.count(of: .error) == before else { return nil }
    return ClearedSite(
      editions: configuration.editions.compactMap { cleared[$0.name] }, seeds: seeds,
      patterns: patterns)
  }

  /// The data sets share no unknown: each is protected by itself.
  private static func protect(
    _ edition: Edition, _ seeds: SeedData, _ inputs: DisclosureInputs, _ known: [KnownCell],
    _ hidden: [Set<[Int]>], into diagnostics: inout Diagnostics
  ) -> [EditionPattern] {
    let results = concurrently(seeds.dataSets.count, workers: inputs.workers) { dataSet in
      var found = Diagnostics()
      let protector = DataSetProtector(
        seeds: seeds, dataSet: dataSet, edition: edition, inputs: inputs,
        known: known.filter { $0.dataSet == dataSet },
        hiddenElsewhere: hidden[dataSet])
      let pattern = protector.protect(into: &found)
      return (pattern: pattern, diagnostics: found)
    }
    for result in results { diagnostics.merge(result.diagnostics) }
    return results.compactMap(\.pattern)
  }

  /// An earlier release binds nothing where its edition or data set is gone, or has another name.
  private static func warnOfUnread(
    _ earlier: [EarlierRelease], _ seeds: SeedData, _ editions: [Edition],
    into diagnostics: inout Diagnostics
  ) {
    for release in earlier {
      let tables = release.tables.filter(\.countsPersons)
      if !tables.isEmpty, !editions.contains(where: release.isRead) {
        reportUnread(
          release, (vi: "ấn bản “\(release.edition)”", en: "edition “\(release.edition)”"),
          into: &diagnostics)
        continue
      }
      let names = Set(tables.map(\.dataset)).subtracting(seeds.dataSets.map(\.name))
      for name in names.sorted() {
        reportUnread(
          release, (vi: "bộ số liệu “\(name)”", en: "data set “\(name)”"),
          into: &diagnostics)
      }
    }
  }

  private static func reportUnread(
    _ release: EarlierRelease, _ what: (vi: String, en: String), into diagnostics: inout Diagnostics
  ) {
    diagnostics.report(
      .earlierNotPlaced, at: Place(file: "site.yaml"),
      what: Phrase(
        vi: "Trang không còn \(what.vi), có trong bản đã công bố “\(release.name)”.",
        en:
          "The site no longer has the \(what.en), which the earlier release “\(release.name)” has."
      ),
      mend: Phrase(
        vi: "Nếu chỉ đổi tên thì dùng lại tên cũ; nếu không, tự so hai bản trước khi công bố.",
        en: "If it was only renamed, use the old name; else compare the two before publishing."))
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
  /// threshold would give away what the internal one hides. And what an edition hides those after
  /// it hide too: of two internal ones the second must be able to hide a zero that the first hides.
  ///
  /// - Parameter editions: in the order in which they are protected.
  private static func checkNesting(
    of editions: [Edition], into diagnostics: inout Diagnostics
  ) {
    for (position, edition) in editions.enumerated() where edition.isInternal {
      for (later, other) in editions.enumerated() {
        let nests =
          other.isInternal
          ? later <= position || edition.hidesNoMoreZeros(than: other)
          : edition.mayShowAllOf(other)
        if nests { continue }
        diagnostics.report(
          .editionsDoNotNest, at: Place(file: "site.yaml"),
          what: Phrase(
            vi:
              "“\(edition.name)” giữ kín hơn “\(other.name)”: ngưỡng lớn hơn, hoặc ẩn cả số 0 mà “\(other.name)” in.",
            en:
              "“\(edition.name)” hides more than “\(other.name)”: its threshold is greater, or it hides zeros that “\(other.name)” prints."
          ),
          mend: Phrase(
            vi:
              "Cho “\(edition.name)” ngưỡng không lớn hơn, và “zeros”, “groupDisclosure” như nhau.",
            en:
              "Give “\(edition.name)” a threshold that is no greater, and both the same “zeros” and “groupDisclosure”."
          ))
      }
    }
  }
}

extension Edition {
  /// Whether nothing that this edition hides would be printed by another's rules alone.
  fileprivate func mayShowAllOf(_ other: Edition) -> Bool {
    disclosure.threshold <= other.disclosure.threshold && hidesNoMoreZeros(than: other)
  }

  fileprivate func hidesNoMoreZeros(than other: Edition) -> Bool {
    !disclosure.mayHideZeros || other.disclosure.mayHideZeros
  }
}
