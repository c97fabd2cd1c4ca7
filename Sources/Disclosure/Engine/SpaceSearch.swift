/// Looks for the cheapest witness of one target among the unknowns of a space.
struct SpaceSearch {
  let context: SearchContext
  let space: ChangeSpace
  /// Steps towards whole numbers before it is given up.
  var diveLimit = 1_000

  enum Outcome: Sendable {
    case found(PooledWitness)
    /// Not even fractions satisfy what is asked.
    case impossible
    /// Fractions do, or the solver gave up; no whole numbers were found.
    case undecided
  }

  /// Further from a whole number than this is a fraction.
  private static let wholeTolerance = 1e-5
  /// Below this, doubles tell whole numbers apart and sums of thousands fit in an `Int`.
  private static let exactLimit = 0x1p50

  /// Where tables have more unknowns than this a pivot takes milliseconds, so that fewer are worth it.
  private static let manyUnknowns = 15_000
  private static let pivotsOfMany = 2_000

  /// Whether a pivot is so dear that other ways come first.
  var isHuge: Bool {
    space.nodeOfColumn != nil && space.nodeCount > Self.manyUnknowns
  }

  private var pivotLimit: Int {
    isHuge ? min(context.pivotLimit, Self.pivotsOfMany) : context.pivotLimit
  }

  /// - Parameters:
  ///   - freedom: by unknown, as `SearchContext.freedom` gives it.
  ///   - isSure: whether `impossible` must be certain.
  func run(target: Int, freedom: [Double], isSure: Bool = false) -> Outcome {
    let need = context.needs[target]
    guard need > 0 else { return .impossible }
    var freedom = freedom
    if freedom[target] == .infinity { freedom[target] = SearchContext.leastPrice }
    guard
      let program = ElasticProgram(space, target: target, need: need, freedom: freedom)
    else { return .impossible }
    var solver = DualSimplex(program, splitsFactors: context.isLarge || isHuge)
    let outcome = outcome(of: &solver, program, target, freedom)
    switch outcome {
    case .found: return outcome
    case .impossible: if !isSure { return .impossible }
    case .undecided: if !solver.isLost { return .undecided }
    }
    var other = ElasticLinearProgram(program, pivotLimit: pivotLimit)
    return self.outcome(of: &other, program, target, freedom)
  }

  private func outcome<Solver: ElasticSolver & ~Copyable>(
    of solver: inout Solver, _ program: ElasticProgram, _ target: Int, _ freedom: [Double]
  ) -> Outcome {
    switch solver.solve(pivotLimit: pivotLimit) {
    case .infeasible: return .impossible
    case .undecided: return .undecided
    case .optimal: break
    }
    guard let nodeOfColumn = space.nodeOfColumn else {
      return .found(
        PooledWitness(nodes: program.nodes, changes: solver.changes(), in: context))
    }
    guard let changes = wholeChanges(&solver, of: program, nodeOfColumn) else {
      return .undecided
    }
    let witness = CondensedWitness(columnChanges: changes, in: context.system)
    // The solver's answer is a proposal: plain integers decide.
    guard
      witness.isValid(for: target, in: context.system, mayChange: { freedom[$0] >= 0 })
    else { return .undecided }
    return .found(PooledWitness(witness, in: context))
  }

  /// Whole changes of the columns near those of the solved programme. *Diving*: fix the fractional
  /// change that is nearest to a whole number there, solve again, and so on; where one side is
  /// infeasible, try the other.
  private func wholeChanges<Solver: ElasticSolver & ~Copyable>(
    _ solver: inout Solver, of program: ElasticProgram, _ nodeOfColumn: [Int]
  ) -> [CondensedWitness.Change]? {
    var placeOfNode = [Int32](repeating: -1, count: space.nodeCount)
    for (index, node) in program.nodes.enumerated() { placeOfNode[node] = Int32(index) }
    var columns: [(column: Int, place: Int)] = []
    columns.reserveCapacity(nodeOfColumn.count)
    for (column, node) in nodeOfColumn.enumerated() where placeOfNode[node] >= 0 {
      columns.append((column, Int(placeOfNode[node])))
    }
    for _ in 0..<diveLimit {
      let changes = solver.changes()
      var closest: (entry: Int, distance: Double)?
      for (entry, (_, place)) in columns.enumerated() {
        let distance = abs(changes[place] - changes[place].rounded())
        if distance > Self.wholeTolerance, distance < closest?.distance ?? .infinity {
          closest = (entry, distance)
        }
      }
      guard let entry = closest?.entry else {
        guard columns.allSatisfy({ abs(changes[$0.place]) < Self.exactLimit }) else { return nil }
        return columns.compactMap { column, place in
          let change = Int(changes[place].rounded())
          return change == 0 ? nil : CondensedWitness.Change(place: column, change: change)
        }
      }
      let place = columns[entry].place
      let change = changes[place]
      let nearest = change.rounded()
      let other = nearest > change ? nearest - 1 : nearest + 1
      let limit = -program.fallLimits[place]
      guard
        [nearest, other].contains(where: { side in
          guard side >= limit else { return false }
          solver.fix(place, at: side)
          return solver.solve(pivotLimit: pivotLimit) == .optimal
        })
      else { return nil }
    }
    return nil
  }
}
