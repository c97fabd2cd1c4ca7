import Diagnostics
import PublishedFiles

import Audit

/// An edition written as a few lines of text.
struct SmallEdition {
  /// A table: rows `F 2024 received 12`; `c`, `n`, `x`, `z` in place of a number.
  static func table(
    _ id: String = "bang", axes: [PublishedAxis], measures: [PublishedMeasure] = [received],
    identities: [String] = [], at: [String: String] = [:], _ rows: String
  ) -> PublishedTable {
    let empty = PublishedTable(
      id: id, dataset: "nan-nhan", measures: measures, axes: axes, cells: [])
    var cells = [PublishedCell?](repeating: nil, count: empty.size * measures.count)
    for row in rows.split(separator: "\n") {
      let fields = row.split(separator: " ").map(String.init)
      let codes = zip(axes, fields).map { axis, code in
        axis.codes.firstIndex { $0.code == code } ?? -1
      }
      let measure = measures.firstIndex { $0.id == fields[axes.count] } ?? -1
      precondition(!codes.contains(-1) && measure >= 0, "no such cell: \(row)")
      cells[empty.index(of: codes, measure: measure)] =
        switch fields[axes.count + 1] {
        case "c": .hidden
        case "n", "x": .unknown
        case "z": .notApplicable
        case let number: .printed(PublishedNumber(machine: number) ?? PublishedNumber(-1))
        }
    }
    return PublishedTable(
      id: id, dataset: "nan-nhan", measures: measures, identities: identities, at: at, axes: axes,
      files: ["csv": "\(id).csv"], cells: cells)
  }

  static let received = PublishedMeasure(id: "received")

  static let sex = PublishedAxis(
    name: "sex", codes: [.init("_T"), .init("F", parents: ["_T"]), .init("M", parents: ["_T"])])

  static let age = PublishedAxis(
    name: "age",
    codes: [
      .init("_T"), .init("0-17", parents: ["_T"]), .init("18-29", parents: ["_T"]),
      .init("30+", parents: ["_T"]),
    ])

  static let years = PublishedAxis(
    name: "period", role: .period,
    codes: [
      .init("2023", parents: ["2023/2024"]), .init("2024", parents: ["2023/2024"]),
      .init("2023/2024"),
    ])

  /// What an audit says: codes of diagnostics, and the verdicts counted.
  struct Outcome {
    let diagnostics: Diagnostics
    let report: AuditReport

    var codes: [String] { Set(diagnostics.sorted.map(\.rule.code)).sorted() }

    var status: Int32 { diagnostics.consequence?.rawValue ?? 0 }

    /// Words of the diagnostics in English.
    var words: String {
      diagnostics.sorted.map { $0.what.en.text(showingSecrets: true) }.joined(separator: "\n")
    }
  }

  static func audit(
    _ tables: [PublishedTable], threshold: Int = 5, zerosMayBeHidden: Bool = false,
    known: [KnownFigure] = [], earlier: [[PublishedTable]] = [], withLattice: Bool = false,
    workers: Int = 2
  ) -> Outcome {
    let edition = PublishedEdition(
      name: "public", threshold: threshold, zerosMayBeHidden: zerosMayBeHidden, known: known,
      tables: tables)
    let past = earlier.map { PublishedEdition(name: "public", threshold: threshold, tables: $0) }
    var diagnostics = Diagnostics()
    let report = EditionAudit.audit(
      edition, earlier: past, withLattice: withLattice, workers: workers, into: &diagnostics)
    return Outcome(diagnostics: diagnostics, report: report)
  }
}
