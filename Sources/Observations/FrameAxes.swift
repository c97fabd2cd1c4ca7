import Diagnostics
import Site
import SourceFiles
import Tables

/// Works out what each axis of a data set shows in a declared table.
struct FrameAxes {
  let table: TableDeclaration
  let dataSet: DataSet
  /// Measures of the table.
  let measures: [Measure]

  private var space: Space { dataSet.observed.space }

  /// Shown axes in declared order, then those that are fixed; nil, with a report, if something
  /// doesn't fit.
  func read(into diagnostics: inout Diagnostics) -> [ShownAxis]? {
    let before = diagnostics.count(of: .error)
    var shown: [ShownAxis] = []
    for declared in table.axes {
      guard let axis = space.axes.firstIndex(where: { $0.name == declared.name }) else {
        diagnostics.report(
          .tableNameUnknown, at: declared.place,
          what: Phrase(
            vi: "Bộ số liệu “\(dataSet.name)” không có trục “\(declared.name)”.",
            en: "The data set “\(dataSet.name)” has no axis “\(declared.name)”."),
          mend: Spelling.mend(for: declared.name, among: space.axes.map(\.name)))
        continue
      }
      guard var fields = YAMLFields(declared.node, into: &diagnostics) else { continue }
      let read: ShownAxis?
      switch space.axes[axis].role {
      case .period:
        read = PeriodRanges(table: table, dataSet: dataSet, measures: measures)
          .shown(axis, &fields, at: declared.place, into: &diagnostics)
      case .area: read = areas(axis, &fields, at: declared.place, into: &diagnostics)
      case .dimension: read = dimension(axis, &fields, into: &diagnostics)
      }
      fields.finish(&diagnostics)
      if let read { shown.append(read) }
    }
    for axis in space.axes.indices
    where !table.axes.contains(where: { $0.name == space.axes[axis].name }) {
      if let fixed = fixed(axis, into: &diagnostics) { shown.append(fixed) }
    }
    checkAcrossBreak(into: &diagnostics)
    return diagnostics.count(of: .error) == before ? withoutEmptyAreas(shown) : nil
  }

  /// Leaves out areas that existed in none of the table's periods: they have no cell.
  private func withoutEmptyAreas(_ shown: [ShownAxis]) -> [ShownAxis] {
    let periods = Set(shown.flatMap { $0.periods.flatMap { $0 } })
    return shown.map { axis in
      guard axis.axis == space.areaAxis, !axis.isFixed else { return axis }
      let nodes = axis.nodes.compactMap(\.first).filter { node in
        periods.contains { space.isValid(area: node, period: $0) }
      }
      return self.shown(axis.axis, nodes)
    }
  }

  // MARK: Axes that are shown

  private func areas(
    _ axis: Int, _ fields: inout YAMLFields, at place: Place, into diagnostics: inout Diagnostics
  ) -> ShownAxis? {
    let hierarchy = space.axes[axis].hierarchy
    _ = fields.required("level", &diagnostics)
    let levelPlace = fields.keyPlace("level")
    let level = fields.choice("level", of: AreaLevel.self, &diagnostics)
    let hasTotals = fields.boolean("totals", default: true, &diagnostics)
    guard let level else { return nil }
    let levels = Set(hierarchy.nodes.compactMap(\.area?.level)).sorted()
    let shown = hierarchy.nodes.indices.filter {
      (hierarchy.nodes[$0].area?.level ?? level) <= level
    }
    if !levels.contains(level) {
      let known = levels.map { "“\($0.rawValue)”" }.joined(separator: ", ")
      diagnostics.report(
        .levelTooFine, at: levelPlace,
        what: Phrase(
          vi: "Bộ số liệu “\(dataSet.name)” không có cấp “\(level.rawValue)”.",
          en: "The data set “\(dataSet.name)” has no level “\(level.rawValue)”."),
        mend: Phrase(vi: "Dùng một trong: \(known).", en: "Use one of: \(known)."))
      return nil
    }
    return self.shown(axis, hasTotals ? shown : lowest(of: shown, in: hierarchy))
  }

  private func dimension(
    _ axis: Int, _ fields: inout YAMLFields, into diagnostics: inout Diagnostics
  ) -> ShownAxis? {
    let hierarchy = space.axes[axis].hierarchy
    let depth = fields.integer("depth", &diagnostics)
    let hasTotals = fields.boolean("totals", default: true, &diagnostics)
    if let depth, depth < 0 {
      diagnostics.report(
        .fieldBadValue, at: fields.keyPlace("depth"),
        what: Phrase(vi: "“depth” không thể âm.", en: "“depth” can't be below zero."),
        mend: Phrase(vi: "Viết 1, 2, …", en: "Write 1, 2, …"))
    }
    let shown = hierarchy.nodes.indices.filter { hierarchy.depth[$0] <= depth ?? .max }
    return self.shown(axis, hasTotals ? shown : lowest(of: shown, in: hierarchy))
  }

  private func shown(_ axis: Int, _ nodes: [Int]) -> ShownAxis {
    .nodes(
      axis, isFixed: false, codes: space.axes[axis].codes(of: nodes), nodes: nodes.map { [$0] })
  }

  /// Nodes with nothing of what is shown below them.
  private func lowest(of shown: [Int], in hierarchy: Hierarchy) -> [Int] {
    let above = shown.reduce(into: Set<Int>()) { $0.formUnion(hierarchy.ancestors(of: $1)) }
    return shown.filter { !above.contains($0) }
  }

  // MARK: Axes at their total

  private func fixed(_ axis: Int, into diagnostics: inout Diagnostics) -> ShownAxis? {
    let description = space.axes[axis]
    switch description.role {
    case .period:
      return PeriodRanges(table: table, dataSet: dataSet, measures: measures)
        .total(axis, into: &diagnostics)
    case .area where description.totals.count > 1:
      guard table.acrossBreak != nil else {
        diagnostics.report(
          .areaAxisNeeded, at: table.place,
          what: Phrase(
            vi:
              "Bộ số liệu “\(dataSet.name)” có nhiều hệ địa bàn, bảng phải nêu trục “\(description.name)”.",
            en:
              "The data set “\(dataSet.name)” has several schemes of areas, so the table must name the axis “\(description.name)”."
          ),
          mend: Phrase(
            vi: "Thêm “\(description.name): {level: province}” vào “axes”.",
            en: "Add “\(description.name): {level: province}” to “axes”."))
        return nil
      }
      // The top areas follow one another in time; the table tells that it reaches across.
      let label = description.hierarchy.nodes[description.totals.last ?? 0].label
      return .nodes(
        axis, isFixed: true,
        codes: [AxisCode(code: CodeList.total, parents: [], label: label)],
        nodes: [description.totals])
    default:
      return .nodes(
        axis, isFixed: true, codes: description.codes(of: description.totals),
        nodes: [description.totals])
    }
  }

  private func checkAcrossBreak(into diagnostics: inout Diagnostics) {
    guard table.acrossBreak != nil, let areaAxis = space.areaAxis else { return }
    let name = space.axes[areaAxis].name
    guard table.axes.contains(where: { $0.name == name }) else { return }
    diagnostics.report(
      .acrossBreakArea, at: table.acrossBreakPlace,
      what: Phrase(
        vi: "Bảng có “acrossBreak” thì không được có trục “\(name)”.",
        en: "A table with “acrossBreak” can't have the axis “\(name)”."),
      mend: Phrase(
        vi: "Bỏ trục địa bàn, hoặc bỏ “acrossBreak” và chia kỳ tại mốc thay đổi.",
        en: "Drop the area axis, or drop “acrossBreak” and split the range at the break."))
  }
}
