import Diagnostics
import PublishedFiles

struct FileAudit {
  init(_ folder: String, edition: PublishedEdition) {}
  func run(into diagnostics: inout Diagnostics) {}
}
