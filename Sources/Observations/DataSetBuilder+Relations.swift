import Diagnostics
import SourceFiles

// What relates the figures of a data set to each other.
extension DataSetBuilder {
  private var responses: ResponseTotals? {
    space.responseAxis.map {
      ResponseTotals(
        space: space, rows: rows, rowOf: rowOf, absentRows: resource.absentRows, columns: columns,
        axis: $0)
    }
  }

  private var identities: [IdentityCheck] {
    resource.identities.map { IdentityCheck(identity: $0, columns: columns, rows: rows) }
  }

  private var derived: [DerivedFigures] {
    columns.derived.map {
      DerivedFigures(derived: $0.derived, origin: $0.origin, columns: columns, rows: rows)
    }
  }

  /// Rows that contradict a relation.
  func checkRelations(_ findings: inout DataFindings) {
    responses?.check(&findings)
    for identity in identities { identity.check(&findings) }
    for figures in derived { figures.check(&findings) }
  }

  /// What holds of the unknowns; nil, with a report, if it can't be said of them.
  func relations(
    _ cells: LeafCells, _ missing: [MissingParts], _ findings: inout DataFindings
  ) -> (DataRelations, origins: [Int: [Int]])? {
    var relations = DataRelations()
    let parts = PartRelation(space: space, rows: rows, rowOf: rowOf, cells: cells)
    for pair in columns.parts {
      let found = parts.relations(
        part: pair.part, whole: pair.whole, missing[pair.part], missing[pair.whole])
      guard let found else {
        doNotMatch([pair.part, pair.whole], missing, &findings)
        continue
      }
      relations.pairs += found.pairs
      relations.bounds += found.bounds
    }
    guard responses != nil || !identities.isEmpty || !derived.isEmpty else {
      return findings.isEmpty ? (relations, [:]) : nil
    }
    let unknowns = UnknownsByCell(
      space: space, rows: rows, rowOf: rowOf, absentRows: resource.absentRows, cells: cells,
      missing: missing)
    if let responses {
      if let bounds = responses.bounds(unknowns, leavingOut: Set(derived.map(\.derived))) {
        relations.bounds += bounds
      } else {
        doNotMatch(Array(columns.measures.indices), missing, &findings)
      }
    }
    for identity in identities where !identity.add(unknowns, to: &relations) {
      doNotMatch(identity.identity.terms.map(\.measure), missing, &findings)
    }
    for identity in identities { identity.addCarriedOver(unknowns, to: &relations) }
    var origins: [Int: [Int]] = [:]
    for figures in derived {
      guard let found = figures.origins(unknowns) else {
        doNotMatch([figures.derived, figures.origin], missing, &findings)
        continue
      }
      origins.merge(found) { $0 + $1 }
    }
    return findings.isEmpty ? (relations, origins) : nil
  }

  private func doNotMatch(
    _ measures: [Int], _ missing: [MissingParts], _ findings: inout DataFindings
  ) {
    let names = measures.map { "“\(columns.measures[$0].field.name)”" }.joined(separator: ", ")
    let measure = measures.last { !missing[$0].totals.isEmpty } ?? measures[0]
    let row = missing[measure].totals.first.map { Int(rows.records[$0.row]) }
    findings.add(
      .missingPartsDiffer,
      at: row.map { columns.document.place($0, columns.measures[measure].column) },
      what: Phrase(
        vi: "Dưới các tổng đã cho, \(names) thiếu những phần khác nhau.",
        en: "Under totals that are given, different parts are lacking (\(names))."),
      mend: Phrase(
        vi: "Ghi “…” ở cùng các dòng cho mọi số và mọi mã, hoặc ghi số của các phần còn thiếu.",
        en:
          "Write “…” in the same rows for all measures and codes, or write the missing numbers."))
  }
}
