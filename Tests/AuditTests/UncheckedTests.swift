import Audit
import Diagnostics
import PublishedFiles
import Testing

/// What was not gone through is said, and the audit does not end as if it had been.
@Suite("Audit: what is given up at a limit")
struct UncheckedTests {
  private typealias Small = SmallEdition

  /// Groups of 12 kinds of work, each with a few in common with others; none of them alone.
  private func groups(_ count: Int, plus: Int = 0, small: Int = 0) -> PublishedTable {
    let kinds = (0..<12).map { "k\($0)" }
    func persons(_ kind: Int) -> Int { kind < small ? 2 : 40 + kind * (7 + plus) }
    var random = SplitMix64(seed: 3)
    var seen: Set<[Int]> = []
    var codes = [PublishedAxis.Code("_T")]
    var rows = ["_T received \(kinds.indices.reduce(0) { $0 + persons($1) })"]
    while codes.count <= count {
      let chosen = kinds.indices.filter { _ in random.next() % 2 == 0 }
      guard chosen.count > 1, chosen.count < 11, seen.insert(chosen).inserted else { continue }
      codes.append(
        PublishedAxis.Code("g\(codes.count)", parents: ["_T"], leaves: chosen.map { kinds[$0] }))
      rows.append("g\(codes.count - 1) received \(chosen.reduce(0) { $0 + persons($1) })")
    }
    return Small.table(
      axes: [PublishedAxis(name: "work", codes: codes)], rows.joined(separator: "\n"))
  }

  @Test("A few groups that cross are gone through, however many sums they let be worked out")
  func few() {
    let outcome = Small.audit([groups(4)], earlier: [[groups(4, plus: 60)]])
    #expect(outcome.codes == [], "\(outcome.words)")
    #expect(outcome.status == 0)
  }

  @Test("So are many, where no finest piece of them can be small")
  func many() {
    let outcome = Small.audit([groups(24)])
    #expect(outcome.codes == [], "\(outcome.words)")
    #expect(outcome.status == 0)
  }

  @Test("Where several can be small, what they add up to was not gone through: that is no success")
  func small() {
    let outcome = Small.audit([groups(24, small: 2)])
    #expect(outcome.codes.contains("MB-AUDIT-010"), "\(outcome.words)")
    #expect(
      outcome.words.contains(
        "axis “work”: its crossing codes let too many sums be worked out; only some were gone"))
    #expect(outcome.status != 0)
  }

  @Test("More changes than can be compared: that is said, and is no success")
  func changes() {
    /// Each kind with the next one, in a ring: what changed in none of them is told.
    func ring(_ count: Int, _ then: Int) -> PublishedTable {
      let kinds = (0..<count).map { "k\($0)" }
      let codes = kinds.indices.map { index in
        PublishedAxis.Code(
          "g\(index)", parents: ["_T"], leaves: [kinds[index], kinds[(index + 1) % count]])
      }
      let value = 100 + then
      let rows = codes.map { "\($0.code) received \(value)" }
      return Small.table(
        axes: [PublishedAxis(name: "work", codes: [.init("_T")] + codes)],
        (rows + ["_T received \(count / 2 * value)"]).joined(separator: "\n"))
    }
    let few = Small.audit([ring(8, 0)], earlier: [[ring(8, 60)]])
    #expect(few.codes == [], "\(few.words)")
    let many = Small.audit([ring(16, 0)], earlier: [[ring(16, 60)]])
    #expect(many.codes == ["MB-AUDIT-010"], "\(many.words)")
    #expect(many.status == 1)
    #expect(many.words.contains("too many sums can be worked out to compare all of them"))
  }
}
