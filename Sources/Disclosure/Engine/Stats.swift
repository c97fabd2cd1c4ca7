import Synchronization
final class Stats: Sendable {
  static let lps = Atomic<Int>(0), pivots = Atomic<Int>(0), infeasible = Atomic<Int>(0), dives = Atomic<Int>(0), nanos = Atomic<Int>(0), undecided = Atomic<Int>(0), build = Atomic<Int>(0)
  static func add(_ a: borrowing Atomic<Int>, _ n: Int) { a.wrappingAdd(n, ordering: .relaxed) }
  static func line() -> String {
    func take(_ a: borrowing Atomic<Int>) -> Int { a.exchange(0, ordering: .relaxed) }
    return "lps \(take(lps)) pivots \(take(pivots)) infeasible \(take(infeasible)) undecided \(take(undecided)) dived \(take(dives)) ms \(take(nanos) / 1_000_000) build ms \(take(build) / 1_000_000)"
  }
}
extension Stats {
  static let etaEntries = Atomic<Int>(0), etaCount = Atomic<Int>(0), basisSize = Atomic<Int>(0)
}
