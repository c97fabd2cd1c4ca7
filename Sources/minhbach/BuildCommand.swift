import ArgumentParser

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the editions of a site.",
    discussion: "A build that fails leaves the last edition as it is.")

  @OptionGroup var options: SiteOptions

  func run() throws {
    try SiteRun(options, writes: true).run()
  }
}

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Do everything that build does, and write nothing.")

  @OptionGroup var options: SiteOptions

  func run() throws {
    try SiteRun(options, writes: false).run()
  }
}
