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

  /// Reads entries in which `¦` stands before the place of each finding; returns whether exactly
  /// these places are reported, and what is.
  private func marked(_ entries: String, _ code: String) throws -> (expected: [String], [String]) {
    var expected: [String] = []
    // The list begins in the second line of the file.
    for (index, line) in entries.split(separator: "\n").enumerated() {
      let parts = line.split(separator: "¦", omittingEmptySubsequences: false).dropLast()
      var column = 1
      for part in parts {
        column += part.count
        expected.append("\(index + 2):\(column) \(code)")
      }
    }
    return (expected, try read(entries.filter { $0 != "¦" } + "\n").1)
  }

  @Test(
    arguments: [
      ("year: 2025, day: 2025-07-30}\n  - {id: b, ¦year: 2025, day: 2025-07-30", "MB-CAMP-001"),
      ("year: 2025, ¦day: 2024-07-30", "MB-CAMP-002"),
      ("year: 2025, day: 2025-07-30, peakFrom: 2025-09-30, ¦peakTo: 2025-07-01", "MB-CAMP-002"),
      ("year: 2025, day: 2025-07-30, ¦peakFrom: 2024-12-31, peakTo: 2025-07-31", "MB-CAMP-002"),
      ("year: 2025, day: 2025-07-30, peakFrom: 2025-07-01, ¦peakTo: 2026-01-01", "MB-CAMP-002"),
      ("year: 2025, day: 2025-07-30, ¦peakFrom: 2025-07-01", "MB-CAMP-002"),
      ("year: 2025, day: 2025-07-30, ¦peakTo: 2025-07-31", "MB-CAMP-002"),
      ("year: 2025, day: 2025-07-30, ¦peekTo: 2025-07-31", "MB-YAML-004"),
    ])
  func `Mistakes of years and dates`(_ entry: String, _ code: String) throws {
    let (expected, found) = try marked("  - {id: a, \(entry)}", code)
    #expect(found == expected)
  }

  @Test(
    arguments: [
      ("{text: A, ¦value: 12}", "MB-CAMP-003"),
      ("{text: A, ¦unit: events}", "MB-CAMP-003"),
      ("{text: A, ¦value: -1, unit: events}", "MB-CAMP-003"),
      ("{text: A, value: ¦1.5, unit: events}", "MB-YAML-006"),
      ("{text: A, figure: \"t[m]\", ¦value: 12, unit: events}", "MB-CAMP-003"),
      ("{text: A, ¦figures: 12}", "MB-YAML-004"),
      ("¦{value: 12, unit: events}", "MB-YAML-003"),
    ])
  func `Mistakes of figures`(_ activity: String, _ code: String) throws {
    let (expected, found) = try marked(
      """
        - id: a
          year: 2025
          day: 2025-07-30
          report: {releasedBy: so-y-te, releasedOn: 2025-10-15, document: Báo cáo}
          activities:
            - \(activity)
      """, code)
    #expect(found == expected)
  }

  @Test func `A typed figure that nobody released is refused`() throws {
    let (expected, found) = try marked(
      """
        - id: a
          year: 2025
          day: 2025-07-30
          activities: [{text: A, ¦value: 12, unit: events}]
      """, "MB-CAMP-003")
    #expect(found == expected)
  }

  @Test func `A report names a known agency, a day and a document`() throws {
    let (_, found) = try read(
      """
        - {id: a, year: 2025, day: 2025-07-30, report: {releasedBy: so-yte}}
      """)
    #expect(found.map { $0.suffix(11) } == ["MB-YAML-003", "MB-YAML-003", "MB-SITE-005"])
  }

  private static let long = String(repeating: "chữ ", count: 12) + "d"
  private static let longer = String(repeating: "chữ ", count: 25) + "d"

  @Test(
    arguments: [
      ("¦title: \(long)", "MB-CAMP-005"), ("title: A, ¦lead: \(longer)", "MB-CAMP-005"),
      ("title: A, points: [¦{en: A, vi: \(long)}]", "MB-CAMP-005"),
      ("title: A, points: [a, b, c, d, ¦e]", "MB-CAMP-005"), ("¦lead: A", "MB-YAML-003"),
      ("title: A, ¦point: [a]", "MB-YAML-004"),
    ])
  func `A poster is one page`(_ words: String, _ code: String) throws {
    let (expected, found) = try marked(
      "  - {id: a, year: 2025, day: 2025-07-30, poster: {\(words)}}", code)
    #expect(found.map { $0.suffix(11) } == expected.map { $0.suffix(11) })
    // A missing field is reported where its group begins.
    if code != "MB-YAML-003" { #expect(found == expected) }
  }

  @Test func `A poster may be as long as it says`() throws {
    let entry = "{title: \(Self.long.dropLast()), lead: \(Self.longer.dropLast())}"
    #expect(try read("  - {id: a, year: 2025, day: 2025-07-30, poster: \(entry)}\n").1 == [])
  }
}
