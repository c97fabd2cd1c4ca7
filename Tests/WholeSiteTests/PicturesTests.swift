import Foundation
import MadePictures
import Testing

@Suite("Pictures beside a page's Markdown")
struct PicturesTests {
  /// A photograph of a phone that was held upright, with its place, maker and author; and a drawing.
  private static func site() throws -> TestSite {
    let site = try TestSite()
    for name in ["may-anh-nghieng.jpg", "hai-mau.png"] {
      let file = fixtures + "/pictures/" + name
      try site.write(
        "content/vi/Ảnh chụp/\(name)",
        bytes: Array(try #require(FileManager.default.contents(atPath: file))))
    }
    try site.write(
      "content/vi/anh.md",
      """
      ---
      title: Ảnh
      ---
      ![Một nửa xanh da trời, một nửa xanh lá](<Ảnh chụp/may-anh-nghieng.jpg> "Hai & màu")

      Trong câu có ![ô đỏ và xanh](Ảnh%20chụp/hai-mau.png) nữa.

      ![Lại ô đỏ và xanh](<Ảnh chụp/hai-mau.png>)
      """)
    return site
  }

  private static func kept(_ site: TestSite) -> Tree { Tree(site.root + "/.minhbach/pictures") }

  @Test("They are written with their sides and description, WebP first, from the second on lazily")
  func html() throws {
    let page = try Self.site().built().edition("public")["anh/index.html"]
    let sizes = "sizes=\"(min-width: 40rem) 38rem, calc(100vw - 2rem)\""
    func set(_ kind: String) -> String {
      "srcset=\"\\.\\./assets/picture-360\\.[0-9a-f]{12}\\.\(kind) 360w, "
        + "\\.\\./assets/picture-720\\.[0-9a-f]{12}\\.\(kind) 720w\""
    }
    let plainSizes = NSRegularExpression.escapedPattern(for: sizes)
    for pattern in [
      "<figure class=\"picture\"><picture><source type=\"image/webp\" \(set("webp")) \(plainSizes)>"
        + "<img src=\"\\.\\./assets/picture-720\\.[0-9a-f]{12}\\.jpg\" \(set("jpg")) \(plainSizes)"
        + " width=\"720\" height=\"960\" alt=\"Một nửa xanh da trời, một nửa xanh lá\"></picture>"
        + "<figcaption>Hai &amp; màu</figcaption></figure>",
      "<p>Trong câu có <picture>.* width=\"720\" height=\"360\" alt=\"ô đỏ và xanh\" loading=\"lazy\">"
        + "</picture> nữa\\.</p>",
      "<figure class=\"picture\"><picture>.*alt=\"Lại ô đỏ và xanh\" loading=\"lazy\"></picture></figure>",
    ] {
      #expect(page.range(of: pattern, options: .regularExpression) != nil, "\(pattern)\n\(page)")
    }
  }

  @Test("Each file is there once, and all that the page names are there")
  func files() throws {
    let tree = try Self.site().built().edition("public")
    let files = tree.paths.filter { $0.hasPrefix("assets/picture-") }
    #expect(files.count == 8)
    let named = Set(
      tree["anh/index.html"].matches(of: #/\.\./(assets/picture-[^" ]*)/#).map { String($0.1) })
    #expect(named.sorted() == files)
  }

  @Test("Nothing of a file but its pixels is published: no place, maker, author, not its name")
  func secrets() throws {
    let site = try Self.site()
    let secrets = ["SecretCamera", "Nguyen Van An", "2025:07:30", "Exif", "nghieng", "hai-mau"]
    let content = Tree(site.root + "/content")
    #expect(content.paths(containing: "SecretCamera") != [])
    try site.built()
    for edition in ["public", "officials"] {
      let tree = site.edition(edition)
      for secret in secrets {
        #expect(tree.paths(containing: secret) == [], "\(secret)")
        #expect(!tree.paths.contains { $0.contains(secret) })
      }
    }
  }

  @Test("A picture of officials is in no file of the public edition")
  func audience() throws {
    let site = try Self.site()
    try site.edit("content/vi/anh.md", "title: Ảnh", "title: Ảnh\naudience: officials")
    try site.built()
    func pictures(_ edition: String) -> Int {
      site.edition(edition).paths.count { $0.hasPrefix("assets/picture-") }
    }
    #expect(pictures("public") == 0)
    #expect(pictures("officials") == 8)
  }

  @Test("The same bytes with one thread and four, with and without what is kept")
  func sameBytes() throws {
    let site = try Self.site().built("--jobs", "1")
    let first = site.edition("public")
    let kept = Self.kept(site)
    #expect(kept.paths.count == 2)
    try site.built("--jobs", "4", "--no-cache")
    #expect(site.edition("public") == first)
    #expect(Self.kept(site) == kept)
    for path in kept.paths { try site.write(".minhbach/pictures/" + path, "hỏng") }
    try site.built()
    #expect(site.edition("public") == first)
    #expect(Self.kept(site) == kept)
    try site.remove("content/vi/anh.md")
    try site.built()
    #expect(Self.kept(site).paths == [])
  }

  @Test("A check writes nothing")
  func check() throws {
    let site = try Self.site()
    #expect(try site.run("check").status == 0)
    #expect(Tree(site.root + "/.minhbach").paths == [])
  }

  @Test("Pictures that are heavy together are told, once, where it becomes too much")
  func weight() throws {
    let site = try Self.site()
    var state: UInt32 = 1
    for name in ["a", "b"] {
      // Nothing but noise: no way to pack it is light.
      let noise = MadePNG(360, 240) { _, _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return [UInt8(state >> 24), UInt8(state >> 16 & 255), UInt8(state >> 8 & 255)]
      }
      try site.write("content/vi/\(name).png", bytes: noise.bytes)
    }
    let text = "![Hạt](a.png)\n\n![Hạt](a.png)\n\n![Hạt khác](b.png)\n\n![Hạt khác](b.png)\n"
    try site.write("content/vi/x.md", "---\ntitle: x\n---\n" + text)
    let outcome = try site.run("check", "--lang", "en")
    #expect(outcome.status == 0)
    let findings = outcome.errors.matches(of: #/x\.md:(\d+):1: warning MB-PIC-006/#)
    #expect(findings.map(\.1) == ["8"], "\(outcome.errors)")
    #expect(try site.run("check", "--strict").status == 1)
  }
}
