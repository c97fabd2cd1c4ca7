/// How far an unknown can rise while only unknown rows change: the primal simplex method from "no
/// change", which every relation and bound allows.
///
/// No prices: whether a target has a witness within what is hidden does not depend on them, and a
/// walk that only raises the target needs a tenth of the pivots. The basis of the relations is written
/// once and serves all targets.
struct RaiseSimplex: Sendable {
  private let space: ChangeSpace
  /// Whether the inverse is written as two triangular matrices, and anew when a walk is long.
  private let isLarge: Bool
  /// By unknown, whether it can move.
  private let isMovable: [Bool]
  private let firstEtas: EtaFile
  /// By relation, the unknown in the first basis; −1 for none.
  private let firstBasis: [Int32]

  enum Outcome {
    /// The change of every unknown of the space.
    case raised([Double])
    case impossible
    case undecided
  }

  private static let tolerance = 1e-7
  private static let mostPivots = 400
  private static let pivotsOfFactors = 48

  /// - Parameter freedom: by unknown, as `SearchContext.freedom` gives it; prices don't matter.
  init(_ space: ChangeSpace, freedom: [Double], isLarge: Bool) {
    self.space = space
    self.isLarge = isLarge
    // Who is seen by nobody serves as a target all the same.
    var movement = Movement(
      space, freedom: freedom.map { $0 == .infinity ? SearchContext.leastPrice : $0 })
    movement.settle()
    isMovable = movement.isMovable
    let basis = Basis(
      of: isMovable, in: movement.left.map { $0 > 0 }, space, isLarge: isLarge)
    firstEtas = basis.etas
    firstBasis = basis.nodes
  }

  /// A basis with the inverse of its columns.
  private struct Basis {
    let etas: EtaFile
    /// By relation, its unknown; −1 for none.
    let nodes: [Int32]

    /// - Parameters:
    ///   - isCandidate: by unknown. Those that depend on others are left out.
    ///   - isOpen: by relation, whether it wants an unknown.
    init(
      of isCandidate: [Bool], in isOpen: [Bool], _ space: ChangeSpace, isLarge: Bool
    ) {
      var factors = TriangularFactors(splits: isLarge)
      var order = CrashOrder(
        columns: space.relationsOfNode, rows: space.relations, isCandidate: isCandidate,
        isOpen: isOpen)
      var column = SparseVector(space.relations.lineCount)
      while let node = order.next() {
        column.clear()
        column.add(space.relationsOfNode, of: 2 * node, times: 1)
        if let first = order.firstEta(of: node) {
          factors.lower.forward(&column, from: first)
        }
        guard let row = order.bestRow(in: column) else {
          order.drop(node)
          continue
        }
        let eta = factors.append(column, row: row, isOpen: order.awaits)
        order.place(node, in: row, eta: eta)
      }
      etas = factors.inverse()
      nodes = order.basis
    }
  }

  /// - Parameters:
  ///   - variant: 0 for the steepest way; another number for another way, which may end in whole
  ///     numbers where the steepest does not.
  ///   - printed: unknowns that must keep their values though they could move at the start.
  func raise(
    _ target: Int, by need: Int, variant: Int = 0, without printed: [Int] = []
  ) -> Outcome {
    guard isMovable[target] else { return .impossible }
    var walk = Walk(self, variant: variant, without: printed)
    return walk.run(target, Double(need))
  }

  /// One walk from "no change".
  private struct Walk: ~Copyable {
    let space: ChangeSpace
    let isLarge: Bool
    /// What is in the basis and must not move leaves it as soon as it would.
    var isMovable: [Bool]
    var etas: EtaFile
    var basis: [Int32]
    /// By unknown, its relation in the basis; −1 outside.
    var place: [Int32]
    var changes: [Double]
    var column: SparseVector
    var row: SparseVector
    var alpha: SparseVector

    /// Nil for the steepest way.
    var random: SplitMix64?
    init(_ simplex: borrowing RaiseSimplex, variant: Int, without printed: [Int]) {
      random = variant == 0 ? nil : SplitMix64(seed: UInt64(variant))
      space = simplex.space
      isLarge = simplex.isLarge
      isMovable = simplex.isMovable
      for node in printed { isMovable[node] = false }
      etas = simplex.firstEtas
      basis = simplex.firstBasis
      place = [Int32](repeating: -1, count: space.nodeCount)
      for (relation, node) in basis.enumerated() where node >= 0 {
        place[Int(node)] = Int32(relation)
      }
      changes = [Double](repeating: 0, count: space.nodeCount)
      column = SparseVector(space.relations.lineCount)
      row = SparseVector(space.relations.lineCount)
      alpha = SparseVector(space.nodeCount)
    }

    mutating func run(_ target: Int, _ need: Double) -> Outcome {
      for pivot in 0..<RaiseSimplex.mostPivots {
        if isLarge, pivot % RaiseSimplex.pivotsOfFactors == RaiseSimplex.pivotsOfFactors - 1 {
          guard factor() else { return .undecided }
        }
        if changes[target] >= need - RaiseSimplex.tolerance { return .raised(changes) }
        guard let (entering, direction) = entering(for: target) else { return .impossible }
        guard step(entering, direction, target, need) else { return .undecided }
      }
      return .undecided
    }

    /// Writes the inverse anew: pivots have become dear.
    private mutating func factor() -> Bool {
      let fresh = Basis(of: place.map { $0 >= 0 }, in: basis.map { $0 >= 0 }, space, isLarge: true)
      for (relation, node) in fresh.nodes.enumerated() {
        guard (node < 0) == (basis[relation] < 0) else { return false }
        if node >= 0 { place[Int(node)] = Int32(relation) }
      }
      basis = fresh.nodes
      etas = fresh.etas
      return true
    }

    /// The unknown that raises the target most for each unit, and which way it goes.
    private mutating func entering(for target: Int) -> (Int, Double)? {
      guard place[target] >= 0 else { return (target, 1) }
      row.clear()
      row.add(1, at: Int(place[target]))
      etas.backward(&row)
      alpha.clear()
      for position in 0..<row.count {
        let relation = row.place(position)
        let factor = row[relation]
        if abs(factor) < 1e-12 { continue }
        for entry in space.relations.range(of: relation) {
          alpha.add(factor * space.relations.values[entry], at: Int(space.relations.places[entry]))
        }
      }
      var best: (node: Int, direction: Double)?
      var size = 0.0
      for position in 0..<alpha.count {
        let node = alpha.place(position)
        let steepness = abs(alpha[node])
        guard isMovable[node], place[node] < 0, steepness > RaiseSimplex.tolerance else { continue }
        let rises = alpha[node] < 0
        if !rises, changes[node] <= -Double(space.slack[node]) + RaiseSimplex.tolerance { continue }
        let worth = random != nil ? random?.fraction() ?? 0 : steepness
        guard worth > size else { continue }
        size = worth
        best = (node, rises ? 1 : -1)
      }
      return best
    }

    /// Moves an unknown as far as bounds allow.
    private mutating func step(
      _ entering: Int, _ direction: Double, _ target: Int, _ need: Double
    ) -> Bool {
      column.clear()
      column.add(space.relationsOfNode, of: 2 * entering, times: 1)
      etas.forward(&column)
      var length = direction < 0 ? changes[entering] + Double(space.slack[entering]) : .infinity
      if entering == target { length = min(length, need - changes[target]) }
      var leaving: Int?
      for position in 0..<column.count {
        let relation = column.place(position)
        let rate = -direction * column[relation]
        if abs(rate) <= RaiseSimplex.tolerance { continue }
        let limit: Double
        if basis[relation] < 0 {
          limit = 0
        } else {
          let node = Int(basis[relation])
          if !isMovable[node] {
            limit = 0
          } else if node == target, rate > 0 {
            limit = (need - changes[node]) / rate
          } else if rate < 0 {
            limit = max(changes[node] + Double(space.slack[node]), 0) / -rate
          } else {
            continue
          }
        }
        let isShorter = limit < length - 1e-9
        let isStronger =
          limit <= length + 1e-9
          && leaving.map { abs(column[relation]) > abs(column[$0]) } ?? (limit < length)
        if isShorter || isStronger {
          length = min(limit, length)
          leaving = relation
        }
      }
      guard length < .infinity else { return false }
      changes[entering] += direction * length
      for position in 0..<column.count {
        let relation = column.place(position)
        if basis[relation] >= 0 {
          changes[Int(basis[relation])] -= direction * length * column[relation]
        }
      }
      guard let leaving else { return true }
      if basis[leaving] >= 0 { place[Int(basis[leaving])] = -1 }
      basis[leaving] = Int32(entering)
      place[entering] = Int32(leaving)
      etas.append(column, row: leaving)
      return true
    }
  }
}
