import ArgumentParser
import Diagnostics
import Disclosure
import Observations
import Site
import SourceFiles

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why a cell is hidden or printed, and what protects it.",
    discussion: """
      CELL is “measure, axis=code, …”, for example “received, period=2024, sex=F”. An axis that \
      is left out is at its total; the measure may be left out where the table has only one. \
      True counts are shown for sample sites, and otherwise with --show-values only.
      """)

  @Argument(help: "Id of a table.") var table: String
  @Argument(help: "A cell of the table.") var cell: String

  @OptionGroup var options: SiteOptions

  func run() throws {
    let folder = options.folder
    var diagnostics = Diagnostics()
    let explanations = explain(folder, into: &diagnostics)
    Reporter(options.messages, folder: folder).show(diagnostics)
    for line in explanations { Console.print(line + "\n") }
    if let consequence = diagnostics.consequence { throw ExitCode(consequence.rawValue) }
  }

  private func explain(_ folder: SiteFolder, into diagnostics: inout Diagnostics) -> [String] {
    guard
      let configuration = SiteConfiguration.read(folder, asOf: options.asOf, into: &diagnostics)
    else { return [] }
    let registries = Registries.read(
      folder, languages: configuration.languages, into: &diagnostics)
    guard
      let seeds = SeedData.read(
        folder, configuration: configuration, registries: registries, into: &diagnostics),
      let cleared = DisclosureRun(
        options: options, folder: folder, configuration: configuration, registries: registries
      ).clear(seeds, into: &diagnostics)
    else { return [] }
    let showsSecrets = options.messages.showValues || configuration.dataStatus == .sample
    let language = options.messages.language
    return cleared.explain(table: table, cell: cell, into: &diagnostics)
      .filter { options.edition == "all" || $0.edition == options.edition }
      .flatMap { explanation in
        ["\(explanation.edition): \(explanation.cell)"]
          + explanation.lines.map {
            "  " + $0.words(in: language).text(showingSecrets: showsSecrets)
          }
      }
  }
}
