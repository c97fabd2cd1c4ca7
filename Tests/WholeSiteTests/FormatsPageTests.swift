import Foundation
import Testing

@Suite("docs/formats.md")
struct FormatsPageTests {
  private static let repository = URL(filePath: fixtures)
    .deletingLastPathComponent().deletingLastPathComponent().path

  @Test("It lists every diagnostic of the program, and no other")
  func codes() throws {
    let rule = #/Rule\(\s*"(MB-[A-Z]+-[0-9]{3})"/#
    var declared: [String] = []
    for (path, bytes) in Tree(Self.repository + "/Sources").files where path.hasSuffix(".swift") {
      declared += String(decoding: bytes, as: UTF8.self).matches(of: rule).map { String($0.1) }
    }
    #expect(declared.count > 100)
    #expect(declared.count == Set(declared).count, "a code that means two things")
    let page = try String(contentsOfFile: Self.repository + "/docs/formats.md", encoding: .utf8)
    let listed = page.matches(of: #/\| `(MB-[A-Z]+-)` \|[^|]*\|([^|]*)\|/#).flatMap { row in
      row.2.matches(of: #/\b([0-9]{3}) /#).map { row.1 + $0.1 }
    }
    #expect(listed.map(String.init).sorted() == declared.sorted())
  }

  @Test("Its number in a sentence works")
  func example() throws {
    let page = try String(contentsOfFile: Self.repository + "/docs/formats.md", encoding: .utf8)
    let line = try #require(
      page.split(separator: "\n").first { $0.hasPrefix("    Năm 2024 có `=") })
    let site = try TestSite(fixture: "example-site")
    try site.write(
      "content/vi/vi-du.md", "---\ntitle: Ví dụ\n---\n" + line.trimmingCharacters(in: .whitespaces))
    try site.built()
    #expect(
      site.edition("public")["vi-du/index.html"].contains(
        "Năm 2024 có <span class=\"nb\" data-table=\"ho-tro-theo-nam\">111</span> người được tiếp nhận."
      ))
  }
}
