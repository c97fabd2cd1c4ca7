import Diagnostics
import Site
import SourceFiles
import Tables
import VietnameseText

/// Makes the axes of a data set from the codes that its rows use, and gives the rows their final
/// coordinates.
struct SpaceBuilder {
  let resource: Resource
  let reader: RowReader
  private var rows: Rows
  private var periods: [Period] = []
  private var areaNodes: [Int?] = []
  private var validity: [[Bool]] = []

  init(resource: Resource, reader: RowReader) {
    self.resource = resource
    self.reader = reader
    rows = reader.rows
  }

  private var document: CSVDocument { reader.columns.document }

  /// Nil, with a report, if periods overlap, an area has no place, or two rows say one thing.
  mutating func build(
    _ findings: inout DataFindings
  ) -> (space: Space, rows: Rows, rowOf: [Int: Int32])? {
    var axes: [Space.Axis] = []
    var periodAxis = 0
    var areaAxis: Int?
    for (axis, column) in reader.columns.axes.enumerated() {
      let built: Space.Axis?
      switch column.field.role {
      case .period:
        periodAxis = axis
        built = buildPeriods(axis, column.field, &findings)
      case .area(let role):
        areaAxis = axis
        built = buildAreas(axis, column, role, &findings)
      case .dimension(_, let place, isMultiResponse: true):
        built = buildResponses(axis, column.field, at: place, &findings)
      default:
        built = reader.lists[axis].map {
          Space.Axis(
            name: column.field.name, role: .dimension, title: column.field.title,
            hierarchy: $0.hierarchy, totals: [$0.root])
        }
      }
      guard let built else { return nil }
      axes.append(built)
    }
    if let areaAxis { checkValidity(axes[areaAxis], areaAxis, periodAxis, &findings) }
    guard findings.isEmpty else { return nil }
    guard
      let space = Space(
        axes: axes, periodAxis: periodAxis, areaAxis: areaAxis, periods: periods,
        validity: validity)
    else {
      findings.add(
        .tooManyCombinations, at: resource.place,
        what: Phrase(
          vi: "Bộ số liệu có quá nhiều tổ hợp mã.", en: "There are too many combinations of codes."),
        mend: Phrase(vi: "Bớt một phân tổ.", en: "Leave a dimension out."))
      return nil
    }
    let rowOf = index(space, &findings)
    return findings.isEmpty ? (space, rows, rowOf) : nil
  }

  // MARK: Periods

  private mutating func buildPeriods(
    _ axis: Int, _ field: Field, _ findings: inout DataFindings
  ) -> Space.Axis? {
    let found = reader.periods.compactMap { $0 }
    guard found.count == reader.periods.count else { return nil }
    let order = found.indices.sorted {
      (found[$0].start, found[$0].end) < (found[$1].start, found[$1].end)
    }
    periods = order.map { found[$0] }
    for (one, other) in zip(order, order.dropFirst()) where found[one].overlaps(found[other]) {
      let row = firstRow { rows.coordinate($0, axis) == other }
      findings.add(
        .periodsOverlap, at: place(row, axis),
        what: Phrase(
          vi: "Kỳ \(found[other].code) trùng một phần với kỳ \(found[one].code).",
          en: "The period \(found[other].code) overlaps \(found[one].code)."),
        mend: Phrase(
          vi: "Trong một bộ số liệu, các kỳ không được trùng nhau: bỏ một trong hai.",
          en: "Periods of one data set don't overlap: remove one of the two."))
    }
    var rank = [Int](repeating: 0, count: found.count)
    for (position, index) in order.enumerated() { rank[index] = position }
    for row in 0..<rows.count {
      let position = row * rows.axisCount + axis
      rows.coordinates[position] = Int32(rank[Int(rows.coordinates[position])])
    }
    let language = resource.title.defaultLanguage
    return Space.Axis(
      name: field.name, role: .period, title: field.title,
      hierarchy: Hierarchy(
        periods.map {
          Hierarchy.Node(
            code: $0.code, label: LocalizedText($0.code, language: language), parents: [],
            period: $0)
        }),
      totals: [])
  }

  // MARK: Several codes a person

  /// Groups of codes are never added up: one that no row gives is left out, and its codes stand
  /// directly below what is above it.
  private mutating func buildResponses(
    _ axis: Int, _ field: Field, at place: Place, _ findings: inout DataFindings
  ) -> Space.Axis? {
    guard let list = reader.lists[axis] else { return nil }
    let all = list.hierarchy
    let isGroup = all.children.map { !$0.isEmpty }
    let used = Set((0..<rows.count).map { rows.coordinate($0, axis) })
    let kept = all.nodes.indices.filter { $0 == list.root || !isGroup[$0] || used.contains($0) }
    let position = Dictionary(
      kept.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var nodes: [Hierarchy.Node] = []
    for node in kept {
      let above = all.ancestors(of: node).filter { position[$0] != nil }
      let higher = above.reduce(into: Set<Int>()) { $0.formUnion(all.ancestors(of: $1)) }
      let nearest = above.subtracting(higher).sorted()
      if nearest.count > 1 {
        let names = nearest.map { "“\(all.nodes[$0].code)”" }.joined(separator: ", ")
        findings.add(
          .multiResponseInvalid, at: place,
          what: Phrase(
            vi: "Mã “\(all.nodes[node].code)” thuộc nhiều nhóm có số liệu: \(names).",
            en: "The code “\(all.nodes[node].code)” is in several groups that are given: \(names)."
          ),
          mend: Phrase(
            vi: "Với “multiResponse”, bỏ các dòng của một trong các nhóm.",
            en: "Beside “multiResponse”, leave the rows of one of the groups out."))
      }
      nodes.append(
        Hierarchy.Node(
          code: all.nodes[node].code, label: all.nodes[node].label,
          parents: nearest.compactMap { position[$0] }))
    }
    for row in 0..<rows.count {
      let index = row * rows.axisCount + axis
      rows.coordinates[index] = Int32(position[Int(rows.coordinates[index])] ?? 0)
    }
    return Space.Axis(
      name: field.name, role: .dimension, title: field.title,
      hierarchy: Hierarchy(nodes, areSummed: false), totals: [position[list.root] ?? 0],
      isMultiResponse: true)
  }

  // MARK: Areas

  private mutating func buildAreas(
    _ axis: Int, _ column: (column: Int, field: Field), _ role: Field.AreaRole,
    _ findings: inout DataFindings
  ) -> Space.Axis? {
    guard let list = reader.areas,
      let tops = AreaTops(list: list, role: role).choose(for: reader.schemes, &findings)
    else { return nil }
    var used = Set<Int>()
    for row in 0..<rows.count { used.insert(rows.coordinate(row, axis)) }
    var nodes: [Hierarchy.Node] = []
    var totals: [Int] = []
    areaNodes = [Int?](repeating: nil, count: list.areas.count)
    let children = Dictionary(grouping: list.areas.indices) { list.areas[$0].parent }
    for top in tops {
      let scheme = list.areas[top].facts.scheme
      // Finer units than the data have are no parts of them.
      let finest = used.lazy.map { list.areas[$0].facts }.filter { $0.scheme == scheme }
        .map(\.level).max()
      totals.append(nodes.count)
      var waiting = [top]
      while let area = waiting.popLast() {
        guard let finest, list.areas[area].facts.level <= finest || area == top else { continue }
        areaNodes[area] = nodes.count
        let above = area == top ? nil : list.areas[area].parent.flatMap { areaNodes[$0] }
        nodes.append(
          Hierarchy.Node(
            code: list.published(area), label: list.areas[area].name,
            parents: above.map { [$0] } ?? [], area: list.areas[area].facts))
        waiting += (children[area] ?? []).reversed()
      }
    }
    for row in 0..<rows.count {
      let area = rows.coordinate(row, axis)
      if let node = areaNodes[area] {
        rows.coordinates[row * rows.axisCount + axis] = Int32(node)
      } else {
        let code = list.published(area)
        findings.add(
          .areaOutsideTop, at: place(row, axis),
          what: Phrase(
            vi: "Địa bàn \(code) không nằm dưới địa bàn cao nhất.",
            en: "The area \(code) is not below the top area."),
          mend: Phrase(
            vi: "Sửa mã, hoặc sửa “top” trong datapackage.yaml.",
            en: "Correct the code, or “top” in datapackage.yaml."))
      }
    }
    return Space.Axis(
      name: column.field.name, role: .area, title: column.field.title,
      hierarchy: Hierarchy(nodes), totals: totals)
  }

  private mutating func checkValidity(
    _ area: Space.Axis, _ areaAxis: Int, _ periodAxis: Int, _ findings: inout DataFindings
  ) {
    validity = area.hierarchy.nodes.map { node in
      periods.map { node.area?.existed(throughout: $0) ?? true }
    }
    guard findings.isEmpty else { return }
    for row in 0..<rows.count {
      let node = rows.coordinate(row, areaAxis)
      let period = rows.coordinate(row, periodAxis)
      guard !validity[node][period], let facts = area.hierarchy.nodes[node].area else { continue }
      let code = area.hierarchy.nodes[node].code
      let from = facts.validFrom?.iso ?? "…"
      let to = facts.validTo?.iso ?? "…"
      let name = periods[period].code
      findings.add(
        .areaNotValid, at: place(row, areaAxis),
        what: Phrase(
          vi: "Địa bàn \(code) có hiệu lực từ \(from) đến \(to), không trọn kỳ \(name).",
          en: "The area \(code) existed from \(from) to \(to), not throughout \(name)."),
        mend: Phrase(
          vi: "Dùng mã và hệ mã của kỳ đó, hoặc tách kỳ tại ngày thay đổi.",
          en: "Use code and scheme of that time, or split the period at the day of the change."))
    }
  }

  // MARK: Rows

  private mutating func index(_ space: Space, _ findings: inout DataFindings) -> [Int: Int32] {
    var rowOf: [Int: Int32] = [:]
    rowOf.reserveCapacity(rows.count)
    for row in 0..<rows.count {
      var key = 0
      for axis in 0..<rows.axisCount { key += rows.coordinate(row, axis) * space.stride(axis) }
      guard let first = rowOf.updateValue(Int32(row), forKey: key) else { continue }
      let line = document.line(Int(rows.records[Int(first)]))
      let place = Place(file: findings.file, line: document.line(Int(rows.records[row])))
      findings.add(
        .rowDuplicate, at: place,
        what: Phrase(
          vi: "Dòng này nói về cùng một ô với dòng \(line).",
          en: "The row is about the same cell as line \(line)."),
        mend: Phrase(
          vi: "Xóa một trong hai dòng, hoặc sửa mã.", en: "Delete one of them, or mend a code."))
    }
    return rowOf
  }

  private func firstRow(_ matches: (Int) -> Bool) -> Int {
    (0..<rows.count).first(where: matches) ?? 0
  }

  private func place(_ row: Int, _ axis: Int) -> Place {
    document.place(Int(rows.records[row]), reader.columns.axes[axis].column)
  }
}

extension AreaFacts {
  func existed(throughout period: Period) -> Bool {
    if let validFrom, validFrom > period.start { return false }
    if let validTo, validTo < period.end { return false }
    return true
  }
}
