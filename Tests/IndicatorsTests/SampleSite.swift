import Diagnostics
import Foundation
import Indicators
import Site
import Tables
import Testing

/// A site's folder with the seeds of plans and indicators, on disk while it is read.
struct SampleSite {
  static let indicator = """
    id: ti-le-ho-tro
    title: {vi: Tỉ lệ được hỗ trợ}
    definition: {vi: Số người được hỗ trợ chia cho số người được tiếp nhận.}
    kind: ratio
    table: ho-tro
    numerator: supported
    denominator: received
    unit: percent
    direction: up
    agency: so-y-te
    frequency: annual

    """

  static let plan = """
    id: ke-hoach
    title: {vi: Kế hoạch}
    document: Kế hoạch số 1
    validFrom: 2021-07-07
    validTo: 2025-12-31
    orientation: 2030
    purpose: {clause: I.1, text: {vi: Mục đích.}}
    goals:
      - id: ho-tro
        text: {vi: Được hỗ trợ.}
        targets:
          - {id: mt1, clause: II.2, text: {vi: 100% được hỗ trợ.}, indicator: ti-le-ho-tro, comparator: ">=", value: 100, unit: percent}
          - {id: mt2, clause: II.2, text: {vi: Phối hợp tốt hơn.}, qualitative: true}

    """

  var indicators = [SampleSite.indicator]
  var plans = [SampleSite.plan]
  var editions = [
    Sample.edition([Sample.table(cells: [.count(38), .count(36)])], declared: ["noi-bo"])
  ]

  func read(_ diagnostics: inout Diagnostics) throws -> IndicatorCatalog {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, files) in [("indicators", indicators), ("plans", plans)] {
      let seeds = folder.appending(path: "seeds/\(name)")
      try FileManager.default.createDirectory(at: seeds, withIntermediateDirectories: true)
      for (number, text) in files.enumerated() {
        try Data(text.utf8).write(to: seeds.appending(path: "\(number + 1).yaml"))
      }
    }
    let registries = seeds(folder)
    try FileManager.default.createDirectory(at: registries, withIntermediateDirectories: true)
    try Data("agencies:\n  - {id: so-y-te, name: {vi: Sở Y tế}}\n".utf8)
      .write(to: registries.appending(path: "agencies.yaml"))
    let site = SiteFolder(root: folder.path)
    return IndicatorCatalog.read(
      site, languages: ["vi"],
      registries: Registries.read(site, languages: ["vi"], into: &diagnostics),
      editions: editions, into: &diagnostics)
  }

  /// The catalogue of a site without mistakes.
  func catalog() throws -> IndicatorCatalog {
    var diagnostics = Diagnostics()
    let catalog = try read(&diagnostics)
    #expect(diagnostics.isEmpty, "\(diagnostics.sorted.map(\.what.en))")
    return catalog
  }

  private func seeds(_ folder: URL) -> URL { folder.appending(path: "seeds/registries") }
}
