/// The programme that changes whole numbers least so that they agree with all that is known, and
/// a sum reaches a value: what need not move stays whole.
struct ChangeProgram {
  let program: AuditProgram
  private let base: [Double]

  /// - Parameters:
  ///   - lower: least value of each unknown.
  ///   - upper: greatest value of each unknown.
  ///   - goal: what a sum must reach; nil if nothing more is asked for.
  ///   - seed: another one gives another corner, where several are equally near.
  init(
    from base: [Double], lower: [Double], upper: [Double], rows: [AuditSystem.Knowledge],
    goal: (sum: AuditSystem.Sum, need: Double)? = nil, seed: UInt64 = 0
  ) {
    self.base = base
    let count = base.count
    func change(_ sum: AuditSystem.Sum) -> AuditSystem.Sum {
      let up = sum.variables
      let down = up.map { $0 + Int32(count) }
      let factors = up.indices.map { Int32(sum.coefficient($0)) }
      return .init(ascending: up + down, coefficients: factors + factors.map { -$0 })
    }
    func value(_ sum: AuditSystem.Sum) -> Int {
      var value = 0
      for (position, variable) in sum.variables.enumerated() {
        value += Int(base[Int(variable)]) * sum.coefficient(position)
      }
      return value
    }
    var changes = rows.map { row in
      let now = value(row.sum)
      return AuditSystem.Knowledge(
        change(row.sum), lower: row.lower.map { $0 - now }, upper: row.upper.map { $0 - now })
    }
    if let goal {
      changes.append(
        .init(
          change(goal.sum), lower: Int(goal.need.rounded(.up)) - value(goal.sum), upper: nil))
    }
    program = AuditProgram(
      lower: [Double](repeating: 0, count: 2 * count),
      upper: zip(base, upper).map { max(0, $1 - $0) } + zip(base, lower).map { max(0, $0 - $1) },
      // Different costs: fewer answers of equal cost, whose mixtures are not whole.
      costs: (0..<2 * count).map { 1 + 0.3 * Scatter.fraction(UInt64($0), seed) },
      rows: changes)
  }

  /// The solution that some changes lead to.
  func solution(_ changes: [Double]) -> [Double] {
    base.indices.map { base[$0] + changes[$0] - changes[$0 + base.count] }
  }
}

/// Numbers that look random and are the same in every run.
enum Scatter {
  /// From 0 to below 1 (the mixing function of SplitMix64).
  static func fraction(_ index: UInt64, _ seed: UInt64) -> Double {
    var z = index &* 0x9E37_79B9_7F4A_7C15 &+ seed &* 0xD1B5_4A32_D192_ED03
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) / 9_007_199_254_740_992
  }
}
