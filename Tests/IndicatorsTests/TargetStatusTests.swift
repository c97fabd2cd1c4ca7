import Indicators
import Site
import Tables
import Testing

/// The status of a target is decided by what is printed, and by nothing else.
@Suite struct TargetStatusTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let part: Cell?
    let whole: Cell?
    let status: TargetStatus
    var shortfall: Int?
    var testDescription: String { "\(part?.mark ?? "nil") of \(whole?.mark ?? "nil"): \(status)" }
  }

  static let cases: [Case] = [
    Case(part: .count(38), whole: .count(38), status: .met),
    Case(part: .count(36), whole: .count(38), status: .notMet, shortfall: 2),
    Case(part: .count(0), whole: .count(38), status: .notMet, shortfall: 38),
    Case(part: .nothingOccurred, whole: .count(38), status: .notMet, shortfall: 38),
    // A whole of 0 is neither 0% nor 100%, whatever stands in the part.
    Case(part: .count(0), whole: .count(0), status: .nothingOccurred),
    Case(part: .nothingOccurred, whole: .nothingOccurred, status: .nothingOccurred),
    Case(part: .suppressed, whole: .count(0), status: .nothingOccurred),
    Case(part: .missing(.notCollected), whole: .nothingOccurred, status: .nothingOccurred),
    // Nobody knows.
    Case(part: .missing(.notCollected), whole: .count(38), status: .insufficientData),
    Case(part: .count(12), whole: .missing(.notAvailable), status: .insufficientData),
    Case(part: .missing(.notApplicable), whole: .suppressed, status: .insufficientData),
    Case(part: .suppressed, whole: .missing(.notCollected), status: .insufficientData),
    Case(part: nil, whole: .count(38), status: .insufficientData),
    Case(part: .count(12), whole: nil, status: .insufficientData),
    // Somebody hid it.
    Case(part: .suppressed, whole: .count(38), status: .suppressed),
    Case(part: .count(12), whole: .suppressed, status: .suppressed),
    Case(part: .suppressed, whole: .suppressed, status: .suppressed),
    Case(part: .count(0), whole: .suppressed, status: .suppressed),
    // The door never prints these; if it did, nothing would be made of them.
    Case(part: .count(10), whole: .count(10), status: .suppressed),
    Case(part: .count(3), whole: .count(38), status: .suppressed),
    Case(part: .count(39), whole: .count(38), status: .insufficientData),
  ]

  @Test("100% of persons with an open remainder, T = 11", arguments: cases)
  func status(_ one: Case) throws {
    let result = try judge([one.whole, one.part])
    #expect(result.status == one.status)
    #expect(result.shortfall == one.shortfall.map { Quantity($0) })
    if one.status != .met && one.status != .notMet { #expect(result.result.share == nil) }
  }

  @Test("The remainder of persons is printed only where its complement is open by period")
  func shortfallOfPersons() throws {
    func shortfall(_ complement: Measure.Complement?) throws -> Quantity? {
      let part = Sample.measure("supported", partOf: "received", complement: complement)
      let result = try judge([.count(38), .count(20)], measures: [Sample.received, part])
      #expect(result.status == .notMet)
      return result.shortfall
    }
    #expect(try shortfall(Sample.openComplement) == Quantity(18))
    #expect(try shortfall(.open(axes: ["period"], reason: "")) == Quantity(18))
    #expect(try shortfall(.open(axes: ["area"], reason: "")) == nil)
    #expect(try shortfall(.sensitive) == nil)
    #expect(try shortfall(nil) == nil)
  }

  @Test("Through a chain of parts, every remainder must be open") func chain() throws {
    func shortfall(_ inner: Measure.Complement) throws -> Quantity? {
      let identified = Sample.measure("identified", partOf: "received", complement: inner)
      let supported = Sample.measure(
        "supported", partOf: "identified", complement: Sample.openComplement)
      return try judge(
        [.count(38), .count(30), .count(20)], measures: [Sample.received, identified, supported]
      ).shortfall
    }
    #expect(try shortfall(Sample.openComplement) == Quantity(18))
    #expect(try shortfall(.sensitive) == nil)
  }

  @Test("A chain over a measure that the edition doesn't show prints no remainder")
  func unseenChain() throws {
    let supported = Sample.measure(
      "supported", partOf: "identified", complement: Sample.openComplement)
    let result = try judge([.count(38), .count(20)], measures: [Sample.received, supported])
    #expect(result.status == .notMet)
    #expect(result.shortfall == nil)
  }

  @Test("Open counts have no threshold, and their remainder is nobody's secret")
  func open() throws {
    let measures = [
      Sample.measure("received", .open, unit: "reports"),
      Sample.measure("supported", .open, unit: "reports"),
    ]
    let result = try judge([.count(5), .count(3)], measures: measures)
    #expect(result.status == .notMet)
    #expect(result.shortfall == Quantity(2))
  }

  @Test(
    "Comparators are exact",
    arguments: [
      ("=", "50", 20, TargetStatus.met, nil), ("=", "49.9", 20, .notMet, nil),
      (">=", "50", 20, .met, nil), (">=", "50.1", 20, .notMet, 1), (">", "50", 20, .notMet, nil),
      (">", "49.99", 20, .met, nil), ("<=", "50", 20, .met, nil), ("<=", "30", 20, .notMet, nil),
      ("<", "50", 20, .notMet, nil), (">=", "80", 20, .notMet, 12),
      (">=", "33.333333333", 13, .notMet, 1),
    ] as [(String, String, Int, TargetStatus, Int?)])
  func comparators(
    comparator: String, value: String, part: Int, status: TargetStatus, shortfall: Int?
  ) throws {
    let result = try judge([.count(40), .count(part)], comparator: comparator, value: value)
    #expect(result.status == status)
    #expect(result.shortfall == shortfall.map { Quantity($0) })
  }

  @Test("A target whose table the edition lacks is suppressed") func noTable() throws {
    let catalog = try SampleSite().catalog()
    let plan = try #require(catalog.plan("ke-hoach"))
    let standing = TargetStanding(
      plan.targets[0], of: plan, catalog: catalog, in: Sample.edition([], declared: ["ho-tro"]))
    #expect(standing.status == .suppressed)
    #expect(standing.latest == nil && standing.periods.isEmpty)
    #expect(standing.indicator?.id == "ti-le-ho-tro")
  }

  @Test("A qualitative target has no number, in any edition") func qualitative() throws {
    let catalog = try SampleSite().catalog()
    let plan = try #require(catalog.plan("ke-hoach"))
    let standing = TargetStanding(
      plan.targets[1], of: plan, catalog: catalog, in: Sample.edition([]))
    #expect(standing.status == .qualitative)
    #expect(standing.indicator == nil && standing.latest == nil)
  }

  /// The result of the one period, 2024.
  private func judge(
    _ cells: [Cell?], measures: [Measure] = [Sample.received, Sample.supported],
    comparator: String = ">=", value: String = "100"
  ) throws -> TargetResult {
    var site = SampleSite()
    site.plans = [
      SampleSite.plan.replacing(
        "comparator: \">=\", value: 100", with: "comparator: \"\(comparator)\", value: \(value)")
    ]
    let catalog = try site.catalog()
    let plan = try #require(catalog.plan("ke-hoach"))
    let standing = TargetStanding(
      plan.targets[0], of: plan, catalog: catalog,
      in: Sample.edition([Sample.table(measures: measures, cells: cells)]))
    let result = try #require(standing.latest)
    #expect(standing.status == result.status)
    return result
  }
}
