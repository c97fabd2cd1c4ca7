import Foundation
import Testing

/// What a diagnostic proposes must work as it stands.
@Suite struct MendTests {
  func mend(of code: String, _ site: TestSite) throws -> String {
    let outcome = try site.run("check", "--lang", "en")
    let lines = outcome.errors.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.contains(code) }, "\(outcome.errors)")
    let mend = try #require(lines[start...].first { $0.contains("mend: ") })
    return String(mend)
  }

  @Test func `A misspelt link is answered with one that leads there`() throws {
    let site = try TestSite()
    try site.write("content/vi/thu-doan/bai.md", "---\ntitle: Bài\n---\n[x](../giup-do2.md)\n")
    #expect(try mend(of: "MB-MD-012", site).contains("“../giup-do.md”"))
    try site.edit("content/vi/thu-doan/bai.md", "../giup-do2.md", "../giup-do.md")
    #expect(try site.run("check").status == 0)
  }

  @Test func `A period that is not there is never answered with another one`() throws {
    let site = try TestSite()
    try site.edit("content/vi/index.md", "period=2024]", "period=2026]")
    let mend = try mend(of: "MB-PAGE-006", site)
    #expect(!mend.contains("Did you mean"))
    #expect(mend.contains("2024"))
  }

  @Test func `A line that ends as Windows writes it is shown too`() throws {
    let site = try TestSite()
    try site.write(
      "content/vi/giup-do.md", "---\r\ntitle: Giúp đỡ\r\n---\r\n<b>Gọi</b> ngay.\r\n")
    #expect(try site.run("check", "--lang", "en").errors.contains("4 | <b>Gọi</b> ngay."))
  }

  @Test func `The private folder keeps itself out of git`() throws {
    let site = try TestSite().built()
    let folder = site.root + "/.minhbach"
    #expect(try String(contentsOfFile: folder + "/.gitignore", encoding: .utf8) == "*\n")
    let proofs = folder + "/public/disclosure.json"
    let attributes = try FileManager.default.attributesOfItem(atPath: proofs)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }
}

@Suite struct IndicatorPageTests {
  @Test func `An indicator shows its breakdowns and the pages that belong to it`() throws {
    let site = try TestSite(fixture: "example-site")
    let path = "seeds/indicators/ti-le-ho-tro.yaml"
    try site.edit(
      path, "proxy: false",
      "proxy: false\nbreakdowns: [tiep-nhan-theo-gioi-tuoi]\nrelated: [thu-doan/viec-nhe-luong-cao.md]"
    )
    let page = try #require(
      try site.built().edition("public").pages.first {
        $0.path == "chi-tieu/ti-le-ho-tro/index.html"
      }
    ).html
    #expect(page.contains("id=\"part-tiep-nhan-theo-gioi-tuoi\""))
    #expect(page.contains("href=\"../../thu-doan/viec-nhe-luong-cao/index.html\""))
  }

  @Test func `A related page that is not there is told`() throws {
    let site = try TestSite(fixture: "example-site")
    try site.edit(
      "seeds/indicators/ti-le-ho-tro.yaml", "proxy: false", "proxy: false\nrelated: [khong-co]")
    #expect(try site.run("check").findings.contains { $0.contains("MB-PAGE-008") })
  }
}
