import Diagnostics
import SourceFiles
import Testing

@Suite("YAML keeps what was written, and where")
struct YAMLTests {
  func parse(_ text: String, into diagnostics: inout Diagnostics) -> YAMLFields? {
    let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
    return YAMLNode.parse(file, into: &diagnostics).flatMap {
      YAMLFields($0, into: &diagnostics)
    }
  }

  func codes(_ text: String, _ read: (inout YAMLFields, inout Diagnostics) -> Void) -> [String] {
    var diagnostics = Diagnostics()
    if var fields = parse(text, into: &diagnostics) {
      read(&fields, &diagnostics)
      fields.finish(&diagnostics)
    }
    return diagnostics.sorted.map {
      "\($0.rule.code) \($0.place.map(\.description) ?? "")"
    }
  }

  @Test("no is a word and 012 has a leading zero")
  func rawScalars() throws {
    var diagnostics = Diagnostics()
    var fields = try #require(parse("a: no\nb: 012\nc: ~\n", into: &diagnostics))
    #expect(fields.text("a", &diagnostics) == "no")
    #expect(fields.text("b", &diagnostics) == "012")
    #expect(fields.text("c", &diagnostics) == nil)
    #expect(diagnostics.isEmpty)
  }

  @Test func everyMistakeHasItsPlace() {
    #expect(codes("a: [1\n") { _, _ in } == ["MB-YAML-001 a.yaml:2:1"])
    #expect(codes("a: 1\na: 2\n") { _, _ in }.map { $0.prefix(11) } == ["MB-YAML-002"])
    #expect(
      codes("b: 1\n") {
        $1.merge(Diagnostics()); _ = $0.requiredText("a", &$1); _ = $0.node("b")
      }
        == ["MB-YAML-003 a.yaml:1:1"])
    #expect(
      codes("titel: x\n") { _ = $0.text("title", &$1) } == ["MB-YAML-004 a.yaml:1:1"])
    #expect(
      codes("title: [x]\n") { _ = $0.text("title", &$1) } == ["MB-YAML-005 a.yaml:1:8"])
    #expect(
      codes("on: maybe\n") { _ = $0.boolean("on", default: true, &$1) }
        == ["MB-YAML-006 a.yaml:1:5"])
    #expect(codes("n: 1.5\n") { _ = $0.integer("n", &$1) } == ["MB-YAML-006 a.yaml:1:4"])
    #expect(codes("- a\n") { _, _ in } == ["MB-YAML-005 a.yaml:1:1"])
  }

  @Test("a misspelt name is told what it may have meant")
  func suggestion() throws {
    var diagnostics = Diagnostics()
    var fields = try #require(parse("titel: x\n", into: &diagnostics))
    _ = fields.text("title", &diagnostics)
    fields.finish(&diagnostics)
    let mend = diagnostics.sorted.first?.mend.en.text(showingSecrets: true)
    #expect(mend == "Did you mean “title”?")
  }

  @Test(arguments: [("title: a: b\n", "in quotes"), ("\ttitle: a\n", "instead of tabs")])
  func `The mistakes that people make most have a mend of their own`(text: String, mend: String) {
    var diagnostics = Diagnostics()
    _ = parse(text, into: &diagnostics)
    let found = diagnostics.sorted.first
    #expect(found?.rule.code == "MB-YAML-001")
    #expect(found?.mend.en.text(showingSecrets: true).contains(mend) == true)
  }

  @Test("columns count characters, not bytes")
  func columns() {
    #expect(
      codes("a: {đường: x, b: [y]}\n") {
        var inner = $0.fields("a", &$1)
        _ = inner?.text("đường", &$1)
        _ = inner?.text("b", &$1)
        inner?.finish(&$1)
      } == ["MB-YAML-005 a.yaml:1:18"])
  }
}

@Suite("Files are UTF-8")
struct SourceFileTests {
  @Test("a byte that is not UTF-8 has its line and column")
  func invalid() {
    var diagnostics = Diagnostics()
    let file = SourceFile.decode(
      Array("một\nhai ".utf8) + [0xE1, 0x20], path: "a.csv", into: &diagnostics)
    #expect(file == nil)
    #expect(diagnostics.sorted.map(\.rule.code) == ["MB-FILE-002"])
    #expect(diagnostics.sorted.first?.place == Place(file: "a.csv", line: 2, column: 5))
  }

  @Test("a byte order mark is dropped and NFD becomes NFC")
  func normalised() {
    var diagnostics = Diagnostics()
    let file = SourceFile.decode(
      [0xEF, 0xBB, 0xBF] + Array("e\u{302}\u{301}".utf8), path: "a", into: &diagnostics)
    #expect(file?.bytes == Array("ế".utf8))
  }

  @Test func missing() {
    var diagnostics = Diagnostics()
    #expect(SourceFile.read("/nowhere/at/all", as: "a.md", into: &diagnostics) == nil)
    #expect(diagnostics.sorted.map(\.rule.code) == ["MB-FILE-001"])
  }
}
