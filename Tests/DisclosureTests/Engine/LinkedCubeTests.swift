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
    let small = system.cells.indices.filter { system.isTarget($0, .init(threshold: 5)) }
    #expect(system.cells.count == 444)
    #expect(small.count == 98)

    let pattern = try Suppressor.solve(system, .init(threshold: 5))
    #expect(WitnessVerifier.objections(to: pattern, in: system, .init(threshold: 5)).isEmpty)
    // Measured: 111 further cells of 1,722 persons; the best known pattern has 104 of 1,594.
    let secondary = Set(pattern.hiddenCells).subtracting(small)
    #expect(secondary.count <= 115)
    #expect(secondary.reduce(0) { $0 + system.values[$1] } <= 1_800)

    let reversed = try cube.system(tables: CubeCase.linkedTables().reversed())
    let other = try Suppressor.solve(reversed, .init(threshold: 5))
    #expect(
      Set(other.hiddenCells.map { reversed.cells[$0].variables })
        == Set(pattern.hiddenCells.map { system.cells[$0].variables }))
  }
}
