import Diagnostics
import SourceFiles
import Testing

@Suite struct CSVDiagnosticsTests {
  struct Found: Equatable, CustomStringConvertible {
    let rule: Rule
    let line: Int?
    let column: Int?

    init(_ rule: Rule, _ line: Int?, _ column: Int? = nil) {
      self.rule = rule
      self.line = line
      self.column = column
    }

    var description: String { "\(rule.code) \(line ?? 0):\(column ?? 0)" }
  }

  struct Example: Sendable, CustomTestStringConvertible {
    let text: String
    let found: [Found]
    /// First fields of the rows that are left; nil if there is no document.
    let kept: [String]?

    init(_ text: String, _ found: [Found], kept: [String]? = []) {
      self.text = text
      self.found = found
      self.kept = kept
    }

    var testDescription: String { text.debugDescription }
  }

  static func read(
    _ text: String, isConfidential: Bool = false
  ) -> (document: CSVDocument?, diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let file = SourceFile(path: "a.csv", bytes: Array(text.utf8))
    let document = CSVDocument.read(file, isConfidential: isConfidential, into: &diagnostics)
    return (document, diagnostics.sorted)
  }

  static let examples = [
    // No header.
    Example("sep=;\r\na;b\r\n1;2\r\n", [Found(.csvHeaderMissing, 1)], kept: nil),
    Example("", [Found(.csvHeaderMissing, 1)], kept: nil),
    Example("\na,b\n", [Found(.csvHeaderMissing, 1)], kept: nil),
    Example("\r\na,b\n", [Found(.csvHeaderMissing, 1)], kept: nil),
    Example("a;b,c\n", [Found(.csvDelimiterUnclear, 1)], kept: nil),
    Example("a,\"b\n1,2\n", [Found(.csvOpenQuote, 1, 3)], kept: nil),
    Example("a,b\"\n1,2\n", [Found(.csvStrayQuote, 1, 4)], kept: nil),
    // An open quote, to the end or to the next quoted field; the rows after it are read.
    Example("a,b\n1,\"x\n2,y\n", [Found(.csvOpenQuote, 2, 3)], kept: ["2"]),
    Example("a,b\n1,\"x\n2,\"y\"\n3,z\n", [Found(.csvOpenQuote, 2, 3)], kept: ["2", "3"]),
    Example(
      "a,b\n1,\"x\n2,\"y\n", [Found(.csvOpenQuote, 2, 3), Found(.csvOpenQuote, 3, 3)]),
    Example("a,b\nđ,\"", [Found(.csvOpenQuote, 2, 3)]),
    // Text after a closing quote, a quote in a plain field.
    Example("a,b\n\"x\" y,2\n3,4\n", [Found(.csvTextAfterQuote, 2, 4)], kept: ["3"]),
    Example("a,b\n\"ô\"\"ô\"x\"y\"\"\",2\n3,4\n", [Found(.csvTextAfterQuote, 2, 7)], kept: ["3"]),
    Example("a,b\n1,5\"\n2,6\n", [Found(.csvStrayQuote, 2, 4)], kept: ["2"]),
    Example("a,b\n1, \"x, y\"\n", [Found(.csvStrayQuote, 2, 4), Found(.csvStrayQuote, 2, 9)]),
    // Ragged rows: the first field too many, or the end where one is missing.
    Example(
      "a,b\n1\n1,2,3\nđồng,4\n", [Found(.csvRaggedRow, 2, 2), Found(.csvRaggedRow, 3, 5)],
      kept: ["đồng"]),
    Example("a,b\n\"x\ny\"\n", [Found(.csvRaggedRow, 3, 3)]),
    Example("a\n1,2\n", [Found(.csvRaggedRow, 2, 3)]),
    // Names.
    Example("a,,b\n1,2,3\n", [Found(.csvNameEmpty, 1, 3)], kept: ["1"]),
    Example("a,b,\"a\"\n1,2,3\n", [Found(.csvNameTwice, 1, 5)], kept: ["1"]),
    // Rows of nothing.
    Example(
      "a,b\n1,2\n\n\r\n3,4\n\n", [Found(.csvBlankRow, 3), Found(.csvBlankRow, 4)], kept: ["1", "3"]),
    Example("a\n1\n\n2\n", [Found(.csvBlankRow, 3)], kept: ["1", "2"]),
    Example(
      "a,b\n1,2\n,\n3,4\n,\n", [Found(.csvPhantomRow, 3), Found(.csvPhantomRow, 5)],
      kept: ["1", "3"]),
    Example("a,b\n,,,\n", [Found(.csvPhantomRow, 2)]),
    // Control characters.
    Example("a,b\n1,\u{0}2\n3,4\n", [Found(.csvControlCharacter, 2, 3)], kept: ["3"]),
    Example("a,b\n1,\"\u{0}2\"\n3,4\n", [Found(.csvControlCharacter, 2, 4)], kept: ["3"]),
    Example(
      "a,b\r1,2\r", [Found(.csvControlCharacter, 1, 4), Found(.csvControlCharacter, 1, 8)],
      kept: nil),
    Example("a,b\n1,2\r", [Found(.csvControlCharacter, 2, 4)]),
    // Several in one file.
    Example(
      "a,b\n1\n\"x\"y,2\n3,4\n\n,\n5,\"6\n7,8\n",
      [
        Found(.csvRaggedRow, 2, 2), Found(.csvTextAfterQuote, 3, 4), Found(.csvBlankRow, 5),
        Found(.csvPhantomRow, 6), Found(.csvOpenQuote, 7, 3),
      ], kept: ["3", "7"]),
  ]

  @Test(arguments: examples)
  func `Each mistake has its place, and the other rows are read`(example: Example) {
    let (document, diagnostics) = CSVDiagnosticsTests.read(example.text)
    #expect(
      diagnostics.map { Found($0.rule, $0.place?.line, $0.place?.column) } == example.found)
    #expect(diagnostics.allSatisfy { $0.place?.file == "a.csv" })
    let kept = document.map { document in (0..<document.rowCount).map { document.text($0, 0) } }
    #expect(kept == example.kept)
  }

  @Test func `Every rule is provoked above, and speaks both languages`() {
    let found = CSVDiagnosticsTests.examples.flatMap {
      CSVDiagnosticsTests.read($0.text).diagnostics
    }
    #expect(Set(found.map(\.rule)) == Set(Rule.csvRules))
    #expect(Set(Rule.csvRules.map(\.code)).count == Rule.csvRules.count)
    for diagnostic in found {
      for phrase in [diagnostic.what, diagnostic.mend, diagnostic.rule.why] {
        let (vi, en) = (phrase.vi.text(showingSecrets: true), phrase.en.text(showingSecrets: true))
        #expect(vi.hasSuffix(".") && en.hasSuffix(".") && vi != en)
      }
    }
  }

  @Test func `A ragged row names both counts`() throws {
    let diagnostic = try #require(CSVDiagnosticsTests.read("a,b,c\n1,2\n").diagnostics.first)
    #expect(
      diagnostic.what.vi.text(showingSecrets: false) == "Dòng này có 2 ô, dòng tiêu đề có 3.")
    #expect(
      diagnostic.what.en.text(showingSecrets: false)
        == "This row has 2 fields, the header has 3.")
  }

  @Test func `Of one rule twenty are told, the others counted`() throws {
    let rows = String(repeating: "1;2\n", count: 1000)
    let (_, diagnostics) = CSVDiagnosticsTests.read("a,b\n" + rows)
    #expect(diagnostics.count == 21)
    let summary = try #require(diagnostics.first)
    #expect(summary.place == Place(file: "a.csv"))
    #expect(summary.what.en.text(showingSecrets: false) == "980 more of the same kind.")
  }

  @Test(.timeLimit(.minutes(1)))
  func `Many open quotes take no more time than many rows`() {
    let rows = String(repeating: "1,\"x\n", count: 50_000)
    let (_, diagnostics) = CSVDiagnosticsTests.read("a,b\n" + rows)
    #expect(diagnostics.count == 21)
    #expect(Set(diagnostics.map(\.rule)) == [.csvOpenQuote])
  }

  @Test func `No diagnostic of a confidential file quotes a value`() {
    for example in CSVDiagnosticsTests.examples {
      let text = example.text.replacing("1", with: "4711")
      for diagnostic in CSVDiagnosticsTests.read(text, isConfidential: true).diagnostics {
        #expect(diagnostic.isConfidential)
        for phrase in [diagnostic.what, diagnostic.mend] {
          #expect(!phrase.vi.text(showingSecrets: false).contains("4711"))
          #expect(!phrase.en.text(showingSecrets: false).contains("4711"))
        }
      }
    }
  }
}
