/// Walks through whole numbers cost a thousandth of a linear programme a step: a short one comes before
/// the programme that says how far a target can rise, long ones where that leaves doubt.
extension ComponentAudit {
  enum Moment { case before, after }

  private func walks(_ moment: Moment) -> Int { moment == .before ? 1 : 6 }

  /// Looks for a first whole-number solution, from the least values of the unknowns. Parts that are
  /// gone through to the end need none.
  mutating func walkToFirst(_ moment: Moment) {
    guard !isGoneThrough else { return }
    for attempt in 0..<walks(moment) where wholes.isEmpty {
      let found = walk.run(
        from: unit.bounds.map(\.lower), seed: Self.seed(attempt, moment),
        steps: moment == .before ? 10_000 : 60_000)
      if let found { look(at: found.map(Double.init)) }
    }
  }

  /// Looks for whole numbers in which a target has what it needs, from those that come nearest.
  ///
  /// - Returns: whether it is known to reach the threshold, and to be able to be something else.
  mutating func walk(to need: Double, _ index: Int, _ moment: Moment) -> Bool {
    guard !isGoneThrough, !wholes.isEmpty else { return false }
    let target = unit.targets[index].sum
    let nearest = wholes.indices.map { (value: value(of: target, wholes[$0]), index: $0) }
      .sorted { ($1.value, $0.index) < ($0.value, $1.index) }
    for attempt in 0..<walks(moment) {
      let found = walk.run(
        from: wholes[nearest[attempt % nearest.count].index].map { Int($0) },
        goal: (target, Int(need.rounded(.up))), seed: Self.seed(attempt, moment),
        steps: moment == .before ? 1_000 : 40_000)
      guard let found else { continue }
      look(at: found.map(Double.init))
      return isOpen(index, need)
    }
    return false
  }

  /// Seeds so far apart that no walk draws what another draws.
  private static func seed(_ attempt: Int, _ moment: Moment) -> UInt64 {
    UInt64(attempt + (moment == .before ? 0 : 100)) << 32
  }
}
