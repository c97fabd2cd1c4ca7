import Audit
import Testing

@Suite("Auditor: what can be known of a system")
struct AuditorTests {
  @Test("a hidden count alone in its total is exact")
  func exact() {
    let system = AuditSystem(
      variableCount: 2,
      knowledge: [
        .init(.init([0, 1]), equals: 12), .init(.init([0]), equals: 9),
        .init(.init([1]), lower: 1, upper: nil),
      ])
    let found = Auditor.verdicts(of: system, targets: [.init([1])], threshold: 5)
    #expect(!found.isContradictory)
    #expect(found.verdicts == [.exact(3)])
  }
}
