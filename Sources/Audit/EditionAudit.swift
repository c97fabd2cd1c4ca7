public import Diagnostics
package import PublishedFiles
import SourceFiles

/// Reads a published edition back as an attacker would: everything that is printed, the sums, the
/// rules, and what earlier editions said.
public struct EditionAudit {
  private let folder: String
  private let earlier: [String]
  private let withLattice: Bool
  private let workers: Int

  /// - Parameters:
  ///   - folder: of the edition, with `data/index.json`.
  ///   - earlier: folders of editions that were published before, oldest first.
  ///   - withLattice: every combination of codes is looked at, printed or not.
  public init(_ folder: String, earlier: [String], withLattice: Bool, workers: Int) {
    self.folder = folder
    self.earlier = earlier
    self.withLattice = withLattice
    self.workers = workers
  }

  /// - Returns: nil, with a report, if the edition can't be read.
  public func run(into diagnostics: inout Diagnostics) -> AuditReport? {
    guard let edition = PublishedEdition.read(folder, into: &diagnostics) else { return nil }
    var past: [PublishedEdition] = []
    for folder in earlier {
      let prefix = folder.hasSuffix("/") ? folder : folder + "/"
      guard let read = PublishedEdition.read(folder, prefix: prefix, into: &diagnostics) else {
        return nil
      }
      past.append(read)
    }
    let report = Self.audit(
      edition, earlier: past, withLattice: withLattice, workers: workers, into: &diagnostics)
    FileAudit(folder, edition: edition).run(into: &diagnostics)
    return report
  }

  /// Audits the tables alone.
  package static func audit(
    _ edition: PublishedEdition, earlier: [PublishedEdition] = [], withLattice: Bool = false,
    workers: Int = 1, into diagnostics: inout Diagnostics
  ) -> AuditReport {
    var report = AuditReport(edition: edition)
    var datasets: [String] = []
    for table in edition.tables where !datasets.contains(table.dataset) {
      datasets.append(table.dataset)
    }
    for dataset in datasets {
      let audit = DataSetAudit(
        dataset, edition: edition, earlier: earlier, withLattice: withLattice, workers: workers)
      audit.run(&report, into: &diagnostics)
    }
    return report
  }
}
