import Diagnostics
import Foundation
import Site
import Testing
import VietnameseText

/// A folder that is removed when the test is over.
final class TemporaryFolder {
  let path: String

  init(_ files: [String: String]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    for (name, text) in files {
      let file = URL(filePath: path).appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

@Suite("site.yaml")
struct SiteConfigurationTests {
  static let minimal = """
    formatVersion: 1
    title: {vi: Trang, en: Site}
    languages: [vi, en]
    baseURL: https://example.org/bao-cao
    dataStatus: sample
    asOf: 2026-11-24
    editions:
      public: {output: output/public, disclosure: {threshold: 11, areaLevel: province}}
      officials: {output: output/officials, disclosure: {threshold: 5}}

    """

  func read(
    _ yaml: String?, asOf: CalendarDate? = nil
  ) throws -> (SiteConfiguration?, [String]) {
    let folder = try TemporaryFolder(yaml.map { ["site.yaml": $0] } ?? [:])
    var diagnostics = Diagnostics()
    let site = SiteConfiguration.read(
      SiteFolder(root: folder.path), asOf: asOf, into: &diagnostics)
    return (
      site, diagnostics.sorted.map { "\($0.rule.code) \($0.place?.line.map(String.init) ?? "")" }
    )
  }

  @Test func minimalSite() throws {
    let (site, codes) = try read(Self.minimal)
    #expect(codes == [])
    #expect(site?.baseURL == "https://example.org/bao-cao/")
    #expect(site?.links == .explicit)
    #expect(site?.edition("public")?.disclosure.areaLevel == .province)
    #expect(site?.edition("public")?.isInternal == false)
    #expect(site?.edition("officials")?.isInternal == true)
    #expect(site?.asOf.iso == "2026-11-24")
  }

  @Test("addresses that never lead to a site are known, others that look like them are not")
  func placeholders() throws {
    func isPlaceholder(_ address: String) throws -> Bool {
      let yaml = Self.minimal.replacing("https://example.org/bao-cao", with: address)
      return try #require(read(yaml).0, "\(address)").isPlaceholderAddress
    }
    for host in [
      "example.org", "EXAMPLE.com", "www.example.net", "tinh.example", "tinh.invalid", "localhost",
      "localhost:8000", "may.localhost", "127.0.0.1:8000", "0.0.0.0", "[::1]:80", "trang.test",
      "example.org.",
    ] {
      #expect(try isPlaceholder("https://\(host)/x"), "\(host)")
    }
    for host in [
      "tinh.gov.vn", "example.vn", "example.gov.vn", "my-example.org", "localhost.vn", "10.0.0.1",
      "127.vn", "example.org.vn",
    ] {
      #expect(try !isPlaceholder("https://\(host)/example.org"), "\(host)")
    }
    #expect(try read(Self.minimal).0?.baseURLPlace.line == 4)
    #expect(try read(Self.minimal).0?.languagesPlace.line == 3)
  }

  @Test("the command line's date wins")
  func asOf() throws {
    let date = try #require(CalendarDate(iso: "2027-01-02"))
    #expect(try read(Self.minimal, asOf: date).0?.asOf == date)
  }

  @Test("a folder without site.yaml says so and how to start")
  func missing() throws {
    #expect(try read(nil).1 == ["MB-SITE-001 "])
  }

  @Test(arguments: [
    ("asOf: 2026-11-24\n", "", "MB-SITE-002 1"),
    ("asOf: 2026-11-24", "asOf: 24/11/2026", "MB-YAML-006 6"),
    ("languages: [vi, en]\n", "", "MB-YAML-003 1"),
    ("dataStatus: sample", "dataStatus: real", "MB-YAML-006 5"),
    ("formatVersion: 1", "formatVersion: 2", "MB-YAML-006 1"),
    ("baseURL: https", "baseURL: ftp", "MB-YAML-006 4"),
    ("title:", "tittle:", "MB-YAML-003 1"),
    ("output: output/officials", "output: output/public", "MB-SITE-003 9"),
    ("output: output/officials", "output: output/public/x", "MB-SITE-003 9"),
    ("output: output/officials", "output: ../x", "MB-YAML-006 9"),
    ("output: output/officials", "output: content", "MB-YAML-006 9"),
    ("threshold: 5", "threshold: 1", "MB-YAML-006 9"),
    ("threshold: 5", "threshold: 5, zeros: hide", "MB-YAML-006 9"),
    ("threshold: 5", "threshold: 5, lattice: whole", "MB-YAML-006 9"),
    ("threshold: 5", "threshold: 5, groupDisclosure: maybe", "MB-YAML-006 9"),
    ("threshold: 5", "threshold: 5, width: 0", "MB-YAML-006 9"),
    ("threshold: 5", "threshold: 5, width: 2.5", "MB-YAML-006 9"),
  ])
  func mistakes(old: String, new: String, code: String) throws {
    let (_, codes) = try read(Self.minimal.replacingOccurrences(of: old, with: new))
    #expect(codes.contains(code), "\(codes)")
  }
}

@Suite("Registries")
struct RegistryTests {
  func read(_ files: [String: String]) throws -> (Registries, [String]) {
    let folder = try TemporaryFolder(
      Dictionary(uniqueKeysWithValues: files.map { ("seeds/registries/\($0).yaml", $1) }))
    var diagnostics = Diagnostics()
    let registries = Registries.read(
      SiteFolder(root: folder.path), languages: ["vi"], into: &diagnostics)
    return (registries, diagnostics.sorted.map(\.rule.code))
  }

  @Test("the task of an agency passes to its successors")
  func successor() throws {
    let (registries, codes) = try read([
      "agencies": """
      agencies:
        - {id: a, name: A, validTo: 2025-02-28, successor: b}
        - {id: b, name: B, validFrom: 2025-03-01}
      """
    ])
    #expect(codes == [])
    let before = try #require(CalendarDate(iso: "2025-02-28"))
    let after = try #require(CalendarDate(iso: "2025-03-01"))
    #expect(registries.agency("a", on: before)?.id == "a")
    #expect(registries.agency("a", on: after)?.id == "b")
  }

  @Test("agencies that succeed each other in a circle don't hang")
  func circle() throws {
    let (registries, _) = try read([
      "agencies": """
      agencies:
        - {id: a, name: A, validTo: 2020-01-01, successor: b}
        - {id: b, name: B, validTo: 2020-01-01, successor: a}
      """
    ])
    let day = try #require(CalendarDate(iso: "2025-01-01"))
    #expect(registries.agency("a", on: day) != nil)
  }

  @Test("an unverified number is never shown, whatever show says")
  func unverified() throws {
    let (registries, _) = try read([
      "hotlines": """
      hotlines:
        - {id: "1", number: "1", name: A, reach: domestic, show: true}
        - {id: "2", number: "2", name: B, reach: domestic, verifiedBy: X, verifiedOn: 2025-01-01}
        - {id: "3", number: "3", name: C, reach: both, verifiedBy: X, verifiedOn: 2025-01-01, show: true}
      """
    ])
    #expect(registries.hotlines.filter(\.isShown).map(\.id) == ["3"])
  }

  @Test func mistakes() throws {
    let (_, codes) = try read([
      "agencies": "agencies:\n  - {id: a, name: A, successor: c}\n  - {id: a, name: B}\n",
      "hotlines": "hotlines:\n  - {id: x, number: 1, name: A, reach: moon, shw: true}\n",
    ])
    #expect(codes.sorted() == ["MB-SITE-005", "MB-SITE-006", "MB-YAML-004", "MB-YAML-006"])
  }
}
