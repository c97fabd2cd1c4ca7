import Diagnostics
import Indicators
import Tables
import Testing

/// A ratio must say how its numerator stands to its denominator.
@Suite struct RatioRuleTests {
  private func codes(
    _ measures: [Measure], others: [ClearedTable] = [], cells: [Cell?]? = nil
  ) throws -> [String] {
    var site = SampleSite()
    let cells = cells ?? measures.map { _ in .count(38) }
    site.editions = [Sample.edition([Sample.table(measures: measures, cells: cells)] + others)]
    var diagnostics = Diagnostics()
    _ = try site.read(&diagnostics)
    return diagnostics.all.map(\.rule.code)
  }

  @Test("Persons: a part of the whole, with a complement") func persons() throws {
    #expect(try codes([Sample.received, Sample.supported]) == [])
    #expect(try codes([Sample.received, Sample.measure("supported")]) == ["MB-IND-003"])
    #expect(
      try codes([Sample.received, Sample.measure("supported", partOf: "received")])
        == ["MB-IND-004"])
    let other = Sample.measure("supported", partOf: "supported", complement: .sensitive)
    #expect(try codes([Sample.received, other]) == ["MB-IND-003"])
  }

  @Test("Through other measures of the data set, also those of another table") func chain() throws {
    let identified = Sample.measure("identified", partOf: "received", complement: .sensitive)
    let supported = Sample.measure("supported", partOf: "identified", complement: .sensitive)
    #expect(try codes([Sample.received, identified, supported]) == [])
    let elsewhere = Sample.table("khac", measures: [identified], cells: [.count(30)])
    #expect(try codes([Sample.received, supported], others: [elsewhere]) == [])
    let silent = Sample.measure("identified", partOf: "received")
    #expect(try codes([Sample.received, silent, supported]) == ["MB-IND-004"])
  }

  @Test("Open measures need not say; persons among open ones must") func open() throws {
    let received = Sample.measure("received", .open)
    let supported = Sample.measure("supported", .open)
    #expect(try codes([received, supported]) == [])
    #expect(try codes([Sample.received, supported]) == ["MB-IND-003"])
    #expect(try codes([received, Sample.measure("supported")]) == ["MB-IND-003"])
  }

  @Test("Attendances are not persons") func units() throws {
    let attendances = Sample.measure("supported", .open, unit: "attendances")
    #expect(try codes([Sample.measure("received", .open), attendances]) == ["MB-IND-006"])
  }

  @Test("A printed part above its printed whole is a mistake; a hidden one says nothing")
  func aboveOne() throws {
    let measures = [Sample.measure("received", .open), Sample.measure("supported", .open)]
    #expect(try codes(measures, cells: [.count(30), .count(31)]) == ["MB-IND-005"])
    #expect(try codes(measures, cells: [.count(0), .count(0)]) == [])
    #expect(try codes(measures, cells: [.suppressed, .count(31)]) == [])
  }

  @Test("The table must have periods, and totals on its other axes") func totals() throws {
    var site = SampleSite()
    let sexes = Sample.axis("sex", .dimension, [("F", []), ("M", [])])
    let periods = Sample.axis("period", .period, [("2024", [])])
    let cells: [Cell?] = [.count(30), .count(30), .count(20), .count(20)]
    for axes in [[periods, sexes], [Sample.axis("sex", .dimension, [("_T", []), ("F", ["_T"])])]] {
      site.editions = [Sample.edition([Sample.table(axes: axes, cells: cells)])]
      var diagnostics = Diagnostics()
      _ = try site.read(&diagnostics)
      #expect(diagnostics.all.map(\.rule.code) == ["MB-IND-007"])
    }
  }
}
