import Disclosure
import DisclosureCases
import FoundationEssentials

/// A system of the benchmark, and what others made of it.
struct BenchmarkCase: Sendable {
  let name: String
  /// Of the files in `Benchmarks/Cases`.
  let cube: String
  /// Nil for the whole cube.
  let tables: String?
  let protectsLattice: Bool
  let prototype: ReferenceFigures
  /// Whether it runs only when it is named, for it takes minutes.
  let isLong: Bool

  private init(
    _ name: String, cube: String, tables: String?, protectsLattice: Bool = false,
    prototype: ReferenceFigures, isLong: Bool = false
  ) {
    self.name = name
    self.cube = cube
    self.tables = tables
    self.protectsLattice = protectsLattice
    self.prototype = prototype
    self.isLong = isLong
  }

  /// Every small cell is protected under these rules.
  static let rules = SuppressionRules(threshold: 5)

  static let all = [
    BenchmarkCase(
      "g1k-cube", cube: "g1k", tables: nil,
      prototype: ReferenceFigures(secondary: 312, value: 4_417, seconds: 5.3)),
    BenchmarkCase(
      "g1k-linked", cube: "g1k", tables: "synthetic",
      prototype: ReferenceFigures(secondary: 104, value: 1_594, seconds: 0.35)),
    BenchmarkCase(
      "g1k-lattice", cube: "g1k", tables: "synthetic", protectsLattice: true,
      prototype: ReferenceFigures(secondary: 108, value: 1_653, seconds: 2.2)),
    BenchmarkCase(
      "g30k-linked", cube: "g30k", tables: "synthetic",
      prototype: ReferenceFigures(secondary: 202, value: 5_060, seconds: 0.43)),
    BenchmarkCase(
      "g100k-linked", cube: "g100k", tables: "synthetic",
      prototype: ReferenceFigures(secondary: 242, value: 6_120, seconds: 1.6)),
    BenchmarkCase(
      "nrm-linked", cube: "nrm_police", tables: "nrm_police",
      prototype: ReferenceFigures(secondary: 357, value: 14_930, seconds: 61)),
    BenchmarkCase(
      "g10k-cube", cube: "g10k", tables: nil,
      prototype: ReferenceFigures(secondary: 3_420, value: 58_028, seconds: 163), isLong: true),
  ]

  func system(in folder: URL) throws -> SuppressionSystem {
    let cube = try CubeCase(named: cube, in: folder)
    return try cube.system(
      tables: try tables.map { try CubeCase.linkedTables(named: $0, in: folder) }
        ?? [cube.wholeCube],
      protectingLattice: protectsLattice)
  }
}

/// What a prototype of the same model measured on two cores, two threads.
struct ReferenceFigures: Sendable {
  /// Hidden cells that are not small.
  let secondary: Int
  /// The sum of their counts.
  let value: Int
  let seconds: Double
}
