import ArgumentParser
import Pages

struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "List the names that templates may use.",
    discussion: """
      Without --of-site: every name with its meaning, as docs/template-names.md has it. With it: \
      the names that the pages of this site give, each with its kind of page, its type and the \
      first text that it stands for.
      """)

  @Flag(help: "What the pages of this site give, instead of what is documented.")
  var ofSite = false

  @OptionGroup var options: SiteOptions

  /// The beginning of a text, without what parts lines and columns.
  private static func oneLine(_ text: String) -> String {
    text.prefix(80).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func run() throws {
    guard ofSite else { return Console.print(TemplateNameGuide.markdown) }
    let names = GivenNames()
    try SiteRun(options, writes: false, givenNames: names).run()
    let lines = names.all.map { name, given in
      [
        name.kind, name.path, given.type ?? "nothing", given.isNothingSometimes ? "–" : "",
        given.example.map(Self.oneLine) ?? "",
      ].joined(separator: "\t")
    }
    Console.print(lines.sorted().joined(separator: "\n") + "\n")
  }
}
