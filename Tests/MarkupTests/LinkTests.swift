import Diagnostics
import Markup
import Testing

struct LinkTests {
  @Test func toAnotherPage() {
    let page = Page("Xem [trang kia](other.md#muc \"Tên\").")
    #expect(page.findings == [])
    #expect(
      page.html
        == "<p>Xem <a href=\"../other/index.html#muc\" title=\"Tên\">trang kia</a>.</p>\n")
  }

  @Test func toAnotherHostTellsNothing() {
    let page = Page("[Luật](https://example.org/a?b&c)")
    #expect(
      page.html
        == "<p><a href=\"https://example.org/a?b&amp;c\" rel=\"noreferrer\">Luật</a></p>\n")
  }

  @Test func phoneAndMail() {
    let page = Page("[111](tel:111) [thư](mailto:a@example.org)")
    #expect(
      page.html
        == "<p><a href=\"tel:111\">111</a> <a href=\"mailto:a@example.org\">thư</a></p>\n")
  }

  @Test func listedInOrder() {
    let page = Page(
      "[a](other.md)\n\n- [b](https://example.org)\n- [c](tel:111)\n\n[d](#x)\n\n## X")
    #expect(page.document.links.map(\.kind) == [.local, .external, .telephone, .anchor])
    #expect(page.document.links.map { spot($0.place) } == ["1:1", "3:3", "4:3", "6:1"])
    #expect(page.document.links.first?.path == "other.md")
  }

  @Test func anchorOfThePage() {
    #expect(Page("[xuống](#muc)\n\n## Mục").findings == [])
    #expect(Page("[bảng](#t-known)").findings == [])
    let page = Page("## Việc cần làm\n\nXem [mục](#viec-can-lan).")
    #expect(page.findings == ["MB-MD-012 3:5"])
    #expect(page.mends == ["Did you mean “viec-can-lam”?"])
  }

  @Test func nothingThere() {
    #expect(Page("Đọc **kỹ** [trang](khong-co.md).").findings == ["MB-MD-012 1:12"])
  }

  @Test func emptyLinks() {
    #expect(Page("[chữ]()").findings == ["MB-MD-013 1:1"])
    #expect(Page("[chữ](#)").findings == ["MB-MD-013 1:1"])
    #expect(Page("ở [](other.md)").findings == ["MB-MD-013 1:3"])
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#115;cript:alert(1)",
    "javascript&colon;alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
    "//example.org/x", "\\\\example.org", "/\\example.org", "java&#9;script:alert(1)",
    "&#1;javascript:alert(1)", "x-unknown:y", "blob:x", "<java script:alert(1)>",
  ])
  func dangerousAddresses(address: String) {
    let page = Page("[chữ](\(address)) và ![ảnh](\(address))")
    #expect(page.findings.contains("MB-MD-011 1:1"))
    #expect(page.findings.count == 2)
    #expect(page.html == "<p><a href=\"#\">chữ</a> và </p>\n")
  }

  @Test func addressIsEscaped() {
    let page = Page("[a](https://example.org/\"onclick='x'\u{E9}<>)")
    #expect(
      page.html.contains("href=\"https://example.org/%22onclick=&#39;x&#39;%C3%A9%3C%3E\""))
  }
}

struct ImageTests {
  @Test func localWithDescription() {
    let page = Page("![Bản *đồ* `1`](ban-do.png)")
    #expect(page.findings == [])
    #expect(page.html == "<figure><img src=\"ban-do.png\" alt=\"Bản đồ 1\"></figure>")
  }

  @Test func inASentence() {
    let page = Page("Nút ![dấu x](x.png) ở góc.")
    #expect(page.html == "<p>Nút <img src=\"x.png\" alt=\"dấu x\"> ở góc.</p>\n")
  }

  @Test func captionBelowAPictureThatStandsAlone() {
    #expect(Page("![Bản đồ](a.png \"Chú thích\")").findings == [])
    #expect(Page("Xem ![bản đồ](a.png \"Chú thích\").").findings == ["MB-MD-020 1:5"])
  }

  @Test func inAListAndInAQuotation() {
    #expect(
      Page("- ![Chợ](a.png)\n").html
        == "<ul>\n<li>\n<figure><img src=\"a.png\" alt=\"Chợ\"></figure></li>\n</ul>\n")
    #expect(
      Page("> ![Chợ](a.png)\n").html
        == "<blockquote>\n<figure><img src=\"a.png\" alt=\"Chợ\"></figure></blockquote>\n")
  }

  @Test func blanksInTheName() {
    for address in ["<Ảnh 1.jpg>", "Ảnh%201.jpg"] {
      let page = Page("![Cửa sổ](\(address))")
      #expect(page.findings == [])
      #expect(page.html.contains("src=\"Ảnh%201.jpg\""))
    }
    // No picture in CommonMark, and readers would see the brackets.
    #expect(Page("Xem: ![Cửa sổ](Ảnh 1.jpg)").findings == ["MB-MD-019 1:6"])
    #expect(Page("Một\n- Hai ![x](a b.jpg \"c\")").findings == ["MB-MD-019 2:7"])
    for words in ["`![x](a b.jpg)`", "\\![x](a b.jpg)", "!\\[x](a b.jpg)", "![x]", "![x] (y z)"] {
      #expect(Page("Viết \(words) thế này.").findings == [])
    }
  }

  @Test(arguments: ["IMG_0815.jpg", "IMG_0815", "a"])
  func nameOfTheFileIsNoDescription(alt: String) {
    let name = alt == "a" ? "a" : "IMG_0815"
    #expect(Page("![\(alt)](anh/\(name).jpg)").findings == ["MB-MD-015 1:1"])
  }

  @Test func withoutDescription() {
    #expect(Page("Ảnh: ![](a.png)").findings == ["MB-MD-015 1:6"])
    #expect(Page("![ ](a.png)").findings == ["MB-MD-015 1:1"])
  }

  @Test(arguments: ["https://example.org/a.png", "//example.org/a.png", "data:image/png;base64,x"])
  func fromElsewhere(address: String) {
    let page = Page("![Ảnh](\(address))")
    #expect(page.findings == ["MB-MD-014 1:1"])
    #expect(page.html == "")
  }

  @Test func notAPicture() {
    #expect(Page("![Ảnh]()").findings == ["MB-MD-012 1:1"])
    #expect(Page("![Ảnh](#a)").findings == ["MB-MD-012 1:1"])
  }

  @Test func nothingHidesInTheDescription() {
    #expect(Page("![x `= t[m]`](a.png)").findings == ["MB-MD-017 1:5"])
    #expect(Page("![x <b>](a.png)").findings == ["MB-MD-002 1:5"])
  }
}
