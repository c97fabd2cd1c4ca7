import Diagnostics
import Foundation
import Observations
import Testing

/// True counts of persons stay where they belong: neither in messages nor in git.
@Suite struct PrivacyTests {
  @Test func diagnosticsOfAnOfficialSiteAreConfidential() throws {
    let site = try SmallSite()
    try site.edit("seeds/data/people.csv", "2023,F,0-17,3", "2023,F,0-17,1.234")
    #expect(site.read().diagnostics.map(\.isConfidential) == [false])
    try site.edit("site.yaml", "dataStatus: sample", "dataStatus: official")
    let diagnostics = site.read().diagnostics
    #expect(diagnostics.map(\.isConfidential) == [true])
    let shown = diagnostics.map { $0.what.vi.text(showingSecrets: false) }
    #expect(shown == ["“•••” có thể là ••• (ngăn hàng nghìn) hoặc ••• (phần thập phân)."])
  }

  @Test func aDataFolderIsLookedUpFirst() throws {
    var site = try SmallSite()
    let rows = "period,sex,age,received\n2024,F,0-17,1\n2024,F,18+,2\n2024,M,0-17,3\n2024,M,18+,4\n"
    try site.edit("seeds/tables.yaml", ", pooled: [\"2023/2024\"]", "")
    // By its name alone, then by its path.
    site.data = site.root + "/elsewhere"
    try site.write("elsewhere/people.csv", rows)
    #expect(try site.seeds().text("by-sex") == ["2024 _T: 10", "2024 F: 3", "2024 M: 7"])
    try site.write("elsewhere/data/people.csv", rows.replacing("18+,2", with: "18+,9"))
    #expect(try site.seeds().text("by-sex") == ["2024 _T: 17", "2024 F: 10", "2024 M: 7"])
    site.data = site.root + "/nowhere"
    #expect(try site.seeds().text("by-sex").count == 6)
  }

  @Test func officialCountsOfPersonsAreNotTrackedByGit() throws {
    let site = try SmallSite()
    try site.edit("site.yaml", "dataStatus: sample", "dataStatus: official")
    #expect(site.read().diagnostics.map(\.line) == [])
    try git(site.root, "init", "--quiet")
    #expect(site.read().diagnostics.map(\.line) == [])
    try git(site.root, "add", "seeds/data/people.csv")
    #expect(
      site.read().diagnostics.map(\.line) == ["MB-PKG-011 seeds/datapackage.yaml:5:11"])
    try site.edit(
      "site.yaml", "dataStatus: official", "dataStatus: official\nprivateRepository: true")
    #expect(site.read().diagnostics.map(\.line) == [])
  }

  @Test func withoutGitItIsSaidThatNobodyKnows() {
    var diagnostics = Diagnostics()
    FileTracking(location: "seeds/data/a.csv", shown: "a.csv", program: "no-such-program")
      .check(at: Place(file: "seeds/datapackage.yaml"), into: &diagnostics)
    #expect(diagnostics.all.map(\.line) == ["MB-PKG-012 seeds/datapackage.yaml"])
    #expect(!diagnostics.hasErrors)
  }

  private func git(_ folder: String, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder] + arguments
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
