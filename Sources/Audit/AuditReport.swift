public import Diagnostics
import PublishedFiles

/// How many cells were looked at, and what can be known of them.
public struct AuditReport: Sendable {
  package struct Tally: Sendable, Hashable {
    package fileprivate(set) var exact = 0
    package fileprivate(set) var below = 0
    package fileprivate(set) var open = 0
    package fileprivate(set) var inDoubt = 0
    /// Small counts that others publish, or that follow from what they publish alone.
    package fileprivate(set) var knownElsewhere = 0

    package var all: Int { exact + below + open + inDoubt }

    fileprivate mutating func add(_ verdict: Verdict) {
      switch verdict {
      case .exact: exact += 1
      case .below: below += 1
      case .open: open += 1
      case .inDoubt: inDoubt += 1
      }
    }
  }

  private let edition: String
  private let threshold: Int
  /// In the order of the edition: tables, then data sets with nodes that no table shows.
  package private(set) var tallies: [(name: String, tally: Tally)]

  init(edition: PublishedEdition) {
    self.edition = edition.name
    threshold = edition.threshold
    tallies = edition.tables.map { ($0.id, Tally()) }
  }

  mutating func add(_ verdict: Verdict, of table: String) {
    change(table) { $0.add(verdict) }
  }

  mutating func addKnownElsewhere(of table: String) {
    change(table) { $0.knownElsewhere += 1 }
  }

  private mutating func change(_ table: String, _ change: (inout Tally) -> Void) {
    if !tallies.contains(where: { $0.name == table }) { tallies.append((table, Tally())) }
    for index in tallies.indices where tallies[index].name == table {
      change(&tallies[index].tally)
    }
  }

  package var total: Tally {
    var total = Tally()
    for (_, tally) in tallies {
      total.exact += tally.exact
      total.below += tally.below
      total.open += tally.open
      total.inDoubt += tally.inDoubt
      total.knownElsewhere += tally.knownElsewhere
    }
    return total
  }

  /// A line for each table that hides something, and one for all.
  public func text(in language: MessageLanguage) -> String {
    let isVietnamese = language == .vi
    func line(_ name: String, _ tally: Tally) -> String {
      var parts =
        isVietnamese
        ? [
          "\(tally.all) số không in", "\(tally.exact) tính ra được",
          "\(tally.below) chắc chắn dưới \(threshold)", "\(tally.open) để ngỏ",
        ]
        : [
          "\(tally.all) not printed", "\(tally.exact) exact",
          "\(tally.below) below \(threshold)", "\(tally.open) open",
        ]
      if tally.inDoubt > 0 {
        parts.append(isVietnamese ? "\(tally.inDoubt) chưa rõ" : "\(tally.inDoubt) in doubt")
      }
      if tally.knownElsewhere > 0 {
        parts.append(
          isVietnamese
            ? "\(tally.knownElsewhere) đã biết từ nơi khác"
            : "\(tally.knownElsewhere) known from elsewhere")
      }
      return "\(name): \(parts.joined(separator: ", "))\n"
    }
    var text = ""
    for (name, tally) in tallies where tally.all + tally.knownElsewhere > 0 {
      text += line(name, tally)
    }
    return text
      + line(isVietnamese ? "Ấn bản “\(edition)”" : "Edition “\(edition)”", total)
  }
}
