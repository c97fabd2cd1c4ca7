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
    /// Name of the protected cell; a complement or a remainder has the number of its cell.
    let target: String
    let value: Int
    /// Change of each variable that differs from the truth.
    let changes: [String: Int]
  }

  init(_ edition: Edition, _ patterns: [EditionPattern], seeds: SeedData) {
    self.edition = edition.name
    threshold = edition.disclosure.threshold
    dataSets = patterns.map { pattern in
      let names = pattern.system.names
      func name(_ cell: Int) -> String {
        names.indices.contains(cell)
          ? seeds.frames[names[cell].frame].name(of: names[cell].aggregate, in: seeds)
          : "#\(cell)"
      }
      return DataSetReport(
        name: seeds.dataSets[pattern.dataSet].name, cells: names.count,
        hidden: names.indices.filter { pattern.pattern.hidden[$0] }.map(name),
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

extension TableFrame {
  /// A cell as `minhbach explain` names it: `table[measure, axis=code, …]`.
  func name(of aggregate: Int, in seeds: SeedData) -> String {
    let measure = seeds.dataSets[dataSet].measures[measures[aggregate % measures.count]].id
    var rest = aggregate / measures.count
    var codes: [String] = []
    for axis in axes.reversed() {
      codes.insert("\(axis.name)=\(axis.codes[rest % axis.codes.count].code)", at: 0)
      rest /= axis.codes.count
    }
    return "\(id)[\(([measure] + codes).joined(separator: ", "))]"
  }
}
