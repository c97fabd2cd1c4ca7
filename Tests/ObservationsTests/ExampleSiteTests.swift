import Diagnostics
import Observations
import Site
import Tables
import Testing

/// The example site has every kind of input once.
@Suite struct ExampleSiteTests {
  @Test func readsWithoutADiagnostic() throws {
    let (data, diagnostics) = Fixtures.read(Fixtures.site("example-site"))
    #expect(diagnostics.map(\.line) == [])
    let seeds = try #require(data)
    #expect(seeds.dataSets.map(\.name) == ["nan-nhan"])
    #expect(
      seeds.frames.map(\.id) == [
        "tiep-nhan-theo-gioi-tuoi", "ho-tro-theo-nam", "tiep-nhan-theo-dia-ban",
      ])
    #expect(seeds.unbalanced == [])
  }

  @Test func addsUpYearsAndThePooledRange() throws {
    let seeds = try #require(Fixtures.read(Fixtures.site("example-site")).data)
    #expect(
      seeds.text("ho-tro-theo-nam") == [
        "gso-2004:87 2023: 113 108", "gso-2004:87 2024: 111 108",
        "gso-2004:87 2023/2024: 224 216",
      ])
  }

  @Test func namesAreasByTypeAndScheme() throws {
    let seeds = try #require(Fixtures.read(Fixtures.site("example-site")).data)
    let frame = try #require(seeds.frame("tiep-nhan-theo-dia-ban"))
    let area = try #require(frame.axes.first)
    #expect(
      area.codes.map(\.code) == ["gso-2004:87", "gso-2004:868", "gso-2004:869", "gso-2004:870"])
    #expect(area.codes.map { $0.label.text(in: "vi") }[1] == "Thành phố Hồng Ngự")
    #expect(area.codes[1].parents == ["gso-2004:87"])
    #expect(frame.editions == ["officials"])
    #expect(frame.fixed.map(\.name) == ["age"])
    #expect(frame.layout == Layout.of(rows: ["area"], columns: ["period", "sex"]))
  }
}

extension Layout {
  static func of(rows: [String], columns: [String]) -> Layout {
    Layout(rows: rows, columns: columns)
  }
}
