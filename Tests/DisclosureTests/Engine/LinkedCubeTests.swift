import Disclosure
import Testing

/// A made-up cube of persons by area, age, sex and form: T = 5.
@Suite("Suppressor: a made-up cube")
struct LinkedCubeTests {
  private let cube: CubeCase

  init() throws {
    cube = try CubeCase(named: "g1k", leafColumns: [1, 2, 3, 4], countColumn: 5)
  }

  @Test("eight linked tables: every small cell is protected, at a price that is known")
  func linked() throws {
    let system = try cube.system(tables: CubeCase.linkedTables())
    #expect(system.cells.count == 444)
    let report = try report(system)
    #expect(report.small == 98)
    #expect(report.secondary <= 110)
    #expect(report.value <= 1_700)
  }

  private func report(
    _ system: SuppressionSystem
  ) throws -> (small: Int, secondary: Int, value: Int) {
    let clock = ContinuousClock()
    var result: SuppressionPattern?
    let time = try clock.measure { result = try Suppressor.solve(system, threshold: 5) }
    let pattern = try #require(result)
    #expect(WitnessVerifier.objections(to: pattern, in: system, threshold: 5).isEmpty)
    let small = system.cells.indices.filter { system.isSmallTarget($0, threshold: 5) }
    let secondary = pattern.hiddenCells.filter { !small.contains($0) }
    let value = secondary.reduce(0) { $0 + system.values[$1] }
    print("secondary \(secondary.count), value \(value), \(time)")
    return (small.count, secondary.count, value)
  }
}
