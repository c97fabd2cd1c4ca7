/// How long the steps of a run took. Printed only; nothing depends on them.
struct Timings {
  private(set) var steps: [(name: String, duration: Duration)] = []
  private let clock = ContinuousClock()
  private var last = ContinuousClock().now

  /// Notes the time since the last step.
  mutating func finish(_ name: String) {
    let now = clock.now
    steps.append((name, now - last))
    last = now
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
