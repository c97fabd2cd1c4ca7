import Tables

/// An axis of the data set as a table shows it: the nodes of its cells, one position each.
struct ShownAxis: Sendable {
  /// Axis of the data set.
  let axis: Int
  let isFixed: Bool
  /// As published. For periods these are periods and pooled ranges.
  let codes: [AxisCode]
  /// For an area or dimension: the node of each code. A fixed area of several schemes has one code
  /// and the top of each scheme: only one of them existed in a period.
  let nodes: [[Int]]
  /// For the period axis: the periods of each code, ascending.
  let periods: [[Int]]

  static func nodes(
    _ axis: Int, isFixed: Bool, codes: [AxisCode], nodes: [[Int]]
  ) -> ShownAxis {
    ShownAxis(axis: axis, isFixed: isFixed, codes: codes, nodes: nodes, periods: [])
  }

  static func periods(
    _ axis: Int, isFixed: Bool, codes: [AxisCode], periods: [[Int]]
  ) -> ShownAxis {
    ShownAxis(axis: axis, isFixed: isFixed, codes: codes, nodes: [], periods: periods)
  }
}

extension Space.Axis {
  /// Codes of some nodes, with the parents that are among them.
  func codes(of nodes: [Int]) -> [AxisCode] {
    let shown = Set(nodes)
    let lowest = nodes.filter { node in
      !nodes.contains { $0 != node && hierarchy.upward[$0].contains(node) }
    }
    let count = lowest.reduce(0) { $0 + hierarchy.leaves[$1].count }
    let overlap = !isMultiResponse && count > Set(lowest.flatMap { hierarchy.leaves[$0] }).count
    return nodes.map { index in
      let node = hierarchy.nodes[index]
      return AxisCode(
        code: node.code,
        parents: nearest(above: index, among: shown).map { hierarchy.nodes[$0].code },
        label: node.label, period: node.period, area: node.area,
        leaves: overlap && lowest.contains(index)
          ? hierarchy.leaves[index].map { hierarchy.nodes[$0].code } : [])
    }
  }

  /// The shown nodes directly above a node: its parents, or what is above those that are not shown.
  private func nearest(above index: Int, among shown: Set<Int>) -> [Int] {
    let parents = hierarchy.nodes[index].parents.flatMap { parent in
      shown.contains(parent) ? [parent] : nearest(above: parent, among: shown)
    }
    return Set(parents).sorted()
  }
}
