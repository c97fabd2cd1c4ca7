import Observations
import Site
import Tables

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What an edition hides and why it is safe: private, for whoever builds.
struct DisclosureReport: Sendable, Encodable {
  let edition: String
  let threshold: Int
  let dataSets: [DataSetReport]

  struct DataSetReport: Sendable, Encodable {
    let name: String
    /// Cells of tables in the system, and how many of them are hidden.
    let cells: Int
    let hidden: [String]
    /// True counts of the system's variables.
    let counts: [Int]
    let witnesses: [WitnessReport]
  }

  /// Another table that a reader can't rule out, in which the target is at least T.
  struct WitnessReport: Sendable, Encodable {
    /// Name of the protected cell.
    let target: String
    let value: Int
    /// Change of each variable that differs from the truth.
    let changes: [String: Int]
  }

  init(_ edition: Edition, _ patterns: [EditionPattern], seeds: SeedData) {
    self.edition = edition.name
    threshold = edition.disclosure.threshold
    dataSets = patterns.map { pattern in
      let names = CellNames(pattern.system, dataSet: seeds.dataSets[pattern.dataSet], seeds)
      func name(_ cell: Int) -> String { names.name(of: cell) }
      let tables = pattern.system.origins.indices.filter {
        if case .table = pattern.system.origins[$0] { true } else { false }
      }
      return DataSetReport(
        name: seeds.dataSets[pattern.dataSet].name, cells: tables.count,
        hidden: tables.filter { pattern.pattern.hidden[$0] }.map(name),
        counts: pattern.system.system.counts,
        witnesses: pattern.pattern.witnesses.map { witness in
          WitnessReport(
            target: name(witness.target), value: pattern.system.system.values[witness.target],
            changes: Dictionary(
              uniqueKeysWithValues: witness.changes.map { (String($0.variable), $0.change) }))
        })
    }
  }

  func json() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map(Array.init) ?? []
  }
}
