import Foundation
import Testing

@Suite("True figures: what a run may say about them, and where they may lie")
struct ConfidentialityTests {
  /// Ways to get a figure into a place where a message might quote it. The figure is 77377.
  static let mistakes: [(line: String, code: String)] = [
    ("2024,M,-77377", "MB-DATA-004"), ("2024,M,77.377", "MB-DATA-003"),
    ("2024,M,77377 người", "MB-DATA-002"), ("2024,M,77377000000000000000", "MB-DATA-005"),
    ("2024,77377,7", "MB-DATA-006"), ("77377,M,7", "MB-DATA-007"),
    ("2024,M,77377,77377", "MB-CSV-006"), ("2024,M,77377\"", "MB-CSV-005"),
    ("2024,M,\"77377", "MB-CSV-003"), ("2024,M,7\n2024,M,77377", "MB-DATA-009"),
    ("2024,M,77377\n2024,_T,1", "MB-DATA-010"), ("2024,M,77377\n\n2024,_T,77418", "MB-CSV-009"),
  ]

  @Test("A mistake in an official site's figures is told without the figure", arguments: mistakes)
  func noValue(line: String, code: String) throws {
    let site = try official()
    try site.edit("seeds/data/nan-nhan.csv", "2024,M,7", line)
    for (format, language) in [
      ("text", "vi"), ("text", "en"), ("json", "vi"), ("sarif", "en"), ("github", "en"),
    ] {
      let outcome = try site.run("check", "--format", format, "--lang", language)
      let said = outcome.output + outcome.errors
      #expect(outcome.status == 1)
      #expect(said.contains(code), "\(format)")
      #expect(said.contains("seeds/data/nan-nhan.csv"), "\(format)")
      #expect(!said.contains("77377") && !said.contains("77.377"), "\(format): \(said)")
    }
  }

  @Test("Nor by a file that lost its first line, whose figures then look like names")
  func noHeader() throws {
    let site = try official()
    try site.write("seeds/data/nan-nhan.csv", "2024,M,77377\n2024,F,40\n")
    let outcome = try site.run("check", "--lang", "en")
    #expect(outcome.findings.contains("seeds/data/nan-nhan.csv:1:8 MB-PKG-006"))
    #expect(!outcome.errors.contains("77377"))
    try site.write("seeds/data/nan-nhan.csv", "2024,77377,77377\n2024,F,40\n")
    #expect(!(try site.run("check").errors.contains("77377")))
  }

  @Test("--show-values shows it; where CI is set it is refused, for logs outlive the run")
  func showValues() throws {
    let site = try official()
    try site.edit("seeds/data/nan-nhan.csv", "2024,M,7", "2024,M,-77377")
    let shown = try site.run("check", "--show-values", "--lang", "en")
    #expect(shown.errors.contains("“-77377” is below zero."))
    #expect(shown.errors.contains("  5 | 2024,M,-77377\n"))
    let refused = try site.run("check", "--show-values", environment: ["CI": "true"])
    #expect(refused.status == 2)
    #expect(!refused.errors.contains("77377"))
    #expect(try site.run("check", "--show-values", environment: ["CI": ""]).status == 1)
  }

  @Test("A sample site's figures are no secret")
  func sample() throws {
    let site = try TestSite()
    try site.edit("seeds/data/nan-nhan.csv", "2024,M,7", "2024,M,-77377")
    #expect(try site.run("check").errors.contains("“-77377”"))
  }

  // MARK: - In version control

  static let hasGit = FileManager.default.isExecutableFile(atPath: "/usr/bin/git")

  @Test("Git may not track figures of an official site", .enabled(if: hasGit))
  func tracked() throws {
    let site = try official()
    try run("/usr/bin/git", ["init", "--quiet", site.root])
    #expect(try site.run("check").status == 0)
    try run("/usr/bin/git", ["-C", site.root, "add", "seeds/data/nan-nhan.csv"])
    let tracked = try site.run("check", "--lang", "en")
    #expect(tracked.status == 1)
    #expect(tracked.findings == ["seeds/datapackage.yaml:5:11 MB-PKG-011"])
    #expect(tracked.errors.contains("git rm --cached"))
    // A file outside the repository wins over the one that is tracked.
    let elsewhere = site.home + "/elsewhere"
    try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: site.root + "/seeds/data/nan-nhan.csv", toPath: elsewhere + "/nan-nhan.csv")
    #expect(try site.run("check", "--data", elsewhere).status == 0)
    try site.edit("site.yaml", "asOf:", "privateRepository: true\nasOf:")
    #expect(try site.run("check").status == 0)
  }

  @Test("A sample site's figures may be tracked", .enabled(if: hasGit))
  func trackedSample() throws {
    let site = try TestSite()
    try run("/usr/bin/git", ["init", "--quiet", site.root])
    try run("/usr/bin/git", ["-C", site.root, "add", "."])
    #expect(try site.run("check").status == 0)
  }

  private func official() throws -> TestSite {
    let site = try TestSite()
    try site.edit("site.yaml", "dataStatus: sample", "dataStatus: official")
    return site
  }
}
