import Diagnostics
import SourceFiles
import Tables

/// A dimension of which a person may have several codes: its total must be given, each code is at
/// most the total, and the total at most the sum of the codes. The same holds between a group of
/// codes that is given and the codes in it, and for a whole less its part.
struct ResponseTotals {
  let space: Space
  let rows: Rows
  let rowOf: [Int: Int32]
  let absentRows: Resource.AbsentRows
  let columns: DataColumns
  let axis: Int
  private let children: [[Int]]

  init(
    space: Space, rows: Rows, rowOf: [Int: Int32], absentRows: Resource.AbsentRows,
    columns: DataColumns, axis: Int
  ) {
    self.space = space
    self.rows = rows
    self.rowOf = rowOf
    self.absentRows = absentRows
    self.columns = columns
    self.axis = axis
    children = space.axes[axis].hierarchy.children
  }

  private var nodes: [Hierarchy.Node] { space.axes[axis].hierarchy.nodes }

  /// Figures that obey the rule: each measure, and each whole less its part.
  private var figures: [(measure: Int, part: Int?)] {
    columns.measures.indices.map { ($0, nil) } + columns.parts.map { ($0.whole, $0.part) }
  }

  // MARK: Rows

  func check(_ findings: inout DataFindings) {
    for row in 0..<rows.count {
      let node = rows.coordinate(row, axis)
      let key = (0..<rows.axisCount).reduce(0) {
        $0 + rows.coordinate(row, $1) * space.stride($1)
      }
      for parent in nodes[node].parents {
        guard let above = rowOf[key + (parent - node) * space.stride(axis)] else {
          reportNoTotal(row, nodes[parent].code, &findings)
          continue
        }
        for figure in figures { compare(row, with: Int(above), figure, &findings) }
      }
      guard !children[node].isEmpty else { continue }
      for figure in figures { compareSum(row, node, key, figure, &findings) }
    }
  }

  private func value(_ row: Int, _ figure: (measure: Int, part: Int?)) -> Int? {
    guard rows.state(row, figure.measure).isNumber else { return nil }
    let whole = rows.value(row, figure.measure)
    guard let part = figure.part else { return whole }
    return rows.state(row, part).isNumber ? whole - rows.value(row, part) : nil
  }

  private func compare(
    _ row: Int, with above: Int, _ figure: (measure: Int, part: Int?),
    _ findings: inout DataFindings
  ) {
    guard let code = value(row, figure) else { return }
    guard let total = value(above, figure) else {
      if figure.part == nil {
        let name = columns.measures[figure.measure].field.name
        findings.add(
          .responseTotalMissing, at: place(above, figure.measure),
          what: Phrase(
            vi: "Tổng “\(name)” không có số, nhưng một mã của nó thì có.",
            en: "The total “\(name)” has no number, but a code below it has."),
          mend: Phrase(vi: "Ghi tổng số người.", en: "Write the number of persons in all."))
      }
      return
    }
    guard code > total else { return }
    let what = words(figure)
    findings.add(
      .responseTotalContradicts, at: place(row, figure.part ?? figure.measure),
      what: Phrase(
        vi: "\(what.vi) của mã này là \(secret: code), lớn hơn tổng là \(secret: total).",
        en: "\(what.en) at this code is \(secret: code), more than the total, \(secret: total)."),
      mend: Phrase(vi: "Sửa một trong hai số.", en: "Correct one of the two."))
  }

  private func compareSum(
    _ row: Int, _ node: Int, _ key: Int, _ figure: (measure: Int, part: Int?),
    _ findings: inout DataFindings
  ) {
    guard let total = value(row, figure) else { return }
    var sum = 0
    for child in children[node] {
      guard let found = rowOf[key + (child - node) * space.stride(axis)].map(Int.init) else {
        if absentRows == .zero { continue }
        return
      }
      if rows.state(found, figure.measure) == .notApplicable { continue }
      guard let code = value(found, figure) else { return }
      let (next, overflows) = sum.addingReportingOverflow(code)
      if overflows { return }
      sum = next
    }
    guard total > sum else { return }
    let what = words(figure)
    findings.add(
      .responseTotalContradicts, at: place(row, figure.part ?? figure.measure),
      what: Phrase(
        vi: "\(what.vi) là \(secret: total), lớn hơn các mã cộng lại là \(secret: sum).",
        en: "\(what.en) is \(secret: total), more than its codes together, \(secret: sum)."),
      mend: Phrase(
        vi: "Sửa các số; người không thuộc mã nào thì thêm một mã cho họ.",
        en: "Correct a number; persons without any of the codes need a code of their own."))
  }

  private func words(_ figure: (measure: Int, part: Int?)) -> Phrase {
    let name = columns.measures[figure.measure].field.name
    guard let part = figure.part else { return Phrase(vi: "“\(name)”", en: "“\(name)”") }
    let other = columns.measures[part].field.name
    return Phrase(vi: "“\(name)” trừ “\(other)”", en: "“\(name)” less “\(other)”")
  }

  private func reportNoTotal(_ row: Int, _ code: String, _ findings: inout DataFindings) {
    findings.add(
      .responseTotalMissing,
      at: columns.document.place(Int(rows.records[row]), columns.axes[axis].column),
      what: Phrase(
        vi: "Không có dòng “\(code)” cho cùng kỳ và cùng các mã khác.",
        en: "There is no row “\(code)” for the same period and the same other codes."),
      mend: Phrase(
        vi: "Thêm dòng “\(code)” với số người.", en: "Add a row “\(code)” with the persons in all.")
    )
  }

  private func place(_ row: Int, _ measure: Int) -> Place {
    columns.document.place(Int(rows.records[row]), columns.measures[measure].column)
  }

  // MARK: Unknowns

  /// Nil if cells without a number lie under totals so that code and total lack different ones.
  func bounds(_ unknowns: UnknownsByCell, leavingOut derived: Set<Int>) -> [SumBound]? {
    var bounds: [SumBound] = []
    var seen = Set<SumBound>()
    for key in unknowns.keys {
      let node = space.nodes(key)[axis]
      guard !children[node].isEmpty else { continue }
      for figure in figures where !derived.contains(figure.measure) {
        guard
          let found = self.bounds(
            key, children[node].map { key + ($0 - node) * space.stride(axis) }, figure, unknowns)
        else { return nil }
        for bound in found where seen.insert(bound).inserted { bounds.append(bound) }
      }
    }
    return bounds
  }

  private func bounds(
    _ total: Int, _ codes: [Int], _ figure: (measure: Int, part: Int?),
    _ unknowns: UnknownsByCell
  ) -> [SumBound]? {
    for measure in [figure.measure, figure.part].compactMap({ $0 }) {
      for code in codes where !isAlike(total, code, measure, unknowns) { return nil }
    }
    guard let above = pair(total, figure, unknowns) else { return [] }
    var bounds: [SumBound] = []
    var below: [(plus: Int, minus: Int?)] = []
    var isCovered = true
    for code in codes {
      if let entry = pair(code, figure, unknowns) {
        below.append(entry)
        let kind = entry.minus.map { SumBound.Kind.codeOutsidePart(atCode: $0) } ?? .code
        bounds.append(bound([entry], atMost: [above], kind))
      } else if case .nothing = unknowns.content(code, figure.measure) {
        continue
      } else {
        isCovered = false
      }
    }
    if isCovered { bounds.append(bound([above], atMost: below, .codes)) }
    return bounds
  }

  private func pair(
    _ key: Int, _ figure: (measure: Int, part: Int?), _ unknowns: UnknownsByCell
  ) -> (plus: Int, minus: Int?)? {
    guard let plus = unknowns.unknown(key, figure.measure) else { return nil }
    guard let part = figure.part else { return (plus, nil) }
    return unknowns.unknown(key, part).map { (plus, $0) }
  }

  private func bound(
    _ lesser: [(plus: Int, minus: Int?)], atMost greater: [(plus: Int, minus: Int?)],
    _ kind: SumBound.Kind
  ) -> SumBound {
    SumBound(
      lesser: (lesser.map(\.plus) + greater.compactMap(\.minus)).sorted(),
      greater: (greater.map(\.plus) + lesser.compactMap(\.minus)).sorted(), kind: kind)
  }

  /// Whether total and code are unknowns of their own, or atoms over the same cells: then what holds
  /// of each cell holds of them, and nothing more.
  private func isAlike(
    _ total: Int, _ code: Int, _ measure: Int, _ unknowns: UnknownsByCell
  ) -> Bool {
    switch (unknowns.content(total, measure), unknowns.content(code, measure)) {
    case (.atom(let a), .atom(let b)):
      let shift = code - total
      return unknowns.leaves(a, measure).map { $0 + shift } == unknowns.leaves(b, measure)
    case (.atom(let a), .missing), (.atom(let a), .nothing):
      // No other cell of the atom may have a code that is known.
      let shift = code - total
      return unknowns.leaves(a, measure).allSatisfy {
        unknowns.unknown($0 + shift, measure) == nil
      }
    case (.atom, .unknown), (.unknown, .atom): return false
    default: return true
    }
  }
}
