import Site
import Tables

/// The axes of a data set with all their codes: where its figures can stand.
struct Space: Sendable {
  struct Axis: Sendable {
    let name: String
    let role: Tables.Axis.Role
    let title: LocalizedText
    let hierarchy: Hierarchy
    /// Nodes that are totals: `_T`; the top area of each scheme; none for periods.
    let totals: [Int]
    /// A person may have several codes: none is the sum of others.
    var isMultiResponse = false
  }

  /// In the order of the schema.
  let axes: [Axis]
  let periodAxis: Int
  let areaAxis: Int?
  /// The axis of which a person may have several codes, if there is one.
  let responseAxis: Int?
  /// Chronological; the nodes of the period axis.
  let periods: [Period]
  /// For each area node, for each period: whether the area existed throughout it.
  let validity: [[Bool]]
  /// A cell's key is the sum of its nodes, each times the stride of its axis.
  private let strides: [Int]

  /// Nil if there are more combinations than a key can tell apart.
  init?(
    axes: [Axis], periodAxis: Int, areaAxis: Int?, periods: [Period], validity: [[Bool]]
  ) {
    self.axes = axes
    self.periodAxis = periodAxis
    self.areaAxis = areaAxis
    responseAxis = axes.firstIndex(where: \.isMultiResponse)
    self.periods = periods
    self.validity = validity
    var strides = [Int](repeating: 1, count: axes.count)
    for axis in axes.indices.dropLast().reversed() {
      let (product, overflows) = strides[axis + 1].multipliedReportingOverflow(
        by: axes[axis + 1].hierarchy.nodes.count)
      if overflows { return nil }
      strides[axis] = product
    }
    let (_, overflows) = (strides.first ?? 1).multipliedReportingOverflow(
      by: axes.first?.hierarchy.nodes.count ?? 1)
    if overflows { return nil }
    self.strides = strides
  }

  func stride(_ axis: Int) -> Int { strides[axis] }

  func key(_ nodes: some Collection<Int>) -> Int {
    zip(nodes, strides).reduce(0) { $0 + $1.0 * $1.1 }
  }

  func nodes(_ key: Int) -> [Int] {
    var rest = key
    return strides.map { stride in
      let (node, remainder) = rest.quotientAndRemainder(dividingBy: stride)
      rest = remainder
      return node
    }
  }

  func isValid(area: Int, period: Int) -> Bool { validity[area][period] }

  /// Whether a cell can exist: its area existed in its period.
  func exists(_ nodes: [Int]) -> Bool {
    areaAxis.map { isValid(area: nodes[$0], period: nodes[periodAxis]) } ?? true
  }

  /// The leaves below a node that exist in a period.
  func leaves(_ axis: Int, _ node: Int, period: Int) -> [Int] {
    let all = axes[axis].hierarchy.leaves[node]
    return axis == areaAxis ? all.filter { isValid(area: $0, period: period) } : all
  }

  /// Number of finest cells below a cell.
  func leafCount(below nodes: [Int]) -> Int {
    let period = nodes[periodAxis]
    return nodes.enumerated().reduce(1) {
      $0 * leaves($1.offset, $1.element, period: period).count
    }
  }

  /// Keys of the finest cells below a cell, ascending.
  func leafKeys(below nodes: [Int]) -> [Int] {
    let period = nodes[periodAxis]
    return nodes.enumerated().reduce([0]) { keys, step in
      let leaves = leaves(step.offset, step.element, period: period)
      return keys.flatMap { key in leaves.map { key + $0 * strides[step.offset] } }
    }
  }

  func isLeaf(_ nodes: [Int]) -> Bool {
    zip(axes, nodes).allSatisfy { $0.hierarchy.isLeaf($1) }
  }

  /// Codes of a cell, for a person: "2024, gso-2004:87, F".
  func name(_ nodes: [Int]) -> String {
    zip(axes, nodes).map { $0.hierarchy.nodes[$1].code }.joined(separator: ", ")
  }
}
