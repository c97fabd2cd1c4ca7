import ArgumentParser
import Audit
import Diagnostics
import Glibc
import Site
import SourceFiles

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Read a published edition back as an attacker would.",
    discussion: """
      Only the files of the edition are read: every printed number is an equation, every hidden \
      cell an unknown. Fails if a small count can be computed, or proved to be small, or stands \
      in any file.

      Exit status: 0 the promise holds; 1 the edition contradicts itself or can't be read; 2 wrong \
      usage; 3 the promise does not hold.
      """)

  enum Lattice: String, CaseIterable, ExpressibleByArgument {
    case tables, full
  }

  @Argument(help: ArgumentHelp("Folder of an edition.", valueName: "dir"))
  var folder: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Editions that were published before, oldest first.", valueName: "dir"))
  var earlier: [String] = []

  @Option(
    help: """
      What must not be provably small: the cells of the tables, or every combination of their \
      codes (full).
      """)
  var lattice: Lattice = .tables

  @Option(help: ArgumentHelp("Threads; as many as processors otherwise.", valueName: "n"))
  var jobs: Int?

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
  }

  func run() throws {
    var diagnostics = Diagnostics()
    let audit = EditionAudit(
      folder, earlier: earlier, withLattice: lattice == .full,
      workers: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let report = audit.run(into: &diagnostics)
    let site = SiteFolder(root: Folders.join(Console.workingFolder, folder), data: nil)
    Reporter(messages, folder: site).show(diagnostics)
    if let report, !messages.quiet, messages.format == .text {
      Console.print(report.text(in: messages.language))
      if !diagnostics.hasErrors {
        Console.print(messages.language == .vi ? "Lời hứa được giữ.\n" : "The promise holds.\n")
      }
    }
    if let consequence = diagnostics.consequence { throw ExitCode(consequence.rawValue) }
  }
}
