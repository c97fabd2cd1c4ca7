import Diagnostics
import Markup
import Testing

struct HeadingTests {
  @Test func idsFromSlugs() {
    let page = Page("## Chúng nói gì\n\n### Sự *thật* `1`\n\n## Việc cần làm")
    #expect(page.findings == [])
    #expect(page.document.headings.map(\.id) == ["chung-noi-gi", "su-that-1", "viec-can-lam"])
    #expect(page.document.headings.map(\.level) == [2, 3, 2])
    #expect(page.document.headings.map(\.text) == ["Chúng nói gì", "Sự thật 1", "Việc cần làm"])
    #expect(page.html.contains("<h3 id=\"su-that-1\">Sự <em>thật</em> <code>1</code></h3>"))
  }

  @Test func idsAreUnique() {
    let page = Page("## A\n\n## A\n\n## A 2\n\n## …\n\n## …")
    #expect(page.document.headings.map(\.id) == ["a", "a-2", "a-2-2", "h", "h-2"])
  }

  @Test func idsOfTheFrameAreTaken() {
    var diagnostics = Diagnostics()
    let document = MarkupDocument.parse(
      Array("## Main".utf8)[...], path: "page.md", reservedIDs: ["main"], into: &diagnostics)
    #expect(document.headings.map(\.id) == ["main-2"])
  }

  @Test func titleIsTheOnlyFirstLevel() {
    let page = Page("# Trang\n\n## Mục\n\nTên\n===\n")
    #expect(page.findings == ["MB-MD-003 1:1", "MB-MD-003 5:1"])
  }

  @Test func levelsAreNotSkipped() {
    #expect(Page("## a\n\n#### b\n").findings == ["MB-MD-004 3:1"])
    #expect(Page("### a\n").findings == ["MB-MD-004 1:1"])
    #expect(Page("## a\n\n### b\n\n#### c\n\n##### d\n\n###### e\n\n## f\n").findings == [])
  }

  @Test func levelsCountInsideBlocks() {
    let page = Page("## a\n\n```callout kind=note\n#### b\n```\n")
    #expect(page.findings == ["MB-MD-004 4:1"])
  }
}
