import Diagnostics
import Site
import Testing
import VietnameseText

@Suite("seeds/registries/campaigns.yaml")
struct CampaignTests {
  private func read(_ entries: String) throws -> ([Campaign], [String]) {
    let folder = try TemporaryFolder([
      "seeds/registries/campaigns.yaml": "campaigns:\n" + entries,
      "seeds/registries/agencies.yaml": "agencies:\n  - {id: so-y-te, name: {vi: Sở Y tế}}\n",
    ])
    var diagnostics = Diagnostics()
    let registries = Registries.read(
      SiteFolder(root: folder.path), languages: ["vi", "en"], into: &diagnostics)
    return (
      registries.campaigns,
      diagnostics.sorted.map {
        "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.rule.code)"
      }
    )
  }

  private func day(_ iso: String) throws -> CalendarDate {
    try #require(CalendarDate(iso: iso))
  }

  @Test func `A whole record`() throws {
    let (campaigns, found) = try read(
      """
        - id: 30-7-2025
          year: 2025
          day: 2025-07-30
          theme: {vi: Chủ đề, en: Theme}
          decision: 1137/QĐ-TTg
          peakFrom: 2025-07-01
          peakTo: 2025-09-30
          report: {releasedBy: so-y-te, releasedOn: 2025-10-15, document: Báo cáo}
          activities:
            - {text: Mít tinh}
            - {text: Cuộc truyền thông, value: 1164, unit: events}
            - {text: Người dự, figure: "theo-nam[attendances, period=2025]"}
          poster: {title: Đi làm xa? Hỏi trước khi đi., lead: Hãy dừng lại., points: [Tôi giữ giấy tờ.]}
      """)
    #expect(found == [])
    let campaign = try #require(campaigns.first)
    #expect(campaign.theme?.texts == ["vi": "Chủ đề", "en": "Theme"])
    #expect(campaign.peak == (try day("2025-07-01")...day("2025-09-30")))
    #expect(
      campaign.activities.map(\.figure) == [
        nil, .typed(1164, unit: "events"), .cell("theo-nam[attendances, period=2025]"),
      ])
    #expect(campaign.report?.releasedBy == "so-y-te")
    #expect(campaign.poster?.points.map { $0.text(in: "vi") } == ["Tôi giữ giấy tờ."])
  }

  @Test func `A theme without words is no theme`() throws {
    let (campaigns, found) = try read(
      "  - {id: a, year: 2025, day: 2025-07-30, theme: {vi: , en: }}\n")
    #expect(found == [])
    #expect(campaigns.map(\.theme) == [nil])
  }

  @Test func `It is under way from the first day of the peak to the last`() throws {
    let (campaigns, _) = try read(
      """
        - {id: a, year: 2025, day: 2025-07-30, peakFrom: 2025-07-01, peakTo: 2025-09-30}
        - {id: b, year: 2026, day: 2026-07-30}
      """)
    func underWay(_ campaign: Campaign) throws -> [String] {
      try [
        "2025-06-30", "2025-07-01", "2025-09-30", "2025-10-01", "2026-07-29", "2026-07-30",
        "2026-07-31",
      ].filter { campaign.isUnderWay(on: try day($0)) }
    }
    #expect(try underWay(campaigns[0]) == ["2025-07-01", "2025-09-30"])
    #expect(try underWay(campaigns[1]) == ["2026-07-30"], "without a peak, on the day itself")
  }

  @Test(
    arguments: [
      ("year: 2025, day: 2025-07-30}\n  - {id: b, year: 2025, day: 2025-07-30", "3:12 MB-CAMP-001"),
      ("year: 2025, day: 2024-07-30", "2:24 MB-CAMP-002"),
      (
        "year: 2025, day: 2025-07-30, peakFrom: 2025-09-30, peakTo: 2025-07-01",
        "2:63 MB-CAMP-002"
      ),
      (
        "year: 2025, day: 2025-07-30, peakFrom: 2024-12-31, peakTo: 2025-07-31",
        "2:41 MB-CAMP-002"
      ),
      (
        "year: 2025, day: 2025-07-30, peakFrom: 2025-07-01, peakTo: 2026-01-01",
        "2:63 MB-CAMP-002"
      ),
      ("year: 2025, day: 2025-07-30, peakFrom: 2025-07-01", "2:41 MB-CAMP-002"),
      ("year: 2025, day: 2025-07-30, peakTo: 2025-07-31", "2:41 MB-CAMP-002"),
      ("year: 2025, day: 2025-07-30, peekTo: 2025-07-31", "2:41 MB-YAML-004"),
      ("year: 2025", "2:5 MB-YAML-003"),
    ])
  func `Mistakes of years and dates`(_ entry: String, _ finding: String) throws {
    #expect(try read("  - {id: a, \(entry)}\n").1 == [finding])
  }

  @Test(
    arguments: [
      ("{text: A, value: 12}", ["7:18 MB-CAMP-003"]),
      ("{text: A, unit: events}", ["7:18 MB-CAMP-003"]),
      ("{text: A, value: -1, unit: events}", ["7:18 MB-CAMP-003"]),
      ("{text: A, value: 1.5, unit: events}", ["7:25 MB-YAML-006"]),
      ("{text: A, figure: \"t[m]\", value: 12, unit: events}", ["7:34 MB-CAMP-003"]),
      ("{text: A, figures: 12}", ["7:18 MB-YAML-004"]),
      ("{value: 12, unit: events}", ["7:8 MB-YAML-003"]),
    ])
  func `Mistakes of figures`(_ activity: String, _ findings: [String]) throws {
    let head = """
        - id: a
          year: 2025
          day: 2025-07-30
          report: {releasedBy: so-y-te, releasedOn: 2025-10-15, document: Báo cáo}
          activities:

      """
    #expect(try read(head + "      - \(activity)\n").1 == findings)
  }

  @Test func `A typed figure that nobody released is refused`() throws {
    let (_, found) = try read(
      """
        - id: a
          year: 2025
          day: 2025-07-30
          activities: [{text: A, value: 12, unit: events}]
      """)
    #expect(found == ["5:28 MB-CAMP-003"])
  }

  @Test func `A report names a known agency, a day and a document`() throws {
    let (_, found) = try read(
      """
        - id: a
          year: 2025
          day: 2025-07-30
          report: {releasedBy: so-yte}
      """)
    #expect(found == ["5:13 MB-YAML-003", "5:13 MB-YAML-003", "5:26 MB-SITE-005"])
  }

  @Test(
    arguments: [
      ("title: \(String(repeating: "chữ ", count: 12))dài", "2:48 MB-CAMP-005"),
      ("title: A, lead: \(String(repeating: "chữ ", count: 25))dài", "2:58 MB-CAMP-005"),
      (
        "title: A, points: [{en: A, vi: \(String(repeating: "chữ ", count: 12))dài}]",
        "2:67 MB-CAMP-005"
      ),
      ("title: A, points: [a, b, c, d, e]", "2:79 MB-CAMP-005"),
      ("lead: A", "2:48 MB-YAML-003"),
      ("title: A, point: [a]", "2:58 MB-YAML-004"),
    ])
  func `A poster is one page`(_ words: String, _ finding: String) throws {
    let entry = "  - {id: a, year: 2025, day: 2025-07-30, poster: {\(words)}}\n"
    #expect(try read(entry).1.map { $0 } == [finding])
  }
}
