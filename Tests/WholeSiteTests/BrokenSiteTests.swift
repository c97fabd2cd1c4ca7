import Foundation
import Testing

@Suite("Bad input: each mistake is found in its place, and told in two languages")
struct BrokenSiteTests {
  @Test("Mistakes that the manual names", arguments: Mistake.common)
  func common(mistake: Mistake) throws { try check(mistake) }

  @Test("Mistakes that nobody thinks of", arguments: Mistake.rare)
  func rare(mistake: Mistake) throws { try check(mistake) }

  @Test("Mistakes with pictures", arguments: Mistake.pictures)
  func pictures(mistake: Mistake) throws { try check(mistake) }

  private struct Entry: Decodable {
    let code: String
    let file: String?
    let line: Int?
    let column: Int?
    let what: String
    let why: String
    let mend: String

    var finding: String {
      let place = [file, line.map(String.init), column.map(String.init)].compactMap(\.self)
      return "\(place.joined(separator: ":")) \(code)"
    }
  }

  private func check(_ mistake: Mistake) throws {
    let site = try TestSite()
    try mistake.make(site)
    func entries(_ language: String) throws -> [Entry] {
      let outcome = try site.run("check", "--format", "json", "--lang", language)
      #expect(outcome.status == 1 || mistake.name.contains("officials who") && outcome.status == 3)
      #expect(outcome.errors == "")
      return try JSONDecoder().decode([Entry].self, from: Data(outcome.output.utf8))
    }
    let (vietnamese, english) = (try entries("vi"), try entries("en"))
    #expect(english.map(\.finding) == mistake.findings)
    #expect(vietnamese.map(\.finding) == mistake.findings)
    for (vi, en) in zip(vietnamese, english) {
      for (a, b) in [(vi.what, en.what), (vi.why, en.why)] {
        #expect(a != b && !a.isEmpty && !b.isEmpty)
      }
      #expect(!vi.mend.isEmpty && !en.mend.isEmpty && vi.mend != en.mend)
    }
  }
}
