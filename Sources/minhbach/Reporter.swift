import Diagnostics
import Site
import SourceFiles

/// Tells a person or a program how a run went.
struct Reporter {
  private let messages: MessageOptions
  private let folder: SiteFolder

  init(_ messages: MessageOptions, folder: SiteFolder) {
    self.messages = messages
    self.folder = folder
  }

  /// Text goes to standard error; forms for programs go to standard output, also where nothing
  /// is wrong.
  func show(_ diagnostics: Diagnostics) {
    let language = messages.language
    switch messages.format {
    case .text:
      let printer = DiagnosticPrinter(
        language: language, showsSecrets: messages.showValues
      ) { [folder] path in Self.lines(of: path, in: folder) }
      Console.error(printer.text(diagnostics))
    case .json:
      Console.print(
        DiagnosticReport.json(
          diagnostics, language: language, showsSecrets: messages.showValues))
    case .github:
      Console.print(
        DiagnosticReport.github(
          diagnostics, language: language, showsSecrets: messages.showValues))
    case .sarif:
      Console.print(
        DiagnosticReport.sarif(
          diagnostics, version: Program.version, language: language,
          showsSecrets: messages.showValues))
    }
  }

  /// A line for each edition; nothing for programs or where quiet is asked for.
  func summarise(_ written: [SiteRun.Written], writes: Bool) {
    guard !messages.quiet, messages.format == .text else { return }
    for edition in written {
      Console.print(
        say(
          vi: "Ấn bản “\(edition.edition)”: \(edition.files) tệp trong \(edition.output)\n",
          en: "Edition “\(edition.edition)”: \(edition.files) files in \(edition.output)\n"))
    }
    if !writes {
      Console.print(say(vi: "Trang web không có lỗi.\n", en: "The site has no errors.\n"))
    }
  }

  private func say(vi: String, en: String) -> String {
    messages.language == .vi ? vi : en
  }

  private static func lines(of path: String, in folder: SiteFolder) -> [Substring]? {
    var ignored = Diagnostics()
    let candidates =
      [Folders.join(folder.root, path)]
      + [folder.data.map { Folders.join($0, path) }].compactMap(\.self)
    for location in candidates where Folders.exists(location) {
      guard let file = SourceFile.read(location, as: path, into: &ignored) else { return nil }
      return file.text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }
    return nil
  }
}
