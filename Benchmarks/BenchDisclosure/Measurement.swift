import Disclosure
import Glibc

/// One case, solved and verified.
struct Measurement: Sendable {
  let benchmark: BenchmarkCase
  let cells: Int
  let small: Int
  let secondary: Int
  let value: Int
  /// Of the clock.
  let choiceSeconds: Double
  let verificationSeconds: Double
  /// Of the processors, for choice and verification.
  let processorSeconds: Double
  let peakMebibytes: Int
  /// What the verifier says against the pattern; the promise holds if there is nothing.
  let objections: Int
  /// Nil where it was not asked for.
  let opinion: SecondOpinion?

  init(
    _ benchmark: BenchmarkCase, _ system: SuppressionSystem, effort: Effort, audits: Bool
  ) throws {
    let rules = BenchmarkCase.rules
    Machine.forgetPeakMemory()
    let processor = Machine.processorSeconds
    let start = ContinuousClock.now
    let pattern = try Suppressor.solve(system, rules, effort: effort)
    let chosen = ContinuousClock.now
    objections =
      WitnessVerifier.objections(to: pattern, in: system, rules).count
    let verified = ContinuousClock.now
    choiceSeconds = Self.seconds(start.duration(to: chosen))
    verificationSeconds = Self.seconds(chosen.duration(to: verified))
    processorSeconds = Machine.processorSeconds - processor
    peakMebibytes = Machine.peakMebibytes
    opinion = audits ? SecondOpinion(on: pattern, of: system, rules, workers: 2) : nil
    let isSmall = system.cells.indices.map { system.isTarget($0, rules) }
    let further = pattern.hidden.indices.filter { pattern.hidden[$0] && !isSmall[$0] }
    self.benchmark = benchmark
    cells = system.cells.count { $0.publication != .neverPrinted }
    small = isSmall.count { $0 }
    secondary = further.count
    value = further.reduce(0) { $0 + system.values[$1] }
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}

/// What the system knows of this process.
enum Machine {
  static var processorSeconds: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let times = [usage.ru_utime, usage.ru_stime]
    return times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6 }
  }

  /// The largest resident memory since `forgetPeakMemory()`.
  static var peakMebibytes: Int {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard text.hasPrefix("VmHWM:") else { continue }
      return (Int(text.filter(\.isNumber)) ?? 0) / 1_024
    }
    return 0
  }

  static func forgetPeakMemory() {
    guard let file = fopen("/proc/self/clear_refs", "w") else { return }
    fputs("5", file)
    fclose(file)
  }
}
