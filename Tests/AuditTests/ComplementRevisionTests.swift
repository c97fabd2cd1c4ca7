import Audit
import Diagnostics
import PublishedFiles
import Testing

/// Large figures that change by much may leave a number that changed by a few persons: those
/// outside a part, and what several figures add up to.
@Suite("Audit: revisions of what readers work out")
struct ComplementRevisionTests {
  private typealias Small = SmallEdition

  private static func measures(
    _ complement: PublishedMeasure.Complement = .sensitive
  ) -> [PublishedMeasure] {
    [Small.received, PublishedMeasure(id: "helped", partOf: "received", complement: complement)]
  }

  private func people(_ rows: String) -> PublishedTable {
    Small.table(axes: [Small.sex], measures: Self.measures(), rows)
  }

  private func people(
    _ year: Int, _ rows: String, _ complement: PublishedMeasure.Complement
  ) -> PublishedTable {
    let years = PublishedAxis(name: "period", role: .period, codes: [.init("\(year)")])
    return Small.table(axes: [years], measures: Self.measures(complement), rows)
  }

  @Test("22 persons more, of whom 20 were helped: two were not")
  func complement() {
    func outcome(_ helped: Int, _ complement: PublishedMeasure.Complement) -> Small.Outcome {
      Small.audit(
        [people(2023, "2023 received 122\n2023 helped 80", complement)],
        earlier: [[people(2023, "2023 received 100\n2023 helped \(helped)", complement)]])
    }
    let found = outcome(60, .sensitive)
    #expect(found.codes == ["MB-AUDIT-007"] && found.status == 3, "\(found.words)")
    #expect(found.words.contains("(received − helped, 2023 − bang: received − helped, 2023)"))
    // 78 of 100 were not helped then, 42 of 122 today; and as many as today.
    #expect(outcome(22, .sensitive).codes == [], "\(outcome(22, .sensitive).words)")
    #expect(outcome(58, .sensitive).codes == [], "\(outcome(58, .sensitive).words)")
    // The shortfall describes the service.
    #expect(outcome(60, .open).codes == [], "\(outcome(60, .open).words)")
  }

  @Test("Those outside a part, in all and among women, that changed by nearly the same")
  func complementsWithinEachOther() {
    func outcome(_ women: Int) -> Small.Outcome {
      Small.audit(
        [
          people(
            """
            _T received 170
            _T helped 110
            F received 100
            F helped \(80 - women)
            M received c
            M helped c
            """)
        ],
        earlier: [
          [
            people(
              """
              _T received 150
              _T helped 120
              F received 90
              F helped 70
              M received c
              M helped c
              """)
          ]
        ])
    }
    // Outside: 30 → 60 in all, 20 → 20 + women.
    #expect(outcome(28).codes == ["MB-AUDIT-007"], "\(outcome(28).words)")
    #expect(outcome(15).codes == [], "\(outcome(15).words)")
  }

  @Test("Those outside a part, of whom one edition prints the groups and the other the total")
  func complementOfASum() {
    func outcome(_ helped: Int) -> Small.Outcome {
      Small.audit(
        [
          people(
            "_T received 170\n_T helped \(helped)\nF received c\nF helped c\nM received c\nM helped c"
          )
        ],
        earlier: [
          [people("F received 80\nF helped 40\nM received 60\nM helped 30")]
        ])
    }
    // 40 and 30 were outside; today 170 less those helped.
    #expect(outcome(98).codes.contains("MB-AUDIT-007"), "\(outcome(98).words)")
    #expect(outcome(98).words.contains("received − helped, _T"))
    #expect(!outcome(80).codes.contains("MB-AUDIT-007"), "\(outcome(80).words)")
  }

  @Test("Groups that changed by much, and their total by a few")
  func sum() {
    func outcome(_ total: Int) -> Small.Outcome {
      Small.audit(
        [Small.table(axes: [Small.sex], "_T received \(total)\nF received 60\nM received c")],
        earlier: [[Small.table(axes: [Small.sex], "F received 40\nM received 50")]])
    }
    #expect(outcome(93).codes.contains("MB-AUDIT-007"), "\(outcome(93).words)")
    #expect(!outcome(110).codes.contains("MB-AUDIT-007"), "\(outcome(110).words)")
  }
}
