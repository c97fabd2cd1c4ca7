import Diagnostics
package import Site
import SourceFiles
import Tables

extension DataSet {
  /// For each cell of a frame (in the order of its aggregates), whether it stands at a level of an
  /// axis; an axis that the table doesn't show stands at its total.
  package func cells(of frame: TableFrame, at level: AxisLevel) -> [Bool] {
    guard name == level.dataset.name else {
      return [Bool](repeating: false, count: frame.aggregates.count)
    }
    let stands: ([Bool], stride: Int)
    if let position = frame.axes.firstIndex(where: { $0.name == level.axis.name }) {
      let axis = frame.axes[position]
      let stride = frame.axes[(position + 1)...].reduce(frame.measures.count) {
        $0 * $1.codes.count
      }
      stands = (axis.codes.map { self.stands($0, on: axis.name, at: level.level) }, stride)
    } else {
      let fixed = frame.fixed.first { $0.name == level.axis.name }
      let stands1 = fixed.map { self.stands($0.code, on: $0.name, at: level.level) }
      stands = ([stands1 ?? false], 1)
    }
    return frame.aggregates.indices.map { stands.0[$0 / stands.stride % stands.0.count] }
  }

}

extension SeedData {
  /// Reports levels of a policy that the data sets don't have.
  static func check(
    _ policy: DisclosurePolicy, dataSets: [DataSet], described: [String],
    into diagnostics: inout Diagnostics
  ) {
    for level in policy.neverHide + policy.preferHide {
      guard let dataSet = dataSets.first(where: { $0.name == level.dataset.name }) else {
        if !described.contains(level.dataset.name) {
          diagnostics.reportNoDataSet(level.dataset, among: described)
        }
        continue
      }
      let axes = dataSet.observed.space.axes
      guard let axis = axes.first(where: { $0.name == level.axis.name }) else {
        diagnostics.reportNoAxis(level.axis, of: dataSet)
        continue
      }
      let known = dataSet.levels(of: axis)
      guard !known.contains(level.level) else { continue }
      let names = known.map { "“\($0.text)”" }.joined(separator: ", ")
      diagnostics.report(
        .levelTooFine, at: level.levelPlace,
        what: Phrase(
          vi: "Trục “\(axis.name)” không có mức “\(level.level.text)”.",
          en: "The axis “\(axis.name)” has no level “\(level.level.text)”."),
        mend: Phrase(vi: "Dùng một trong: \(names).", en: "Use one of: \(names)."))
    }
  }
}

extension DataSet {
  fileprivate func levels(of axis: Space.Axis) -> [AxisLevel.Level] {
    switch axis.role {
    case .period: [.each, .pooled]
    case .area: Set(axis.hierarchy.nodes.compactMap(\.area?.level)).sorted().map { .area($0) }
    case .dimension: Set(axis.hierarchy.depth).sorted().map { .depth($0) }
    }
  }

  fileprivate func stands(
    _ code: AxisCode, on name: String, at level: AxisLevel.Level
  ) -> Bool {
    guard let axis = observed.space.axes.first(where: { $0.name == name }) else { return false }
    func node(_ code: AxisCode) -> Int? {
      axis.hierarchy.nodes.firstIndex { $0.code == code.code }
    }
    switch level {
    case .each: return periods.count { code.period?.contains($0) ?? false } == 1
    case .pooled: return periods.count { code.period?.contains($0) ?? false } > 1
    case .depth(let depth): return node(code).map { axis.hierarchy.depth[$0] == depth } ?? false
    case .area(let level):
      // The total over several schemes has no area of its own: it stands where their tops do.
      let tops = axis.totals.compactMap { axis.hierarchy.nodes[$0].area?.level }
      return (code.area?.level ?? tops.max()) == level
    }
  }
}

extension AxisLevel.Level {
  /// As it is written.
  fileprivate var text: String {
    switch self {
    case .area(let level): level.rawValue
    case .depth(let depth): String(depth)
    case .each: "each"
    case .pooled: "pooled"
    }
  }
}
