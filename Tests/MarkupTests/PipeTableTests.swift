import Diagnostics
import Markup
import Testing

/// Tables of GitHub Flavored Markdown 0.29 (4.10). Beyond the specification: the first column heads
/// the rows, an empty head cell is no head, and cells on phones say their column.
struct PipeTableTests {
  /// The examples 198 to 205 of the specification (© John MacFarlane and GitHub, CC BY-SA 4.0):
  /// the HTML is theirs, without line breaks; alignment is a class here.
  @Test(arguments: [
    (
      "| foo | bar |\n| --- | --- |\n| baz | bim |",
      "<table><thead><tr><th>foo</th><th>bar</th></tr></thead>"
        + "<tbody><tr><td>baz</td><td>bim</td></tr></tbody></table>"
    ),
    (
      "| abc | defghi |\n:-: | -----------:\nbar | baz",
      "<table><thead><tr><th>abc</th><th>defghi</th></tr></thead>"
        + "<tbody><tr><td>bar</td><td>baz</td></tr></tbody></table>"
    ),
    (
      "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |",
      "<table><thead><tr><th>f|oo</th></tr></thead><tbody><tr><td>b <code>|</code> az</td></tr>"
        + "<tr><td>b <strong>|</strong> im</td></tr></tbody></table>"
    ),
    (
      "| abc | def |\n| --- | --- |\n| bar | baz |\n> bar",
      "<table><thead><tr><th>abc</th><th>def</th></tr></thead>"
        + "<tbody><tr><td>bar</td><td>baz</td></tr></tbody></table>"
        + "<blockquote><p>bar</p></blockquote>"
    ),
    (
      "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar",
      "<table><thead><tr><th>abc</th><th>def</th></tr></thead>"
        + "<tbody><tr><td>bar</td><td>baz</td></tr><tr><td>bar</td><td></td></tr></tbody></table>"
        + "<p>bar</p>"
    ),
    ("| abc | def |\n| --- |\n| bar |", "<p>| abc | def || --- || bar |</p>"),
    (
      "| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |",
      "<table><thead><tr><th>abc</th><th>def</th></tr></thead>"
        + "<tbody><tr><td>bar</td><td></td></tr><tr><td>bar</td><td>baz</td></tr></tbody></table>"
    ),
    (
      "| abc | def |\n| --- | --- |",
      "<table><thead><tr><th>abc</th><th>def</th></tr></thead></table>"
    ),
  ])
  func example(markdown: String, html: String) {
    let page = Page(markdown)
    #expect(page.findings == [])
    #expect(bare(page.html) == html)
  }

  /// Takes off what this site adds to the specification's tables.
  private func bare(_ html: String) -> String {
    html.replacing(/<th scope="row"[^>]*>(.*?)<\/th>/) { "<td>\($0.1)</td>" }
      .replacing(/<(table|thead|tbody|tr|th|td)( [^>]*)>/) { "<\($0.1)>" }
      .replacing(/<\/?div[^>]*>/, with: "").replacing("\n", with: "")
  }

  @Test func theWholeTable() {
    let page = Page(
      """
      Giấy tờ | Giữ | Số bản
      :-- | :-: | --:
      **Hộ chiếu** | bản gốc | 1
      | | [cách giữ](other.md) | 2
      """)
    #expect(page.findings == [])
    #expect(
      page.html == """
        <div class="data"><div class="scroll">
        <table class="csv pipe narrow">
        <thead><tr><th scope="col">Giấy tờ</th>\
        <th scope="col" class="mid">Giữ</th>\
        <th scope="col">Số bản</th></tr></thead>
        <tbody>
        <tr><th scope="row"><strong>Hộ chiếu</strong></th>\
        <td data-l="Giữ" class="mid">bản gốc</td>\
        <td data-l="Số bản">1</td></tr>
        <tr><td class="w"></td>\
        <td data-l="Giữ" class="mid"><a href="../other/index.html">cách giữ</a></td>\
        <td data-l="Số bản">2</td></tr>
        </tbody>
        </table>
        </div></div>

        """)
  }

  @Test func withoutAlignmentWordsStandLeftAndFiguresRight() {
    let page = Page("a|b|c\n-|-|-\nx|chữ|1.000")
    #expect(page.html.contains("<td data-l=\"b\" class=\"w\">chữ</td>"))
    #expect(page.html.contains("<td data-l=\"c\">1.000</td>"))
  }

  @Test func aWideOneIsARegionWithAName() {
    let row = "a|b|c|d|e|f\n-|-|-|-|-|-\n1|2|3|4|5|6\n"
    #expect(
      Page("## Giờ làm\n\n" + row).html.contains(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"gio-lam\">"))
    #expect(
      Page(row).html.contains(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Wide\">"))
    #expect(!Page("a|b\n-|-\n1|2\n").html.contains("tabindex"))
  }

  @Test func itEndsAParagraph() {
    let page = Page("Câu *một*.\nCâu hai.\na | b\n-- | --\nx | y\n")
    #expect(page.findings == [])
    #expect(page.html.hasPrefix("<p>Câu <em>một</em>.\nCâu hai.</p>\n<div class=\"data\">"))
  }

  @Test func referencesOfThePageCountInCells() {
    let page = Page("a | b\n--|--\nx | [chữ][1]\n\n[1]: other.md\n")
    #expect(page.findings == [])
    #expect(page.html.contains("<a href=\"../other/index.html\">chữ</a>"))
  }

  @Test func insideQuotationsListsAndBlocks() {
    for page in [
      Page("> a | b\n> --|--\n> x | y\n"), Page("- chữ\n\n  a | b\n  --|--\n  x | y\n"),
      Page("```callout kind=note\na | b\n--|--\nx | y\n```\n"),
    ] {
      #expect(page.findings == [])
      #expect(page.html.contains("<th scope=\"row\">x</th>"))
    }
  }

  @Test func aRuleRightBelowIsNoHeading() {
    let page = Page("| a | b |\n|---|---|\n| x | y |\n---\n\nSau.")
    #expect(page.findings == [])
    #expect(page.document.headings.isEmpty)
    #expect(page.html.contains("</div></div>\n<hr>\n<p>Sau.</p>"))
  }

  @Test func whatLooksLikeABlockInACellIsText() {
    let page = Page("a | b\n--|--\n| # x | - y\n| 1. z | > w\n| &lt; | c #\n")
    #expect(page.findings == [])
    for text in ["# x<", "- y<", "1. z<", "&gt; w<", "&lt;<", "c #<"] {
      #expect(page.html.contains(text))
    }
  }

  @Test func mistakesInCellsHaveTheirPlace() {
    #expect(Page("Chữ.\n\na | b\n--|--\nx | y *z* [c](khong.md)\n").findings == ["MB-MD-012 5:11"])
    #expect(Page("> a | b\n> --|--\n> x | <b>\n").findings == ["MB-MD-002 3:7"])
    #expect(Page("| `= t[m]` | b |\n|--|--|\n| x | `= t[m]` |\n").findings == ["MB-MD-017 1:3"])
  }
}
