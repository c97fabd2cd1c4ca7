import Workers

/// Computes what can be known of targets: by linear programmes, and by whole numbers where those
/// leave doubt.
package struct Auditor: Sendable {
  /// What was found out about a system.
  package struct Findings: Sendable {
    /// No solution agrees with all that is known.
    package let isContradictory: Bool
    /// One for each target; empty if there is no solution.
    package let verdicts: [Verdict]
    /// Linear programmes that were solved.
    package let programmes: Int

    package func count(_ isCounted: (Verdict) -> Bool) -> Int { verdicts.count(where: isCounted) }
  }

  /// Targets that are looked at together, whatever the number of threads.
  private static let chunk = 600

  /// - Parameter threshold: what a target must be able to reach.
  package static func verdicts(
    of system: AuditSystem, targets: [AuditSystem.Sum], threshold: Int, workers: Int = 1
  ) -> Findings {
    let reduction = SystemReduction(system, targets: targets)
    if reduction.isContradictory {
      return Findings(isContradictory: true, verdicts: [], programmes: 0)
    }
    var verdicts = [Verdict?](repeating: nil, count: targets.count)
    // Equal targets are one.
    var pending: [AuditSystem.Sum: [Int]] = [:]
    for (index, target) in reduction.targets.enumerated() {
      if target.sum.variables.isEmpty {
        verdicts[index] = .exact(target.constant)
      } else {
        pending[target.sum, default: []].append(index)
      }
    }
    let units = components(of: reduction, pending: pending)
    let done = concurrently(units.count, workers: workers) { unit in
      ComponentAudit(units[unit], threshold: threshold).run()
    }
    var programmes = 0
    for (unit, result) in zip(units, done) {
      programmes += result.programmes
      guard let found = result.verdicts else {
        return Findings(isContradictory: true, verdicts: [], programmes: programmes)
      }
      for (target, verdict) in zip(unit.targets, found) {
        for index in target.members { verdicts[index] = verdict }
      }
    }
    return Findings(
      isContradictory: false, verdicts: verdicts.map { $0 ?? .inDoubt }, programmes: programmes)
  }

  /// Parts of the system that share no unknown, their targets in chunks.
  private static func components(
    of reduction: SystemReduction, pending: [AuditSystem.Sum: [Int]]
  ) -> [ComponentAudit.Unit] {
    let count = reduction.lower.count
    var groups = DisjointGroups(count: count)
    for row in reduction.rows { groups.unite(row.sum.variables) }
    for sum in pending.keys { groups.unite(sum.variables) }
    var component: [Int: Int] = [:]
    var local = [Int32](repeating: 0, count: count)
    var members: [[Int]] = []
    for variable in 0..<count {
      let root = groups.root(variable)
      let index = component[root] ?? members.count
      if component[root] == nil {
        component[root] = index
        members.append([])
      }
      local[variable] = Int32(members[index].count)
      members[index].append(variable)
    }
    func place(_ sum: AuditSystem.Sum) -> (Int, AuditSystem.Sum) {
      let first = Int(sum.variables[0])
      return (
        component[groups.root(first)] ?? 0,
        AuditSystem.Sum(
          ascending: sum.variables.map { local[Int($0)] }, coefficients: sum.coefficients)
      )
    }
    var rows = [[AuditSystem.Knowledge]](repeating: [], count: members.count)
    for row in reduction.rows {
      let (index, sum) = place(row.sum)
      rows[index].append(.init(sum, lower: row.lower, upper: row.upper))
    }
    var targets = [[ComponentAudit.Target]](repeating: [], count: members.count)
    for (sum, indices) in pending.sorted(by: { $0.value[0] < $1.value[0] }) {
      // Targets that differ in their fixed part alone have verdicts of their own.
      for (constant, same) in Dictionary(grouping: indices, by: { reduction.targets[$0].constant })
        .sorted(by: { $0.key < $1.key })
      {
        let (index, sum) = place(sum)
        targets[index].append(.init(sum: sum, constant: constant, members: same))
      }
    }
    return members.indices.flatMap { index -> [ComponentAudit.Unit] in
      let bounds = members[index].map { (reduction.lower[$0], reduction.upper[$0]) }
      let starts = stride(from: 0, to: max(1, targets[index].count), by: chunk)
      return starts.map { start in
        ComponentAudit.Unit(
          bounds: bounds, rows: rows[index],
          targets: Array(targets[index].dropFirst(start).prefix(chunk)))
      }
    }
  }
}

/// Which unknowns hang together.
private struct DisjointGroups {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  mutating func root(_ member: Int) -> Int {
    var member = member
    while parent[member] != member {
      parent[member] = parent[parent[member]]
      member = parent[member]
    }
    return member
  }

  mutating func unite(_ members: [Int32]) {
    guard let first = members.first else { return }
    let top = root(Int(first))
    for member in members.dropFirst() { parent[root(Int(member))] = top }
  }
}
