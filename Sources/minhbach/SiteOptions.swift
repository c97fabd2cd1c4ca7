public import ArgumentParser
public import Diagnostics
public import Disclosure
import Glibc
import Site
import SourceFiles
public import VietnameseText

/// Options of every command that reads a site.
struct SiteOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Folder that holds site.yaml.", valueName: "dir"))
  var site = "."

  @Option(help: ArgumentHelp("An edition of site.yaml, or all.", valueName: "name"))
  var edition = "all"

  @Option(
    help: ArgumentHelp(
      "Folder in which the resources' paths are looked up first (or MINHBACH_DATA).",
      valueName: "dir"))
  var data: String?

  @Option(help: ArgumentHelp("Date of this build; site.yaml's asOf otherwise.", valueName: "date"))
  var asOf: CalendarDate?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Editions that were published before: what their readers keep is reckoned with.",
      valueName: "dir"))
  var earlier: [String] = []

  @Flag(help: "Warnings fail, with exit status 1.")
  var strict = false

  @Option(help: ArgumentHelp("Threads; as many as processors otherwise.", valueName: "n"))
  var jobs: Int?

  @Option(
    help: "How long a cheaper choice of hidden cells is looked for: quick, normal or thorough.")
  var effort: Effort = .normal

  @Flag(help: "Search again for what a build before has found; the result is the same.")
  var noCache = false

  @Flag(help: "Print how long each step took.")
  var timings = false

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
  }

  var workers: Int {
    jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  var folder: SiteFolder {
    SiteFolder(
      root: Folders.join(Console.workingFolder, site),
      data: dataFolder.map { Folders.join(Console.workingFolder, $0) })
  }

  private var dataFolder: String? {
    data ?? Console.environment("MINHBACH_DATA").flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// How a command speaks.
struct MessageOptions: ParsableArguments {
  @Option(help: "Form of diagnostics: text, json, sarif or github.")
  var format: DiagnosticReport.Format = .text

  @Option(help: "Language of messages: vi or en; the locale's otherwise.")
  var lang: MessageLanguage?

  @Flag(help: "Print diagnostics only.")
  var quiet = false

  @Flag(help: "Show values of sensitive figures in diagnostics (not where CI is set).")
  var showValues = false

  func validate() throws {
    if showValues, Console.environment("CI").map({ !$0.isEmpty }) ?? false {
      throw ValidationError("--show-values is refused where CI is set: logs outlive the run.")
    }
  }

  var language: MessageLanguage {
    if let lang { return lang }
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Console.environment)
      .first { !$0.isEmpty } ?? ""
    return locale.hasPrefix("vi") ? .vi : .en
  }
}

extension DiagnosticReport.Format: @retroactive ExpressibleByArgument {}

extension MessageLanguage: @retroactive ExpressibleByArgument {}

extension CalendarDate: @retroactive ExpressibleByArgument {
  public init?(argument: String) {
    self.init(iso: argument)
  }
}

extension Effort: @retroactive ExpressibleByArgument {}
