/// How long the steps of a run took. Printed only; nothing depends on them.
struct Timings {
  private(set) var steps: [(name: String, duration: Duration)] = []
  private let clock = ContinuousClock()

  mutating func measure<Result>(_ name: String, _ step: () throws -> Result) rethrows -> Result {
    let start = clock.now
    defer { steps.append((name, clock.now - start)) }
    return try step()
  }

  var text: String {
    steps.map { "\(milliseconds($0.duration)) ms  \($0.name)\n" }.joined()
  }

  private func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let text = String(seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    return String(repeating: " ", count: max(0, 6 - text.count)) + text
  }
}
