import Pages
import Testing

/// The behaviours of the core modules of the Mustache specification, one by one, in our own cases.
struct MustacheCoreTests {
  private static let an: TemplateObject = ["ten": "An", "tuoi": "20"]

  @Test(arguments: [
    MustacheCase("Không có thẻ { } }}", gives: "Không có thẻ { } }}"),
    MustacheCase("", gives: ""),
    MustacheCase("Chào {{ten}}!\n", an, gives: "Chào An!\n"),
    MustacheCase("{{ten}}{{tuoi}}", an, gives: "An20"),
    MustacheCase("{{a}}", ["a": "{{b}}"], gives: "{{b}}"),
    MustacheCase(
      "{{a}}", ["a": "<b> & \"c\" 'd'"], gives: "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;"),
    MustacheCase("{{{a}}}|{{&a}}", ["a": .html(Array("<b>".utf8))], gives: "<b>|<b>"),
    MustacheCase("[{{a}}{{{a}}}]", ["a": .nothing], gives: "[]"),
    MustacheCase("{{ten.ho}}", ["ten": ["ho": "Lê"]], gives: "Lê"),
    MustacheCase("{{{a.b}}}{{&a.b}}", ["a": ["b": .html([0x31])]], gives: "11"),
    MustacheCase("{{a.b.c.d}}", ["a": ["b": ["c": ["d": "sâu"]]]], gives: "sâu"),
    MustacheCase("{{a.b.c}}", ["a": .nothing], gives: ""),
    // The first part is looked up outwards, the others only in what it gave.
    MustacheCase("{{#a}}{{b.c}}{{/a}}", ["a": ["x": "1"], "b": ["c": "2"]], gives: "2"),
    MustacheCase("| {{ten}} |", an, gives: "| An |"),
    MustacheCase("  {{ten}}\n", an, gives: "  An\n"),
    MustacheCase("  {{{a}}}\n  {{&a}}\n", ["a": .html([0x31])], gives: "  1\n  1\n"),
    MustacheCase("|{{ ten }}|{{\tten\n}}|", an, gives: "|An|An|"),
    MustacheCase("|{{{ a }}}|{{& a }}|{{ & a }}|", ["a": .html([0x31])], gives: "|1|1|1|"),
  ])
  func interpolation(_ example: MustacheCase) { check(example) }

  @Test(arguments: [
    MustacheCase("[{{#a}}có{{/a}}]", ["a": .flag(true)], gives: "[có]"),
    MustacheCase("[{{#a}}có{{/a}}]", ["a": .flag(false)], gives: "[]"),
    MustacheCase("[{{#a}}có{{/a}}]", ["a": .nothing], gives: "[]"),
    MustacheCase("[{{#a}}có{{/a}}]", ["a": ""], gives: "[]"),
    MustacheCase("[{{#a}}có{{/a}}]", ["a": .html([])], gives: "[]"),
    MustacheCase("[{{#a}}có{{/a}}]", ["a": .list([])], gives: "[]"),
    MustacheCase("{{#a}}{{ten}}{{/a}}", ["a": ["ten": "An"]], gives: "An"),
    MustacheCase(
      "{{#a}}{{x}}{{y}}{{z.w}}{{/a}}", ["x": "1", "y": "sai", "a": ["y": "2"], "z": ["w": "3"]],
      gives: "123"),
    MustacheCase("{{#a}}{{.}}, {{a}}{{/a}}", ["a": "x"], gives: "x, x"),
    MustacheCase("{{#a}}{{{a}}}{{/a}}", ["a": .html([0x31])], gives: "1"),
    MustacheCase(
      "{{#a}}{{#b}}{{#c}}{{x}}{{y}}{{z}}.{{/c}}{{/b}}{{/a}}",
      ["a": ["x": "1", "b": .list([["y": "2", "c": .list([["z": "3"], ["z": "4"]])]])]],
      gives: "123.124."),
    MustacheCase(
      "{{#a}}{{#b}}{{x}}{{/b}}{{x}}{{/a}}", ["a": ["x": "ngoài", "b": ["x": "trong"]]],
      gives: "trongngoài"),
    MustacheCase("{{#a}}{{n}};{{/a}}", ["a": .list([["n": "1"], ["n": "2"]])], gives: "1;2;"),
    MustacheCase(
      "{{#a}}\n- 1\n{{/a}}\n- {{b}}\n{{#a}}\n- 3\n{{/a}}\n", ["a": .flag(true), "b": "2"],
      gives: "- 1\n- 2\n- 3\n"),
    MustacheCase("A{{#a}}B{{#a}}C{{/a}}D{{/a}}E", ["a": .flag(true)], gives: "ABCDE"),
    MustacheCase("A{{#a}}B{{#a}}C{{/a}}D{{/a}}E", ["a": .flag(false)], gives: "AE"),
    MustacheCase("{{#a}}({{.}}){{/a}}", ["a": .list(["x", "<"])], gives: "(x)(&lt;)"),
    MustacheCase("{{#a}}({{{.}}}{{&.}}){{/a}}", ["a": .list([.html([0x3C])])], gives: "(<<)"),
    MustacheCase(
      "{{#a}}({{#.}}{{.}}{{/.}}){{/a}}", ["a": .list([.list(["1", "2"]), .list(["3"])])],
      gives: "(12)(3)"),
    MustacheCase("{{#a.b}}{{c}}{{/a.b}}", ["a": ["b": ["c": "1"]]], gives: "1"),
    MustacheCase("[{{#a.b}}x{{/a.b}}]", ["a": ["b": .flag(false)]], gives: "[]"),
    MustacheCase("[{{#a.b}}x{{/a.b}}]", ["a": .nothing], gives: "[]"),
    MustacheCase("|{{# a }}x{{/ a }}|", ["a": .flag(true)], gives: "|x|"),
  ])
  func sections(_ example: MustacheCase) { check(example) }

  @Test func sectionOverARootList() {
    let result = rendered("{{#.}}{{n}}{{/.}}", root: .list([["n": "1"], ["n": "2"]]))
    #expect(result.text == "12")
    #expect(result.findings == [])
  }

  @Test(arguments: [
    MustacheCase("[{{^a}}không{{/a}}]", ["a": .flag(false)], gives: "[không]"),
    MustacheCase("[{{^a}}không{{/a}}]", ["a": .flag(true)], gives: "[]"),
    MustacheCase("[{{^a}}không{{/a}}]", ["a": .nothing], gives: "[không]"),
    MustacheCase("[{{^a}}không{{/a}}]", ["a": .list([])], gives: "[không]"),
    MustacheCase("[{{^a}}không{{/a}}]", ["a": .list(["1"])], gives: "[]"),
    MustacheCase("[{{^a}}không{{/a}}]", ["a": ["b": "1"]], gives: "[]"),
    MustacheCase("A{{^a}}B{{^a}}C{{/a}}D{{/a}}E", ["a": .flag(false)], gives: "ABCDE"),
    MustacheCase("{{^a.b}}không{{/a.b}}", ["a": ["b": .flag(false)]], gives: "không"),
    MustacheCase("{{^a.b}}không{{/a.b}}", ["a": .nothing], gives: "không"),
    MustacheCase("{{^a}}{{b}}{{/a}}", ["a": .flag(false), "b": "ngoài"], gives: "ngoài"),
    MustacheCase("{{#a}}1{{/a}}{{^a}}2{{/a}}", ["a": .nothing], gives: "2"),
    MustacheCase("|{{^ a }}x{{/ a }}|", ["a": .nothing], gives: "|x|"),
  ])
  func invertedSections(_ example: MustacheCase) { check(example) }

  @Test(arguments: [
    MustacheCase("1{{! chú thích }}2", gives: "12"),
    MustacheCase("1{{!\n  nhiều\n  dòng\n}}2\n", gives: "12\n"),
    MustacheCase("đầu\n{{! dòng riêng }}\ncuối\n", gives: "đầu\ncuối\n"),
    MustacheCase("đầu\n  {{!\n  nhiều\n  }}  \ncuối\n", gives: "đầu\ncuối\n"),
    MustacheCase("|\r\n{{! x }}\r\n|", gives: "|\r\n|"),
    MustacheCase("  {{! x }}\n!", gives: "!"),
    MustacheCase("!\n  {{! x }}", gives: "!\n"),
    MustacheCase("  12 {{! 34 }}\n", gives: "  12 \n"),
    MustacheCase("1 {{! x }} 2", gives: "1  2"),
    MustacheCase("{{!a}}{{! a}}{{!#a}}", ["!a": "x", "a": "y"], gives: ""),
  ])
  func comments(_ example: MustacheCase) { check(example) }

  @Test(arguments: ["#a", "^b"])
  func linesOfSectionTags(tag: String) {
    let end = String(tag.dropFirst())
    let cases = [
      ("| \n{{\(tag)}}\n|\n{{/\(end)}}\n| x", "| \n|\n| x"),
      ("|\n  {{\(tag)}}\n|\n\t{{/\(end)}}  \n|", "|\n|\n|"),
      ("|\r\n{{\(tag)}}\r\n{{/\(end)}}\r\n|", "|\r\n|"),
      ("  {{\(tag)}}\n#{{/\(end)}}\n/", "#\n/"),
      ("#{{\(tag)}}\n/\n  {{/\(end)}}", "#\n/\n"),
      (" | {{\(tag)}}\t|\t{{/\(end)}} | \n", " | \t|\t | \n"),
      (" | {{\(tag)}} {{! x }}\n {{/\(end)}} | \n", " |  \n  | \n"),
      (" {{\(tag)}}1{{/\(end)}}\n {{\(tag)}}2{{/\(end)}}\n", " 1\n 2\n"),
    ]
    for (template, expected) in cases {
      let result = rendered(template, ["a": .flag(true), "b": .flag(false)])
      #expect(result.text == expected)
      #expect(result.findings == [])
    }
  }

  private func check(_ example: MustacheCase) {
    let result = rendered(example.template, example.values, partials: example.partials)
    #expect(result.text == example.expected)
    #expect(result.findings == [])
  }
}
