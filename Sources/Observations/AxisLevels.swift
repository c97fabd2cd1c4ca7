import Diagnostics
import Site
import SourceFiles
import Tables

/// Checks that the data have the levels that `neverHide` and `preferHide` name.
struct AxisLevels {
  let dataSets: [DataSet]
  /// Names of all data sets that are described, those with errors included.
  let described: [String]

  func check(_ policy: DisclosurePolicy, into diagnostics: inout Diagnostics) {
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
