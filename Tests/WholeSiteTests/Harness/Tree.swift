import Foundation

/// All files below a folder.
struct Tree: Equatable {
  /// Bytes by path; a symbolic link is its destination.
  let files: [String: [UInt8]]

  init(_ folder: String) {
    var files: [String: [UInt8]] = [:]
    let names = FileManager.default.enumerator(atPath: folder)
    while let path = names?.nextObject() as? String {
      let location = folder + "/" + path
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: location, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[path] = FileManager.default.contents(atPath: location).map(Array.init)
    }
    self.files = files
  }

  var paths: [String] { files.keys.sorted() }

  /// The text of a file; empty if there is none.
  subscript(path: String) -> String {
    String(decoding: files[path] ?? [], as: UTF8.self)
  }

  /// Pages, by path.
  var pages: [(path: String, html: String)] {
    paths.filter { $0.hasSuffix(".html") }.map { ($0, self[$0]) }
  }

  /// Paths of the files in which a text stands, in whatever kind of file.
  func paths(containing text: String) -> [String] {
    let wanted = Data(text.utf8)
    return paths.filter { Data(files[$0] ?? []).range(of: wanted) != nil }
  }

  /// Paths whose bytes are not the same in both.
  func differences(from other: Tree) -> [String] {
    Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
  }
}
