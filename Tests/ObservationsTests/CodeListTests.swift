import Observations
import Site
import Tables
import Testing

/// Code lists: order, depth, several hierarchies over the same leaves.
@Suite struct CodeListTests {
  private static let ages = """
    -- seeds/codelists/age.csv --
    code,parent,order,label_vi,label_en
    _T,,0,Mọi lứa tuổi,All ages
    0-17,_T,1,Dưới 18,Under 18
    0-15,0-17,2,Dưới 16,Under 16
    16-17,0-17,3,16 và 17,16 and 17
    18+,_T,4,Từ 18,18 and over
    16+,_T,5,Từ 16,16 and over
    16-17,16+,3,16 và 17,16 and 17
    18+,16+,4,Từ 18,18 and over
    -- seeds/data/people.csv --
    period,sex,age,received
    2024,F,0-15,3
    2024,F,16-17,4
    2024,F,18+,13
    2024,M,0-15,1
    2024,M,16-17,2
    2024,M,18+,5
    -- seeds/tables.yaml --
    tables:
      - {id: all, title: t, dataset: people, measures: [received], axes: {age: {}}, rows: [age], columns: [], editions: [public]}
      - {id: one, title: t, dataset: people, measures: [received], axes: {age: {depth: 1}}, editions: [public]}
      - {id: leaves, title: t, dataset: people, measures: [received], axes: {age: {totals: false}}, editions: [public]}
    """

  @Test func aCodeIsTheSumOverTheDistinctLeavesBelowIt() throws {
    let seeds = try SmallSite(Self.ages).seeds()
    #expect(
      seeds.text("all") == [
        "_T: 28", "0-17: 10", "0-15: 4", "16-17: 6", "18+: 18", "16+: 24",
      ])
    let codes = try #require(seeds.frame("all")).axes[0].codes
    #expect(codes.first { $0.code == "16-17" }?.parents == ["0-17", "16+"])
    #expect(codes.first { $0.code == "18+" }?.parents == ["_T", "16+"])
    #expect(codes[0].isTotal)
    #expect(codes[1].label.text(in: "en") == "Under 18")
    #expect(seeds.unbalanced == [])
  }

  @Test func depthCountsLevelsBelowTheTotal() throws {
    let seeds = try SmallSite(Self.ages).seeds()
    #expect(seeds.text("one") == ["_T: 28", "0-17: 10", "18+: 18", "16+: 24"])
    #expect(seeds.frame("one")?.axes[0].codes[2].parents == ["_T", "16+"])
  }

  @Test func totalsMayBeLeftOut() throws {
    let seeds = try SmallSite(Self.ages).seeds()
    #expect(seeds.text("leaves") == ["0-15: 4", "16-17: 6", "18+: 18"])
  }

  /// An axis that stands in neither list is outermost in the columns.
  @Test func layoutHoldsEveryAxisOnce() throws {
    let site = try SmallSite()
    try site.edit("seeds/tables.yaml", "rows: [period]", "rows: []")
    let frame = try #require(site.seeds().frame("by-sex"))
    #expect(frame.layout.rows == [])
    #expect(frame.layout.columns == ["period", "sex"])
    #expect(frame.fixed.map(\.code.code) == ["_T"])
  }
}
