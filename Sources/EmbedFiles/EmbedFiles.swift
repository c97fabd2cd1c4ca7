#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `EmbedFiles OUTPUT.swift FOLDER`: writes a Swift file with the text of every file below
/// FOLDER, so that a program copied alone to another machine still has its templates.
///
/// The files become raw string literals: 400 KB of them compile in 0.2 s, while an array of
/// bytes (`.embedInCode`) of half that size takes 40 s.
@main
struct EmbedFiles {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      throw Failure(message: "usage: EmbedFiles OUTPUT.swift FOLDER")
    }
    var swift = "/// Made from `templates/` at each build.\nenum EmbeddedFiles {\n"
    swift += "  /// Text of each file by its path below `templates/`.\n"
    swift += "  static let texts: [(path: String, text: String)] = [\n"
    for path in try files(below: arguments[2]) {
      let text = try String(contentsOfFile: arguments[2] + "/" + path, encoding: .utf8)
      guard !text.contains("\"\"\"###") else {
        throw Failure(message: "\(path): holds the delimiter of the literal")
      }
      // A string literal ends before its last line feed: the text keeps its own.
      swift += "(#\"\(path)\"#, ###\"\"\"\n\(text)\n\"\"\"###),\n"
    }
    swift += "  ]\n}\n"
    try swift.write(toFile: arguments[1], atomically: true, encoding: .utf8)
  }

  static func files(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { path in
        var isFolder = false
        _ = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
        return !isFolder && !path.hasSuffix("/README.md") && path != "README.md"
          && !path.split(separator: "/").contains { $0.hasPrefix(".") }
      }
      .sorted()
  }
}

struct Failure: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}
