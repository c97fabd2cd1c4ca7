import Testing

/// Places are counted in characters, in lines of the file, wherever a piece stands.
struct PlaceTests {
  @Test(arguments: [
    ("Đường dây [a](x.md)", "1:11"),
    ("một\nhai [a](x.md)", "2:5"),
    ("một\n   hai [a](x.md)", "2:8"),
    ("- một\n  hai [a](x.md)\n- ba", "2:7"),
    ("- một\nhai [a](x.md)", "2:5"),
    ("> một\n> hai **đậm** [a](x.md)", "2:15"),
    ("## Tiêu đề [a](x.md)", "1:12"),
    ("[a\nb](x.md)", "1:1"),
    ("*x* [*a*](x.md)", "1:5"),
    ("[1]: other.md\n[2]: other.md\nchữ [a](x.md)", "3:5"),
    ("[1]: other.md\nchữ [a](x.md)\nchữ", "2:5"),
    ("`a\nb` [a](x.md)", "2:4"),
    ("\r\nhai\r\nba [a](x.md)", "3:4"),
    ("```callout kind=note\n\nĐường [a](x.md)\n```", "3:7"),
    ("- a\n\n  ```callout kind=note\n  Đường [a](x.md)\n  ```", "4:9"),
    ("\t```\n\nĐ [a](x.md)", "3:3"),
  ])
  func places(markdown: String, spot: String) {
    #expect(Page(markdown).findings == ["MB-MD-012 \(spot)"])
  }

  @Test func linesBelowFrontMatter() {
    #expect(Page("a\n\n[a](x.md)", firstLine: 10).findings == ["MB-MD-012 12:1"])
  }
}
