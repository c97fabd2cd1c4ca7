import Disclosure
import DisclosureCases
import Foundation
import Testing

/// A made-up cube of persons by area, age, sex and form: T = 5. `make bench-disclosure` measures it
/// and larger ones.
@Suite("Suppressor: a made-up cube")
struct LinkedCubeTests {
  private let cube: CubeCase
  private let tables: [CubeCase.TableDepths]
  private let rules = SuppressionRules(threshold: 5)

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Benchmarks/Cases")
    cube = try CubeCase(named: "g1k", in: folder)
    tables = try CubeCase.linkedTables(named: "synthetic", in: folder)
  }

  @Test("eight linked tables: every small cell is protected, at a price that is known")
  func linked() throws {
    let system = try cube.system(tables: tables)
    let small = system.cells.indices.filter { system.isTarget($0, rules) }
    #expect(system.cells.count == 444)
    #expect(small.count == 98)

    let pattern = try Suppressor.solve(system, rules, effort: .quick, workers: 2)
    #expect(WitnessVerifier.objections(to: pattern, in: system, rules).isEmpty)
    // Measured: 101 further cells of 1,584 persons with more effort.
    let secondary = Set(pattern.hiddenCells).subtracting(small)
    #expect(secondary.count <= 115)
    #expect(secondary.reduce(0) { $0 + system.values[$1] } <= 1_800)

    let reversed = try cube.system(tables: tables.reversed())
    let other = try Suppressor.solve(reversed, rules, effort: .quick, workers: 1)
    #expect(
      Set(other.hiddenCells.map { reversed.cells[$0].variables })
        == Set(pattern.hiddenCells.map { system.cells[$0].variables }))
  }
}
