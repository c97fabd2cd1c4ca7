import Ccmark
import Glibc
import Testing

/// Plain CommonMark comes out as libcmark writes it, but for what this room adds: ids of headings,
/// `rel` of links to other hosts, HTML's form of void elements, and an escaped apostrophe.
struct CommonMarkTests {
  @Test(arguments: [
    "Một câu.\n\nHai câu, **đậm**, *nghiêng*, ***cả hai***.",
    "Dòng một\ndòng hai  \ndòng ba\\\ndòng bốn",
    "- một\n- hai\n- ba",
    "- một\n\n- hai\n\n  đoạn nữa\n\n- ba",
    "1. một\n2. hai\n   - con\n     1. cháu\n3. ba",
    "7. bảy\n8. tám",
    "0. không\n1. một",
    "> trích\n> tiếp\n>\n> > lồng\n\nngoài",
    "> - a\n>   - b\n>\n>     c",
    "    mã thụt dòng\n    <b>\n",
    "```\nmã & <chữ>\n```",
    "```swift\nlet x = \"a\"\n```",
    "~~~text ghi chú\nabc\n~~~",
    "`mã` và ``mã ` có dấu``",
    "---\n\n***",
    "Tom & Jerry < 3 \"ngoặc\" &copy; &amp; &lt; \\*",
    "Không *phải _chồng* chéo_ và **mở",
    "- a\n - b\n\n\n- c\n\n      mã",
    "* [ ] chưa\n* [x] rồi",
    "a\n\n\n\nb",
    "Tự động <https://example.org/a?b=c&d=é>",
    "[chữ](https://example.org/a_b(c)?q=1 \"Tên \\\"riêng\\\"\")",
    "[chữ][1] và [1]\n\n[1]: https://example.org/%20'x'",
    "<nguoi@example.org>",
  ])
  func sameAsLibcmark(markdown: String) throws {
    let page = Page(markdown)
    #expect(page.findings == [])
    #expect(normalized(page.html) == normalized(try reference(markdown)))
  }

  /// As long as a real page, and deep enough to end a recursion on a worker's stack.
  @Test func deeplyNested() throws {
    let markdown = String(repeating: "> ", count: 20_000) + "sâu"
    #expect(normalized(Page(markdown).html) == normalized(try reference(markdown)))
  }

  @Test func emptyPage() {
    #expect(Page("").html == "")
    #expect(Page("\n\n").html == "")
  }

  private func reference(_ markdown: String) throws -> String {
    let html = try #require(cmark_markdown_to_html(markdown, markdown.utf8.count, 0))
    defer { free(html) }
    return String(cString: html)
  }

  private func normalized(_ html: String) -> String {
    html.replacing(" />", with: ">").replacing("&#39;", with: "'").replacing("&#x27;", with: "'")
      .replacing(" rel=\"noreferrer\"", with: "")
  }
}
