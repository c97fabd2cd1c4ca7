import Foundation
import Testing

/// `.minhbach/` is the builder's own, and yet somebody may touch it.
@Suite("What is kept in .minhbach, when it is not as it was written")
struct KeptPatternFileTests {
  private let file = ".minhbach/public/patterns.txt"

  /// Runs a build over what a site has kept; its output must be that of a site without.
  private func build(_ site: TestSite, _ arguments: String...) throws -> Outcome {
    let outcome = try minhbach(["build", "--site", site.root, "--lang", "en"] + arguments)
    let plain = try TestSite().built()
    for edition in ["public", "officials"] {
      #expect(site.edition(edition) == plain.edition(edition))
    }
    return outcome
  }

  @Test("A file that was edited is set aside with a note, and the build goes on, also --strict")
  func edited() throws {
    let site = try TestSite().built()
    let whole = try String(contentsOfFile: site.root + "/" + file, encoding: .utf8)
    let rubbish = String(repeating: "\u{7F}\0", count: 500)
    for text in [whole.replacing("0", with: "1"), String(whole.dropLast(50)), rubbish, ""] {
      try site.write(file, text)
      let outcome = try build(site, "--strict")
      #expect(outcome.status == 0)
      #expect(outcome.findings == ["\(file) MB-DISC-015"])
      #expect(try String(contentsOfFile: site.root + "/" + file, encoding: .utf8) == whole)
      #expect(try build(site).errors == "", "the file is whole again")
    }
    try site.write(file, rubbish)
    #expect(try build(site, "--no-cache").errors == "", "nobody reads it")
  }

  @Test("So is the file of another edition, and one that is no text")
  func foreign() throws {
    let site = try TestSite().built()
    let other = try String(
      contentsOfFile: site.root + "/.minhbach/officials/patterns.txt", encoding: .utf8)
    try site.write(file, other)
    let outcome = try build(site)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("“officials”"))
    try site.write(file, bytes: (0..<4_000).map { UInt8(truncatingIfNeeded: $0 * $0 % 251) })
    #expect(try build(site).findings == ["\(file) MB-DISC-015"])
  }

  @Test("A folder where the file should be: the tables are right, and the machine is to blame")
  func folder() throws {
    let site = try TestSite().built()
    try site.remove(file)
    try site.write(file + "/x", "x")
    let outcome = try build(site)
    #expect(outcome.status == 4)
    #expect(outcome.findings == ["\(site.root)/\(file) MB-OUT-003"])
  }

  @Test("A private folder that can't be made: nothing is written", arguments: ["", "/public"])
  func unwritable(below: String) throws {
    let site = try TestSite()
    try site.write(".minhbach" + below, "no folder")
    let outcome = try site.run("build")
    #expect(outcome.status == 4)
    #expect(outcome.findings.allSatisfy { $0.hasSuffix("MB-OUT-003") })
    #expect(Tree(site.root + "/output").paths == [])
    let check = try site.run("check")
    #expect(check.status == 0)
  }
}
