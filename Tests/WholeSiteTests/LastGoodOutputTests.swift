import Foundation
import Testing

@Suite("A build that fails leaves the last good output as it is")
struct LastGoodOutputTests {
  /// Path, what to replace, by what.
  static let mistakes = [
    ("content/vi/index.md", "giup-do.md", "khong-co.md"),
    ("content/vi/index.md", "theo-gioi", "theo-goi"),
    ("content/vi/giup-do.md", "title:", "titel:"),
    ("seeds/data/nan-nhan.csv", "2024,M,7", "2024,M"),
    ("seeds/tables.yaml", "sex: {}", "sx: {}"),
    ("site.yaml", "{threshold: 11}", "{threshold: 11, maxAxes: 0}"),
    ("site.yaml", "formatVersion: 1", "formatVersion: 2"),
  ]

  @Test("Byte for byte, both editions and what is kept about them", arguments: mistakes)
  func untouched(path: String, old: String, new: String) throws {
    let site = try TestSite().built()
    let output = Tree(site.root + "/output")
    let kept = Tree(site.root + "/.minhbach")
    try site.edit(path, old, new)
    let outcome = try site.run("build")
    #expect(outcome.status != 0)
    #expect(outcome.output == "")
    #expect(Tree(site.root + "/output") == output)
    #expect(Tree(site.root + "/.minhbach") == kept)
    let names = try FileManager.default.contentsOfDirectory(atPath: site.root + "/output")
    #expect(names.sorted() == ["officials", "public"])
  }

  @Test("Of two editions both change, or none")
  func bothOrNone() throws {
    let site = try TestSite().built()
    let before = Tree(site.root + "/output")
    // Wrong in the public edition alone: the table stands in the officials'.
    try site.edit(
      "seeds/tables.yaml", "columns: [sex]\n    editions: [public]",
      "columns: [sex]\n    editions: [officials]")
    let outcome = try site.run("build")
    #expect(outcome.findings == ["content/vi/index.md:6:13 MB-PAGE-005"])
    #expect(Tree(site.root + "/output") == before)
  }

  @Test("A page that is gone leaves nothing behind")
  func gone() throws {
    let site = try TestSite("-- content/vi/thua.md --\n---\ntitle: Thừa\n---\nx").built()
    #expect(site.edition("public").paths.contains("thua/index.html"))
    try site.remove("content/vi/thua.md")
    try site.built()
    #expect(site.edition("public").paths(containing: "thua") == [])
    #expect(site.edition("public") == (try TestSite().built().edition("public")))
  }

  @Test("What a killed build left beside the output is cleared away")
  func killed() throws {
    let site = try TestSite().built()
    try site.write("output/.public.new/half.html", "half")
    try site.built()
    #expect(Tree(site.root + "/output").paths(containing: "half") == [])
  }

  @Test("An output folder that holds something else is left alone")
  func notOurs() throws {
    let site = try TestSite("-- output/public/thu-cua-toi.txt --\nquan trọng")
    let outcome = try site.run("build")
    #expect(outcome.status == 1)
    #expect(outcome.findings == ["\(site.root)/output/public MB-OUT-002"])
    #expect(site.edition("public").paths == ["thu-cua-toi.txt"])
    let file = try TestSite("-- output/public --\nquan trọng")
    #expect(try file.run("build").findings == ["\(file.root)/output/public MB-OUT-002"])
    #expect(Tree(file.root + "/output")["public"] == "quan trọng")
  }

  @Test("Two builds of one site at once: one of them waits for nobody and says so")
  func lock() throws {
    let site = try TestSite()
    try site.built()
    let held = open(site.root + "/.minhbach/lock", O_RDWR)
    defer { close(held) }
    #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
    let outcome = try site.run("build")
    #expect(outcome.status == 4)
    #expect(outcome.findings == ["MB-OUT-004"])
    #expect(try site.run("check").status == 0)
  }
}
