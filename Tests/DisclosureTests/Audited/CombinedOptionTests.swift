import Diagnostics
import Disclosure
import Observations
import Site
import Tables
import Testing

/// Options that stand together, by the auditor: it finds nothing, and finds it where one hidden
/// cell more is printed.
@Suite("The door: options together, and what the auditor finds")
struct CombinedOptionTests {
  enum Combination: String, CaseIterable {
    case threeEditions, widthBesideEarlier, preferencesBesideEarlier, knownBesideHiddenZeros
    case everything

    typealias Figures = [RelatedSite.Figure]

    /// In an order that is not that of their thresholds.
    func editions(_ figures: Figures) -> [EditionEntry] {
      switch self {
      case .threeEditions: three("")
      case .widthBesideEarlier: two(", width: 4")
      case .preferencesBesideEarlier: two(Self.preferences)
      case .knownBesideHiddenZeros: two(", zeros: protect" + Self.known(figures))
      case .everything:
        three(
          ", zeros: protect, groupDisclosure: true, lattice: full, width: 3, maxAxes: 2"
            + Self.preferences + Self.known(figures))
      }
    }

    private func two(_ rules: String) -> [EditionEntry] {
      [EditionEntry("public", 5, rules), EditionEntry("officials", 3, rules)]
    }

    private func three(_ rules: String) -> [EditionEntry] {
      [
        EditionEntry("partners", 4, rules), EditionEntry("public", 6, rules),
        EditionEntry("officials", 3, rules),
      ]
    }

    private static let preferences =
      ", preferHide: [{dataset: people, axis: sex, level: 0}]"
      + ", neverHide: [{dataset: people, axis: period, level: pooled}]"

    /// A zero and a count that is not small: nothing can protect a small one that all know.
    private static func known(_ figures: Figures) -> String {
      let told = [figures.first { $0.count == 0 }, figures.last { $0.count >= 6 }]
        .compactMap(\.self)
        .map { figure in
          let codes = figure.codes.sorted { $0.key < $1.key }
            .map { "\($0.key): \"\($0.value)\"" }.joined(separator: ", ")
          return
            "{dataset: people, measure: \(figure.measure), at: {\(codes)}, value: \(figure.count), "
            + "source: Báo cáo của bộ}"
        }
      return told.isEmpty ? "" : ", known: [\(told.joined(separator: ", "))]"
    }

    var isBesideEarlier: Bool {
      switch self {
      case .threeEditions, .knownBesideHiddenZeros: false
      case .widthBesideEarlier, .preferencesBesideEarlier, .everything: true
      }
    }

    /// How many of the hidden cells must each be needed: more is hidden than the auditor asks for
    /// where more values than T must stay possible, or where a level may not serve.
    var shareNeeded: Double {
      switch self {
      case .threeEditions: 0.8
      case .knownBesideHiddenZeros, .preferencesBesideEarlier: 0.6
      case .widthBesideEarlier, .everything: 0.4
      }
    }
  }

  @Test(
    "nothing; one hidden cell more, and the promise is broken",
    arguments: Combination.allCases)
  func promise(combination: Combination) throws {
    var (checked, small, needed, hidden) = (0, 0, 0, 0)
    for kind in RelatedSite.Kind.allCases {
      for seed in UInt64(0)..<6 {
        var earlier: [PublishedFolder] = []
        if combination.isBesideEarlier {
          let first = RelatedSite(
            kind: kind, seed: seed, tables: 1, isWide: true, editions: combination.editions)
          guard let old = try ClearanceSite(first.archive).cleared else { continue }
          earlier = try old.editions.filter { $0.edition.name == "public" }
            .map(PublishedFolder.init)
        }
        let releases = try earlier.compactMap { try $0.release("2024") }
        let site = try ClearanceSite(
          RelatedSite(
            kind: kind, seed: seed, tables: 2, isWide: true, editions: combination.editions
          ).archive,
          with: DisclosureInputs(earlier: releases, effort: .quick))
        guard let cleared = site.cleared else {
          let isRefused =
            site.refusedForDisclosure && !site.diagnostics.contains { $0.rule == .proofFailed }
          #expect(isRefused, "\(kind), seed \(seed): \(site.words)")
          continue
        }
        expectNesting(cleared, "\(kind), seed \(seed)")
        let everybody = try #require(cleared.editions.first { !$0.edition.isInternal })
        let publicFolder = try PublishedFolder(everybody)
        for edition in cleared.editions {
          checked += 1
          let name: Comment = "\(kind), seed \(seed), \(edition.edition.name)"
          let isFull = edition.edition.disclosure.lattice == .full
          // Readers of an internal edition have the public one in hand too.
          let others = earlier + (edition.edition.isInternal ? [publicFolder] : [])
          let findings = try PublishedFolder(edition).audit(earlier: others, lattice: isFull)
          #expect(
            findings.count == 0,
            "\(kind), seed \(seed), \(edition.edition.name): \(words(of: findings))")
          for (cell, truth) in hiddenCells(of: edition, site) {
            hidden += 1
            let told = try PublishedFolder(edition.printing(cell, as: truth))
            let isCaught = !told.audit(earlier: earlier, lattice: isFull).isEmpty
            if isCaught { needed += 1 }
            if truth.mantissa < edition.edition.disclosure.threshold,
              edition.countsPersons(cell)
            {
              small += 1
              #expect(isCaught, name)
            }
          }
        }
      }
    }
    #expect(checked > 30)
    #expect(small > 15)
    #expect(
      Double(needed) >= combination.shareNeeded * Double(hidden),
      "\(needed) of \(hidden) hidden cells")
  }

  /// Of each edition the two hidden cells with the least persons: one at least is small.
  private func hiddenCells(
    of edition: ClearedEdition, _ site: ClearanceSite
  ) -> [(cell: CellPlace, truth: Quantity)] {
    let cells = edition.hiddenCells.compactMap { cell in
      site.truth(of: cell, in: edition).map { (cell: cell, truth: $0) }
    }
    return Array(
      cells.filter { $0.truth.mantissa > 0 }
        .sorted { ($0.truth.mantissa, $0.cell.table) < ($1.truth.mantissa, $1.cell.table) }
        .prefix(2))
  }

  private func words(of findings: [Diagnostic]) -> String {
    findings.map { $0.what.en.text(showingSecrets: true) }.joined(separator: "; ")
  }

  /// What an edition hides, those with a greater threshold don't print.
  private func expectNesting(_ cleared: ClearedSite, _ name: Comment) {
    let editions = cleared.editions.sorted {
      ($0.edition.disclosure.threshold, $0.edition.isInternal ? 0 : 1)
        < ($1.edition.disclosure.threshold, $1.edition.isInternal ? 0 : 1)
    }
    for (position, edition) in editions.enumerated() {
      for later in editions[(position + 1)...] {
        #expect(edition.cellNames.hidden.isDisjoint(with: later.cellNames.printed), name)
      }
    }
  }
}

/// A cell of a table by its positions.
struct CellPlace {
  let table: Int
  let cell: Int
}

extension ClearedEdition {
  var hiddenCells: [CellPlace] {
    tables.enumerated().flatMap { table, cleared in
      cleared.cells.indices.filter { cleared.cells[$0] == .suppressed }
        .map { CellPlace(table: table, cell: $0) }
    }
  }

  func countsPersons(_ place: CellPlace) -> Bool {
    let measures = tables[place.table].measures
    return measures[place.cell % measures.count].sensitivity == .persons
  }

  /// The same edition with a hidden cell in print.
  func printing(_ place: CellPlace, as quantity: Quantity) -> ClearedEdition {
    var tables = tables
    let table = tables[place.table]
    var cells = table.cells
    cells[place.cell] = .value(quantity, [])
    tables[place.table] = ClearedTable(
      id: table.id, title: table.title, dataset: table.dataset, measures: table.measures,
      axes: table.axes, fixed: table.fixed, layout: table.layout, notes: table.notes,
      provenance: table.provenance, acrossBreak: table.acrossBreak, cells: cells,
      identities: table.identities)
    return ClearedEdition(
      edition: edition, asOf: asOf, dataStatus: dataStatus, tables: tables,
      declaredTables: declaredTables)
  }
}

extension ClearanceSite {
  /// The true figure of a cell, in a site of which no period is under embargo.
  func truth(of place: CellPlace, in edition: ClearedEdition) -> Quantity? {
    let id = edition.tables[place.table].id
    return seeds?.frames.first { $0.id == id }?.aggregates[place.cell].truth.quantity
  }
}
