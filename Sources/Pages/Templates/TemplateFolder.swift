import Diagnostics
import SourceFiles

/// Where the files of `templates/` come from: a site's own folder first, file by file, then the
/// program's own, which travel inside it.
struct TemplateFolder: Sendable {
  /// The site's folder, absolute, and how diagnostics name it; nil: the program's own alone.
  private let own: (location: String, path: String)?
  private let builtIn: [String: String]
  /// Paths of the files of the site's own folder, in byte order.
  let ownPaths: [String]
  /// Paths of all files, in byte order.
  let paths: [String]

  init(site root: String, folder: String?) {
    builtIn = Dictionary(EmbeddedFiles.texts.map { ($0.path, $0.text) }) { first, _ in first }
    var paths = Set(builtIn.keys)
    if let folder {
      let location = Folders.join(root, folder)
      own = (location, folder)
      ownPaths = Folders.files(below: location)
      paths.formUnion(ownPaths)
    } else {
      own = nil
      ownPaths = []
    }
    self.paths = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// A file; nil if there is none, or, with a report, if the site's own can't be read.
  func file(_ path: String, into diagnostics: inout Diagnostics) -> SourceFile? {
    if let own {
      let location = Folders.join(own.location, path)
      if Folders.exists(location) {
        return SourceFile.read(location, as: "\(own.path)/\(path)", into: &diagnostics)
      }
    }
    return builtIn[path].map { SourceFile(path: "templates/\(path)", bytes: Array($0.utf8)) }
  }

  /// How diagnostics name a file of the site's own.
  func name(ofOwn path: String) -> String { (own.map { $0.path + "/" } ?? "") + path }

  /// Paths of the program's own files, in byte order.
  var builtInPaths: [String] { paths.filter(isBuiltIn) }

  func isBuiltIn(_ path: String) -> Bool { builtIn[path] != nil }

  /// The program's own file, whatever the site says.
  func builtInFile(_ path: String) -> SourceFile? {
    builtIn[path].map { SourceFile(path: "templates/\(path)", bytes: Array($0.utf8)) }
  }

  /// Paths of the files in a folder with an ending, in byte order.
  func paths(in folder: String, ending: String) -> [String] {
    paths.filter {
      $0.hasPrefix(folder + "/") && $0.hasSuffix(ending)
        && !$0.dropFirst(folder.count + 1).contains("/")
    }
  }
}
