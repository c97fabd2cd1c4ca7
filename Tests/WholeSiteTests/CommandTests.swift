import Foundation
import Testing

@Suite("The command")
struct CommandTests {
  @Test("check does everything and writes nothing")
  func check() throws {
    let site = try TestSite(fixture: "example-site")
    let before = Tree(site.root)
    let outcome = try site.run("check", "--lang", "en")
    #expect(outcome.status == 0)
    #expect(outcome.output == "The site has no errors.\n")
    #expect(Tree(site.root) == before)
    #expect(!FileManager.default.fileExists(atPath: site.root + "/.minhbach"))
    #expect(!FileManager.default.fileExists(atPath: site.root + "/output"))
  }

  @Test("check finds what build finds")
  func checkFindsTheSame() throws {
    let site = try TestSite()
    try site.edit("content/vi/index.md", "giup-do.md", "giup-di.md")
    let check = try site.run("check")
    let build = try site.run("build")
    #expect(check.findings == ["content/vi/index.md:9:1 MB-MD-012"])
    #expect(check.errors == build.errors)
    #expect(check.status == 1 && build.status == 1)
  }

  @Test("--edition builds one edition and leaves the other as it is")
  func edition() throws {
    let site = try TestSite()
    let outcome = try site.run("build", "--edition", "public", "--lang", "en")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("Edition “public”"))
    #expect(!outcome.output.contains("officials"))
    #expect(!site.edition("public").paths.isEmpty)
    #expect(site.edition("officials").paths.isEmpty)
    // What the public one hides doesn't depend on whether the other is built.
    let both = try TestSite().built()
    #expect(site.edition("public") == both.edition("public"))
    let unknown = try site.run("build", "--edition", "offcials", "--lang", "en")
    #expect(unknown.status == 1)
    #expect(unknown.findings == ["site.yaml MB-CLI-001"])
    #expect(unknown.errors.contains("Did you mean “officials”?"))
  }

  @Test("--as-of is the date of the build")
  func asOf() throws {
    let site = try TestSite(
      """
      -- content/vi/moi.md --
      ---
      title: Trang mới
      publishOn: 2025-09-01
      ---
      Từ tháng chín.
      """)
    #expect(!(try site.built().edition("public").paths.contains("moi/index.html")))
    try site.built("--as-of", "2025-09-01")
    #expect(site.edition("public").paths.contains("moi/index.html"))
    #expect(site.edition("public")["data/index.json"].contains("\"asOf\": \"2025-09-01\""))
    try site.edit("site.yaml", "asOf: 2025-06-30\n", "")
    #expect(try site.run("check").findings == ["site.yaml:1:1 MB-SITE-002"])
    #expect(try site.run("check", "--as-of", "2025-06-30").status == 0)
  }

  @Test("--data, or MINHBACH_DATA, names a folder where data files are looked up first")
  func dataFolder() throws {
    let site = try TestSite()
    let elsewhere = site.home + "/elsewhere/data"
    try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
    try "period,sex,received\n2024,F,123\n2024,M,456\n".write(
      toFile: elsewhere + "/nan-nhan.csv", atomically: true, encoding: .utf8)
    func total() -> Bool {
      site.edition("public")["data/theo-nam.csv"].contains("2024,received,579,")
    }
    try site.built()
    #expect(!total())
    try site.built("--data", site.home + "/elsewhere")
    #expect(total())
    try site.built()
    #expect(!total())
    let outcome = try minhbach(
      ["build"], in: site.root, environment: ["MINHBACH_DATA": "../elsewhere"])
    #expect(outcome.status == 0)
    #expect(total())
    // Only there: the site's own folder has no figures.
    try site.remove("seeds/data/nan-nhan.csv")
    try site.built("--data", site.home + "/elsewhere/data")
    #expect(total())
    #expect(try site.run("check").findings == ["seeds/datapackage.yaml:5:11 MB-PKG-003"])
  }

  @Test("--strict fails on a warning, and then writes no edition")
  func strict() throws {
    let site = try TestSite(
      """
      -- content/vi/cu.md --
      ---
      title: Trang cũ
      reviewDue: 2025-01-01
      ---
      Đã lâu.
      """)
    let strict = try site.run("build", "--strict", "--lang", "en")
    #expect(strict.status == 1)
    #expect(strict.findings == ["content/vi/cu.md:2:1 MB-PAGE-012"])
    #expect(strict.errors.contains("1 warning."))
    #expect(Tree(site.root + "/output").paths.isEmpty)
    let plain = try site.run("build", "--lang", "en")
    #expect(plain.status == 0)
    #expect(plain.findings == strict.findings)
    #expect(site.edition("public")["cu/index.html"].contains("01/01/2025"))
  }

  @Test("--quiet prints diagnostics only; --timings prints the steps")
  func quietAndTimings() throws {
    let site = try TestSite()
    let quiet = try site.run("build", "--quiet")
    #expect(quiet.status == 0 && quiet.output == "" && quiet.errors == "")
    let timed = try site.run("check", "--timings")
    #expect(timed.errors.split(separator: "\n").count >= 5)
    #expect(timed.errors.split(separator: "\n").allSatisfy { $0.contains(/^ *[0-9]+ ms  ./) })
    try site.edit("content/vi/index.md", "giup-do.md", "giup-di.md")
    #expect(try site.run("build", "--quiet").findings == ["content/vi/index.md:9:1 MB-MD-012"])
  }

  @Test("--lang decides the language of messages, or else the locale does")
  func language() throws {
    let site = try TestSite()
    try site.edit("content/vi/index.md", "giup-do.md", "giup-di.md")
    func firstLine(_ language: String?, _ locale: [String: String]) throws -> String {
      let arguments = language.map { ["--lang", $0] } ?? []
      let outcome = try minhbach(
        ["check", "--site", site.root] + arguments, environment: locale)
      return String(outcome.errors.split(separator: "\n").first ?? "")
    }
    let vi = "content/vi/index.md:9:1: lỗi MB-MD-012: Liên kết “giup-di.md” không dẫn đến đâu."
    let en = "content/vi/index.md:9:1: error MB-MD-012: The link “giup-di.md” leads nowhere."
    #expect(try firstLine("vi", [:]) == vi)
    #expect(try firstLine("en", ["LANG": "vi_VN.UTF-8"]) == en)
    #expect(try firstLine(nil, ["LANG": "vi_VN.UTF-8"]) == vi)
    #expect(try firstLine(nil, ["LANG": "vi_VN.UTF-8", "LC_ALL": "C"]) == en)
    #expect(try firstLine(nil, [:]) == en)
  }

  @Test("A diagnostic shows the line, a caret, why it matters and how to mend it")
  func caret() throws {
    let site = try TestSite()
    try site.edit("content/vi/index.md", "table id=theo-gioi", "table id=theo-goi")
    #expect(
      try site.run("check", "--lang", "vi").errors == """
        content/vi/index.md:6:13: lỗi MB-PAGE-004: Không có bảng “theo-goi”.
          6 | ```table id=theo-goi
                          ^
          vì sao: Chỉ bảng khai trong seeds/tables.yaml mới được công bố.
          cách sửa: Có phải là “theo-gioi”?

        1 lỗi.

        """)
  }

  @Test("A site without a quick exit is warned")
  func quickExit() throws {
    let site = try TestSite()
    try site.edit("site.yaml", "quickExit: https://vi.wikipedia.org/\n", "")
    #expect(try site.run("check").findings == ["site.yaml MB-PAGE-014"])
    #expect(try site.run("check", "--strict").status == 1)
  }

  @Test("--help names what there is, and nothing that is not built yet")
  func help() throws {
    let help = try minhbach(["--help"])
    #expect(help.status == 0)
    let commands = help.output.matches(of: /\n  ([a-z]+) {4,}\S/).map { String($0.1) }
    #expect(commands == ["build", "check", "audit", "explain", "names"])
    for absent in ["serve", "freeze", "verify", "import", "template", "new"] {
      let outcome = try minhbach([absent])
      #expect(outcome.status == 2, "\(absent)")
      #expect(!help.output.contains("  \(absent) "), "\(absent)")
    }
    for command in commands where command != "audit" {
      let options = try minhbach([command, "--help"]).output
      for option in [
        "--site", "--edition", "--data", "--as-of", "--strict", "--jobs", "--no-cache", "--timings",
        "--format", "--lang", "--quiet", "--show-values",
      ] {
        #expect(options.contains(option), "\(command) \(option)")
      }
      #expect(!options.contains("--port"))
    }
    let options = try minhbach(["audit", "--help"]).output
    for option in ["--earlier", "--lattice", "--jobs", "--format", "--lang", "--quiet"] {
      #expect(options.contains(option), "audit \(option)")
    }
  }

  @Test("--version")
  func version() throws {
    let outcome = try minhbach(["--version"])
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
  }

  // MARK: - Forms of diagnostics

  @Test("--format json is a JSON array, also where nothing is wrong")
  func json() throws {
    let site = try TestSite()
    func parse(_ outcome: Outcome) throws -> [[String: Any]] {
      #expect(outcome.errors == "")
      let parsed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
      return try #require(parsed as? [[String: Any]])
    }
    #expect(try parse(site.run("check", "--format", "json")).isEmpty)
    try site.edit("content/vi/index.md", "giup-do.md", "giup-di.md")
    let found = try parse(site.run("build", "--format", "json", "--lang", "en"))
    let entry = try #require(found.first)
    #expect(found.count == 1)
    #expect(
      Set(entry.keys) == ["code", "severity", "file", "line", "column", "what", "why", "mend"])
    #expect(entry["code"] as? String == "MB-MD-012")
    #expect(entry["severity"] as? String == "error")
    #expect(entry["file"] as? String == "content/vi/index.md")
    #expect(entry["line"] as? Int == 9)
    #expect(entry["column"] as? Int == 1)
    #expect(entry["what"] as? String == "The link “giup-di.md” leads nowhere.")
  }

  @Test("--format sarif is a SARIF 2.1.0 log")
  func sarif() throws {
    let site = try TestSite()
    try site.edit("content/vi/index.md", "giup-do.md", "giup-di.md")
    let outcome = try site.run("check", "--format", "sarif")
    #expect(outcome.status == 1)
    let log = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(result["ruleId"] as? String == "MB-MD-012")
    #expect(result["level"] as? String == "error")
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect((driver["rules"] as? [[String: Any]])?.map { $0["id"] as? String } == ["MB-MD-012"])
  }

  @Test("--format github is a workflow command a line")
  func github() throws {
    let site = try TestSite()
    try site.edit("content/vi/index.md", "giup-do.md", "giup-di.md")
    let outcome = try site.run("check", "--format", "github", "--lang", "en")
    let start = "::error file=content/vi/index.md,line=9,col=1,title=MB-MD-012::The link"
    #expect(outcome.output.hasPrefix(start))
    #expect(outcome.output.split(separator: "\n").count == 1)
  }
}
