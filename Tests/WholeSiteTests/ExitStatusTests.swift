import Foundation
import Testing

@Suite("The exit status tells what to do next")
struct ExitStatusTests {
  @Test("1: there is no site here; the message says how to start")
  func noSite() throws {
    let folder = temporaryFolder()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let vietnamese = try minhbach(["build", "--lang", "vi"], in: folder)
    #expect(vietnamese.status == 1)
    #expect(vietnamese.findings == ["MB-SITE-001"])
    #expect(vietnamese.errors.contains("Không có site.yaml trong thư mục “\(folder)”."))
    #expect(vietnamese.errors.contains("minhbach build --site THƯ-MỤC"))
    let english = try minhbach(["build", "--lang", "en"], in: folder)
    #expect(english.errors.contains("There is no site.yaml in the folder “\(folder)”."))
    #expect(english.errors.contains("minhbach build --site FOLDER"))
    #expect(Tree(folder).paths == [])
    let missing = try minhbach(["build", "--site", folder + "/nowhere"])
    #expect(missing.status == 1)
    #expect(missing.findings == ["MB-SITE-001"])
  }

  @Test(
    "2: wrong usage",
    arguments: [
      ["build", "--foo"], ["nonsense"], ["build", "--format", "xml"], ["build", "--jobs", "0"],
      ["build", "--jobs", "two"], ["build", "--as-of", "2025-02-30"], ["build", "--lang", "fr"],
      ["build", "--site"], ["check", "here"],
    ])
  func usage(arguments: [String]) throws {
    let outcome = try minhbach(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("Usage: minhbach"))
  }

  @Test("3: a table of persons that is finer than the edition allows")
  func refused() throws {
    let axes = try TestSite()
    try axes.edit("site.yaml", "{threshold: 11}", "{threshold: 11, maxAxes: 0}")
    let tooMany = try axes.run("build")
    #expect(tooMany.status == 3)
    #expect(tooMany.findings == ["seeds/tables.yaml:10:5 MB-DISC-001"])
    #expect(axes.edition("public").paths == [])

    let areas = try TestSite(fixture: "example-site")
    try areas.edit("seeds/tables.yaml", "editions: [officials]", "editions: [public, officials]")
    let tooFine = try areas.run("build")
    #expect(tooFine.status == 3)
    #expect(tooFine.findings == ["seeds/tables.yaml:23:5 MB-DISC-002"])
    #expect(areas.edition("public").paths == [])
  }

  @Test("4: the machine can't write where the output belongs")
  func machine() throws {
    let site = try TestSite()
    try site.write("output", "a file in the place of the folder")
    let outcome = try site.run("build")
    #expect(outcome.status == 4)
    #expect(outcome.findings == ["\(site.root)/output/.public.new MB-OUT-003"])
    #expect(try String(contentsOfFile: site.root + "/output", encoding: .utf8).hasPrefix("a file"))
  }

  @Test("The gravest mistake decides")
  func gravest() throws {
    let site = try TestSite()
    try site.edit("site.yaml", "{threshold: 11}", "{threshold: 11, maxAxes: 0}")
    try site.edit("content/vi/giup-do.md", "Gọi ngay.", "<b>Gọi ngay.</b>")
    #expect(try site.run("build").status == 3)
  }
}
