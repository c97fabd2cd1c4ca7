/// A step through whole numbers costs a thousandth of a linear programme: short walks come before
/// the programme that says how far a target can rise, long ones where that leaves doubt.
extension ComponentAudit {
  enum Walks {
    /// Before any programme is asked for a target, for all of them.
    case short
    /// Before one is asked for this.
    case longer
    /// Where that leaves doubt.
    case longest
    /// When all else is decided, for the few that are still in doubt.
    case last

    var steps: Int {
      switch self {
      case .short: 3_000
      case .longer: 15_000
      case .longest: 40_000
      case .last: 200_000
      }
    }

    /// Seeds so far apart that no walk draws what another draws.
    func seed(_ attempt: Int) -> UInt64 { UInt64(steps + attempt) << 32 }
  }

  /// Walks that are begun at most. Those before a programme go on while most of them arrive.
  private func attempts(_ walks: Walks) -> Int {
    switch walks {
    case .short, .longer: arrivals >= failures ? 4 : 1
    case .longest: 12
    case .last: 60
    }
  }

  /// Looks for a first whole-number solution, from the least values of the unknowns. Parts that are
  /// gone through to the end need none.
  mutating func walkToFirst(_ walks: Walks) {
    guard !isGoneThrough else { return }
    for attempt in 0..<attempts(walks) where wholes.isEmpty {
      let found = walk.run(
        from: unit.bounds.map(\.lower), seed: walks.seed(attempt),
        steps: walks == .short ? 10_000 : 60_000)
      if let found { look(at: found.map(Double.init)) }
    }
  }

  /// Looks for whole numbers in which a target has what it needs: from those that come nearest and,
  /// where a programme has raised the target as far as it goes, by turns from its answer.
  ///
  /// - Parameter raised: that answer.
  /// - Returns: whether it is known to reach the threshold, and to be able to be something else.
  mutating func walk(
    to need: Double, _ index: Int, _ walks: Walks, raised: [Double] = []
  ) -> Bool {
    guard !isGoneThrough, !wholes.isEmpty else { return false }
    let target = unit.targets[index].sum
    if let only = wholesShowOnly(index, need) {
      return leave(only, index, walks) && isOpen(index, need)
    }
    let nearest = wholes.indices.map { (value: value(of: target, wholes[$0]), index: $0) }
      .sorted { ($1.value, $0.index) < ($0.value, $1.index) }
    for attempt in 0..<attempts(walks) {
      let start =
        attempt % 2 == 0 && !raised.isEmpty
        ? Self.rounded(raised, attempt)
        : wholes[nearest[attempt / 2 % nearest.count].index].map { Int($0) }
      let found = walk.run(
        from: start,
        goal: (target, Int(need.rounded(.up))), seed: walks.seed(attempt),
        steps: walks.steps)
      guard let found else { continue }
      look(at: found.map(Double.init))
      arrivals += 1
      return isOpen(index, need)
    }
    failures += 1
    return false
  }

  /// Whether whole numbers are found in which a sum has what it needs.
  mutating func walks(to need: Int, _ sum: AuditSystem.Sum) -> Bool {
    for attempt in 0..<attempts(.longest) where !wholes.isEmpty {
      let found = walk.run(
        from: wholes[attempt % wholes.count].map { Int($0) }, goal: (sum, need),
        seed: Walks.longest.seed(attempt), steps: Walks.longest.steps)
      guard let found else { continue }
      look(at: found.map(Double.init))
      return true
    }
    return false
  }

  /// Looks for whole numbers in which a target is not what it is in all solutions seen so far.
  private mutating func leave(_ only: Int, _ index: Int, _ walks: Walks) -> Bool {
    let target = unit.targets[index].sum
    let opposite = AuditSystem.Sum(
      ascending: target.variables,
      coefficients: target.variables.indices.map { Int32(-target.coefficient($0)) })
    for attempt in 0..<attempts(walks) {
      let found = walk.run(
        from: wholes[attempt / 2 % wholes.count].map { Int($0) },
        goal: attempt % 2 == 0 ? (opposite, 1 - only) : (target, only + 1),
        seed: walks.seed(attempt), steps: walks.steps)
      guard let found else { continue }
      look(at: found.map(Double.init))
      return true
    }
    return false
  }

  /// To the nearest whole number, or by lot where it is near the middle.
  private static func rounded(_ point: [Double], _ attempt: Int) -> [Int] {
    point.enumerated().map { index, value in
      let lot = 0.2 + 0.6 * Scatter.fraction(UInt64(index), UInt64(attempt))
      return Int((value + lot).rounded(.down))
    }
  }
}
