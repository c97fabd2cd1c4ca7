import Diagnostics
import Markup
import SourceFiles
import Testing

struct FrontMatterTests {
  @Test func yamlAboveText() throws {
    var diagnostics = Diagnostics()
    let front = try split("---\ntitle: Trang\norder: 012\n---\n## Mục\n", &diagnostics)
    #expect(String(decoding: front.body, as: UTF8.self) == "## Mục\n")
    #expect(front.bodyLine == 5)
    let node = try #require(front.fields(into: &diagnostics))
    var fields = try #require(YAMLFields(node, into: &diagnostics))
    #expect(fields.text("title", &diagnostics) == "Trang")
    #expect(fields.text("order", &diagnostics) == "012")
    #expect(spot(fields.keyPlace("order")) == "3:1")
    #expect(diagnostics.isEmpty)
  }

  @Test func noFrontMatter() throws {
    var diagnostics = Diagnostics()
    let front = try split("Chữ.\n\n---\n", &diagnostics)
    #expect(front.yaml == nil)
    #expect(front.bodyLine == 1)
    #expect(front.body.count == "Chữ.\n\n---\n".utf8.count)
    let node = try #require(front.fields(into: &diagnostics))
    #expect(YAMLFields(node, into: &diagnostics)?.keys == [])
    #expect(diagnostics.isEmpty)
  }

  @Test func linesOfWindows() throws {
    var diagnostics = Diagnostics()
    let front = try split("--- \r\ntitle: a\r\n---\r\nb", &diagnostics)
    #expect(String(decoding: front.body, as: UTF8.self) == "b")
    #expect(front.bodyLine == 4)
    #expect(front.fields(into: &diagnostics) != nil)
  }

  @Test func nothingBelow() throws {
    var diagnostics = Diagnostics()
    #expect(try split("---\na: 1\n---", &diagnostics).body.isEmpty)
    #expect(try split("---\n---\n", &diagnostics).yaml?.isEmpty == true)
  }

  @Test func notClosed() {
    var diagnostics = Diagnostics()
    let file = SourceFile(path: "page.md", bytes: Array("---\ntitle: a\n\nChữ.\n".utf8))
    #expect(FrontMatter.split(file, into: &diagnostics) == nil)
    #expect(diagnostics.all.map(\.rule) == [.frontMatterUnclosed])
  }

  @Test func notYAML() throws {
    var diagnostics = Diagnostics()
    let front = try split("---\ntitle: a\n  order: 1\n---\n", &diagnostics)
    #expect(front.fields(into: &diagnostics) == nil)
    #expect(diagnostics.all.map(\.rule) == [.yamlSyntax])
    #expect(diagnostics.all.first?.place?.line == 3)
  }

  private func split(
    _ text: String, _ diagnostics: inout Diagnostics
  ) throws -> FrontMatter {
    let file = SourceFile(path: "page.md", bytes: Array(text.utf8))
    return try #require(FrontMatter.split(file, into: &diagnostics))
  }
}
