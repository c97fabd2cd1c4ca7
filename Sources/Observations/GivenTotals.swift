import Diagnostics
import SourceFiles

/// Checks the totals that the data give against the sums of their parts.
struct GivenTotals {
  let space: Space
  let rows: Rows
  let rowOf: [Int: Int32]
  let absentRows: Resource.AbsentRows
  let columns: DataColumns

  /// What the finest rows below a total say of one measure.
  private struct Tally {
    var sum = 0
    var numbers = 0
    var missing = 0
    var rows = 0
    var overflows = false
  }

  /// For each measure the totals that were given over missing parts.
  func check(_ findings: inout DataFindings) -> [[MissingParts.Total]] {
    let isLeaf = space.axes.map { axis in
      axis.hierarchy.nodes.indices.map { axis.hierarchy.isLeaf($0) }
    }
    var leafRows: [Int] = []
    var given: [Int] = []
    for row in 0..<rows.count {
      let isFinest = isLeaf.indices.allSatisfy { isLeaf[$0][rows.coordinate(row, $0)] }
      if isFinest { leafRows.append(row) } else { given.append(row) }
    }
    var found = [[MissingParts.Total]](repeating: [], count: rows.measureCount)
    if given.isEmpty { return found }
    let tallies = tally(leafRows, given)
    for (index, row) in given.enumerated() {
      let nodes = (0..<rows.axisCount).map { rows.coordinate(row, $0) }
      let finest = space.leafCount(below: nodes)
      for measure in 0..<rows.measureCount {
        let tally = tallies[index * rows.measureCount + measure]
        if let residual = judge(row, nodes, measure, tally, finest: finest, &findings) {
          found[measure].append(
            MissingParts.Total(
              row: row, nodes: nodes, period: nodes[space.periodAxis], residual: residual,
              leaves: space.leafKeys(below: nodes).filter { isMissing($0, measure) }))
        }
      }
    }
    return found
  }

  private func isMissing(_ key: Int, _ measure: Int) -> Bool {
    guard let row = rowOf[key] else { return absentRows == .missing }
    return rows.state(Int(row), measure).isMissing
  }

  /// Adds each finest row to every given total above it.
  private func tally(_ leafRows: [Int], _ given: [Int]) -> [Tally] {
    var indexOf: [Int: Int] = [:]
    var used = space.axes.map { [Bool](repeating: false, count: $0.hierarchy.nodes.count) }
    for (index, row) in given.enumerated() {
      let nodes = (0..<rows.axisCount).map { rows.coordinate(row, $0) }
      indexOf[space.key(nodes)] = index
      for (axis, node) in nodes.enumerated() { used[axis][node] = true }
    }
    // Parts of keys above each leaf, only where some total stands there.
    let above = space.axes.enumerated().map { axis, description in
      description.hierarchy.upward.map { nodes in
        nodes.filter { used[axis][$0] }.map { $0 * space.stride(axis) }
      }
    }
    var tallies = [Tally](repeating: Tally(), count: given.count * rows.measureCount)
    var keys: [Int] = []
    var next: [Int] = []
    for row in leafRows {
      keys = [0]
      for axis in above.indices {
        next.removeAll(keepingCapacity: true)
        for key in keys {
          for part in above[axis][rows.coordinate(row, axis)] { next.append(key + part) }
        }
        swap(&keys, &next)
      }
      for key in keys {
        guard let index = indexOf[key] else { continue }
        for measure in 0..<rows.measureCount {
          add(row, measure, to: &tallies[index * rows.measureCount + measure])
        }
      }
    }
    return tallies
  }

  private func add(_ row: Int, _ measure: Int, to tally: inout Tally) {
    tally.rows += 1
    let state = rows.state(row, measure)
    if state.isMissing { tally.missing += 1 }
    guard state.isNumber else { return }
    tally.numbers += 1
    let (sum, overflows) = tally.sum.addingReportingOverflow(rows.value(row, measure))
    tally.sum = sum
    tally.overflows = tally.overflows || overflows
  }

  /// The residual, where the total was given over missing parts.
  private func judge(
    _ row: Int, _ nodes: [Int], _ measure: Int, _ tally: Tally, finest: Int,
    _ findings: inout DataFindings
  ) -> Int? {
    let absent = finest - tally.rows
    let missing = tally.missing + (absentRows == .missing ? absent : 0)
    let numbers = tally.numbers + (absentRows == .zero ? absent : 0)
    let state = rows.state(row, measure)
    let place = columns.document.place(Int(rows.records[row]), columns.measures[measure].column)
    let name = columns.measures[measure].field.name
    let cell = space.name(nodes)
    guard state.isNumber else {
      let contradicts =
        state == .notApplicable ? numbers + missing > 0 : missing == 0 && numbers > 0
      if contradicts {
        findings.add(
          .totalMarkContradicts, at: place,
          what: Phrase(
            vi: "Tổng “\(name)” tại \(secret: cell) không có số, nhưng các phần của nó thì có.",
            en: "The total “\(name)” at \(secret: cell) has no number, but its parts have."),
          mend: Phrase(
            vi: "Ghi tổng, hoặc bỏ dòng tổng; dòng vắng mặt được hiểu theo “absentRows”.",
            en: "Write the total, or drop its row; “absentRows” says what an absent part means."))
      }
      return nil
    }
    let value = rows.value(row, measure)
    if tally.overflows {
      findings.add(
        .cellTooLarge, at: place,
        what: Phrase(vi: "Tổng các phần quá lớn.", en: "The sum of the parts is too large."),
        mend: Phrase(vi: "Kiểm tra các số.", en: "Check the numbers."))
      return nil
    }
    if missing == 0 {
      if value != tally.sum {
        findings.add(
          .totalDiffers, at: place,
          what: Phrase(
            vi:
              "Tổng “\(name)” tại \(secret: cell) là \(secret: value), các phần cộng lại là \(secret: tally.sum).",
            en:
              "The total “\(name)” at \(secret: cell) is \(secret: value), its parts add up to \(secret: tally.sum)."
          ),
          mend: absent > 0
            ? Phrase(
              vi: "Sửa số, hoặc ghi “absentRows: missing” nếu có phần không được thu thập.",
              en: "Correct a number, or write “absentRows: missing” if parts were not collected.")
            : Phrase(
              vi: "Sửa tổng hoặc các phần, hoặc bỏ dòng tổng để chương trình tự cộng.",
              en: "Correct the total or a part, or drop the total: the program adds up."))
      }
      return nil
    }
    if value < tally.sum {
      findings.add(
        .totalTooSmall, at: place,
        what: Phrase(
          vi:
            "Tổng “\(name)” tại \(secret: cell) là \(secret: value), các phần đã biết cộng lại là \(secret: tally.sum).",
          en:
            "The total “\(name)” at \(secret: cell) is \(secret: value), its known parts add up to \(secret: tally.sum)."
        ),
        mend: Phrase(vi: "Sửa tổng hoặc các phần.", en: "Correct the total or a part."))
      return nil
    }
    return value - tally.sum
  }
}
