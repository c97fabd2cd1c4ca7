import Diagnostics
import Site
import SourceFiles
import Tables
import VietnameseText

/// Makes a data set from its rows: checks totals and parts, and numbers the unknowns.
struct DataSetBuilder {
  let resource: Resource
  let columns: DataColumns
  let space: Space
  let rows: Rows
  let rowOf: [Int: Int32]

  mutating func build(_ findings: inout DataFindings) -> DataSet? {
    let measures = resource.measures.map(\.measure)
    let releasedOn = releaseDates(&findings)
    let parts = columns.parts
    for pair in parts { checkRows(part: pair.part, whole: pair.whole, &findings) }
    checkRelations(&findings)
    checkSums(&findings)
    let cells = LeafCells(space, rows, rowOf, resource.absentRows)
    let totals = GivenTotals(
      space: space, rows: rows, rowOf: rowOf, absentRows: resource.absentRows, columns: columns)
    let given = totals.check(&findings)
    guard findings.isEmpty, let releasedOn else { return nil }

    var missing = given.map { MissingParts(totals: $0) }
    var next = cells.unknownCount
    for measure in missing.indices {
      missing[measure].firstUnknown = next
      next += missing[measure].atoms.count
    }
    let relation = PartRelation(space: space, rows: rows, rowOf: rowOf, cells: cells)
    // Parts before their wholes: a whole's missing cells hold at least what its part's do.
    for measure in order(measures) {
      guard !missing[measure].atoms.isEmpty else { continue }
      let lower = missing[measure].atoms.map { atom in
        parts.filter { $0.whole == measure }
          .map { relation.least(in: atom, part: $0.part, missing[$0.part]) }.max() ?? 0
      }
      guard let values = SplitSolver.solve(missing[measure], lower: lower) else {
        irreconcilable(measure, missing[measure], &findings)
        continue
      }
      missing[measure].values = values
    }
    guard findings.isEmpty else { return nil }
    let unknowns = number(cells, missing)
    guard let (found, origins) = relations(cells, missing, &findings) else { return nil }
    let relations = found.assuming(for: unknowns)
    guard relations.hold(for: unknowns) else {
      // Only chosen values can break what the rows obey.
      for measure in missing.indices where !missing[measure].atoms.isEmpty {
        irreconcilable(measure, missing[measure], &findings)
      }
      return nil
    }
    let document = columns.document
    return DataSet(
      name: resource.name, title: resource.title, place: resource.place, measures: measures,
      axisNames: space.axes.map(\.name), periods: space.periods, releasedOn: releasedOn,
      reportingYear: resource.release.reportingYear, unknowns: unknowns, pairs: relations.pairs,
      bounds: relations.bounds, equations: relations.equations, identities: resource.identities,
      origins: origins, release: resource.release,
      observed: Observed(
        space: space, rows: rows, rowOf: rowOf, absentRows: resource.absentRows, cells: cells,
        missing: missing, origins: origins, file: document.file.path,
        lines: rows.records.map { Int32(document.line(Int($0))) }))
  }

  private func order(_ measures: [Measure]) -> [Int] {
    func depth(_ measure: Measure) -> Int {
      measure.partOf.flatMap { id in measures.first { $0.id == id } }.map { depth($0) + 1 } ?? 0
    }
    return measures.indices.sorted { (depth(measures[$1]), $0) < (depth(measures[$0]), $1) }
  }

  private func number(_ cells: LeafCells, _ missing: [MissingParts]) -> [Unknown] {
    var unknowns: [Unknown] = []
    unknowns.reserveCapacity(cells.unknownCount)
    for cell in 0..<cells.count {
      let row = Int(cells.rows[cell])
      for measure in 0..<cells.measureCount where cells.unknown(cell, measure) != nil {
        let value = row < 0 ? 0 : rows.value(row, measure)
        unknowns.append(
          Unknown(
            measure: measure, value: quantity(value, measure), isResidual: false))
      }
    }
    for (measure, parts) in missing.enumerated() {
      for value in parts.values {
        unknowns.append(
          Unknown(measure: measure, value: quantity(value, measure), isResidual: true))
      }
    }
    return unknowns
  }

  private func quantity(_ value: Int, _ measure: Int) -> Quantity {
    Quantity(mantissa: value, decimals: rows.decimals[measure])
  }

  // MARK: - Checks

  private func releaseDates(_ findings: inout DataFindings) -> [CalendarDate]? {
    let release = resource.release
    for entry in release.dates where !space.periods.contains(where: entry.period.contains) {
      findings.add(
        .releaseDate, at: entry.place,
        what: Phrase(
          vi: "Không có số liệu của kỳ \(entry.period.code).",
          en: "There are no figures for \(entry.period.code)."),
        mend: Spelling.mend(for: entry.period.code, among: space.periods.map(\.code)))
    }
    var dates: [CalendarDate] = []
    for period in space.periods {
      // The closest of the periods that hold this one.
      let entry = release.dates.filter { $0.period.contains(period) }
        .min { $0.period.months < $1.period.months }
      if let date = entry?.date ?? release.otherwise {
        dates.append(date)
      } else {
        findings.add(
          .releaseDate, at: release.place,
          what: Phrase(
            vi: "Không có ngày công bố cho kỳ \(period.code).",
            en: "There is no date of release for \(period.code)."),
          mend: Phrase(
            vi: "Thêm “default: NGÀY” hoặc “\"\(period.code)\": NGÀY”.",
            en: "Add “default: DATE” or “\"\(period.code)\": DATE”."))
      }
    }
    return dates.count == space.periods.count ? dates : nil
  }

  /// Where persons are counted all figures are reckoned with together, also in sums that no table
  /// shows: those of all codes that a person may have, or of what is equal by an identity.
  private func checkSums(_ findings: inout DataFindings) {
    guard resource.measures.contains(where: { $0.measure.sensitivity == .persons }) else { return }
    var sum = 0
    var greatest = (row: 0, measure: 0, value: 0)
    for row in 0..<rows.count {
      for measure in 0..<rows.measureCount
      where rows.decimals[measure] == 0 && rows.state(row, measure).isNumber {
        let value = rows.value(row, measure)
        let (next, overflows) = sum.addingReportingOverflow(value)
        sum = overflows ? .max : next
        if value > greatest.value { greatest = (row, measure, value) }
      }
    }
    guard sum > .max / 16 else { return }
    let column = columns.measures[greatest.measure].column
    findings.add(
      .cellTooLarge, at: columns.document.place(Int(rows.records[greatest.row]), column),
      what: Phrase(
        vi: "Các số của bộ “\(resource.name)” cộng lại quá lớn; đây là số lớn nhất.",
        en: "The figures of “\(resource.name)” are too large to add up; this is the greatest."),
      mend: Phrase(
        vi: "Kiểm tra lại các số: có thể thừa chữ số.",
        en: "Check the figures: there may be digits too many."))
  }

  private func checkRows(part: Int, whole: Int, _ findings: inout DataFindings) {
    let names = (columns.measures[part].field.name, columns.measures[whole].field.name)
    for row in 0..<rows.count {
      guard rows.state(row, part).isNumber, rows.state(row, whole).isNumber else { continue }
      let (a, b) = (rows.value(row, part), rows.value(row, whole))
      guard a > b else { continue }
      findings.add(
        .partAboveWhole,
        at: columns.document.place(Int(rows.records[row]), columns.measures[part].column),
        what: Phrase(
          vi: "“\(names.0)” là \(secret: a), lớn hơn “\(names.1)” là \(secret: b).",
          en: "“\(names.0)” is \(secret: a), more than “\(names.1)”, which is \(secret: b)."),
        mend: Phrase(vi: "Sửa một trong hai số.", en: "Correct one of the two."))
    }
  }

  private func irreconcilable(
    _ measure: Int, _ missing: MissingParts, _ findings: inout DataFindings
  ) {
    let name = columns.measures[measure].field.name
    let row = missing.totals.first.map { Int(rows.records[$0.row]) }
    findings.add(
      .totalsIrreconcilable,
      at: row.map { columns.document.place($0, columns.measures[measure].column) },
      what: Phrase(
        vi: "Không có số nào cho các phần còn thiếu của “\(name)” khớp với mọi tổng đã cho.",
        en: "No numbers for the missing parts of “\(name)” agree with all totals that are given."),
      mend: Phrase(
        vi: "Kiểm tra các tổng (cả tổng của bộ phận), hoặc ghi số của các phần còn thiếu.",
        en: "Check the totals (those of parts too), or write the numbers of the missing parts."))
  }
}
