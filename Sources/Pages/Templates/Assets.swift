import Diagnostics
import SourceFiles

/// Files that every page of an edition uses; their names hold a checksum of what is in them, so
/// that a browser may keep them for ever.
struct Assets: Sendable {
  struct File: Sendable {
    /// Path below the edition's folder.
    let path: String
    let bytes: [UInt8]
  }

  let style: File
  let script: File
  let icon: File
  /// The script of the search, on its page alone.
  let search: File

  var files: [File] { [style, script, icon, search] }

  init?(_ folder: TemplateFolder, into diagnostics: inout Diagnostics) {
    var style: [UInt8] = []
    for path in folder.paths(in: "styles", ending: ".css") {
      guard let file = folder.file(path, into: &diagnostics) else { return nil }
      style += file.bytes
      if style.last != 0x0A { style.append(0x0A) }
    }
    guard let script = folder.file("scripts/site.js", into: &diagnostics),
      let search = folder.file("scripts/search.js", into: &diagnostics),
      let icon = folder.file("images/icon.svg", into: &diagnostics)
    else { return nil }
    self.style = Self.named("style", "css", style)
    self.script = Self.named("site", "js", Self.shortened(script.bytes))
    self.search = Self.named("search", "js", Self.shortened(search.bytes))
    self.icon = Self.named("icon", "svg", icon.bytes)
  }

  /// A script without what only its authors need: lines that are a comment, and indentation.
  static func shortened(_ script: [UInt8]) -> [UInt8] {
    var short: [UInt8] = []
    for line in script.split(separator: 0x0A) {
      let code = line.drop { $0 == 0x20 }
      if code.isEmpty || code.starts(with: "//".utf8) { continue }
      short += code + [0x0A]
    }
    return short
  }

  private static func named(_ name: String, _ ending: String, _ bytes: [UInt8]) -> File {
    let checksum = Checksum.sha256(bytes).prefix(12)
    return File(path: "assets/\(name).\(checksum).\(ending)", bytes: bytes)
  }
}
