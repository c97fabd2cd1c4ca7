import Foundation
import Testing

@Suite("The same inputs give the same bytes")
struct SameBytesTests {
  private func differences(_ a: TestSite, _ b: TestSite) -> [String] {
    ["public", "officials"].flatMap { a.edition($0).differences(from: b.edition($0)) }
  }

  @Test("Twice, in two folders, with one worker and with four")
  func workers() throws {
    let one = try TestSite(fixture: "example-site").built("--jobs", "1")
    let four = try TestSite(fixture: "example-site").built("--jobs", "4")
    #expect(one.edition("public").paths.count == 25)
    #expect(differences(one, four) == [])
  }

  @Test("Built again over itself, with what is kept in .minhbach and without it")
  func again() throws {
    let site = try TestSite(fixture: "example-site").built()
    let first = site.edition("public")
    try site.built()
    #expect(site.edition("public") == first)
    try site.remove(".minhbach")
    try site.built()
    #expect(site.edition("public") == first)
  }

  @Test("Whatever the language, the time zone and the encoding of the machine")
  func locale() throws {
    let plain = try TestSite(fixture: "example-site").built()
    for environment in [
      ["LANG": "vi_VN.UTF-8", "TZ": "Asia/Ho_Chi_Minh"], ["LC_ALL": "tr_TR.UTF-8", "TZ": "UTC"],
      ["LC_ALL": "de_DE.ISO-8859-1", "TZ": "America/Los_Angeles", "LANGUAGE": "de"],
    ] {
      let site = try TestSite(fixture: "example-site")
      #expect(try site.run("build", environment: environment).status == 0)
      #expect(differences(plain, site) == [])
    }
  }

  @Test("In whatever order the rows of the data lie")
  func orderOfRows() throws {
    let plain = try TestSite(fixture: "example-site").built()
    let turned = try TestSite(fixture: "example-site")
    let path = "seeds/data/nan-nhan.csv"
    let text = try String(contentsOfFile: turned.root + "/" + path, encoding: .utf8)
    let rows = text.split(separator: "\n").map(String.init)
    try turned.write(path, ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n") + "\n")
    try turned.built()
    #expect(differences(plain, turned) == [])
    let shuffled = rows.dropFirst().enumerated().sorted {
      ($0.offset * 7 % 24) < ($1.offset * 7 % 24)
    }
    try turned.write(path, ([rows[0]] + shuffled.map(\.element)).joined(separator: "\n") + "\n")
    try turned.built()
    #expect(differences(plain, turned) == [])
  }

  @Test("Saved by Excel (BOM, CRLF, semicolons) or by a Mac (decomposed letters)")
  func encodings() throws {
    let plain = try TestSite().built()
    let excel = try TestSite()
    for path in ["seeds/data/nan-nhan.csv", "content/vi/index.md", "seeds/tables.yaml"] {
      var text = try String(contentsOfFile: excel.root + "/" + path, encoding: .utf8)
      if path.hasSuffix(".csv") { text = text.replacingOccurrences(of: ",", with: ";") }
      try excel.write(path, "\u{FEFF}" + text.replacingOccurrences(of: "\n", with: "\r\n"))
    }
    try excel.built()
    #expect(differences(plain, excel) == [])
    let mac = try TestSite()
    for path in [
      "content/vi/index.md", "seeds/tables.yaml", "site.yaml", "seeds/codelists/sex.csv",
    ] {
      let text = try String(contentsOfFile: mac.root + "/" + path, encoding: .utf8)
      let decomposed = text.decomposedStringWithCanonicalMapping
      #expect(Array(decomposed.utf8) != Array(text.utf8))
      try mac.write(path, decomposed)
    }
    try mac.built()
    #expect(differences(plain, mac) == [])
  }
}
