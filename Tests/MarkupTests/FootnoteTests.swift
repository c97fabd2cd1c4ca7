import Diagnostics
import Markup
import Testing

struct FootnoteTests {
  @Test func numberedByFirstUseWithWaysBack() {
    let page = Page(
      """
      Một[^b], hai[^a], lại một[^B].

      [^a]: Ghi chú *a*.
      [^b]: Ghi chú b
          còn tiếp.

          Đoạn hai.

      Sau.
      """)
    #expect(page.findings == [])
    #expect(
      page.html == """
        <p>Một<sup class="note"><a href="#fn-1" id="fnref-1" aria-label="Note 1">1</a></sup>, \
        hai<sup class="note"><a href="#fn-2" id="fnref-2" aria-label="Note 2">2</a></sup>, \
        lại một<sup class="note"><a href="#fn-1" id="fnref-1-2" aria-label="Note 1">1</a></sup>.</p>
        <p>Sau.</p>
        <section class="notes" aria-labelledby="notes-title">
        <h2 id="notes-title">Notes</h2>
        <ol>
        <li id="fn-1">
        <p>Ghi chú b
        còn tiếp.</p>
        <p>Đoạn hai. <a class="back" href="#fnref-1" aria-label="Back 1.1">↩</a> \
        <a class="back" href="#fnref-1-2" aria-label="Back 1.2">↩</a></p>
        </li>
        <li id="fn-2">
        <p>Ghi chú <em>a</em>. <a class="back" href="#fnref-2" aria-label="Back 2.1">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func oneWordIsANoteTooAndNotALink() {
    let page = Page("Xem[^1].\n\n[^1]: https://example.org\n")
    #expect(page.findings == [])
    #expect(page.html.contains("<li id=\"fn-1\">\n<p>https://example.org <a class"))
  }

  @Test func inHeadingsCellsBlocksAndNotes() {
    let page = Page(
      """
      ## Mục[^1]

      a | b
      --|--
      x | y[^2]

      ```callout kind=note
      - Chữ[^3]
      ```

      [^1]: Một[^4]
      [^2]: Hai
      [^3]: Ba
      [^4]: Bốn
      """)
    #expect(page.findings == [])
    #expect(page.document.headings.map(\.id) == ["muc"])
    #expect(page.document.headings.map(\.text) == ["Mục"])
    for number in 1...4 {
      #expect(page.html.contains("id=\"fnref-\(number)\""))
      #expect(page.html.contains("<li id=\"fn-\(number)\">"))
    }
  }

  @Test func codeAndEscapedBracketsAreNone() {
    let page = Page("`[^1]` và \\[^2] và [^3].\n\n```text\n[^4]: x\n```\n\n[^3]: Ba")
    #expect(page.findings == [])
    #expect(page.html.contains("<code>[^1]</code> và [^2] và <sup"))
    #expect(page.html.contains("[^4]: x"))
  }

  @Test func missingUnusedTwiceMisplaced() {
    #expect(
      Page("Một.\n\nXem [^b].\n\n[^a]: A").findings == ["MB-TEXT-003 3:5", "MB-TEXT-004 5:1"])
    #expect(Page("Xem [^b].\n\n[^bb]: A").mends.first?.contains("“bb”") == true)
    #expect(Page("Xem[^a].\n\n[^a]: A\n[^a]: B").findings == ["MB-TEXT-004 4:1"])
    #expect(Page("Xem[^a].\n\n- [^a]: A B").findings == ["MB-TEXT-003 1:4", "MB-TEXT-005 3:3"])
    #expect(
      Page("Xem[^a].\n\n> Lại[^a]\n>\n> [^a]: A").findings
        == ["MB-TEXT-003 1:4", "MB-TEXT-003 3:6", "MB-TEXT-005 5:3"])
    #expect(
      Page("Xem[^a].\n\n```callout kind=note\n[^a]: A\n```\n\n[^a]: A").findings
        == ["MB-TEXT-005 4:1"])
  }

  @Test func mistakesInANoteHaveTheirPlace() {
    let page = Page("Xem[^a].\n\n[^a]: Một\n\n    Hai <b>\n")
    #expect(page.findings == ["MB-MD-002 5:9"])
  }

  @Test func linesKeepTheirPlacesBelowANote() {
    #expect(Page("[^a]: A\n\nXem[^a] <b>\n").findings == ["MB-MD-002 3:9"])
  }
}

struct TermTests {
  @Test func aTermLeadsToItsMeaningAndTheFirstIsWhereOneComesBack() {
    let page = Page("[Nạn nhân](term:nan-nhan) và [nạn nhân](term:nan-nhan).")
    #expect(page.findings == [])
    #expect(
      page.html == """
        <p><a href="#term-nan-nhan" class="term" id="termref-nan-nhan">Nạn nhân</a> và \
        <a href="#term-nan-nhan" class="term">nạn nhân</a>.</p>

        """)
  }

  @Test func anUnknownTermIsAnError() {
    #expect(Page("Một [chữ](term:chu).").findings == ["MB-MD-012 1:5"])
  }
}

struct HeadingIDTests {
  @Test func anIDOfItsOwnStaysWhenTheHeadingIsRenamed() {
    let before = Page("## Việc cần làm {#can-lam}\n\n## Khác")
    let after = Page("## Bạn *nên* làm gì {#can-lam}\n\n## Khác")
    #expect(before.findings == [] && after.findings == [])
    #expect(before.document.headings.map(\.id) == ["can-lam", "khac"])
    #expect(after.document.headings.map(\.id) == ["can-lam", "khac"])
    #expect(after.document.headings.first?.text == "Bạn nên làm gì")
    #expect(before.html.contains("<h2 id=\"can-lam\">Việc cần làm</h2>"))
  }

  @Test func anotherHeadingDoesNotTakeIt() {
    #expect(Page("## A {#b}\n\n## B").document.headings.map(\.id) == ["b", "b-2"])
    #expect(Page("## B\n\n## A {#b}").findings == ["MB-TEXT-006 3:1"])
    #expect(Page("## A {#Chữ}").findings == ["MB-TEXT-006 1:1"])
  }

  @Test func idsOfNotesAndTermsAreKept() {
    let page = Page("## Fn 1\n\n## Notes title\n\nXem[^1].\n\n[^1]: Một")
    #expect(page.document.headings.map(\.id) == ["h-fn-1", "notes-title-2"])
  }
}
