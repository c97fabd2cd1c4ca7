import Audit
import Testing

/// Systems of more unknowns than are gone through to the end.
@Suite("Auditor: whole numbers in larger tables")
struct WholeNumberWalkTests {
  private static let size = 9

  /// All counts of a table of 9 × 9 hidden, the totals of its rows and columns printed.
  private func table(total: Int, lastColumn: Int? = nil) -> AuditSystem {
    let size = Self.size
    let lines = 0..<size
    let rows = lines.map { row in AuditSystem.Sum(lines.map { row * size + $0 }) }
    let columns = lines.map { column in AuditSystem.Sum(lines.map { $0 * size + column }) }
    let hidden = (0..<size * size).map {
      AuditSystem.Knowledge(.init([$0]), lower: 1, upper: nil)
    }
    return AuditSystem(
      variableCount: size * size,
      knowledge: hidden + rows.map { .init($0, equals: total) }
        + columns.enumerated().map { column, sum in
          .init(sum, equals: column == size - 1 ? lastColumn ?? total : total)
        })
  }

  private func findings(
    _ system: AuditSystem, threshold: Int = 5, workers: Int = 1
  ) -> Auditor.Findings {
    Auditor.verdicts(
      of: system, targets: (0..<system.variableCount).map { .init([$0]) }, threshold: threshold,
      workers: workers)
  }

  @Test("Counts that can be 5 are found open by walking, without a linear programme")
  func open() {
    let found = findings(table(total: Self.size + 4))
    #expect(found.count { $0 == .open } == Self.size * Self.size)
    #expect(found.programmes == 0)
  }

  @Test("Walking finds nothing where the totals leave 4 at most, and programmes prove it")
  func below() {
    let found = findings(table(total: Self.size + 3))
    #expect(found.count { $0 == .below(lower: 1) } == Self.size * Self.size)
    #expect(found.programmes > 0)
  }

  @Test("Totals of rows and columns that differ have no solution")
  func contradiction() {
    #expect(findings(table(total: 13, lastColumn: 14)).isContradictory)
  }

  /// Counts 0 … 7 of 6 × 6 × 6 codes; of two axes at a time the totals are printed. Corners of such a
  /// system are fractions.
  private func cube(seed: UInt64) -> (counts: [Int], system: AuditSystem) {
    let size = 6
    var state = seed
    let counts = (0..<size * size * size).map { _ -> Int in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 61)
    }
    let strides = [size * size, size, 1]
    var sums: [[Int]] = []
    for axis in 0..<3 {
      for start in counts.indices where start / strides[axis] % size == 0 {
        sums.append((0..<size).map { start + $0 * strides[axis] })
      }
    }
    return (
      counts,
      AuditSystem(
        variableCount: counts.count,
        knowledge: sums.map { sum in
          .init(.init(sum), equals: sum.reduce(0) { $0 + counts[$1] })
        })
    )
  }

  @Test("In a cube known by its faces no verdict contradicts the counts, and none is in doubt")
  func cubes() {
    for seed in 1...3 {
      let (counts, system) = cube(seed: UInt64(seed))
      let found = findings(system)
      #expect(found.verdicts.count == counts.count)
      for (verdict, count) in zip(found.verdicts, counts) {
        switch verdict {
        case .exact(let value): #expect(value == count)
        case .below(let lower): #expect(lower <= count && count < 5)
        case .open: break
        case .inDoubt: Issue.record("in doubt: \(count)")
        }
      }
    }
  }

  @Test("The same on every run and for any number of threads")
  func repeatable() {
    let system = cube(seed: 7).system
    #expect(findings(system).verdicts == findings(system, workers: 2).verdicts)
  }
}
