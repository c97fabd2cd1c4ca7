/// Finds figures that can't stand beside all others: the programme in which each doubtful sum may
/// be missed, at a cost for each unit, and that misses least.
enum ConflictSearch {
  /// - Parameters:
  ///   - firm: what must hold.
  ///   - doubtful: what may be wrong.
  /// - Returns: indices of doubtful sums that are missed in the cheapest solution; nil if even
  ///   what is firm has no solution, or the solver gave up.
  static func conflicts(
    firm: [AuditSystem.Knowledge], doubtful: [AuditSystem.Knowledge], variableCount: Int
  ) -> [Int]? {
    var next = variableCount
    var rows = firm
    var slack: [(over: Int, under: Int)] = []
    for knowledge in doubtful {
      let sum = knowledge.sum
      let terms = sum.variables.indices.map {
        (variable: Int(sum.variables[$0]), coefficient: sum.coefficient($0))
      }
      slack.append((next, next + 1))
      rows.append(
        .init(
          .init(terms: terms + [(next, -1), (next + 1, 1)]), lower: knowledge.lower,
          upper: knowledge.upper))
      next += 2
    }
    let program = AuditProgram(
      lower: [Double](repeating: 0, count: next),
      upper: [Double](repeating: .infinity, count: next), rows: rows)
    guard program.solve() == .optimal,
      program.maximise(.init(variableCount..<next), sign: -1) == .optimal
    else { return nil }
    let solution = program.solution
    return slack.indices.filter {
      solution[slack[$0].over] + solution[slack[$0].under] > AuditProgram.tolerance
    }
  }
}
