import Foundation
import Testing

@Suite("Pages are safe for a reader in danger")
struct SafePagesTests {
  /// Every page of the example site and of one with links to elsewhere, both editions.
  private static func pages() throws -> [(edition: String, path: String, html: String)] {
    let example = try TestSite(fixture: "example-site")
    try example.write(
      "content/vi/nguon.md",
      """
      ---
      title: Nguồn
      aliases: [nguon-cu/xua]
      sources:
        - {title: Văn bản, url: "https://vanban.example/1"}
      ---
      Xem [trang khác](https://trang-khac.example/), gọi [111](tel:111).

      ```callout kind=danger title="<script>alert(1)</script>"
      Gọi **113**.
      ```
      """)
    try example.edit("site.yaml", "{vi: Trang minh họa,", "{vi: \"Trang <b>&\\\"minh họa\",")
    try example.built()
    return ["public", "officials"].flatMap { edition in
      example.edition(edition).pages.map { (edition, $0.path, $0.html) }
    }
  }

  @Test("A strict Content-Security-Policy on every page, before anything is loaded")
  func policy() throws {
    let pages = try Self.pages()
    #expect(pages.count == 27)
    for page in pages {
      let policies = page.html.matches(
        of: /<meta http-equiv="Content-Security-Policy" content="(.*?)">/)
      let policy = try #require(policies.first, "\(page.path)")
      #expect(policies.count == 1)
      #expect(
        policy.1.replacing("&#39;", with: "'").split(separator: "; ").sorted() == [
          "base-uri 'none'", "default-src 'none'", "form-action 'self'",
          "img-src 'self' data:", "script-src 'self'", "style-src 'self'",
        ])
      let loads = page.html.firstRange(of: /<(link|script|img|svg)/)
      #expect(try #require(loads).lowerBound > policy.range.upperBound, "\(page.path)")
    }
  }

  @Test("No inline script, no inline style, no handler; what an author wrote stays text")
  func nothingInline() throws {
    for page in try Self.pages() {
      let html = page.html
      #expect(!html.contains(/<[^>]* style=/), "\(page.path)")
      #expect(!html.contains("<style"), "\(page.path)")
      #expect(!html.contains(/<[^>"]*( [a-z-]+="[^"]*")* on[a-z]+=/), "\(page.path)")
      for script in html.matches(of: /<script([^>]*)>([\s\S]*?)<\/script>/) {
        #expect(script.1.contains("src=\"") && script.2.isEmpty, "\(page.path)")
      }
      #expect(!html.contains("alert(1)") || html.contains("&lt;script&gt;alert(1)"))
      #expect(!html.contains("<iframe") && !html.contains("<object"))
      // The search has a form; its field has no name, so that nothing can be sent or kept.
      #expect(!html.contains("<form") || page.path == "tim-kiem/index.html")
      #expect(!html.contains(/<form[^>]* action=/) && !html.contains(/<input[^>]* name=/))
    }
  }

  @Test("Nothing is loaded from elsewhere, and links lead only where the site says")
  func noRequests() throws {
    let allowed = [
      "https://vi.wikipedia.org/", "https://vanban.example/1", "https://trang-khac.example/",
    ]
    for page in try Self.pages() {
      for match in page.html.matches(
        of: /<([a-z]+)[^>]*? (src|href|srcset|action|poster|data)="([^"]*)"/)
      {
        let (element, value) = (match.1, String(match.3))
        let isLink = element == "a"
        let isCanonical = match.0.contains("rel=\"canonical\"")
        if value.contains("//") {
          #expect(
            (isLink && allowed.contains(value))
              || (isCanonical && value.hasPrefix("https://example.org/")),
            "\(page.path): \(match.0)")
        } else if value.contains(":") {
          #expect(isLink && value.contains(/^tel:[0-9+]+$/), "\(page.path): \(match.0)")
        }
      }
    }
  }

  @Test("Styles and scripts ask nobody for anything and remember nothing")
  func assets() throws {
    let tree = try TestSite(fixture: "example-site").built().edition("public")
    for path in tree.paths where path.hasPrefix("assets/") {
      for words in [
        "http:", "https:", "@import", "fetch(", "XMLHttpRequest", "sendBeacon", "document.cookie",
        "localStorage", "sessionStorage", "indexedDB", "eval(", "WebSocket",
      ] where !(path.hasSuffix(".svg") && words == "http:") {
        #expect(!tree[path].contains(words), "\(path): \(words)")
      }
    }
  }

  @Test("Quick exit and a number to call stand on top of every public page")
  func quickExit() throws {
    for page in try Self.pages() where page.edition == "public" {
      let main = try #require(page.html.firstRange(of: "<main"), "\(page.path)")
      let top = page.html[..<main.lowerBound]
      #expect(top.contains(/<a [^>]*id="exit" href="https:\/\/vi.wikipedia.org\/" rel="noreferrer/))
      #expect(top.contains("href=\"tel:111\""), "\(page.path)")
    }
  }

  @Test("A page at a former address leads on at once, and its reader can leave it as every page")
  func moved() throws {
    let pages = try Self.pages().filter { $0.path == "nguon-cu/xua/index.html" }
    #expect(pages.map(\.edition) == ["public", "officials"])
    for page in pages {
      let refresh = "<meta http-equiv=\"refresh\" content=\"0; url=../../nguon/index.html\">"
      #expect(page.html.contains(refresh))
      #expect(page.html.contains("<a href=\"../../nguon/index.html\">Trang này đã dời."))
      #expect(page.html.contains("<meta name=\"robots\" content=\"noindex\">"))
      let isPublic = page.edition == "public"
      #expect(page.html.contains("id=\"exit\"") == isPublic)
      #expect(
        page.html.contains(/<script src="\.\.\/\.\.\/assets\/site\.[0-9a-f]+\.js" defer>/)
          == isPublic)
      #expect(page.html.contains("<b>Tài liệu nội bộ.</b>") == !isPublic)
      #expect(page.html.contains("<link rel=\"canonical\"") == isPublic)
    }
  }

  @Test("Every page says its language and can be read without a script")
  func plain() throws {
    for page in try Self.pages() {
      #expect(page.html.hasPrefix("<!DOCTYPE html>\n<html lang=\"vi\""), "\(page.path)")
      #expect(page.html.contains("<h1"), "\(page.path)")
      #expect(page.html.matches(of: /<h1[ >]/).count == 1, "\(page.path)")
      #expect(page.html.contains("<main id=\"main\""), "\(page.path)")
      #expect(!page.html.contains("<noscript"), "\(page.path)")
    }
  }

  @Test("links: explicit names every file, so that the site works from a USB stick")
  func explicitLinks() throws {
    let tree = try TestSite(fixture: "example-site").built().edition("public")
    for page in tree.pages {
      for link in page.html.matches(of: /<a [^>]*?href="([^"#:]+)["#]/) {
        #expect(link.1.contains(/\.(html|csv)$/), "\(page.path): \(link.1)")
      }
    }
    let clean = try TestSite(fixture: "example-site")
    try clean.edit("site.yaml", "links: explicit ", "links: clean ")
    try clean.built()
    #expect(clean.edition("public").paths == tree.paths)
    #expect(clean.edition("public").paths(containing: "index.html\"") == [])
    // The page for unknown addresses is served at any depth, so its links start from the top.
    #expect(clean.edition("public")["404.html"].contains("href=\"/bang-so-lieu/\""))
    try clean.edit("site.yaml", "https://example.org/", "https://example.org/tinh/")
    try clean.built()
    #expect(clean.edition("public")["404.html"].contains("href=\"/tinh/bang-so-lieu/\""))
  }
}
