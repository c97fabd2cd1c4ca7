import Diagnostics
import Site
import Testing

@Suite("editions.*.disclosure")
struct DisclosurePolicyTests {
  static let everything = """
    formatVersion: 1
    title: {vi: Trang}
    languages: [vi]
    baseURL: https://example.org/
    dataStatus: sample
    asOf: 2026-11-24
    editions:
      public:
        output: output/public
        disclosure:
          threshold: 11
          zeros: protect
          lattice: full
          groupDisclosure: true
          width: 3
          known:
            - {dataset: people, measure: received, at: {period: 2024, sex: F}, value: 9, source: Báo cáo năm}
            - {dataset: people, measure: received, value: 120, source: Báo cáo năm}
          neverHide:
            - {dataset: people, axis: area, level: province}
            - {dataset: people, axis: age, level: 0}
          preferHide:
            - {dataset: people, axis: period, level: each}
            - {dataset: people, axis: period, level: pooled}

    """

  func read(_ yaml: String) throws -> (SiteConfiguration?, [Diagnostic]) {
    let folder = try TemporaryFolder(["site.yaml": yaml])
    var diagnostics = Diagnostics()
    let site = SiteConfiguration.read(SiteFolder(root: folder.path), into: &diagnostics)
    return (site, diagnostics.sorted)
  }

  @Test("every key, and what it means")
  func everyKey() throws {
    let (site, diagnostics) = try read(Self.everything)
    #expect(diagnostics == [])
    let policy = try #require(site?.edition("public")?.disclosure)
    #expect(policy.zeros == .protect)
    #expect(policy.lattice == .full)
    #expect(policy.groupDisclosure)
    #expect(policy.width == 3)
    #expect(policy.mayHideZeros)
    #expect(policy.known.map(\.value) == [9, 120])
    #expect(
      policy.known[0].at.map { "\($0.axis.name)=\($0.code.name)" } == ["period=2024", "sex=F"])
    #expect(policy.known[0].at[1].code.place.description == "site.yaml:17:72")
    #expect(policy.known[1].at == [])
    #expect(policy.neverHide.map(\.level) == [.area(.province), .depth(0)])
    #expect(policy.preferHide.map(\.level) == [.each, .pooled])
    #expect(policy.preferHide[0].axis.name == "period")
  }

  @Test("left out, they are as plain as can be")
  func defaults() {
    let policy = DisclosurePolicy(threshold: 11)
    #expect(!policy.mayHideZeros)
    #expect(policy.lattice == .tables)
    #expect(policy.width == nil)
    #expect(policy.known == [] && policy.neverHide == [] && policy.preferHide == [])
  }

  @Test(arguments: [
    (
      ", source: Báo cáo năm}\n        - {dataset: people, measure: received, value",
      "}\n        - {dataset: people, measure: received, value", "MB-YAML-003 site.yaml:17:11"
    ),
    ("value: 9,", "value: -9,", "MB-YAML-006 site.yaml:17:83"),
    ("value: 9,", "value: 9.5,", "MB-YAML-006 site.yaml:17:83"),
    ("value: 120, ", "", "MB-YAML-003 site.yaml:18:11"),
    ("at: {period: 2024, sex: F}", "at: [2024]", "MB-YAML-005 site.yaml:17:52"),
    ("at: {period: 2024, sex: F}", "where: {sex: F}", "MB-YAML-004 site.yaml:17:48"),
    ("level: province", "level: village", "MB-YAML-006 site.yaml:20:48"),
    ("level: 0", "level: -1", "MB-YAML-006 site.yaml:21:47"),
    ("axis: age, ", "", "MB-YAML-003 site.yaml:21:11"),
    ("axis: period, level: each", "axis: age, level: 0", "MB-YAML-006 site.yaml:23:47"),
  ])
  func mistakes(old: String, new: String, expected: String) throws {
    try #require(Self.everything.contains(old))
    let (_, diagnostics) = try read(Self.everything.replacing(old, with: new))
    let found = diagnostics.map { "\($0.rule.code) \($0.place?.description ?? "")" }
    #expect(found == [expected])
  }
}
