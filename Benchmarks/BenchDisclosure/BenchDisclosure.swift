public import ArgumentParser
public import Disclosure
import FoundationEssentials
import Glibc

/// Measures the protection of counts: how much is hidden, in what time and memory.
@main
struct BenchDisclosure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-disclosure",
    abstract: "Protects the cases of Benchmarks/Cases and prints one table.")

  @Argument(help: "Cases: \(BenchmarkCase.all.map(\.name).joined(separator: ", ")).")
  var cases: [String] = []

  @Option(help: "The folder of the cases.")
  var folder = "Benchmarks/Cases"

  @Option(help: "quick, normal or thorough.")
  var effort = Effort.normal

  @Flag(help: "Each case a second time, with the small differences of two cells as targets too.")
  var fullModel = false

  @Flag(inversion: .prefixedNo, help: "Whether the auditor looks at each pattern too.")
  var audit = true

  @Option(help: "Instead: an attacker who knows the pattern's choice, on so many 3 × 3 tables.")
  var patternAttack: Int?

  @Flag(help: "The same on every 3 × 3 table: hours with counts to 7.")
  var patternAttackAll = false

  @Option(help: "Where that keeps what it has solved: ended and begun again, it goes on there.")
  var stateFile: String?

  @Option(help: "The largest count of these tables.")
  var mostCount = 7

  func validate() throws {
    let known = BenchmarkCase.all.map(\.name)
    if let unknown = cases.first(where: { !known.contains($0) }) {
      throw ValidationError("There is no case “\(unknown)”.")
    }
  }

  func run() throws {
    if patternAttackAll || patternAttack != nil {
      try attackPatterns()
      return
    }
    let chosen = BenchmarkCase.all.filter {
      cases.isEmpty ? !$0.isLong : cases.contains($0.name)
    }
    print(ResultTable.header)
    for benchmark in chosen {
      let system = try benchmark.system(in: URL(filePath: folder))
      let measured = try Measurement(benchmark, system, effort: effort, audits: audit)
      print(ResultTable.line(for: measured))
      if fullModel {
        let full = try system.withRemainders(BenchmarkCase.rules)
        print(
          ResultTable.line(
            for: try Measurement(benchmark, full, effort: effort, audits: false),
            name: benchmark.name + "+"))
      }
      let isKept =
        measured.objections == 0
        && measured.opinion.map { $0.exact == 0 && $0.below == 0 } ?? true
      if !isKept { throw ExitCode(3) }
    }
  }

  private func attackPatterns() throws {
    let tables = SmallTables(most: mostCount)
    let attack = PatternAttack(tables: tables)
    let sample = patternAttack.map { attack.sample(of: $0, workers: 2) }
    let tally =
      try sample?.total
      ?? attack.everyTable(
        workers: 2, keptIn: stateFile.map { PatternFile(URL(filePath: $0), of: tables) }
      ) { solved in
        guard stateFile != nil else { return }
        print("\(solved) of \(tables.count) tables solved")
        fflush(nil)
      }
    let share = sample?.openShare ?? (Double(tally.open) / Double(tally.small), 0)
    print(
      "3 × 3 tables, counts 0 … \(mostCount), T = 3: \(patternAttack ?? attack.tables.count) of",
      "\(attack.tables.count), \(tally.small) small cells;",
      "still open to T: \(tally.open) (share \(share.0), standard error \(share.1));",
      "not, all tables tried: \(tally.closed);",
      "not found within the limit: \(tally.small - tally.open - tally.closed)")
  }
}

extension Effort: ExpressibleByArgument {}
