import Diagnostics
import Markup
import Testing

struct TextLintTests {
  private func words(_ count: Int) -> String {
    (1...count).map { _ in "chữ" }.joined(separator: " ")
  }

  private let long = TextLints(longestSentence: 30, avoided: [])

  @Test func thirtySyllablesAreFineAndThirtyOneAreNot() {
    #expect(Page(words(30) + ". " + words(30) + "!", lints: long).findings == [])
    let page = Page("Một. " + words(31) + ". Ba.", lints: long)
    #expect(page.findings == ["MB-TEXT-001 1:6"])
    #expect(page.diagnostics.all.first?.what.en.text(showingSecrets: true).contains("31") == true)
    #expect(Page(words(200)).findings == [])
  }

  @Test func theWarningStandsWhereTheSentenceBegins() {
    let half = words(16)
    #expect(
      Page("## Mục\n\nMột\ncâu. *Rồi* \(half)\n**\(half)**.", lints: long).findings
        == ["MB-TEXT-001 4:7"])
    #expect(Page("- a\n\n  Dài \(words(31)).", lints: long).findings == ["MB-TEXT-001 3:3"])
    #expect(Page("a | b\n--|--\nx | \(words(31))", lints: long).findings == ["MB-TEXT-001 3:5"])
    #expect(
      Page("```callout kind=note\nMột.\n\(words(31))\n```", lints: long).findings
        == ["MB-TEXT-001 3:1"])
    #expect(Page("Xem[^1].\n\n[^1]: \(words(31))", lints: long).findings == ["MB-TEXT-001 3:7"])
  }

  @Test func eachItemLineAndHeadingIsASentenceOfItsOwn() {
    let half = words(16)
    let page = Page(
      "## \(half)\n\nGồm \(half):\n\n- \(half)\n- \(half)\n\n\(half)\\\n\(half)", lints: long)
    #expect(page.findings == [])
  }

  @Test func quotationsAndCodeAreLeftAlone() {
    #expect(Page("> \(words(40))\n>\n> - \(words(40))", lints: long).findings == [])
    #expect(Page("```text\n\(words(40))\n```", lints: long).findings == [])
    #expect(Page("> \(words(40))\n\n\(words(40))", lints: long).findings == ["MB-TEXT-001 3:1"])
  }

  @Test func signsAndNumbersWithPointsAreNoSentences() {
    #expect(Page("\(words(15)) 1.234 – \(words(15))", lints: long).findings == ["MB-TEXT-001 1:1"])
    #expect(Page("\(words(15)) – \(words(15))", lints: long).findings == [])
  }

  private let avoided = TextLints(
    longestSentence: nil,
    avoided: [
      AvoidedWord("nhẹ dạ", mend: Phrase(vi: "Viết “bị lừa”.", en: "Write “bị lừa”.")),
      AvoidedWord(
        "gái", exceptions: ["trẻ em gái"], mend: Phrase(vi: "Viết “phụ nữ”.", en: "Write …")),
      AvoidedWord("hoà", mend: Phrase(vi: "x", en: "y")),
    ])

  @Test(arguments: [
    ("Người nhẹ dạ.", ["MB-TEXT-002 1:7"]),
    ("Người NHẸ\nDẠ.", ["MB-TEXT-002 1:7"]),
    ("nguoi nhe da", ["MB-TEXT-002 1:7"]),
    ("Người nhẹ, dạ thưa.", []),
    ("Chim nhẹ dạng.", []),
    ("Cái gai, con gà mái.", ["MB-TEXT-002 1:5"]),
    ("Cái gãi.", []),
    ("Phụ nữ và trẻ em gái; gái.", ["MB-TEXT-002 1:23"]),
    ("Chữ hòa, chữ HOÀ, chữ hỏa.", ["MB-TEXT-002 1:5", "MB-TEXT-002 1:14"]),
    ("Đừng nói “nhẹ dạ” hay \"nhẹ dạ\".", []),
    ("> nhẹ dạ", []),
    ("[chữ](https://example.org/nhe%20da) <https://example.org/gai>", []),
    ("```callout kind=note title=\"Nhẹ dạ\"\nx\n```", ["MB-TEXT-002 1:28"]),
    ("```csv caption=\"x\"\na,b\n1,nhẹ dạ\n```", ["MB-TEXT-002 3:3"]),
  ])
  func wordsToAvoid(markdown: String, findings: [String]) {
    #expect(Page(markdown, lints: avoided).findings == findings)
  }
}
