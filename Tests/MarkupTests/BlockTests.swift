import Testing

struct BlockTests {
  @Test func dataBlocks() {
    let page = Page(
      """
      ```table id=nan-nhan
      ```
      ```indicator id="ho tro"
      ```
      ```chart table=nan-nhan kind=bar
      ```
      ```scoreboard plan=kh
      ```
      ~~~~hotlines

      ~~~~
      """)
    #expect(page.findings == [])
    #expect(
      page.html == """
        <div>table nan-nhan 1:13</div>
        <div>indicator ho tro</div>
        <div>chart nan-nhan bar</div>
        <div>scoreboard kh</div>
        <div>hotlines 9:5</div>

        """)
  }

  @Test func callout() {
    let page = Page(
      """
      ```callout kind=danger title="Khi bị giữ \\"hộ chiếu\\" & giấy tờ"
      Gọi **111**.

      - một
      ```
      """)
    #expect(page.findings == [])
    #expect(
      page.html == """
        <div class="callout danger"><p class="callout-title">Khi bị giữ &quot;hộ chiếu&quot; &amp; \
        giấy tờ</p>
        <p>Gọi <strong>111</strong>.</p>
        <ul>
        <li>một</li>
        </ul>
        </div>

        """)
  }

  @Test func calloutTakesItsTitleFromTheHost() {
    #expect(
      Page("```callout kind=help\na\n```").html
        == "<div class=\"callout help\"><p class=\"callout-title\">&lt;help&gt;</p>\n<p>a</p>\n</div>\n"
    )
  }

  @Test func stepsAndChecklist() {
    let page = Page(
      """
      ```steps
      1. **Dừng lại** Nói với người nhà.
      2. Gọi [111](tel:111).
         - con
      ```

      ```checklist
      - Tôi biết `= t[m]` địa chỉ.
      - Hai
      ```

      ```pairs
      - **“Đi ngay.”** Hỏi người nhà trước.
      ```
      """)
    #expect(page.findings == [])
    #expect(
      page.html == """
        <ol class="steps">
        <li><strong>Dừng lại</strong> Nói với người nhà.</li>
        <li>Gọi <a href="tel:111">111</a>.
        <ul>
        <li>con</li>
        </ul>
        </li>
        </ol>
        <ul class="checklist">
        <li>Tôi biết <span>t|m</span> địa chỉ.</li>
        <li>Hai</li>
        </ul>
        <ul class="pairs">
        <li><strong>“Đi ngay.”</strong> Hỏi người nhà trước.</li>
        </ul>

        """)
  }

  @Test func blocksInsideBlocks() {
    let page = Page(
      """
      > - ````callout kind=note
      >   ```hotlines
      >   ```
      >   [a](khong-co.md)
      >   ````
      """)
    #expect(page.html.contains("<div>hotlines 2:8</div>"))
    #expect(page.findings == ["MB-MD-012 4:5"])
  }

  @Test func blocksDontNestForEver() {
    var markdown = "a"
    for depth in 3..<9 {
      let fence = String(repeating: "`", count: depth)
      markdown = "\(fence)callout kind=note\n\(markdown)\n\(fence)"
    }
    #expect(Page(markdown).findings == ["MB-MD-018 5:5"])
  }

  @Test func neverClosed() {
    let page = Page("> ```callout kind=note\n> a ```\n> b\n\nc")
    #expect(page.findings == ["MB-MD-006 1:6"])
    #expect(page.mends == ["Add a line ``` below what belongs to it."])
    #expect(Page("~~~~hotlines\n~~~\n").findings == ["MB-MD-006 1:5"])
    #expect(Page("```steps").findings == ["MB-MD-006 1:4"])
    #expect(Page("- ~~~hotlines\n  ~~~~ \n").findings == [])
  }

  // MARK: Names

  @Test func misspeltName() {
    let page = Page("Chữ.\n\n```tabel id=x\n```\n")
    #expect(page.findings == ["MB-MD-005 3:4"])
    #expect(page.mends == ["Did you mean “table”?"])
    #expect(page.html == "<p>Chữ.</p>\n")
    #expect(Page("```Steps\n1. a\n```").mends == ["Did you mean “steps”?"])
    #expect(Page("```chek-list\n- a\n```").findings == ["MB-MD-005 1:4"])
    #expect(Page("```thing id=x\n```").findings == ["MB-MD-005 1:4"])
  }

  @Test(arguments: [
    "swift", "text", "sh", "bash", "c", "cpp", "css", "tsv", "csharp", "dart", "yaml", "json",
    "html", "toml", "sql", "scala", "kotlin", "markdown", "latex", "matlab", "r", "python", "diff",
    "console", "plaintext", "mermaid", "stata", "sass", "lisp", "cmake", "makefile", "svelte",
    "text ghi chú", "{.swift}",
  ])
  func otherWordsAreLanguages(info: String) {
    let page = Page("```\(info)\na\n```")
    #expect(page.findings == [])
    #expect(page.html.hasSuffix("\">a\n</code></pre>\n"))
  }

  // MARK: Attributes

  @Test(arguments: [
    ("table", "MB-MD-008 1:4"),
    ("table id=", "MB-MD-009 1:13"),
    ("table id=\"\"", "MB-MD-009 1:13"),
    ("table id=a idd=b", "MB-MD-007 1:15"),
    ("table id=a id=b", "MB-MD-007 1:15"),
    ("table a", "MB-MD-006 1:10"),
    ("table id = a", "MB-MD-006 1:10"),
    ("table id=\"a", "MB-MD-006 1:13"),
    ("table id=\"a\"b", "MB-MD-006 1:16"),
    ("table id=a\"b\"", "MB-MD-006 1:14"),
    ("table =a", "MB-MD-006 1:10"),
    ("hotlines id=a", "MB-MD-007 1:13"),
    ("chart table=a kind=pie", "MB-MD-009 1:23"),
    ("callout kind=warning", "MB-MD-009 1:17"),
    ("callout title=đ kinđ=note", "MB-MD-007 1:20"),
  ])
  func attributes(info: String, finding: String) {
    #expect(Page("```\(info)\n```").findings.contains(finding))
  }

  @Test func misspeltAttribute() {
    #expect(Page("```scoreboard plna=kh\n```").mends.contains("Did you mean “plan”?"))
    #expect(Page("```chart table=a kind=lines\n```").mends == ["Did you mean “line”?"])
  }

  // MARK: Content

  @Test func dataBlocksHoldNothing() {
    #expect(Page("```hotlines\n\n  a\n```").findings == ["MB-MD-010 3:1"])
  }

  @Test func listsOnly() {
    #expect(Page("```steps\nchữ\n\n1. a\n```").findings == ["MB-MD-010 2:1"])
    #expect(Page("```steps\n1. a\n\nchữ\n```").findings == ["MB-MD-010 4:1"])
    #expect(Page("```checklist\n```").findings == ["MB-MD-010 1:4"])
    #expect(Page("```callout kind=note\n\n```").findings == ["MB-MD-010 1:4"])
  }
}
