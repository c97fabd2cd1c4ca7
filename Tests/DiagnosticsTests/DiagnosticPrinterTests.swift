import Diagnostics
import Testing

@Suite("Diagnostics are shown like a good compiler's")
struct DiagnosticPrinterTests {
  static let rule = Rule("MB-TEST-001", why: Phrase(vi: "vì thế", en: "because"))

  func diagnostics(column: Int? = 6, confidential: Bool = false) -> Diagnostics {
    var diagnostics = Diagnostics()
    diagnostics.report(
      Self.rule, at: Place(file: "a.csv", line: 2, column: column),
      what: Phrase(vi: "số \(secret: 4) sai", en: "the count \(secret: 4) is wrong"),
      mend: Phrase(vi: "sửa", en: "correct it"), isConfidential: confidential)
    return diagnostics
  }

  func printer(showsSecrets: Bool = false, language: MessageLanguage = .en) -> DiagnosticPrinter {
    DiagnosticPrinter(language: language, showsSecrets: showsSecrets) { path in
      path == "a.csv" ? ["năm,số", "2021,4"] : nil
    }
  }

  @Test func placeLineCaretWhyAndMend() {
    #expect(
      printer().text(diagnostics()) == """
        a.csv:2:6: error MB-TEST-001: the count 4 is wrong
          2 | 2021,4
                   ^
          why : because
          mend: correct it

        1 error.

        """)
  }

  @Test func vietnamese() {
    #expect(
      printer(language: .vi).text(diagnostics(column: nil)) == """
        a.csv:2: lỗi MB-TEST-001: số 4 sai
          2 | 2021,4
          vì sao: vì thế
          cách sửa: sửa

        1 lỗi.

        """)
  }

  @Test("a confidential diagnostic shows neither value nor line, unless asked to")
  func confidential() {
    let hidden = printer().text(diagnostics(confidential: true))
    #expect(hidden.contains("the count ••• is wrong"))
    #expect(!hidden.contains("2021,4"))
    let shown = printer(showsSecrets: true).text(diagnostics(confidential: true))
    #expect(shown.contains("the count 4 is wrong") && shown.contains("2021,4"))
  }

  @Test("machine formats keep the secret too", arguments: [true, false])
  func machineFormats(confidential: Bool) {
    let found = diagnostics(confidential: confidential)
    let texts = [
      DiagnosticReport.json(found, language: .en, showsSecrets: false),
      DiagnosticReport.github(found, language: .en, showsSecrets: false),
      DiagnosticReport.sarif(found, version: "1", language: .en, showsSecrets: false),
    ]
    for text in texts {
      #expect(text.contains("the count \(confidential ? "•••" : "4") is wrong"))
      #expect(text.contains("MB-TEST-001"))
    }
  }

  @Test func workflowCommand() {
    #expect(
      DiagnosticReport.github(diagnostics(), language: .en, showsSecrets: true)
        == "::error file=a.csv,line=2,col=6,title=MB-TEST-001::the count 4 is wrong correct it\n")
  }

  @Test("sorted by place, each once")
  func order() {
    var found = Diagnostics()
    for line in [3, 1, 3] {
      found.report(
        Self.rule, at: Place(file: "b", line: line), what: Phrase(vi: "x", en: "x"),
        mend: Phrase(vi: "y", en: "y"))
    }
    #expect(found.sorted.map { $0.place?.line } == [1, 3])
  }

  @Test("the gravest consequence decides the exit status")
  func consequence() {
    var found = diagnostics()
    #expect(found.consequence == .siteHasErrors)
    found.report(
      Rule("MB-TEST-002", .error, .refusedForDisclosure, why: Phrase(vi: "", en: "")), at: nil,
      what: Phrase(vi: "", en: ""), mend: Phrase(vi: "", en: ""))
    #expect(found.consequence == .refusedForDisclosure)
  }
}

@Suite("Spelling guesses what was meant")
struct SpellingTests {
  @Test(arguments: [
    ("tabel", "table"), ("scoreborad", "scoreboard"), ("hotlins", "hotlines"),
    ("reviewdBy", "reviewedBy"),
  ])
  func nearest(word: String, meant: String) {
    let names = ["table", "scoreboard", "hotlines", "reviewedBy", "chart"]
    #expect(Spelling.nearest(to: word, among: names) == meant)
  }

  @Test func nothingNear() {
    #expect(Spelling.nearest(to: "xyz", among: ["table", "chart"]) == nil)
  }
}
