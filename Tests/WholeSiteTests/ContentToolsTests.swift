import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

private let registries = """
  -- seeds/registries/glossary.yaml --
  terms:
    - {id: nan-nhan, term: {vi: Nạn nhân}, meaning: {vi: Người bị mua bán.}}
    - {id: dai-dien, term: {vi: Đại diện}, meaning: {vi: Người thay mặt.}}
  -- seeds/registries/tags.yaml --
  tags:
    - {id: viec-lam, label: {vi: Việc làm}}
    - {id: noi-bo, label: {vi: Nội bộ}}
  -- seeds/registries/words.yaml --
  avoid:
    - {text: {vi: nhẹ dạ}, instead: {vi: bị lừa}, reason: {vi: Từ này trách người bị hại., en: It blames.}}
  """

private func page(_ front: String, _ text: String = "Chữ.") -> String {
  "---\ntitle: Bài\n\(front)\n---\n\(text)\n"
}

@Suite("Tools for writers: terms, notes, lints, subjects, related pages")
struct ContentToolsTests {
  @Test func `A page explains the terms it uses, and the glossary page all of them`() throws {
    let site = try TestSite(registries)
    try site.write(
      "content/vi/bai.md",
      page("order: 1", "Một [nạn nhân](term:nan-nhan), một ghi chú[^1].\n\n[^1]: Chữ."))
    try site.write("content/vi/tu-ngu.md", page("order: 2", "```glossary\n```"))
    let edition = try site.built().edition("public")
    let bai = edition["bai/index.html"]
    #expect(bai.contains("<h2 id=\"terms-title\">Từ ngữ trong trang này</h2>"))
    #expect(
      bai.contains(
        "<dt id=\"term-nan-nhan\">Nạn nhân</dt><dd>Người bị mua bán. <a class=\"back\" href=\"#termref-nan-nhan\" aria-label=\"Về chỗ đọc: Nạn nhân\">↩</a></dd>"
      ))
    #expect(!bai.contains("dai-dien"))
    #expect(bai.contains("aria-label=\"Ghi chú 1\"") && bai.contains("Về chỗ đọc ghi chú 1"))
    let all = edition["tu-ngu/index.html"]
    let first = try #require(all.range(of: "<dt id=\"term-dai-dien\">"))
    let second = try #require(all.range(of: "<dt id=\"term-nan-nhan\">"))
    #expect(first.lowerBound < second.lowerBound)
  }

  @Test func `The index from A to Z has the terms, where a page of the language has them all`()
    throws
  {
    let site = try TestSite(registries)
    let index = "tim-kiem/index.html"
    #expect(try !site.built().edition("public")[index].contains("Nạn nhân"))
    try site.write("content/vi/tu-ngu.md", "---\ntitle: Từ ngữ\n---\n```glossary\n```\n")
    try site.edit("seeds/registries/glossary.yaml", "{vi: Đại diện}", "{en: Delegate}")
    let html = try site.built().edition("public")[index]
    let term =
      "<a href=\"../tu-ngu/index.html#term-nan-nhan\">Nạn nhân</a> <span class=\"muted\">(Từ ngữ)</span>"
    #expect(html.contains("<h3 id=\"letter-4\">N</h3>\n<ul class=\"a-z\">\n<li>\(term)</li>"))
    #expect(
      html.contains("<a href=\"../tu-ngu/index.html#term-dai-dien\" lang=\"en\">Delegate</a>"))
    // Each letter stands once, in order.
    let letters = html.matches(of: #/<h3 id="letter-\d+">(.*?)</h3>/#).map { String($0.1) }
    #expect(letters == ["B", "D", "G", "N", "T"])
    // A page of officials tells the public nothing.
    try site.edit("content/vi/tu-ngu.md", "title: Từ ngữ", "title: Từ ngữ\naudience: officials")
    try site.built()
    #expect(!site.edition("public")[index].contains("Nạn nhân"))
    #expect(site.edition("officials")[index].contains("Nạn nhân"))
  }

  @Test func `Mistakes in terms, subjects and related pages name what is near`() throws {
    let site = try TestSite(registries)
    try site.write(
      "content/vi/bai.md",
      page("tags: [viec-lamm]\nrelated: [giup-doo]", "Một [chữ](term:nan-nha)."))
    let outcome = try site.run("check", "--lang", "en")
    #expect(
      Set(outcome.findings) == [
        "content/vi/bai.md:3:8 MB-SITE-005", "content/vi/bai.md:2:1 MB-PAGE-008",
        "content/vi/bai.md:6:5 MB-MD-012",
      ])
    for near in ["“viec-lam”", "“giup-do”", "“nan-nhan”"] {
      #expect(outcome.errors.contains("Did you mean \(near)?"))
    }
  }

  @Test func `A list of no terms is an error`() throws {
    let site = try TestSite()
    try site.write("content/vi/tu-ngu.md", page("order: 2", "```glossary\n```"))
    #expect(try site.run("check").findings == ["content/vi/tu-ngu.md:5:4 MB-TEXT-007"])
  }

  @Test func `Lints warn, strict fails, and a page may show words to avoid`() throws {
    let site = try TestSite(registries)
    let long = Array(repeating: "chữ", count: 31).joined(separator: " ")
    try site.write("content/vi/bai.md", page("description: Người nhẹ dạ", "Nhẹ dạ.\n\n\(long)."))
    let findings = [
      "content/vi/bai.md:3:1 MB-TEXT-002", "content/vi/bai.md:5:1 MB-TEXT-002",
      "content/vi/bai.md:7:1 MB-TEXT-001",
    ]
    let plain = try site.run("check", "--lang", "vi")
    #expect(plain.status == 0 && plain.findings == findings)
    #expect(plain.errors.contains("Viết “bị lừa”. Từ này trách người bị hại."))
    #expect(try site.run("check", "--strict").status == 1)
    try site.write("content/vi/bai.md", page("allowWords: [Nhẹ dạ]", "Nhẹ dạ."))
    #expect(try site.run("check", "--strict").findings == [])
  }

  @Test func `Other languages have no syllables between blanks`() throws {
    let site = try TestSite()
    try site.edit("site.yaml", "languages: [vi]", "languages: [vi, en]")
    let long = Array(repeating: "word", count: 40).joined(separator: " ")
    try site.write("content/en/index.md", page("order: 1", "\(long)."))
    #expect(try site.run("check").findings == [])
  }

  @Test func `Subjects have pages, and none tells of what officials read`() throws {
    let site = try TestSite(registries)
    try site.write("content/vi/bai.md", page("tags: [viec-lam]\nrelated: [giup-do]"))
    try site.write(
      "content/vi/rieng.md", page("tags: [viec-lam, noi-bo]\naudience: officials"))
    try site.built()
    let (open, closed) = (site.edition("public"), site.edition("officials"))
    #expect(open["chu-de/viec-lam/index.html"].contains("<h1>Chủ đề: Việc làm</h1>"))
    #expect(open["chu-de/viec-lam/index.html"].contains("../../bai/index.html"))
    #expect(open["chu-de/viec-lam/index.html"].contains("<ol>\n<li><a href=\"../../index.html\">"))
    #expect(open["chu-de/viec-lam/index.html"].contains("<p class=\"lead\">Tất cả các trang"))
    #expect(!open["chu-de/viec-lam/index.html"].contains("rieng"))
    #expect(!open.paths.contains("chu-de/noi-bo/index.html"))
    #expect(closed.paths.contains("chu-de/noi-bo/index.html"))
    #expect(closed["chu-de/viec-lam/index.html"].contains("../../rieng/index.html"))
    let bai = open["bai/index.html"]
    #expect(bai.contains("<a href=\"../chu-de/viec-lam/index.html\">Việc làm</a>"))
    #expect(bai.contains("<h2 id=\"related-title\">Trang liên quan</h2>"))
    #expect(bai.contains("<a href=\"../giup-do/index.html\">Giúp đỡ</a>"))
  }
}

@Suite("What machines outside read")
struct FeedTests {
  private func site() throws -> TestSite {
    let site = try TestSite()
    try site.write(
      "content/vi/a.md", page("updatedOn: 2025-03-01\nreviewedOn: 2025-01-01\ndescription: A & B"))
    try site.write("content/vi/b.md", page("reviewedOn: 2025-04-01"))
    try site.write("content/vi/c.md", page("publishOn: 2025-02-01\nupdatedOn: 2025-12-01"))
    try site.write("content/vi/d.md", page("updatedOn: 2025-05-01\naudience: officials"))
    return site
  }

  @Test func `The feed is valid Atom, newest first, with dated pages only`() throws {
    let edition = try site().built().edition("public")
    let feed = try Feed(edition["feed.xml"])
    #expect(feed.root == "feed" && feed.namespace == "http://www.w3.org/2005/Atom")
    for name in ["id", "title", "updated", "author", "link"] {
      #expect(feed.names.contains("feed/\(name)"), "\(name)")
    }
    #expect(feed.texts["feed/updated"] == ["2025-04-01T00:00:00Z"])
    #expect(
      feed.texts["feed/entry/id"] == [
        "https://example.org/b/index.html", "https://example.org/a/index.html",
        "https://example.org/c/index.html",
      ])
    #expect(
      feed.texts["feed/entry/updated"] == [
        "2025-04-01T00:00:00Z", "2025-03-01T00:00:00Z", "2025-02-01T00:00:00Z",
      ])
    #expect(feed.texts["feed/entry/title"]?.count == 3)
    #expect(feed.texts["feed/entry/summary"] == ["A & B"])
    #expect(
      feed.links == ["https://example.org/feed.xml", "https://example.org/index.html"]
        + (feed.texts["feed/entry/id"] ?? []))
    #expect(
      edition["a/index.html"].contains(
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Trang thử\" href=\"../feed.xml\">"
      ))
  }

  @Test func `The parser of these tests sees what is broken`() {
    #expect(throws: (any Error).self) { try Feed("<feed><a></b></feed>") }
    #expect(throws: (any Error).self) { try Feed("not a feed") }
  }

  @Test func `Without dated pages there is no feed`() throws {
    let edition = try TestSite().built().edition("public")
    #expect(!edition.paths.contains("feed.xml"))
    #expect(!edition["index.html"].contains("application/atom+xml"))
  }

  @Test func `The site map says when a page changed`() throws {
    let map = try site().built().edition("public")["sitemap.xml"]
    #expect(
      map.contains("<loc>https://example.org/a/index.html</loc><lastmod>2025-03-01</lastmod>"))
    #expect(map.contains("<loc>https://example.org/giup-do/index.html</loc></url>"))
    #expect(
      map.contains("<loc>https://example.org/c/index.html</loc><lastmod>2025-02-01</lastmod>"))
  }

  @Test func `Search engines read the public edition and nothing of the officials'`() throws {
    let site = try site().built()
    let (open, closed) = (site.edition("public"), site.edition("officials"))
    #expect(
      open["robots.txt"]
        == "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n")
    #expect(closed["robots.txt"] == "User-agent: *\nDisallow: /\n")
    let noindex = "<meta name=\"robots\" content=\"noindex, nofollow\">"
    #expect(closed.pages.allSatisfy { $0.html.contains(noindex) })
    #expect(open.pages.allSatisfy { !$0.html.contains(noindex) })
    #expect(closed["feed.xml"].contains("https://example.org/d/index.html"))
  }

  @Test func `A link to a public page shows title, description and address`() throws {
    let site = try site().built()
    let page = site.edition("public")["a/index.html"]
    for tag in [
      "og:title\" content=\"Bài\"", "og:description\" content=\"A &amp; B\"",
      "og:type\" content=\"article\"", "og:locale\" content=\"vi_VN\"",
      "og:url\" content=\"https://example.org/a/index.html\"",
      "og:site_name\" content=\"Trang thử\"",
    ] {
      #expect(page.contains("<meta property=\"\(tag)>"), "\(tag)")
    }
    #expect(site.edition("officials").pages.allSatisfy { !$0.html.contains("og:") })
  }
}

/// A feed as an XML parser reads it.
private final class Feed: NSObject, XMLParserDelegate {
  private(set) var root = ""
  private(set) var namespace = ""
  /// Path of each element: `feed/entry/id`.
  private(set) var names: Set<String> = []
  private(set) var texts: [String: [String]] = [:]
  private(set) var links: [String] = []
  private var path: [String] = []
  private var text = ""

  struct Malformed: Error {}

  init(_ xml: String) throws {
    super.init()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.shouldProcessNamespaces = true
    parser.delegate = self
    guard parser.parse() else { throw Malformed() }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    if path.isEmpty {
      root = name
      namespace = namespaceURI ?? ""
    }
    path.append(name)
    names.insert(path.joined(separator: "/"))
    text = ""
    if name == "link" { links.append(attributes["href"] ?? "") }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    texts[path.joined(separator: "/"), default: []].append(text)
    path.removeLast()
    text = ""
  }
}
