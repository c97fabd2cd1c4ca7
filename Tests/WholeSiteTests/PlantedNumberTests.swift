import Foundation
import Testing

/// The number of a hidden cell, put into a file of each kind that an edition is made of: the audit
/// finds it, and names the file.
@Suite("minhbach audit: a number planted in a file of each kind")
struct PlantedNumberTests {
  private let edition = "output/public/"
  private let table = "tiep-nhan-theo-gioi-tuoi"

  private func built() throws -> TestSite { try TestSite(fixture: "example-site").built() }

  private func audit(_ site: TestSite) throws -> Outcome {
    try minhbach(["audit", site.root + "/" + edition, "--lang", "en"])
  }

  /// The first row of a hidden cell, with a number in place of the mark.
  private func row(_ site: TestSite, _ number: String = "7") throws -> String {
    let csv = site.edition("public")["data/\(table).csv"]
    let hidden = try #require(csv.split(separator: "\r\n").first { $0.contains(",,c,") })
    let start = hidden[..<(try #require(hidden.range(of: ",,c,")).lowerBound)]
    return start + "," + number
  }

  /// Adds text at the end of a file, which may be new.
  private func append(_ text: String, to path: String, of site: TestSite) throws {
    let location = site.root + "/" + edition + path
    let old = (try? String(contentsOfFile: location, encoding: .utf8)) ?? ""
    try site.write(edition + path, old + text)
  }

  private func paths(of site: TestSite, _ suffix: String) -> [String] {
    site.edition("public").paths.filter { $0.hasSuffix(suffix) }.sorted()
  }

  @Test("Every kind of file that an edition has is one that is tried here")
  func kinds() throws {
    let kinds = Set(
      try built().edition("public").paths.map { path in
        let name = path.split(separator: "/").last ?? ""
        return name.contains(".") ? String(name.split(separator: ".").last ?? "") : ""
      })
    #expect(
      kinds.subtracting(["html", "json", "csv", "svg", "js", "xml", "txt", "css", "conf", ""]) == []
    )
  }

  @Test(
    "A row of a data file, in any file of text",
    arguments: [
      "index.html", "assets/icon.svg", "sitemap.xml", "feed.xml", "robots.txt", "nginx.conf",
      "Caddyfile", "_headers", "assets/them.css", "assets/them.js", "them.json",
    ])
  func rows(path: String) throws {
    let site = try built()
    func planted(_ row: String) -> String {
      switch path.split(separator: ".").last {
      case "json": "[\"" + row.replacingOccurrences(of: ",", with: "\", \"") + "\"]\n"
      case "html", "svg", "xml": "<!-- \(row) --><p>" + row + "</p>\n"
      case "css", "js": "/* \(row) */\n"
      default: "# \(row)\n"
      }
    }
    try append(planted(row(site)), to: path, of: site)
    let outcome = try audit(site)
    #expect(outcome.status == 3, "\(outcome.errors)")
    #expect(outcome.findings == ["\(path) MB-AUDIT-011"])
    // The same row with its mark says nothing.
    let other = try built()
    try append(planted(row(other, "c")), to: path, of: other)
    let marked = try audit(other)
    #expect(marked.status == 0, "\(marked.errors)")
  }

  @Test("HTML: a cell of a table, a number in a sentence, the value and the description of a chart")
  func html() throws {
    for planted in [
      "<div class=\"data\" id=\"t-\(table)\"><table><td>7</td></table></div>",
      "<p>Có <span data-table=\"\(table)\">7</span> người.</p>",
      "<figure class=\"chart\" data-table=\"\(table)\"><text class=\"value\">7</text></figure>",
      "<figure class=\"chart\" data-table=\"\(table)\"><desc>2024: 7.</desc></figure>",
    ] {
      let site = try built()
      try append(planted, to: "index.html", of: site)
      let outcome = try audit(site)
      #expect(outcome.findings == ["index.html MB-AUDIT-011"], "\(planted): \(outcome.errors)")
      #expect(outcome.status == 3)
    }
  }

  @Test("SVG: the same, in a drawing by itself")
  func svg() throws {
    let site = try built()
    try site.write(
      edition + "assets/hinh.svg",
      "<svg data-table=\"\(table)\"><desc>2024: 7.</desc><text class=\"value\">7</text></svg>")
    #expect(try audit(site).findings == ["assets/hinh.svg MB-AUDIT-011"])
  }

  @Test("JSON: in the entry of the table, and in an object that names it")
  func json() throws {
    let site = try built()
    try site.edit(
      edition + "data/index.json", "\"id\": \"\(table)\"", "\"id\": \"\(table)\", \"least\": 7")
    #expect(try audit(site).findings == ["data/index.json MB-AUDIT-011"])
  }

  @Test("Search index: a sentence with a number that its page does not show")
  func search() throws {
    let site = try built()
    let path = try #require(
      paths(of: site, ".js").first { site.edition("public")[$0].hasPrefix("searchIndex.t0=[") })
    try site.edit(
      edition + path, "searchIndex.t0=[\"", "searchIndex.t0=[\"\\n\\nCó 7890 người.\",\n\"")
    let outcome = try audit(site)
    #expect(outcome.status == 3)
    #expect(outcome.findings == ["\(path) MB-AUDIT-011"], "\(outcome.errors)")
    // A list that can't be read is named.
    let other = try built()
    try other.edit(edition + path, "searchIndex.t0=[\"", "searchIndex.t0=[7; \"")
    #expect(try audit(other).findings == ["MB-AUDIT-013"])
  }

  @Test("Feed: a summary with a number that its page does not show")
  func feed() throws {
    let site = try built()
    let base = "https://example.org/"
    func feed(_ summary: String) -> String {
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="\(base)tin.xml"/>
      <entry><link rel="alternate" href="\(base)index.html"/><summary>\(summary)</summary></entry>
      </feed>
      """
    }
    try site.write(edition + "tin.xml", feed("Có 7890 người."))
    let outcome = try audit(site)
    #expect(outcome.status == 3)
    #expect(outcome.findings == ["tin.xml MB-AUDIT-011"])
    try site.write(edition + "tin.xml", feed("Không có số."))
    #expect(try audit(site).status == 0)
  }
}
