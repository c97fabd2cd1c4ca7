import Diagnostics
import Pages
import SourceFiles
import Testing

/// Where our templates are stricter than Mustache: what is wrong has a place and a mend.
struct MustacheDiagnosticsTests {
  @Test func unknownName() {
    let result = rendered("<p>\n  Đây: {{titel}}</p>", ["title": "Tên"])
    #expect(result.findings == ["MB-TPL-003 page:2:10"])
    #expect(result.mends == ["Did you mean “title”?"])
  }

  @Test(arguments: ["{{a.c}}", "{{#c}}{{/c}}", "{{^c}}{{/c}}", "{{{c}}}", "{{t.c}}", "{{a.b.c}}"])
  func unknownNames(template: String) {
    let result = rendered(template, ["a": ["b": "1"], "t": "x"])
    #expect(result.findings.count == 1)
    #expect(result.findings.first?.hasPrefix("MB-TPL-003 page:1:") == true)
  }

  @Test func unknownNameInAPartial() {
    let result = rendered("\n{{>p}}", ["a": ["b": "1"]], partials: ["p": "{{#a}}\n{{bb}}{{/a}}"])
    #expect(result.findings == ["MB-TPL-003 partials/p:2:3"])
    #expect(result.mends == ["Did you mean “b”?"])
  }

  @Test func unknownPartial() {
    let result = rendered("{{> crumb}}", partials: ["crumbs": "", "side": ""])
    #expect(result.findings == ["MB-TPL-004 page:1:5"])
    #expect(result.mends == ["Did you mean “crumbs”?"])
  }

  /// Text in raw tags would let code in; HTML in escaped tags would print its tags.
  @Test func textAndHTMLAreNotMixed() {
    let values: TemplateObject = ["t": "<b>", "h": .html(Array("<i>".utf8))]
    #expect(rendered("{{{t}}}", values).findings == ["MB-TPL-005 page:1:4"])
    #expect(rendered("{{&t}}", values).findings == ["MB-TPL-005 page:1:4"])
    #expect(rendered("{{{t}}}", values).text == "")
    #expect(rendered("{{h}}", values).findings == ["MB-TPL-005 page:1:3"])
  }

  @Test(arguments: [TemplateValue.flag(true), .list(["1"]), ["b": "1"]])
  func onlyTextIsPrinted(value: TemplateValue) {
    #expect(rendered("{{a}}", ["a": value]).findings == ["MB-TPL-005 page:1:3"])
  }

  @Test(arguments: [
    ("\n a {{b", "MB-TPL-001 page:2:4"),
    ("{{{b}}", "MB-TPL-001 page:1:1"),
    ("{{! b", "MB-TPL-001 page:1:1"),
    ("{{}}", "MB-TPL-001 page:1:1"),
    ("{{a b}}", "MB-TPL-001 page:1:1"),
    ("{{a..b}}", "MB-TPL-001 page:1:1"),
    ("{{.a}}", "MB-TPL-001 page:1:1"),
    ("{{=x=}}", "MB-TPL-001 page:1:1"),
    ("{{=a= b=}}", "MB-TPL-001 page:1:1"),
    ("{{=a b c=}}", "MB-TPL-001 page:1:1"),
    ("x{{#a}}", "MB-TPL-002 page:1:2"),
    ("x{{/a}}", "MB-TPL-002 page:1:2"),
    ("{{#a}}{{^b}}{{/b}}{{/c}}{{/a}}", "MB-TPL-002 page:1:19"),
  ])
  func malformed(template: String, finding: String) {
    #expect(rendered(template, ["a": .nothing, "b": .nothing]).findings == [finding])
  }

  @Test func recursionEnds() {
    let result = rendered("{{>p}}", partials: ["p": "x{{>p}}{{>p}}"])
    #expect(result.findings == ["MB-TPL-006 partials/p:1:5"])
  }

  @Test func nestingEnds() {
    let depth = 20_000
    let template =
      String(repeating: "{{#a}}", count: depth) + String(repeating: "{{/a}}", count: depth)
    #expect(rendered(template, ["a": .nothing]).findings == ["MB-TPL-002 page:1:301"])
  }

  @Test func unknownTemplate() {
    var diagnostics = Diagnostics()
    var output: [UInt8] = []
    let file = SourceFile(path: "plan", bytes: [])
    let library = TemplateLibrary.compile(["pages/plan": file], into: &diagnostics)
    library?.render("pages/plna", with: [:], into: &output, &diagnostics)
    #expect(diagnostics.all.map(\.rule) == [.templatePartialUnknown])
    #expect(
      diagnostics.all.first?.mend.en.text(showingSecrets: true) == "Did you mean “pages/plan”?")
  }

  /// Whatever a template is made of, it compiles or is refused; nothing ends the program.
  @Test func randomTemplates() {
    let scraps = [
      "{{", "}}", "{{{", "}}}", "#", "/", "^", ">", "!", "=", "&", "a", "b", ".", " ", "\n", "\r\n",
      "{{#a}}", "{{/a}}", "{{^b}}", "{{/b}}", "{{>p}}", "{{= | | =}}", "|", "{{=", "=}}", "đ", "\t",
    ]
    var state: UInt64 = 3
    for _ in 0..<3_000 {
      var template = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        template += scraps[Int(state >> 33) % scraps.count]
      }
      let result = rendered(
        template, ["a": .list(["<", "2"]), "b": .nothing], partials: ["p": "{{a}}"])
      #expect(!result.text.contains("<") || !result.findings.isEmpty)
    }
  }
}
