import Foundation
import Testing

@Suite("minhbach audit: a built edition read back")
struct AuditCommandTests {
  private func built() throws -> TestSite { try TestSite(fixture: "example-site").built() }

  private func audit(
    _ site: TestSite, _ edition: String = "public", _ options: String...
  ) throws -> Outcome {
    try minhbach(
      ["audit", site.root + "/output/" + edition, "--lang", "en"] + options)
  }

  private let table = "output/public/data/tiep-nhan-theo-gioi-tuoi.csv"

  @Test("What the program builds keeps the promise", arguments: ["public", "officials"])
  func untouched(edition: String) throws {
    let site = try built()
    let outcome = try audit(site, edition)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("0 exact, 0 below"))
    #expect(outcome.output.hasSuffix("The promise holds.\n"))
    #expect(try audit(site, edition, "--lattice", "full").status == 0)
    #expect(try audit(site, edition, "--format", "json").output == "[\n\n]\n")
    let vietnamese = try minhbach(
      ["audit", site.root + "/output/" + edition, "--lang", "vi"])
    #expect(vietnamese.output.contains("Lời hứa được giữ."))
  }

  @Test("One hidden cell more in print, with its true count: the promise is broken")
  func oneMore() throws {
    let open = try built().edition("officials")
    let site = try built()
    let hidden = site.edition("public")["data/tiep-nhan-theo-gioi-tuoi.csv"]
      .split(separator: "\r\n").filter { $0.contains(",c,") }
    try #require(hidden.count >= 4)
    var broken = 0
    for row in hidden {
      let start = row[..<(row.range(of: ",,c,")?.lowerBound ?? row.startIndex)]
      // The officials' edition prints some of what the public one hides.
      guard
        let known = open["data/tiep-nhan-theo-gioi-tuoi.csv"].split(separator: "\r\n")
          .first(where: { $0.hasPrefix(start + ",") && !$0.contains(",,c,") })
      else { continue }
      let value = known.dropFirst(start.count + 1).prefix { $0 != "," }
      let other = try built()
      try other.edit(table, start + ",,c,", start + ",\(value),,")
      let outcome = try audit(other)
      #expect(outcome.status == 3, "\(row): \(outcome.errors)")
      broken += 1
    }
    #expect(broken >= 2)
  }

  @Test("A total that contradicts its parts")
  func contradiction() throws {
    let site = try built()
    let csv = site.edition("public")["data/ho-tro-theo-nam.csv"]
    let row = try #require(
      csv.split(separator: "\r\n").first { $0.contains(",2023/2024,received,") })
    let fields = row.split(separator: ",", omittingEmptySubsequences: false)
    let value = try #require(Int(fields[3]))
    try site.edit(
      "output/public/data/ho-tro-theo-nam.csv", String(row),
      (fields[..<3] + ["\(value + 40)"] + fields[4...]).joined(separator: ","))
    let outcome = try audit(site)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("MB-AUDIT-008"))
  }

  @Test("A number in place of a mark on a page, in a sentence, or in a file of another kind")
  func elsewhere() throws {
    let page = "output/public/bang-so-lieu/tiep-nhan-theo-gioi-tuoi/index.html"
    let site = try built()
    let mark = "<span aria-hidden=\"true\">[c]</span><span class=\"vh\">bảo mật</span>"
    let html = try String(contentsOfFile: site.root + "/" + page, encoding: .utf8)
    let place = try #require(html.range(of: mark))
    try site.write(page, html.replacingCharacters(in: place, with: "7"))
    let outcome = try audit(site)
    #expect(outcome.status == 3)
    #expect(outcome.findings == ["bang-so-lieu/tiep-nhan-theo-gioi-tuoi/index.html MB-AUDIT-011"])

    let sentence = try built()
    try sentence.edit(
      "output/public/index.html", " data-table=\"tiep-nhan-theo-gioi-tuoi\">111<",
      " data-table=\"tiep-nhan-theo-gioi-tuoi\">7<")
    // The search index has the sentence as it was.
    let found = try audit(sentence).findings
    #expect(found.contains("index.html MB-AUDIT-011"))
    #expect(found.allSatisfy { $0.contains("index.html ") || $0.contains("assets/search-vi.") })

    let chart = try built()
    try chart.write(
      "output/public/hinh.html",
      """
      <figure class="chart" data-table="tiep-nhan-theo-gioi-tuoi"><svg>
      <desc>2024: 111; 2023: 7.</desc><text class="value" x="7" y="9">111</text></svg></figure>
      """)
    #expect(try audit(chart).findings == ["hinh.html MB-AUDIT-011"])
    try chart.edit("output/public/hinh.html", "; 2023: 7", "")
    #expect(try audit(chart).status == 0)
    try chart.write(
      "output/public/bang.html", "<div class=data id='t-khong-co'><table><td>5</table></div>")
    #expect(try audit(chart).findings == ["bang.html MB-AUDIT-011"])

    let files = try built()
    try files.write("output/public/data/khac.csv", "a,b\r\n1,2\r\n")
    try files.write(
      "output/public/data/khac.json", "{\"table\": \"tiep-nhan-theo-gioi-tuoi\", \"values\": [7]}")
    try files.write(
      "output/public/khac.json", "{\"table\": \"tiep-nhan-theo-gioi-tuoi\", \"values\": [7]}")
    try files.write("output/public/anh.png", "PNG")
    let others = try audit(files)
    #expect(others.status == 3)
    #expect(
      others.findings == [
        "MB-AUDIT-013", "data/khac.csv MB-AUDIT-012", "data/khac.json MB-AUDIT-012",
        "khac.json MB-AUDIT-011",
      ]
    )
  }

  @Test("Rows that are missing, files that are no edition, wrong usage")
  func unreadable() throws {
    let site = try built()
    let csv = site.edition("public")["data/tiep-nhan-theo-gioi-tuoi.csv"]
    let last = try #require(csv.split(separator: "\r\n").last)
    try site.edit(table, last + "\r\n", "")
    let outcome = try audit(site)
    #expect(outcome.status == 1)
    #expect(outcome.findings == ["data/tiep-nhan-theo-gioi-tuoi.csv MB-AUDIT-003"])
    try site.edit("output/public/data/index.json", "\"formatVersion\": 1", "\"formatVersion\": 2")
    #expect(try audit(site).findings == ["data/index.json MB-AUDIT-002"])
    try site.write("output/public/data/index.json", "{")
    #expect(try audit(site).findings == ["data/index.json:1:2 MB-AUDIT-002"])
    try site.remove("output/public/data/index.json")
    #expect(try audit(site).findings == ["data/index.json MB-AUDIT-001"])
    #expect(try audit(site).status == 1)
    #expect(try minhbach(["audit"]).status == 2)
    #expect(try minhbach(["audit", site.root, "--lattice", "all"]).status == 2)
    #expect(try minhbach(["--help"]).output.contains("audit"))
  }

  @Test("A column that no data file has, and a pipe that nobody writes to")
  func strange() throws {
    let site = try built()
    let csv = site.edition("public")["data/tiep-nhan-theo-gioi-tuoi.csv"]
    let wider = csv.split(separator: "\r\n").enumerated()
      .map { $0.offset == 0 ? $0.element + ",true" : $0.element + ",7" }.joined(separator: "\r\n")
    try site.write(table, wider + "\r\n")
    let outcome = try audit(site)
    #expect(outcome.status == 1)
    #expect(outcome.findings == ["data/tiep-nhan-theo-gioi-tuoi.csv:1 MB-AUDIT-002"])

    let other = try built()
    #expect(mkfifo(other.root + "/output/public/pipe.html", 0o600) == 0)
    #expect(try audit(other).findings == ["pipe.html MB-FILE-001"])
  }

  @Test("An earlier edition that printed what today's hides")
  func earlier() throws {
    let site = try built()
    let then = try built()
    // The officials' edition prints more; as an earlier public one it gives today's cells away.
    let outcome = try audit(
      site, "public", "--earlier", then.root + "/output/officials")
    #expect(outcome.status == 3)
    #expect(outcome.findings.allSatisfy { $0.contains("MB-AUDIT-00") })
    #expect(!outcome.findings.isEmpty)
    #expect(try audit(site, "public", "--earlier", then.root + "/output/public").status == 0)
  }
}
