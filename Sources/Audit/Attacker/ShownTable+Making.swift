import PublishedFiles

extension ShownTable {
  /// A published table.
  init(_ table: PublishedTable, earlier: Int? = nil, axes: [AxisGeometry]) {
    let shown = table.axes.map { axis in axes.firstIndex { $0.name == axis.name } ?? 0 }
    let others = axes.indices.filter { !shown.contains($0) }
    let codes = zip(table.axes, shown).map { axis, place in
      axis.codes.map { axes[place].leaves(of: $0.code) ?? [] }
    }
    let fixed = others.map { [Self.leaves(table.at[axes[$0].name], of: axes[$0])] }
    self.init(table, earlier: earlier, axes: shown + others, codes: codes + fixed, geometry: axes)
  }

  /// One cell: a figure that others publish.
  init(at codes: [String: String], axes: [AxisGeometry]) {
    self.init(
      nil, axes: Array(axes.indices), codes: axes.map { [Self.leaves(codes[$0.name], of: $0)] },
      geometry: axes)
  }

  /// Every combination of the codes that some table shows or stands at.
  init(latticeOf tables: [PublishedTable], axes: [AxisGeometry]) {
    let codes = axes.map { axis -> [[Int]] in
      var found: [[Int]] = []
      for table in tables {
        let shown = table.axes.first { $0.name == axis.name }?.codes.map(\.code)
        for code in shown ?? table.at[axis.name].map({ [$0] }) ?? [] {
          let leaves = Self.leaves(code, of: axis)
          if !found.contains(leaves) { found.append(leaves) }
        }
      }
      return found.isEmpty ? [axis.everything] : found
    }
    self.init(nil, axes: Array(axes.indices), codes: codes, geometry: axes)
  }

  private static func leaves(_ code: String?, of axis: AxisGeometry) -> [Int] {
    code.flatMap(axis.leaves(of:)) ?? axis.everything
  }
}
