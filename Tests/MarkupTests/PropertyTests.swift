import Diagnostics
import Markup
import SourceFiles
import Testing

/// Whatever stands in a page, it never ends the program, and the HTML is well formed.
struct PropertyTests {
  @Test func randomMarkdown() {
    var random = SplitMix(state: 7)
    let lints = TextLints(
      longestSentence: 3, avoided: [AvoidedWord("chữ", mend: Phrase(vi: "x", en: "x"))])
    for _ in 0..<3_000 {
      let markdown = (0..<Int.random(in: 1...25, using: &random))
        .map { _ in Self.scraps.randomElement(using: &random) ?? "" }.joined()
      let html = Page(markdown, lints: lints).html
      if let flaw = flaw(in: html) {
        Issue.record("\(flaw)\n\(markdown.debugDescription)\n\(html)")
        return
      }
    }
  }

  @Test func randomBytes() {
    var random = SplitMix(state: 11)
    for _ in 0..<1_000 {
      let bytes = (0..<Int.random(in: 0...80, using: &random))
        .map { _ in UInt8.random(in: 0...255, using: &random) }
      var diagnostics = Diagnostics()
      var host = TestHost()
      var output: [UInt8] = []
      let file = SourceFile(path: "page.md", bytes: bytes)
      let body = FrontMatter.split(file, into: &diagnostics)?.body ?? bytes[...]
      MarkupDocument.parse(body, path: "page.md", into: &diagnostics)
        .render(into: &output, host: &host, &diagnostics)
      #expect(flaw(in: String(decoding: output, as: UTF8.self)) == nil)
    }
  }

  @Test func theCheckerSeesFlaws() {
    #expect(flaw(in: "<p>a<br></p>") == nil)
    #expect(flaw(in: "<p>a") != nil)
    #expect(flaw(in: "<p><em>a</p></em>") != nil)
    #expect(flaw(in: "a</p>") != nil)
    #expect(flaw(in: "<a href=\"x\"y\">a</a>") != nil)
    #expect(flaw(in: "a < b") != nil)
    #expect(flaw(in: "a & b") != nil)
  }

  private static let scraps = [
    "\n", "\n\n", "  ", "    ", "\t", "- ", "1. ", "> ", "# ", "## ", "### ", "*", "**", "_", "`",
    "``", "```", "````", "~~~", "[a](", "](x)", ")", "[", "]", "![", "<", ">", "<b>", "<!--", "&",
    "&amp;", "\"", "'", "\\", "= ", "`= t[m]`", "`= t[m, a=b", "chữ", "đ", "e\u{301}", "\u{0}",
    "\r\n", "\r", "---", "===", "table id=x", "callout kind=note", "steps\n", "csv caption=\"a\"\n",
    "checklist\n- a\n", "a,b\n", "\"q\n", "hotlines\n```\n", "[1]: x\n", "https://a.b",
    "javascript:", "```callout kind=help title=\"<\n", "\n```\n", "\n````\n", "[a]: <b> 'c'\n", "%",
    "=", "|", "|", "| a | b |\n", "|-|-|\n", "| :-: |\n", "\\|", "[^1]", "[^1]: ", "\n[^1]: x\n",
    "[^",
    "{#a}", "term:x",
  ]
}

/// A fixed sequence, so that a failure comes back.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// The first place where HTML isn't well formed: tags that don't match, attributes that aren't
/// `name="value"`, a bare `<`, `>` or `&`. Nil if there is none.
func flaw(in html: String) -> String? {
  // By Unicode scalars: a combining mark behind a ">" doesn't hide it.
  let entity = /&(amp|lt|gt|quot|#39);/.matchingSemantics(.unicodeScalar)
  let opening = /<([a-z][a-z0-9]*)(?: [a-z-]+="[^"<>]*")*>/.matchingSemantics(.unicodeScalar)
  let closing = /<\/([a-z][a-z0-9]*)>/.matchingSemantics(.unicodeScalar)
  var open: [String] = []
  var rest = html[...]
  while let next = rest.unicodeScalars.firstIndex(where: { "<>&".unicodeScalars.contains($0) }) {
    rest = rest[next...]
    if let match = rest.prefixMatch(of: entity) {
      rest = rest[match.range.upperBound...]
    } else if let match = rest.prefixMatch(of: opening) {
      if !["br", "hr", "img"].contains(match.output.1) { open.append(String(match.output.1)) }
      rest = rest[match.range.upperBound...]
    } else if let match = rest.prefixMatch(of: closing), open.last == String(match.output.1) {
      open.removeLast()
      rest = rest[match.range.upperBound...]
    } else {
      return "not well formed: \(rest.prefix(40))"
    }
  }
  return open.isEmpty ? nil : "open: \(open)"
}
