import Foundation
import Testing

/// The small site in Vietnamese, English and Khmer: what nobody translated into Khmer stands in
/// Vietnamese there. The Khmer words are the English ones but for a few.
private func site(languages: String = "[vi, en, km]") throws -> TestSite {
  let site = try TestSite(
    """
    -- content/en/index.md --
    ---
    title: Home
    translationOf: vi/index.md
    ---
    Text.
    -- content/km/index.md --
    ---
    title: ទំព័រដើម
    translationOf: vi/index.md
    updatedOn: 2025-05-02
    ---
    អត្ថបទ
    -- content/km/help.md --
    ---
    title: ជំនួយ
    ---
    អត្ថបទ
    -- seeds/registries/hotlines.yaml --
    hotlines:
      - {id: a, number: "111", name: {vi: Tổng đài <A>}, purpose: {en: Children}, free: true, reach: domestic, verifiedBy: Bộ, verifiedOn: 2025-01-01, show: true}
      - {id: b, number: "113", name: {vi: Công an}, reach: domestic, verifiedBy: Bộ, verifiedOn: 2025-01-01, show: true}
    -- seeds/registries/campaigns.yaml --
    campaigns:
      - id: nam-2025
        year: 2025
        day: 2025-07-30
        theme: {vi: Chủ đề, en: Theme}
        poster: {title: {vi: Hỏi trước., en: Ask first.}, points: [{vi: Tôi hỏi.}]}
    """)
  let words = try String(contentsOfFile: repository + "/templates/strings/en.yaml", encoding: .utf8)
  try site.write(
    "mau/strings/km.yaml",
    words.replacing("languageName: \"English\"", with: "languageName: \"ភាសាខ្មែរ\"")
      .replacing("locale: \"en_GB\"", with: "locale: \"km_KH\""))
  try site.edit("site.yaml", "languages: [vi]", "languages: \(languages)\ntemplates: mau")
  try site.edit("site.yaml", "https://example.org/", "https://trang-thu.vn/")
  try site.edit(
    "site.yaml", "title: Trang thử",
    "title: {vi: Trang thử}\nsubtitle: {vi: Tỉnh, en: Province}\nmenu: {km: [giup-do, help]}")
  try site.edit(
    "seeds/tables.yaml", "title: Theo năm", "title: {vi: Theo năm, en: By year, km: តាមឆ្នាំ}")
  return site
}

private let repository = URL(filePath: fixtures)
  .deletingLastPathComponent().deletingLastPathComponent().path

@Suite("A third language")
struct ThirdLanguageTests {
  @Test func `It has a folder and words, and stands in the switch of every page`() throws {
    let edition = try site().built("--strict").edition("public")
    let km = edition["km/index.html"]
    #expect(km.contains("<html lang=\"km\""))
    for (href, language, name) in [
      ("index.html", "vi", "Tiếng Việt"), ("en/index.html", "en", "English"),
    ] {
      #expect(
        km.contains(
          "<a href=\"../\(href)\" lang=\"\(language)\" hreflang=\"\(language)\">\(name)</a>"))
    }
    #expect(
      edition["en/index.html"].contains(
        "<a href=\"../km/index.html\" lang=\"km\" hreflang=\"km\">ភាសាខ្មែរ</a>"))
    #expect(
      edition["index.html"].contains(
        "<link rel=\"alternate\" hreflang=\"km\" href=\"https://trang-thu.vn/km/index.html\">"))
  }

  @Test func `Site title, menu and hotlines name the language that stands in`() throws {
    let site = try site().built()
    let km = site.edition("public")["km/index.html"]
    #expect(km.contains("<b lang=\"vi\">Trang thử</b><span><span lang=\"vi\">Tỉnh</span></span>"))
    #expect(
      site.edition("officials")["km/index.html"].contains(
        "<span lang=\"vi\">Tỉnh</span> · officials’ edition"))
    #expect(
      km.contains("<a href=\"../giup-do/index.html\" lang=\"vi\" hreflang=\"vi\">Giúp đỡ</a>"))
    #expect(km.contains("<a href=\"../km/help/index.html\">ជំនួយ</a>"))
    #expect(
      km.contains(
        "<b>Call free of charge</b><span class=\"vh\">: </span><span><span lang=\"vi\">Tổng đài &lt;A&gt;</span>, <span lang=\"en\">Children</span></span>"
      ))
    #expect(km.contains("<b>Call: <span lang=\"vi\">Công an</span></b>"))
    // On a page of its own language nothing is marked.
    let vi = site.edition("public")["index.html"]
    #expect(vi.contains("<b>Trang thử</b><span>Tỉnh</span>"))
    #expect(vi.contains("<b>Gọi Công an</b>"))
    let en = site.edition("public")["en/index.html"]
    #expect(en.contains("<b lang=\"vi\">Trang thử</b><span>Province</span>"))
  }

  @Test func `The citation of a table and the feed name it too`() throws {
    let edition = try site().built().edition("public")
    #expect(
      edition["km/tables/theo-nam/index.html"].contains(
        "<dd><span lang=\"vi\">Tỉnh</span>, “តាមឆ្នាំ”, figures as of"))
    #expect(edition["km/feed.xml"].contains("<title xml:lang=\"vi\">Trang thử</title>"))
  }

  @Test func `A poster that is not translated is linked in its language`() throws {
    let edition = try site().built().edition("public")
    let year = edition["km/campaigns/2025/index.html"]
    #expect(
      year.contains(
        "<a href=\"../../../chien-dich/2025/ap-phich/index.html\" hreflang=\"vi\">Poster: <span lang=\"vi\">Hỏi trước.</span></a>"
      ))
    #expect(year.contains("<b lang=\"vi\"><span>Hỏi trước.</span></b>"))
    #expect(year.contains("<i><span lang=\"vi\">Tôi hỏi.</span></i>"))
    #expect(!edition.paths.contains("km/campaigns/2025/poster/index.html"))
    let poster = edition["en/campaigns/2025/poster/index.html"]
    #expect(poster.contains("Call: <span lang=\"vi\">Công an</span>: <a href=\"tel:113\""))
    #expect(poster.contains("<li><span lang=\"vi\">Tôi hỏi.</span></li>"))
    #expect(poster.contains("<span>Province, 2025</span>"))
  }

  @Test func `Themes in other languages stand together under one label`() throws {
    let edition = try site().built().edition("public")
    let themes = "<span lang=\"en\">Theme</span><br><span lang=\"vi\">Chủ đề</span>"
    #expect(
      edition["km/campaigns/2025/index.html"].contains(
        "<dt>The theme in other languages</dt><dd>\(themes)</dd>"))
    #expect(
      edition["chien-dich/2025/index.html"].contains(
        "<dt>Chủ đề bằng ngôn ngữ khác</dt><dd><span lang=\"en\">Theme</span></dd>"))
  }

  @Test func `Its folder without its name in site.yaml says where to add it, once`() throws {
    let site = try site(languages: "[vi, en]")
    try site.edit("site.yaml", "menu: {km: [giup-do, help]}\n", "")
    let outcome = try site.run("check", "--lang", "en")
    #expect(outcome.status == 1)
    #expect(outcome.findings == ["site.yaml:4:1 MB-PAGE-001"])
    #expect(outcome.errors.contains("content/km/ (2)"))
    #expect(outcome.errors.contains("mend: Add “km” to “languages”: languages: [vi, en, km]."))
    try site.edit("site.yaml", "languages: [vi, en]", "languages: [vi, en, km]")
    #expect(try site.run("check").status == 0)
  }

  @Test func `A folder of two letters may be a language; another one is none`() throws {
    let site = try TestSite()
    try site.write("content/lo/index.md", "---\ntitle: x\n---\nx\n")
    let outcome = try site.run("check", "--lang", "vi")
    #expect(outcome.findings == ["site.yaml:3:1 MB-PAGE-001"])
    #expect(outcome.errors.contains("thêm “lo” vào “languages”: languages: [vi, lo]"))
    #expect(outcome.errors.contains("templates/strings/lo.yaml"))
    try site.remove("content/lo")
    try site.write("content/khac/x.md", "---\ntitle: x\n---\nx\n")
    #expect(try site.run("check").findings == ["content/khac/x.md MB-PAGE-001"])
  }

  @Test func `The page for lost readers lists each language under its own heading`() throws {
    let lost = try site().built().edition("public")["404.html"]
    let lists = lost.matches(
      of: #/<section class="part"([^>]*)>\n<h2>(.*?)</h2>\n<ul class="a-z">([\s\S]*?)</ul>/#)
    #expect(lists.map { String($0.1) } == ["", " lang=\"en\"", " lang=\"km\""])
    #expect(lists.map { String($0.2) } == ["Tất cả các trang", "All pages", "All pages"])
    let links = lists.map { list in
      list.3.matches(of: #/<a href="([^"]*)"( hreflang="[a-z]+")?>(.*?)<\/a>/#)
    }
    try #require(links.count == 3)
    #expect(
      links[0].allSatisfy { $0.2 == nil && !$0.1.hasPrefix("/en/") && !$0.1.hasPrefix("/km/") })
    #expect(links[1].allSatisfy { $0.2 == " hreflang=\"en\"" && $0.1.hasPrefix("/en/") })
    #expect(links[2].allSatisfy { $0.2 == " hreflang=\"km\"" && $0.1.hasPrefix("/km/") })
    #expect(links[0].contains { $0.3 == "Giúp đỡ" } && links[2].contains { $0.3 == "ជំនួយ" })
    #expect(links.map(\.count).min() ?? 0 >= 3)
  }
}
