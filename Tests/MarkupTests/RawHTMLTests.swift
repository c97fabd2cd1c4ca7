import Testing

struct RawHTMLTests {
  @Test func blocks() {
    let page = Page("Chữ.\n\n<script>\nalert(1)\n</script>\n\n  <div>a</div>\n")
    #expect(page.findings == ["MB-MD-002 3:1", "MB-MD-002 7:3"])
    #expect(page.html == "<p>Chữ.</p>\n")
  }

  @Test func inlines() {
    let page = Page("Một <b onclick=\"x\">chữ</b> đậm")
    #expect(page.findings == ["MB-MD-002 1:5", "MB-MD-002 1:23"])
    #expect(page.html == "<p>Một chữ đậm</p>\n")
  }

  @Test func comments() {
    let page = Page("<!-- sau -->\n")
    #expect(page.findings == ["MB-MD-002 1:1"])
    #expect(page.mends[0].contains("draft: true"))
  }

  @Test func insideBlocks() {
    #expect(Page("```callout kind=note\na <i>b\n```\n").findings == ["MB-MD-002 2:3"])
  }

  @Test func lessThanIsText() {
    #expect(Page("3 < 5, a<b và \\<b>").html == "<p>3 &lt; 5, a&lt;b và &lt;b&gt;</p>\n")
  }
}
