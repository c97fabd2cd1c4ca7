import Testing

struct NumberTests {
  @Test func numberInASentence() {
    let page = Page(
      "Có `= nan-nhan[received, sex=_T, area=gso-2004:87, age=18+, period=2021/2025-S1]` người.")
    #expect(page.findings == [])
    #expect(
      page.html
        == "<p>Có <span>nan-nhan|received|sex:_T|area:gso-2004:87|age:18+|period:2021/2025-S1"
        + "</span> người.</p>\n")
  }

  @Test func blanksAreFree() {
    #expect(Page("`= t[ m ,a = b ]`").html == "<p><span>t|m|a:b</span></p>\n")
    #expect(Page("``= t[m]``").html == "<p><span>t|m</span></p>\n")
    #expect(Page("`= t[m,\na=b]`").html == "<p><span>t|m|a:b</span></p>\n")
  }

  @Test func inLinksListsAndQuotes() {
    #expect(Page("> - [`= t[m]`](other.md)").findings == [])
  }

  @Test(arguments: ["`=`", "`a = b`", "`=sum(A1)`", "`==`", "`=[a]`"])
  func otherCodeStaysCode(markdown: String) {
    let page = Page(markdown)
    #expect(page.findings == [])
    #expect(page.html.hasPrefix("<p><code>"))
  }

  @Test(arguments: [
    ("Có `= t`", "1:8"),
    ("Có `= `", "1:7"),
    ("Có `= [m]`", "1:7"),
    ("Có `= t[]`", "1:9"),
    ("Có `= t[m`", "1:10"),
    ("Có `= t[m, a]`", "1:13"),
    ("Có `= t[m, a=]`", "1:14"),
    ("Có `= t[m, =b]`", "1:12"),
    ("Có `= t[m a=b]`", "1:11"),
    ("Có `= t[m, a=b, a=c]`", "1:16"),
    ("Có `= t[m, a=b c]`", "1:16"),
    ("Có `= t[m]]`", "1:11"),
    ("Có `= t[m] %`", "1:12"),
    ("Có `=t[m]`", "1:6"),
    ("Có `= bảng[chỉ số]`", "1:16"),
  ])
  func mistakes(markdown: String, spot: String) {
    #expect(Page(markdown).findings == ["MB-MD-016 \(spot)"])
  }

  @Test func notInHeadings() {
    let page = Page("## Có `= t[m]` người")
    #expect(page.findings == ["MB-MD-017 1:7"])
  }
}
