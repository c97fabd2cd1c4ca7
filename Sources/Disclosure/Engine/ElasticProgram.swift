/// The linear programme of a witness: the unknowns of a space that may move, each as a raise and a
/// fall at the same price a unit; the target raised by what it needs; all relations kept.
///
/// Nothing moves at no cost, so "no change" is where the dual simplex method starts, with only the
/// target's bound violated.
struct ElasticProgram: Sendable {
  /// Unknowns of the space that can move, ascending.
  let nodes: [Int]
  let prices: [Double]
  /// How far each may fall.
  let fallLimits: [Double]
  /// By unknown of the programme, its relations.
  let columns: SparseMatrix
  /// By relation, the programme's unknowns in it.
  let rows: SparseMatrix
  /// The programme's unknown of the target.
  let target: Int
  let need: Double

  /// Nil if the relations alone pin the target to its true value.
  ///
  /// - Parameter freedom: by unknown of the space, the price of a unit of change; below 0 where it
  ///   keeps its value; infinite where nobody sees it, so that its relations say nothing.
  init?(_ space: ChangeSpace, target: Int, need: Int, freedom: [Double]) {
    var movement = Movement(space, freedom: freedom)
    movement.settle()
    guard movement.isMovable[target] else { return nil }
    var nodes: [Int] = []
    var place = [Int32](repeating: -1, count: space.nodeCount)
    for node in 0..<space.nodeCount where movement.isMovable[node] {
      place[node] = Int32(nodes.count)
      nodes.append(node)
    }
    var rows = SparseMatrix()
    for relation in 0..<space.relations.lineCount where movement.left[relation] > 0 {
      rows.append(
        space.relations.range(of: relation).compactMap { entry in
          let node = place[Int(space.relations.places[entry])]
          return node < 0 ? nil : (Int(node), space.relations.values[entry])
        })
    }
    self.nodes = nodes
    prices = nodes.map { freedom[$0] }
    fallLimits = nodes.map { Double(space.slack[$0]) }
    self.rows = rows
    columns = rows.transposed(lineCount: nodes.count)
    self.target = Int(place[target])
    self.need = Double(need)
  }
}

/// Which unknowns can move at all: where a relation has one movable unknown left, or only ones that
/// would move it the same way, none of these can.
struct Movement {
  private let space: ChangeSpace
  private(set) var isMovable: [Bool]
  /// Of each relation: movable unknowns, those that can add to it, and those that can take from it.
  private(set) var left: [Int32]
  private var adding: [Int32]
  private var taking: [Int32]

  init(_ space: ChangeSpace, freedom: [Double]) {
    self.space = space
    isMovable = freedom.map { $0 >= 0 && $0 < .infinity }
    left = [Int32](repeating: 0, count: space.relations.lineCount)
    adding = left
    taking = left
    for node in 0..<space.nodeCount where isMovable[node] { count(node, 1) }
    for node in 0..<space.nodeCount where freedom[node] == .infinity {
      for entry in space.relationsOfNode.range(of: node) {
        left[Int(space.relationsOfNode.places[entry])] = Self.unheeded
      }
    }
  }

  /// So far below 0 that no step brings it back.
  private static let unheeded = Int32.min / 2

  private mutating func count(_ node: Int, _ step: Int32) {
    let falls = space.slack[node] > 0
    for entry in space.relationsOfNode.range(of: node) {
      let relation = Int(space.relationsOfNode.places[entry])
      let isPositive = space.relationsOfNode.values[entry] > 0
      left[relation] += step
      if isPositive || falls { adding[relation] += step }
      if !isPositive || falls { taking[relation] += step }
    }
  }

  private func isPinned(_ relation: Int) -> Bool {
    left[relation] == 1 || adding[relation] == 0 || taking[relation] == 0
  }

  mutating func settle() {
    var waiting = left.indices.filter { left[$0] > 0 && isPinned($0) }
    while let relation = waiting.popLast() {
      guard left[relation] > 0 else { continue }
      for entry in space.relations.range(of: relation) {
        let node = Int(space.relations.places[entry])
        guard isMovable[node] else { continue }
        isMovable[node] = false
        count(node, -1)
        for entry in space.relationsOfNode.range(of: node) {
          let other = Int(space.relationsOfNode.places[entry])
          if left[other] > 0, isPinned(other) { waiting.append(other) }
        }
      }
    }
  }
}
