import Site
import Tables

/// The codes of one axis and what lies below what. A code may have several parents (several
/// hierarchies over the same leaves).
struct Hierarchy: Sendable {
  struct Node: Sendable {
    /// As published: `_T`, `F`, `gso-2004:87`.
    let code: String
    let label: LocalizedText
    /// Indices of nodes.
    let parents: [Int]
    var period: Period?
    var area: AreaFacts?
  }

  /// In official order.
  let nodes: [Node]
  /// Nodes without a parent.
  let roots: [Int]
  /// For each node the distinct leaves below it, ascending; a leaf has itself.
  let leaves: [[Int]]
  /// For each node itself and every node above it, ascending.
  let upward: [[Int]]
  /// For each node the least number of steps below a root.
  let depth: [Int]

  /// - Parameter areSummed: whether a node is the sum of the leaves below it. If not (several codes
  ///   a person), every node is a leaf, for sums; parents still say what is above what.
  /// - Precondition: no node is above itself (`cycle(in:)` is nil).
  init(_ nodes: [Node], areSummed: Bool = true) {
    self.nodes = nodes
    roots = nodes.indices.filter { nodes[$0].parents.isEmpty }
    let children = Self.children(of: nodes)
    var upward = [[Int]?](repeating: nil, count: nodes.count)
    var leaves = [Set<Int>](repeating: [], count: nodes.count)
    if !areSummed {
      leaves = nodes.indices.map { [$0] }
      upward = nodes.indices.map { [$0] }
    }
    func climb(_ index: Int) -> [Int] {
      if let known = upward[index] { return known }
      let above = nodes[index].parents.reduce(into: Set([index])) { $0.formUnion(climb($1)) }
      upward[index] = above.sorted()
      return above.sorted()
    }
    for index in nodes.indices where areSummed && children[index].isEmpty {
      for above in climb(index) { leaves[above].insert(index) }
    }
    self.upward = nodes.indices.map { climb($0) }
    self.leaves = leaves.map { $0.sorted() }

    var depth = [Int](repeating: .max, count: nodes.count)
    var front = roots
    var steps = 0
    while !front.isEmpty {
      for index in front { depth[index] = steps }
      steps += 1
      front = Set(front.flatMap { children[$0] }.filter { depth[$0] == .max }).sorted()
    }
    self.depth = depth
  }

  /// The nodes directly below each node.
  var children: [[Int]] { Self.children(of: nodes) }

  private static func children(of nodes: [Node]) -> [[Int]] {
    var children = [[Int]](repeating: [], count: nodes.count)
    for (index, node) in nodes.enumerated() {
      for parent in node.parents { children[parent].append(index) }
    }
    return children
  }

  /// Every node above a node.
  func ancestors(of node: Int) -> Set<Int> {
    nodes[node].parents.reduce(into: []) { $0.formUnion(ancestors(of: $1).union([$1])) }
  }

  func isLeaf(_ node: Int) -> Bool { leaves[node].count == 1 && leaves[node][0] == node }

  /// Whether everything below `inner` lies below `outer` too.
  func contains(_ outer: Int, _ inner: Int) -> Bool {
    if outer == inner { return true }
    let (all, some) = (leaves[outer], leaves[inner])
    guard some.count <= all.count else { return false }
    var position = 0
    for leaf in some {
      while position < all.count, all[position] < leaf { position += 1 }
      guard position < all.count, all[position] == leaf else { return false }
    }
    return true
  }

  /// A node that is above itself, if there is one.
  static func cycle(in parents: [[Int]]) -> Int? {
    // Nodes are taken away once all their parents are gone; what remains is on or below a cycle.
    var waiting = parents.map(\.count)
    var children = [[Int]](repeating: [], count: parents.count)
    for (index, above) in parents.enumerated() {
      for parent in above { children[parent].append(index) }
    }
    var free = parents.indices.filter { waiting[$0] == 0 }
    while let index = free.popLast() {
      for child in children[index] {
        waiting[child] -= 1
        if waiting[child] == 0 { free.append(child) }
      }
    }
    return waiting.firstIndex { $0 > 0 }
  }
}
