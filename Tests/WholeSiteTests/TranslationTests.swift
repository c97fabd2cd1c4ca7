import Testing

/// The small site in two languages: one table of two has a title in English, and one measure.
private func site(_ archive: String = "") throws -> TestSite {
  let site = try TestSite(
    """
    -- content/en/index.md --
    ---
    title: Home
    translationOf: vi/index.md
    ---
    Text.
    \(archive)
    """)
  try site.edit("site.yaml", "languages: [vi]", "languages: [vi, en]")
  try site.edit("seeds/tables.yaml", "title: Theo năm", "title: {vi: Theo năm, en: By year}")
  return site
}

private let page = "---\ntitle: Help\ntranslationOf: vi/giup-do.md\n---\nCall.\n"

@Suite("Translations: pages of figures, switch of languages, old translations")
struct TranslationTests {
  @Test func `Pages of figures stand in each language that has a home page and their titles`()
    throws
  {
    let site = try site()
    let edition = try site.built().edition("public")
    #expect(edition.paths.contains("en/tables/index.html"))
    #expect(edition.paths.contains("en/tables/theo-nam/index.html"))
    #expect(!edition.paths.contains("en/tables/theo-gioi/index.html"))
    try site.remove("content/en/index.md")
    #expect(try !site.built().edition("public").paths.contains { $0.hasPrefix("en/") })
  }

  @Test func `Pages of a language without a home page are an error`() throws {
    let site = try site("-- content/en/help.md --\n" + page)
    try site.remove("content/en/index.md")
    #expect(try site.run("check").findings.first == "content/en MB-PAGE-003")
  }

  @Test func `A page leads to its translation, or says that there is none`() throws {
    let edition = try site().built().edition("public")
    let translated = edition["bang-so-lieu/theo-nam/index.html"]
    #expect(
      translated.contains(
        "<a href=\"../../en/tables/theo-nam/index.html\" lang=\"en\" hreflang=\"en\">English</a>"))
    #expect(
      translated.contains(
        "hreflang=\"en\" href=\"https://example.org/en/tables/theo-nam/index.html\""))
    #expect(
      edition["en/tables/theo-nam/index.html"].contains(
        "<a href=\"../../../bang-so-lieu/theo-nam/index.html\" lang=\"vi\" hreflang=\"vi\">"))
    let alone = edition["bang-so-lieu/theo-gioi/index.html"]
    #expect(
      alone.contains(
        "<a href=\"../../en/index.html\" lang=\"en\" hreflang=\"en\">English<span class=\"vh\"> (home page, as this page is not translated)</span></a>"
      ))
    #expect(!alone.contains("<link rel=\"alternate\" hreflang"))
  }

  @Test func `What is not translated names its language; titles of fields can be`() throws {
    let site = try site()
    let before = try site.built().edition("public")["en/tables/theo-nam/index.html"]
    #expect(before.contains("<span lang=\"vi\">Được tiếp nhận</span>"))
    #expect(before.contains("<span lang=\"vi\">Tiếp nhận trên địa bàn</span>"))
    try site.edit(
      "seeds/datapackage.yaml", "minhbach: {role: measure,",
      "minhbach: {title: {en: Received}, role: measure,")
    let after = try site.built().edition("public")["en/tables/theo-nam/index.html"]
    #expect(after.contains(">Received<") && !after.contains("Được tiếp nhận"))
  }

  @Test func `A translation older than its original is reported and says so`() throws {
    let site = try site("-- content/en/help.md --\n" + page)
    try site.edit(
      "content/vi/giup-do.md", "title: Giúp đỡ", "title: Giúp đỡ\nupdatedOn: 2025-05-02")
    #expect(try site.run("check").findings == ["content/en/help.md:2:1 MB-PAGE-013"])
    #expect(try site.run("check", "--strict").status == 1)
    let said = "The original of this page changed on 02/05/2025. This translation is older."
    #expect(try site.built().edition("public")["en/help/index.html"].contains(said))
    try site.edit("content/en/help.md", "title: Help", "title: Help\nupdatedOn: 2025-05-02")
    #expect(try site.run("check", "--strict").findings == [])
    #expect(try !site.built().edition("public")["en/help/index.html"].contains(said))
  }

  @Test func `A change after the day of the report makes no translation old`() throws {
    let site = try site("-- content/en/help.md --\n" + page)
    try site.edit(
      "content/vi/giup-do.md", "title: Giúp đỡ", "title: Giúp đỡ\nupdatedOn: 2025-09-01")
    #expect(try site.run("check", "--strict").findings == [])
  }
}
