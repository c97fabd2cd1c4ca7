import Diagnostics
import Observations
import Site
import Tables
import Testing
import VietnameseText

/// Areas: schemes, validity, top areas.
@Suite struct AreaTests {
  /// Two schemes: districts until the middle of 2025, the new province after.
  private static let areas = """
    -- seeds/datapackage.yaml --
    name: small
    resources:
      - name: people
        title: Người
        path: data/people.csv
        schema:
          fields:
            - {name: scheme, type: string, minhbach: {role: areaScheme}}
            - {name: area, type: string, minhbach: {role: area, codelist: areas, top: "87"}}
            - {name: period, type: string, minhbach: {role: period}}
            - {name: received, type: integer, minhbach: {role: measure, unit: persons, sensitivity: persons, pooling: sum}}
        minhbach:
          absentRows: missing
          releasedBy: office
          releasedOn: {default: 2025-03-31, "2025": 2026-02-28, "2025-S1": 2025-07-31}
          document: Báo cáo
          populationBasis: Trong tỉnh
          legalRegime: [{id: law}]
          breaks: [{at: 2025-07-01, kind: territory, note: Sáp nhập}]
    -- seeds/data/people.csv --
    scheme,area,period,received
    old,868,2024,3
    old,869,2024,8
    old,868,2025-S1,2
    old,869,2025-S1,4
    new,82,2025-S2,9
    -- seeds/tables.yaml --
    tables:
      - id: districts
        title: Theo huyện
        dataset: people
        measures: [received]
        axes: {area: {level: district}, period: {each: true, pooled: ["2024/2025-S1"]}}
        rows: [area]
        editions: [public]
      - id: joined
        title: Cả kỳ
        dataset: people
        measures: [received]
        axes: {period: {each: true, pooled: ["2024/2025"]}}
        acrossBreak: Toàn tỉnh trước và sau khi sáp nhập.
        editions: [public]

    """

  private static let data = "seeds/data/people.csv"
  private static let package = "seeds/datapackage.yaml"
  private static let tables = "seeds/tables.yaml"

  @Test func anAreaHasNoCellWhereItDidNotExist() throws {
    let seeds = try SmallSite(Self.areas).seeds()
    #expect(
      seeds.text("districts") == [
        "old:87 2024: 11", "old:87 2025-S1: 6", "old:87 2025-S2: none", "old:87 2024/2025-S1: 17",
        "old:868 2024: 3", "old:868 2025-S1: 2", "old:868 2025-S2: none",
        "old:868 2024/2025-S1: 5", "old:869 2024: 8", "old:869 2025-S1: 4",
        "old:869 2025-S2: none", "old:869 2024/2025-S1: 12", "new:82 2024: none",
        "new:82 2025-S1: none", "new:82 2025-S2: 9", "new:82 2024/2025-S1: none",
      ])
    #expect(seeds.unbalanced == [])
    let codes = try #require(seeds.frame("districts")).axes[0].codes
    #expect(codes.map { $0.label.text(in: "vi") }[1] == "Thành phố Hồng Ngự")
    #expect(codes.map(\.parents) == [[], ["old:87"], ["old:87"], []])
    #expect(codes[3].area?.scheme == "new")
  }

  @Test func anAreaHasItsLabelInOtherLanguages() throws {
    let site = try SmallSite(Self.areas)
    try site.write(
      "seeds/codelists/areas.csv",
      """
      code,scheme,level,name,parent,valid_from,valid_to,label_en
      87,old,province,Đồng Tháp,,2004-01-01,2025-06-30,
      868,old,district,Hồng Ngự,87,2004-01-01,2025-06-30,Hồng Ngự city
      869,old,district,Tân Hồng,87,2004-01-01,2025-06-30,
      82,new,province,Đồng Tháp,,2025-07-01,,
      """)
    let codes = try #require(site.seeds().frame("districts")).axes[0].codes
    #expect(codes[1].label.text(in: "en") == "Hồng Ngự city")
    #expect(codes[1].label.text(in: "vi") == "Hồng Ngự")
    #expect(codes[2].label.language(for: "en") == "vi")
  }

  @Test func anAreaWithoutAnyCellIsLeftOut() throws {
    let site = try SmallSite(Self.areas)
    try site.edit(
      Self.tables, "{each: true, pooled: [\"2024/2025-S1\"]}", "{pooled: [\"2024/2025-S1\"]}")
    #expect(
      try site.seeds().text("districts") == [
        "old:87 2024/2025-S1: 17", "old:868 2024/2025-S1: 5", "old:869 2024/2025-S1: 12",
      ])
  }

  @Test func aTableMayReachAcrossABreakWithAReason() throws {
    let seeds = try SmallSite(Self.areas).seeds()
    #expect(
      seeds.text("joined") == ["2024: 11", "2025-S1: 6", "2025-S2: 9", "2024/2025: 26"])
    let frame = try #require(seeds.frame("joined"))
    #expect(frame.fixed.map(\.code.code) == ["_T"])
    #expect(frame.acrossBreak?.text(in: "vi") == "Toàn tỉnh trước và sau khi sáp nhập.")
    #expect(
      frame.axes[0].codes.map(\.parents) == [["2024/2025"], ["2024/2025"], ["2024/2025"], []])
    #expect(frame.axes[0].codes[3].parents == [])
  }

  @Test(arguments: [
    BrokenInput(data, "old,868,2024", "odl,868,2024", "MB-AREA-002 \(data):2:1"),
    BrokenInput(data, "old,868,2024", "old,8680,2024", "MB-AREA-001 \(data):2:5"),
    BrokenInput(data, "old,868,2025-S1", "old,868,2025-S2", "MB-AREA-003 \(data):4:5"),
    BrokenInput(data, "new,82,2025-S2", "new,82,2025-Q2", "MB-DATA-008 \(data):6:8"),
    BrokenInput(data, "old,868,2024", "old,82,2024", "MB-AREA-005 \(data):2:5"),
    BrokenInput(package, ", top: \"87\"", "", "MB-AREA-004 \(package):9:61"),
    BrokenInput(
      package, "top: \"87\"", "top: \"88\"", "MB-AREA-004 \(package):9:61",
      "MB-AREA-004 \(package):9:78"),
    BrokenInput(
      package, "top: \"87\"", "top: {olt: \"87\"}", "MB-AREA-004 \(package):9:61",
      "MB-AREA-002 \(package):9:78"),
    BrokenInput(
      package, "- {name: scheme, type: string, minhbach: {role: areaScheme}}\n        ", "",
      "MB-PKG-004 \(package):7:7"),
    BrokenInput(
      package, "codelist: areas, ", "codelist: areas, scheme: old, ", "MB-PKG-004 \(package):7:7"),
    BrokenInput(tables, "level: district", "level: commune", "MB-TABLE-010 \(tables):6:19"),
    BrokenInput(
      tables, "level: district", "levle: district", "MB-YAML-003 \(tables):6:18",
      "MB-YAML-004 \(tables):6:19"),
    BrokenInput(
      tables, "    acrossBreak: Toàn tỉnh trước và sau khi sáp nhập.\n", "",
      "MB-TABLE-008 \(tables):9:5", "MB-TABLE-005 \(tables):13:42"),
    BrokenInput(
      tables, "axes: {period: {each: true, pooled: [\"2024/2025\"]}}",
      "axes: {area: {level: province}, period: {each: true}}", "MB-TABLE-011 \(tables):14:5"),
  ])
  func mistakes(_ input: BrokenInput) throws {
    let site = try SmallSite(Self.areas)
    try site.edit(input.path, input.old, input.new)
    #expect(site.read().diagnostics.map(\.line) == input.expected)
  }

  @Test(arguments: [
    ("868,old,district", "868,old,distrikt", "MB-AREA-006"),
    ("868,old,district", "869,old,district", "MB-CODE-006"),
    ("Hồng Ngự,87,2004-01-01", "Hồng Ngự,87,2004", "MB-AREA-006"),
    ("Hồng Ngự,87,", "Hồng Ngự,88,", "MB-CODE-003"),
    ("868,old,district", "868,old,country", "MB-AREA-006"),
    ("87,old,province,Tỉnh,Đồng Tháp,,", "87,old,province,Tỉnh,Đồng Tháp,868,", "MB-CODE-004"),
    ("scheme,level,", "scheme,levle,", "MB-CODE-002"),
  ])
  func mistakesInTheListOfAreas(_ old: String, _ new: String, _ code: String) throws {
    let site = try SmallSite(Self.areas)
    try site.edit("seeds/codelists/areas.csv", old, new)
    let codes = site.read().diagnostics.map(\.rule.code)
    #expect(codes.contains(code))
    #expect(Set(codes).isSubset(of: [code, "MB-AREA-006"]))
  }

  @Test func eachSchemeMayNameItsTop() throws {
    let site = try SmallSite(Self.areas)
    try site.edit(Self.package, "top: \"87\"", "top: {old: \"87\", new: \"82\"}")
    #expect(try site.seeds().text("joined").last == "2024/2025: 26")
  }

  @Test func figuresAreUnderEmbargoUntilTheyAreReleased() throws {
    let seeds = try SmallSite(Self.areas).seeds()
    let data = seeds.dataSets[0]
    // The closest period counts: 2025-S1 has a date of its own, 2025-S2 that of 2025.
    #expect(data.releasedOn.map(\.iso) == ["2025-03-31", "2025-07-31", "2026-02-28"])
    let day = try #require(CalendarDate(iso: "2026-01-31"))
    func isEmbargoed(_ code: String) throws -> Bool {
      data.isEmbargoed(try #require(Period(code)), asOf: day)
    }
    #expect(try !isEmbargoed("2024/2025-S1"))
    #expect(try isEmbargoed("2025-S2"))
    #expect(try isEmbargoed("2024/2025"))
    #expect(data.provenance(of: [data.periods[0]]).releasedOn.iso == "2025-03-31")
    #expect(data.provenance(of: []).releasedOn.iso == "2026-02-28")
  }

  /// Data given for the province alone: its figure is the finest there is.
  @Test func finerAreasThanTheDataHaveAreNoPartsOfThem() throws {
    let site = try SmallSite(Self.areas)
    try site.write(
      Self.data,
      "scheme,area,period,received\nold,87,2024,11\nold,87,2025-S1,6\nnew,82,2025-S2,9\n")
    try site.edit(Self.tables, "level: district", "level: province")
    let seeds = try site.seeds()
    #expect(seeds.dataSets[0].unknowns.map(\.isResidual) == [false, false, false])
    try site.edit(Self.package, "absentRows: missing", "absentRows: zero")
    #expect(try site.seeds().text("joined").last == "2024/2025: 26")
  }
}
