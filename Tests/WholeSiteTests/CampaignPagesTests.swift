import Foundation
import Testing

private let campaigns = """
  -- seeds/registries/campaigns.yaml --
  campaigns:
    - {id: nam-2023, year: 2023, day: 2023-07-30, theme: {en: Reach every victim}}
    - id: nam-2024
      year: 2024
      day: 2024-07-30
      theme: {vi: Chủ đề <năm>, en: Theme}
      decision: 53/2024/QH15
      peakFrom: 2024-07-01
      peakTo: 2024-09-30
      report: {releasedBy: so-y-te, releasedOn: 2025-01-15, document: Báo cáo 30/7}
      activities:
        - {text: Mít tinh}
        - {text: Cuộc truyền thông, value: 1164, unit: events}
        - {text: Được tiếp nhận, figure: "theo-nam[received, period=2024]", publishOn: 2025-01-20}
      poster: {title: Đi làm xa? Hỏi trước., points: [Tôi giữ giấy tờ.]}
    - {id: nam-2025, year: 2025, day: 2025-07-30}
  """

/// At an address of its own: posters of an example's are warned about.
private func campaignSite(_ more: String = "") throws -> TestSite {
  let site = try TestSite(campaigns + more)
  try site.edit("site.yaml", "https://example.org/", address)
  return site
}

private let address = "https://trang-thu.vn/"
private let page2024 = "chien-dich/2024/index.html"
private let years = "../../chien-dich"
private let poster2024 = "chien-dich/2024/ap-phich/index.html"

@Suite("Campaigns: years, banner, poster")
struct CampaignPagesTests {
  @Test func `A year shows what is known, and says what is not`() throws {
    let edition = try campaignSite().built().edition("public")
    let known = edition[page2024]
    #expect(known.contains("<p class=\"lead\">“Chủ đề &lt;năm&gt;”</p>"))
    #expect(known.contains("<span lang=\"en\">Theme</span>"))
    #expect(known.contains("<dd>từ 01/07 đến 30/09/2024</dd>"))
    #expect(known.contains("<li>Mít tinh</li>"))
    #expect(!known.contains("Chưa có chủ đề được xác nhận</p>"))
    // Other years stand on it, newest first.
    let newer = try #require(known.range(of: "<a href=\"\(years)/2025/index.html\">2025</a>"))
    let older = try #require(known.range(of: "<a href=\"\(years)/2023/index.html\">2023</a>"))
    #expect(newer.lowerBound < older.lowerBound)

    let unknown = edition["chien-dich/2025/index.html"]
    #expect(unknown.contains("<p class=\"lead unknown\">Chưa có chủ đề được xác nhận</p>"))
    let foreign = edition["chien-dich/2023/index.html"]
    #expect(foreign.contains("Chưa có chủ đề bằng tiếng Việt được xác nhận</p>"))
    #expect(foreign.contains("<span lang=\"en\">Reach every victim</span>"))
  }

  @Test func `Figures are cleared cells, or typed ones with their source`() throws {
    let site = try campaignSite().built()
    let edition = site.edition("public")
    #expect(
      edition[page2024].contains(
        "<div><dt>Cuộc truyền thông</dt><dd><span class=\"nb\">1.164</span> <small>cuộc</small></dd></div>"
      ))
    #expect(
      edition[page2024].contains(
        "<dt>Được tiếp nhận</dt><dd><span class=\"nb\" data-table=\"theo-nam\">48</span> <small>người</small>"
      ))
    #expect(
      edition[page2024].contains("<b>Văn bản:</b> Báo cáo 30/7. <b>Công bố ngày:</b> 15/01/2025."))
    #expect(edition[page2024].contains("<span class=\"tag\">Số liệu minh họa</span>"))
  }

  @Test func `Nothing stands there before it is released`() throws {
    let site = try Self.siteOfEarlierDays()
    try site.built("--as-of", "2025-01-14")
    #expect(!site.edition("public")[page2024].contains("1.164"))
    #expect(site.edition("officials")[page2024].contains("1.164"))
    for edition in ["public", "officials"] {
      #expect(!site.edition(edition)[page2024].contains("Được tiếp nhận"))
      #expect(site.edition(edition)[page2024].contains("Mít tinh"))
    }
    let later = try site.built("--as-of", "2025-01-20").edition("public")[page2024]
    #expect(later.contains("1.164") && later.contains("Được tiếp nhận"))
  }

  /// The site with its figures released long ago.
  private static func siteOfEarlierDays() throws -> TestSite {
    let site = try campaignSite()
    try site.edit("seeds/datapackage.yaml", "releasedOn: 2025-01-20", "releasedOn: 2024-01-20")
    return site
  }

  @Test(arguments: [
    ("2024-06-30", false), ("2024-07-01", true), ("2024-09-30", true), ("2024-10-01", false),
  ])
  func `The home page has a banner within the peak and no longer`(
    _ day: String, _ hasBanner: Bool
  ) throws {
    let site = try Self.siteOfEarlierDays()
    let home = try site.built("--as-of", day).edition("public")["index.html"]
    #expect(home.contains("<aside class=\"banner\"") == hasBanner)
    #expect(
      home.contains("<a href=\"chien-dich/2024/index.html\">Ngày toàn dân") == hasBanner)
    #expect(home.contains("Đợt cao điểm từ 01/07 đến 30/09/2024") == hasBanner)
  }

  @Test func `The list of years has a page of its own, or stands on a page of content`() throws {
    let site = try campaignSite()
    let list = try site.built().edition("public")["chien-dich/index.html"]
    #expect(list.contains("<h1>Chiến dịch các năm</h1>"))
    #expect(list.contains("<a href=\"../chien-dich/2024/index.html\">2024</a>"))
    try site.write(
      "content/vi/ngay-30-7.md", "---\ntitle: Ngày 30/7\ncampaigns: true\n---\nChữ.\n")
    let edition = try site.built().edition("public")
    #expect(edition.files["chien-dich/index.html"] == nil)
    let day = edition["ngay-30-7/index.html"]
    #expect(day.contains("<a href=\"../ngay-30-7/2024/index.html\">2024</a>"))
    #expect(
      edition["ngay-30-7/2024/index.html"].contains(
        "<a href=\"../../ngay-30-7/index.html\">Ngày 30/7</a>"))
  }

  @Test func `Without campaigns there is nothing of it`() throws {
    let edition = try TestSite().built().edition("public")
    #expect(!edition.files.keys.contains { $0.hasPrefix("chien-dich") })
  }

  @Test func `The poster is in the public edition alone and names its address`() throws {
    let site = try campaignSite(
      "\n-- seeds/registries/hotlines.yaml --\nhotlines:\n"
        + "  - {id: a, number: \"111\", name: Tổng đài, free: true, reach: domestic, verifiedBy: Bộ, verifiedOn: 2025-01-01, show: true}\n"
        + "  - {id: b, number: \"113\", name: Công an, reach: domestic, verifiedBy: Bộ, verifiedOn: 2025-01-01, show: true}\n"
        + "  - {id: c, number: \"999\", name: Chưa kiểm tra, reach: domestic, show: true}\n")
    try site.edit("site.yaml", "quickExit", "helpPage: giup-do\nquickExit")
    try site.built()
    let poster = site.edition("public")[poster2024]
    #expect(poster.contains("<span>Đi làm xa?</span>\n<span>Hỏi trước.</span>"))
    #expect(poster.contains("<a href=\"tel:111\">111</a>"))
    #expect(poster.contains("Gọi Công an: <a href=\"tel:113\">113</a>"))
    #expect(!poster.contains("999"), "an unverified number")
    #expect(
      poster.contains(
        "<title id=\"qr-title\">Mã QR dẫn đến https://trang-thu.vn/giup-do/index.html</title>"))
    #expect(
      poster.contains(
        "<a href=\"../../../giup-do/index.html\">https://trang-thu.vn/giup-do/index.html</a>"))
    #expect(
      site.edition("public")[page2024].contains(
        "href=\"../../chien-dich/2024/ap-phich/index.html\""))
    #expect(site.edition("officials").files[poster2024] == nil)
    #expect(!site.edition("officials")[page2024].contains("ap-phich"))
  }

  @Test func `A count of persons typed by hand is refused, whatever its size`() throws {
    for value in ["3", "1200"] {
      let site = try campaignSite()
      try site.edit(
        "seeds/registries/campaigns.yaml", "value: 1164, unit: events",
        "value: \(value), unit: persons")
      let outcome = try site.run("check")
      #expect(outcome.status == 3)
      #expect(outcome.findings == ["seeds/registries/campaigns.yaml:13:42 MB-CAMP-004"])
    }
  }

  @Test func `So is one in another unit that a protected measure has`() throws {
    let site = try campaignSite()
    try site.edit("seeds/datapackage.yaml", "unit: persons", "unit: events")
    let outcome = try site.run("check")
    #expect(outcome.status == 3)
    #expect(outcome.findings == ["seeds/registries/campaigns.yaml:13:42 MB-CAMP-004"])
  }

  @Test func `A cell that is not there, and a name that is no cell, are mistakes of the record`()
    throws
  {
    let path = "seeds/registries/campaigns.yaml"
    for (name, finding) in [
      ("theo-namm[received, period=2024]", "MB-PAGE-004"),
      ("theo-nam[received, period=2030]", "MB-PAGE-006"),
      ("theo-nam received", "MB-MD-016"),
    ] {
      let site = try campaignSite()
      try site.edit(path, "theo-nam[received, period=2024]", name)
      #expect(try site.run("check").findings == ["\(path):14:40 \(finding)"])
    }
  }

  @Test func `An address that makes the code too dense is refused`() throws {
    let site = try campaignSite()
    try site.edit(
      "site.yaml", address, address + String(repeating: "thu-muc/", count: 20))
    #expect(try site.run("check").findings == ["site.yaml MB-CAMP-006"])
  }

  @Test func `Posters and official sites at the address of an example are told, sample ones not`()
    throws
  {
    func findings(_ site: TestSite) throws -> [String] {
      try site.run("check").findings.filter { $0.contains("MB-SITE") }
    }
    let posters = try campaignSite()
    #expect(try findings(posters) == [])
    try posters.edit("site.yaml", address, "https://www.example.org/")
    let outcome = try posters.run("check", "--lang", "en")
    #expect(outcome.status == 0)
    #expect(outcome.findings == ["site.yaml:4:1 MB-SITE-009"])
    #expect(outcome.errors.contains("Posters must not be printed before."))
    try posters.edit("seeds/registries/campaigns.yaml", "poster:", "# poster:")
    #expect(try findings(posters) == [])
    try posters.edit("site.yaml", "dataStatus: sample", "dataStatus: official")
    #expect(try findings(posters) == ["site.yaml:4:1 MB-SITE-009"])
    try posters.edit("site.yaml", "https://www.example.org/", address)
    #expect(try findings(posters) == [])
  }

  @Test func `A year without an entry is told, with one that works`() throws {
    let site = try campaignSite()
    #expect(try site.run("check", "--as-of", "2025-12-31").findings == [])
    let outcome = try site.run("check", "--as-of", "2026-01-01", "--lang", "en")
    #expect(outcome.status == 0)
    #expect(outcome.findings == ["seeds/registries/campaigns.yaml MB-CAMP-007"])
    let mend = try #require(outcome.errors.firstMatch(of: /Add “(\{.*?\})”/)).1
    #expect(mend == "{id: nam-2026, year: 2026, day: 2026-07-30}")
    try site.edit("seeds/registries/campaigns.yaml", "campaigns:", "campaigns:\n  - \(mend)")
    #expect(try site.run("check", "--as-of", "2026-01-01").findings == [])
    #expect(try TestSite().run("check", "--as-of", "2026-01-01").findings == [])
  }

  @Test func `After the last day of its peak a year without an entry is let be`() throws {
    let site = try TestSite(fixture: "example-site")
    let findings = try ["2026-09-30", "2026-10-01"].map {
      try site.run("check", "--as-of", $0).findings.filter { $0.contains("MB-CAMP") }
    }
    #expect(findings == [["seeds/registries/campaigns.yaml MB-CAMP-007"], []])
  }

  @Test func `A unit without a word is told`() throws {
    let site = try campaignSite()
    try site.edit("seeds/registries/campaigns.yaml", "unit: events", "unit: pano")
    let outcome = try site.run("check")
    #expect(outcome.status == 0)
    #expect(outcome.findings.map { $0.suffix(12) } == ["MB-WORDS-003"])
  }
}
