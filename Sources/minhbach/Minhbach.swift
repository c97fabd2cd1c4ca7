import ArgumentParser
import Glibc

/// The command. Exit status: 0 fine; 1 the site has errors, or warnings under `--strict`; 2 wrong
/// usage; 3 refused for disclosure; 4 the machine failed.
@main
struct Minhbach: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minhbach",
    abstract: "Builds a reporting site from anonymised aggregate data and Markdown.",
    discussion: """
      A site is a folder with site.yaml, content/ and seeds/. Each edition is built into a folder \
      of its own; every number from the data passes disclosure control first.

      Exit status: 0 fine; 1 the site has errors (or warnings under --strict), or there is none \
      here; 2 wrong usage; 3 refused for disclosure; 4 the machine failed (disk, permission).
      """,
    version: Program.version,
    subcommands: [
      BuildCommand.self, CheckCommand.self, AuditCommand.self, ExplainCommand.self,
      NamesCommand.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      if let status = error as? ExitCode { Glibc.exit(status.rawValue) }
      let status = exitCode(for: error)
      if status == .success { exit(withError: error) }
      Console.error(fullMessage(for: error) + "\n")
      Glibc.exit(status == .validationFailure ? 2 : status.rawValue)
    }
  }
}

enum Program {
  static let version = "0.1.0"
}
