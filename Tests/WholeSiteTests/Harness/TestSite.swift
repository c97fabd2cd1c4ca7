import Foundation
import Testing

/// A site on disk for one test: a text archive, in which a line `-- path --` begins a file. What
/// the archive does not name is as in `smallSite`.
final class TestSite: Sendable {
  /// A folder of the test's own; the site lies in `site` below it.
  let home: String
  /// Folder that holds `site.yaml`.
  let root: String

  init(_ archive: String = "", without removed: [String] = []) throws {
    home = temporaryFolder()
    root = home + "/site"
    var files = Self.files(smallSite)
    files.merge(Self.files(archive)) { _, new in new }
    for path in removed { files[path] = nil }
    for (path, text) in files { try write(path, text) }
  }

  /// A copy of a site of `Tests/Fixtures`.
  init(fixture: String) throws {
    home = temporaryFolder()
    root = home + "/site"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: fixtures + "/" + fixture, toPath: root)
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  /// Writes a file below the site's folder.
  func write(_ path: String, _ text: String) throws {
    try write(path, bytes: Array(text.utf8))
  }

  func write(_ path: String, bytes: [UInt8]) throws {
    let location = URL(filePath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: location.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: location)
  }

  /// Replaces text in a file of the site; the text must be there.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try String(contentsOfFile: root + "/" + path, encoding: .utf8)
    try #require(text.contains(old), "\(path) has no “\(old)”")
    try write(path, text.replacingOccurrences(of: old, with: new))
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: root + "/" + path)
  }

  /// Runs `minhbach <arguments> --site <the site>`.
  @discardableResult
  func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Outcome {
    try minhbach(arguments + ["--site", root], environment: environment)
  }

  /// Builds the site and returns it; fails the test unless all is well.
  @discardableResult
  func built(_ arguments: String...) throws -> TestSite {
    let outcome = try minhbach(["build", "--site", root, "--lang", "en"] + arguments)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return self
  }

  /// Files of an edition by path.
  func edition(_ name: String) -> Tree { Tree(root + "/output/" + name) }

  private static func files(_ archive: String) -> [String: String] {
    var files: [String: String] = [:]
    var path: String?
    for line in archive.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        path = String(line.dropFirst(3).dropLast(3))
      } else if let path {
        files[path, default: ""] += line + "\n"
      }
    }
    return files.mapValues { String($0.dropLast()) }
  }
}

func temporaryFolder() -> String {
  FileManager.default.temporaryDirectory
    .appending(path: "minhbach-whole-site-\(UUID().uuidString)").path
}

/// `Tests/Fixtures`.
let fixtures = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "Fixtures").path
