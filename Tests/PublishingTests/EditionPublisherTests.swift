import Diagnostics
import Foundation
import Publishing
import SourceFiles
import Testing

@Suite("An edition is whole or not there")
final class EditionPublisherTests {
  let site = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
  var output: String { site + "/output/public" }

  deinit { try? FileManager.default.removeItem(atPath: site) }

  /// Builds an edition from pages by path; nil if it was refused.
  @discardableResult
  func build(
    _ pages: KeyValuePairs<String, String>, workers: Int = 2, base: String? = nil
  ) -> [String]? {
    let pages = pages.map { ($0.key, $0.value) }
    let publisher = EditionPublisher(edition: "public", output: output, workers: workers)
    let manifest = Manifest(
      version: "1", edition: "public", asOf: "2026-01-01", options: [], inputs: [:])
    var diagnostics = Diagnostics()
    let prepared = publisher.prepare(
      pages.map(\.0), manifest: manifest, into: &diagnostics
    ) { index in
      OutputFile(path: pages[index].0, bytes: Array(pages[index].1.utf8), base: base)
    }
    prepared?.commit(PrivateFolder(site: site), into: &diagnostics)
    return diagnostics.isEmpty ? nil : diagnostics.sorted.map(\.rule.code)
  }

  func text(_ path: String) -> String? {
    try? String(contentsOfFile: output + "/" + path, encoding: .utf8)
  }

  static let index = ("data/index.json", "{}")

  @Test func written() {
    #expect(build(["index.html": "<a href=\"a/index.html\">", "a/index.html": ""]) == nil)
    #expect(text("a/index.html") == "")
    #expect(Folders.names(in: site + "/output") == ["public"])
  }

  @Test("a file of the last edition that is no more is gone")
  func replaced() {
    build(["data/index.json": "{}", "old/index.html": "old"])
    #expect(build(["data/index.json": "{}", "new/index.html": "new"]) == nil)
    #expect(text("old/index.html") == nil && text("new/index.html") == "new")
  }

  @Test("a broken link leaves the last edition untouched")
  func brokenLink() {
    build(["data/index.json": "{}", "index.html": "good"])
    let codes = build(["data/index.json": "{}", "index.html": "<a href=\"nowhere/index.html\">"])
    #expect(codes == ["MB-LINK-001"])
    #expect(text("index.html") == "good")
    #expect(Folders.names(in: site + "/output") == ["public"])
  }

  @Test(arguments: [
    ("<a href=\"../x.html\">", ["MB-LINK-001"]), ("<a href=\"/index.html\">", ["MB-LINK-001"]),
    ("<img src=\"x.png\">", ["MB-LINK-001"]), ("<a href=\"#no\">", ["MB-LINK-002"]),
    ("<a href=\"a/index.html#no\">", ["MB-LINK-002"]),
  ])
  func bad(html: String, expected: [String]) {
    #expect(build(["index.html": html, "a/index.html": ""]) == expected)
  }

  @Test("a page served at any depth links from the root, and its links are checked like others")
  func rooted() {
    let page = "<a href=\"/pctp/\"><a href=\"/pctp/a/\">"
    #expect(build(["404.html": page, "index.html": "", "a/index.html": ""], base: "/pctp/") == nil)
    #expect(
      build(["404.html": page, "index.html": "", "b/index.html": ""], base: "/pctp/")
        == ["MB-LINK-001"])
    #expect(
      build(["404.html": "<a href=\"/a/\">", "a/index.html": ""], base: "/pctp/")
        == ["MB-LINK-001"])
  }

  @Test(arguments: [
    "<a href=\"a/\">", "<a href=\"./\">", "<a href=\"https://example.org/\">",
    "<a href=\"tel:111\">", "<p id=\"yes\"><a href=\"#yes\">", "<a href=\"a/index.html#in\">",
    "<p title=\"a href=&quot;x&quot;\"> href=\"not-a-link\"",
  ])
  func good(html: String) {
    #expect(build(["index.html": html, "a/index.html": "<h2 id=\"in\">"]) == nil)
  }

  @Test func collision() {
    #expect(build(["index.html": "a", "index.html": "b"]) == ["MB-OUT-001"])
  }

  @Test("a folder that no build made is left alone")
  func foreignFolder() throws {
    try FileManager.default.createDirectory(
      atPath: output, withIntermediateDirectories: true)
    try "mine".write(toFile: output + "/thesis.txt", atomically: true, encoding: .utf8)
    #expect(build(["index.html": ""]) == ["MB-OUT-002"])
    #expect(text("thesis.txt") == "mine")
  }

  @Test("what a killed build left is cleared")
  func killed() throws {
    let staging = site + "/output/.public.new"
    try FileManager.default.createDirectory(
      atPath: staging, withIntermediateDirectories: true)
    try "half".write(toFile: staging + "/half.html", atomically: true, encoding: .utf8)
    #expect(build(["index.html": ""]) == nil)
    #expect(text("half.html") == nil)
  }

  @Test("the private folder is private, and the manifest names each file's checksum")
  func manifest() throws {
    build(["index.html": "x"])
    let attributes = try FileManager.default.attributesOfItem(atPath: site + "/.minhbach")
    #expect(attributes[.posixPermissions] as? Int == 0o700)
    let manifest = try String(
      contentsOfFile: site + "/.minhbach/public/manifest.json", encoding: .utf8)
    #expect(manifest.contains(Checksum.sha256(Array("x".utf8))))
  }

  @Test("a second build at the same time is refused")
  func locked() {
    let folder = PrivateFolder(site: site)
    var diagnostics = Diagnostics()
    let first = folder.lock(into: &diagnostics)
    #expect(first != nil && diagnostics.isEmpty)
    #expect(folder.lock(into: &diagnostics) == nil)
    #expect(diagnostics.sorted.map(\.rule.code) == ["MB-OUT-004"])
  }
}

@Suite("Checksums")
struct ChecksumTests {
  @Test("FIPS 180-4, example B.1")
  func abc() {
    #expect(
      Checksum.sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
