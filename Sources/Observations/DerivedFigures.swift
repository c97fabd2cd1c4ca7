import Diagnostics
import SourceFiles
import Tables

/// A measure whose figures give those of another one away: each of its cells is that one's.
struct DerivedFigures {
  let derived: Int
  /// The measure at the end of the chain.
  let origin: Int
  let columns: DataColumns
  let rows: Rows

  /// A number needs the number behind it.
  func check(_ findings: inout DataFindings) {
    let names = (columns.measures[derived].field.name, columns.measures[origin].field.name)
    for row in 0..<rows.count
    where rows.state(row, derived).isNumber && !rows.state(row, origin).isNumber {
      findings.add(
        .derivedWithoutOrigin,
        at: columns.document.place(Int(rows.records[row]), columns.measures[derived].column),
        what: Phrase(
          vi: "“\(names.0)” có số mà “\(names.1)” thì không.",
          en: "“\(names.0)” has a number here but “\(names.1)” has none."),
        mend: Phrase(
          vi: "Ghi số của “\(names.1)”, hoặc dấu “…” cho cả hai.",
          en: "Write the number of “\(names.1)”, or “…” for both."))
    }
  }

  /// For each unknown of the derived measure those of the other one at its cells; nil if cells
  /// without a number lie under totals so that the two lack different ones.
  func origins(_ unknowns: UnknownsByCell) -> [Int: [Int]]? {
    var origins: [Int: Set<Int>] = [:]
    for key in unknowns.keys {
      guard let unknown = unknowns.unknown(key, derived) else { continue }
      switch unknowns.content(key, origin) {
      case .unknown(let other):
        origins[unknown, default: []].insert(other)
      case .atom(let other):
        let inside = unknowns.leaves(other, origin)
        guard inside.allSatisfy({ unknowns.unknown($0, derived) == unknown }) else { return nil }
        origins[unknown, default: []].insert(other)
      case .nothing: origins[unknown, default: []].formUnion([])
      case .missing: return nil
      }
    }
    return origins.mapValues { $0.sorted() }
  }
}
