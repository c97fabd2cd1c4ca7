import Foundation
import Testing

/// `docs/template-names.md` says of every name what pages really give.
@Suite("Names that templates may use")
struct TemplateNamesTests {
  private static let repository = URL(filePath: fixtures)
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static func page() throws -> String {
    try String(contentsOfFile: repository + "/docs/template-names.md", encoding: .utf8)
  }

  @Test("The page is what the program prints")
  func page() throws {
    #expect(
      try minhbach(["names"]).output == Self.page(), "minhbach names > docs/template-names.md")
  }

  @Test("Each name that a page gives is documented, with its type")
  func given() throws {
    let documented = try Documented(Self.page())
    var seen: Set<String> = []
    var filled: Set<String> = []
    for line in try Self.sites().flatMap({ try $0.names() }) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(fields.count == 5, "\(line)")
      let (kind, path, type) = (fields[0], fields[1], fields[2])
      let entry = documented.entry(path, of: kind)
      #expect(entry != nil, "\(kind): \(path) is not documented")
      guard let entry else { continue }
      #expect(type == entry.type || type == "nothing", "\(kind): \(path)")
      let isNothing = fields[3] == "–" && type != "list" && type != "html"
      #expect(entry.mayBeNothing || !isNothing, "\(kind): \(path) had nothing to say")
      seen.insert(entry.section + " " + path)
      if type != "nothing" { filled.insert(entry.section + " " + path) }
    }
    // What lies in something that no page of these sites has can't be seen.
    let missing = documented.names.subtracting(seen).filter { name in
      let path = name.split(separator: " ").last.map(String.init) ?? ""
      guard let dot = path.lastIndex(of: ".") else { return true }
      return filled.contains(String(name.dropLast(path.count)) + path[..<dot])
    }
    #expect(missing == [])
    #expect(filled.count > 180)
  }

  /// The example, the repository's own site, and one with what neither has.
  private static func sites() throws -> [NamedSite] {
    let small = try TestSite(
      """
      -- content/en/index.md --
      ---
      title: Home
      translationOf: vi/index.md
      ---
      Text.
      -- content/en/help.md --
      ---
      title: Help
      translationOf: vi/giup-do.md
      ---
      Call.
      -- content/vi/giup-do.md --
      ---
      title: Giúp đỡ
      aliases: [cu]
      updatedOn: 2025-05-02
      reviewDue: 2025-01-01
      tags: [viec-lam]
      ---
      Gọi ngay.
      -- seeds/registries/tags.yaml --
      tags:
        - {id: viec-lam, label: {vi: Việc làm, en: Work}}
      -- seeds/registries/campaigns.yaml --
      campaigns:
        - id: nam-2025
          year: 2025
          day: 2025-06-30
          theme: {vi: Chủ đề, en: Theme}
          peakFrom: 2025-06-01
          peakTo: 2025-06-30
          report: {releasedBy: so-y-te, releasedOn: 2025-06-15, document: Báo cáo}
          activities: [{text: Mít tinh}, {text: Truyền thông, value: 12, unit: events}]
          poster: {title: {en: Ask first.}, lead: Hãy dừng lại., points: [Tôi giữ giấy tờ.]}
        - {id: nam-2024, year: 2024, day: 2024-07-30, theme: {en: Theme}}
      -- seeds/registries/hotlines.yaml --
      hotlines:
        - {id: nha, number: "111", name: {vi: Tổng đài}, reach: domestic, free: true, show: true, verifiedBy: Sở, verifiedOn: 2025-01-01}
        - {id: xa, number: "+84 24 0000", name: {vi: Trực}, reach: abroad, show: true, verifiedBy: Sở, verifiedOn: 2025-01-01}
      """)
    try small.edit("site.yaml", "languages: [vi]", "languages: [vi, en]")
    let example = try TestSite(fixture: "example-site")
    return [
      NamedSite(root: repository, site: nil), NamedSite(root: small.root, site: small),
      NamedSite(root: example.root, site: example),
    ]
  }

  private struct NamedSite {
    let root: String
    /// Kept as long as it is in use.
    let site: TestSite?

    func names() throws -> [String] {
      let outcome = try minhbach(["names", "--of-site", "--site", root, "--lang", "en"])
      try #require(outcome.status == 0, "\(outcome.errors)")
      return outcome.output.split(separator: "\n").map(String.init)
    }
  }
}

/// The tables of the page, by heading.
private struct Documented {
  struct Entry {
    let section: String
    let type: String
    let mayBeNothing: Bool
    let kinds: [String]
  }

  private(set) var entries: [String: [Entry]] = [:]
  private(set) var names: Set<String> = []

  init(_ page: String) throws {
    var section = ""
    let row = #/^\| `([^`]+)` \| (\w+)( –)? \| (.*?)(?: \(([a-z, -]+)\))? \|$/#
    for line in page.split(separator: "\n").map(String.init) {
      if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
      guard let match = line.wholeMatch(of: row) else { continue }
      let path = String(match.1)
      let kinds = match.5.map { $0.split(separator: ", ").map(String.init) } ?? []
      entries[path, default: []].append(
        Entry(
          section: section, type: String(match.2), mayBeNothing: match.3 != nil, kinds: kinds))
      names.insert(section + " " + path)
    }
  }

  func entry(_ path: String, of kind: String) -> Entry? {
    let first = path.split(separator: ".").first.map(String.init) ?? path
    return entries[path]?.first { entry in
      switch entry.section {
      case "Every page": true
      case "Several kinds of pages":
        entries[first]?.first { $0.section == entry.section }?.kinds.contains(kind) == true
      default: entry.section.contains("pages/\(kind).mustache")
      }
    }
  }
}
