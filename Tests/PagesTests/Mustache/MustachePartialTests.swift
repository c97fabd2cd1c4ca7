import Pages
import Testing

/// The modules "partials" and "delimiters" of the Mustache specification.
struct MustachePartialTests {
  @Test(arguments: [
    MustacheCase("[{{>p}}]", [:], ["p": "chữ"], gives: "[chữ]"),
    MustacheCase("[{{> p }}]", [:], ["p": "chữ"], gives: "[chữ]"),
    MustacheCase("{{>p}}", ["a": "1"], ["p": "*{{a}}*"], gives: "*1*"),
    MustacheCase("{{#l}}{{>p}}{{/l}}", ["l": .list(["1", "2"])], ["p": "{{.}};"], gives: "1;2;"),
    MustacheCase(
      "{{>p}}", ["x": "X", "l": .list([["x": "Y", "l": .list([])], ["x": "Z", "l": .nothing]])],
      ["p": "{{x}}<{{#l}}{{>p}}{{/l}}>"], gives: "X<Y<>Z<>>"),
    MustacheCase("{{>a}}", ["x": "1"], ["a": "*{{>b}}*", "b": "{{x}}!"], gives: "*1!*"),
    MustacheCase("| {{>p}} |", [:], ["p": "\t|\t"], gives: "| \t|\t |"),
    MustacheCase("  {{d}}  {{> p}}\n", ["d": "|"], ["p": ">\n>"], gives: "  |  >\n>\n"),
    MustacheCase("|\r\n{{>p}}\r\n|", [:], ["p": ">"], gives: "|\r\n>|"),
    MustacheCase("  {{>p}}\n>", [:], ["p": ">\n>"], gives: "  >\n  >>"),
    MustacheCase(">\n  {{>p}}", [:], ["p": ">\n>"], gives: ">\n  >\n  >"),
    // The lines of the partial are indented, those of a value are not.
    MustacheCase(
      "\\\n {{>p}}\n/\n", ["a": .html(Array("<\n->".utf8))], ["p": "|\n{{{a}}}\n|\n"],
      gives: "\\\n |\n <\n->\n |\n/\n"),
    MustacheCase(
      "  {{>p}}\n", ["a": "1", "l": .list(["2", "3"])],
      ["p": "{{a}} x\n{{#l}}\n{{.}}\n{{/l}}\n{{a}}\n"], gives: "  1 x\n  2\n  3\n  1\n"),
    MustacheCase(
      "  {{>p}}\n", ["a": .flag(true)], ["p": "{{#a}}x\n{{/a}}y\n{{^a}}z{{/a}}\n"],
      gives: "  x\n  y\n  \n"),
    MustacheCase(
      "  {{>a}}\n", [:], ["a": "1\n  {{>b}}\n2 {{>b}}\n", "b": "x\ny\n"],
      gives: "  1\n    x\n    y\n  2 x\ny\n\n"),
  ])
  func partials(_ example: MustacheCase) { check(example) }

  @Test(arguments: [
    MustacheCase("{{=<% %>=}}(<%a%>{{a}})", ["a": "1"], gives: "(1{{a}})"),
    MustacheCase("({{=[ ]=}}[a])", ["a": "1"], gives: "(1)"),
    MustacheCase("{{=| |=}}|={{ }}=|{{a}}|a|", ["a": "1"], gives: "1|a|"),
    MustacheCase(
      "[\n{{#s}}\n  {{a}}\n  |a|\n{{/s}}\n\n{{= | | =}}\n|#s|\n  {{a}}\n  |a|\n|/s|\n]\n",
      ["s": .flag(true), "a": "1"], gives: "[\n  1\n  |a|\n\n  {{a}}\n  1\n]\n"),
    MustacheCase(
      "{{=| |=}}|^s|{{a}}|a||/s|", ["s": .flag(false), "a": "1"], gives: "{{a}}1"),
    MustacheCase("{{=<% %>=}}<%{a}%><%&a%>", ["a": .html([0x31])], gives: "11"),
    // Delimiters hold to the end of their own file, not in another.
    MustacheCase("{{>p}}{{=| |=}}|>p|", ["a": "1"], ["p": ".{{a}}."], gives: ".1..1."),
    MustacheCase(
      "{{>p}} {{a}} |a|", ["a": "1"], ["p": "{{=| |=}}|a|{{a}}"], gives: "1{{a}} 1 |a|"),
    MustacheCase("| {{=@ @=}} |", gives: "|  |"),
    MustacheCase(" | {{=@ @=}}\n", gives: " | \n"),
    MustacheCase("1\n  {{=@ @=}}  \n2\n", gives: "1\n2\n"),
    MustacheCase("|\r\n{{= @ @ =}}\r\n|", gives: "|\r\n|"),
    MustacheCase("  {{=@ @=}}\n=", gives: "="),
    MustacheCase("=\n  {{=@ @=}}", gives: "=\n"),
    MustacheCase("|{{= @   @ =}}|", gives: "||"),
  ])
  func delimiters(_ example: MustacheCase) { check(example) }

  private func check(_ example: MustacheCase) {
    let result = rendered(example.template, example.values, partials: example.partials)
    #expect(result.text == example.expected)
    #expect(result.findings == [])
  }
}
