import Audit
import Testing

@Suite("Auditor: what can be known of a system")
struct AuditorTests {
  private func cell(_ variables: Int...) -> AuditSystem.Sum { .init(variables) }

  private func verdicts(
    _ count: Int, _ knowledge: [AuditSystem.Knowledge], _ targets: [AuditSystem.Sum],
    threshold: Int = 5
  ) -> [Verdict]? {
    let found = Auditor.verdicts(
      of: AuditSystem(variableCount: count, knowledge: knowledge), targets: targets,
      threshold: threshold)
    return found.isContradictory ? nil : found.verdicts
  }

  @Test("A hidden count alone in its total is exact")
  func exact() {
    let found = verdicts(
      2, [.init(cell(0, 1), equals: 12), .init(cell(0), equals: 9)], [cell(1), cell(0, 1)])
    #expect(found == [.exact(3), .exact(12)])
  }

  @Test("Two hidden counts of at least 1 that sum to 5 are below 5; of 6, they are open")
  func below() {
    let hidden = [0, 1].map { AuditSystem.Knowledge(cell($0), lower: 1, upper: nil) }
    #expect(
      verdicts(2, hidden + [.init(cell(0, 1), equals: 5)], [cell(0)]) == [.below(lower: 1)])
    #expect(verdicts(2, hidden + [.init(cell(0, 1), equals: 6)], [cell(0)]) == [.open])
  }

  @Test("What no total bounds is open")
  func unbounded() {
    #expect(
      verdicts(2, [.init(cell(0, 1), lower: 1, upper: nil)], [cell(0), cell(1)]) == [.open, .open])
  }

  @Test("Sums that can't all hold have no verdicts")
  func contradiction() {
    #expect(
      verdicts(2, [.init(cell(0, 1), equals: 5), .init(cell(0), equals: 6)], [cell(1)]) == nil)
    // Only whole numbers tell: x + y, y + z and x + z are 5, so 2 (x + y + z) is odd.
    #expect(
      verdicts(
        3,
        [
          .init(cell(0, 1), equals: 5), .init(cell(1, 2), equals: 5), .init(cell(0, 2), equals: 5),
        ], [cell(0)]) == nil)
  }

  @Test("Where fractions reach the threshold and whole numbers don't, whole numbers count")
  func wholeNumbers() {
    let found = verdicts(
      3,
      [
        .init(
          .init(terms: [
            (variable: 0, coefficient: 1), (variable: 1, coefficient: 1),
            (variable: 2, coefficient: 2),
          ]), equals: 5),
        .init(
          .init(terms: [(variable: 0, coefficient: 1), (variable: 1, coefficient: -2)]), equals: 0),
      ], [cell(0)], threshold: 3)
    // x = 2 y: 3 y + 2 z = 5, so y = 1, x = 2, z = 1; in fractions x reaches 3.33.
    #expect(found == [.exact(2)])
  }

  @Test("Verdicts do not depend on threads, and equal targets have equal verdicts")
  func threads() {
    var random = SplitMix64(seed: 11)
    let system = RandomSystem(variables: 12, sums: 9, &random)
    let targets = (0..<12).map { AuditSystem.Sum([$0]) } + [.init([3])]
    let one = Auditor.verdicts(of: system.system, targets: targets, threshold: 4, workers: 1)
    let two = Auditor.verdicts(of: system.system, targets: targets, threshold: 4, workers: 2)
    #expect(one.verdicts == two.verdicts)
    #expect(one.verdicts[12] == one.verdicts[3])
  }

  @Test("Random systems: the same verdicts as trying all whole-number tables", arguments: 0..<60)
  func bruteForce(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let random0 = RandomSystem(variables: 5, sums: 4, &random)
    let threshold = 2 + Int(random.next() % 4)
    let targets = (0..<5).map { AuditSystem.Sum([$0]) } + random0.system.knowledge.map(\.sum)
    let found = Auditor.verdicts(of: random0.system, targets: targets, threshold: threshold)
    #expect(!found.isContradictory)
    let ranges = random0.ranges(of: targets)
    for (verdict, range) in zip(found.verdicts, ranges) {
      switch verdict {
      case .exact(let value): #expect(range == value...value)
      case .below(let lower):
        #expect(range.upperBound < threshold && lower == range.lowerBound && range.count > 1)
      case .open: #expect(range.upperBound >= threshold && range.count > 1)
      case .inDoubt: Issue.record("a system this small leaves no doubt")
      }
      #expect(
        verdict.isSmall(threshold: threshold)
          == (range.lowerBound >= 1 && range.upperBound < threshold))
    }
  }
}

struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A few small counts, and sums of them that are printed or known to be at least 1.
struct RandomSystem {
  let system: AuditSystem
  /// No count is larger in any solution.
  private let most: Int

  init(variables: Int, sums: Int, _ random: inout SplitMix64) {
    let counts = (0..<variables).map { _ in Int(random.next() % 5) }
    var knowledge = [AuditSystem.Knowledge(.init(0..<variables), equals: counts.reduce(0, +))]
    for _ in 0..<sums {
      let members = (0..<variables).filter { _ in random.next() % 2 == 0 }
      let value = members.reduce(0) { $0 + counts[$1] }
      if members.isEmpty { continue }
      knowledge.append(
        random.next() % 3 == 0 || value == 0
          ? .init(.init(members), equals: value) : .init(.init(members), lower: 1, upper: nil))
    }
    system = AuditSystem(variableCount: variables, knowledge: knowledge)
    most = counts.reduce(0, +)
  }

  /// Least and greatest value of each sum, over all whole-number solutions.
  func ranges(of targets: [AuditSystem.Sum]) -> [ClosedRange<Int>] {
    var least = [Int](repeating: .max, count: targets.count)
    var greatest = [Int](repeating: .min, count: targets.count)
    var counts = [Int](repeating: 0, count: system.variableCount)
    func value(_ sum: AuditSystem.Sum) -> Int {
      sum.variables.reduce(0) { $0 + counts[Int($1)] }
    }
    func fill(_ variable: Int, _ left: Int) {
      if variable == counts.count {
        for known in system.knowledge {
          let value = value(known.sum)
          if value < known.lower ?? .min || value > known.upper ?? .max { return }
        }
        for (index, target) in targets.enumerated() {
          least[index] = min(least[index], value(target))
          greatest[index] = max(greatest[index], value(target))
        }
        return
      }
      for count in 0...left {
        counts[variable] = count
        fill(variable + 1, left - count)
      }
      counts[variable] = 0
    }
    fill(0, most)
    return zip(least, greatest).map { $0...$1 }
  }
}
