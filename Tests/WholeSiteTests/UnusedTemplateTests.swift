import Testing

/// A site with templates of its own in `mau/`.
private func site(_ files: [String: String]) throws -> TestSite {
  let site = try TestSite()
  try site.edit("site.yaml", "asOf:", "templates: mau\nasOf:")
  for (path, text) in files { try site.write("mau/" + path, text) }
  return site
}

@Suite("Files among a site's own templates that no page uses")
struct UnusedTemplateTests {
  @Test(arguments: [
    ("layuot.mustache", "layouts/page.mustache"),
    ("layouts/pgae.mustache", "layouts/page.mustache"),
    ("page/home.mustache", "pages/home.mustache"),
    ("pages/contnet.mustache", "pages/content.mustache"),
    ("partials/crumb.mustache", "partials/crumbs.mustache"),
    ("style/90-print.css", "styles/90-print.css"),
    ("scripts/sites.js", "scripts/site.js"),
    ("strings/vi.yml", "strings/vi.yaml"),
    ("pages/home.html", "pages/home.mustache"),
  ])
  func `A misspelt name is told with the one that is meant`(
    _ path: String, _ meant: String
  ) throws {
    let outcome = try site([path: "x"]).run("check", "--lang", "en")
    #expect(outcome.status == 0)
    #expect(outcome.findings == ["mau/\(path) MB-TPL-007"])
    #expect(outcome.errors.contains("Did you mean “\(meant)”?"), "\(outcome.errors)")
  }

  @Test(arguments: [
    ("partials/cua-tinh.mustache", "{{> cua-tinh}}"),
    ("strings/km.yaml", "Add “km” to “languages”"),
    ("styles/thu-muc/xanh-nhat.css", "Move the file to styles/"),
    ("fonts/chu.woff2", "In use are layouts/page.mustache"),
  ])
  func `So is what has no such name, with what can be done`(
    _ path: String, _ mend: String
  ) throws {
    let outcome = try site([path: "x"]).run("check", "--lang", "en")
    #expect(outcome.findings == ["mau/\(path) MB-TPL-007"])
    #expect(outcome.errors.contains(mend), "\(outcome.errors)")
    #expect(!outcome.errors.contains("Did you mean"))
  }

  @Test func `What pages use is fine: own partials of partials, styles, files of the program`()
    throws
  {
    let site = try site([
      "pages/content.mustache": "{{#page}}{{> ngoai}}{{/page}}<h1>{{page.title}}</h1>",
      "partials/ngoai.mustache": "{{^sample}}{{> trong}}{{/sample}}",
      "partials/trong.mustache": "<p>x</p>",
      "partials/crumbs.mustache": "", "styles/99-cua-tinh.css": "p { color: red; }",
      "strings/en.yaml": "x", "README.md": "Ghi chú", "images/icon.svg": "<svg/>",
    ])
    #expect(try site.run("check", "--strict").findings == [])
    // The inner partial is used by nobody as soon as the outer one is not.
    try site.write("mau/pages/content.mustache", "<h1>{{page.title}}</h1>")
    let outcome = try site.run("check", "--strict", "--lang", "en")
    #expect(outcome.status == 1)
    #expect(
      outcome.findings == [
        "mau/partials/ngoai.mustache MB-TPL-007", "mau/partials/trong.mustache MB-TPL-007",
      ])
  }
}
