import Glibc

/// Folders and paths.
public enum Folders {
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Paths, relative to `folder`, of all files below it, in byte order. Hidden files and folders
  /// (their name starts with a dot) and what a symbolic link to a folder holds are left out.
  public static func files(below folder: String) -> [String] {
    var found: [String] = []
    collect(folder, prefix: "", into: &found)
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func collect(_ folder: String, prefix: String, into found: inout [String]) {
    for entry in entries(in: folder) where !entry.name.hasPrefix(".") {
      let path = folder + "/" + entry.name
      switch entry.type == UInt8(DT_UNKNOWN) ? type(of: path) : entry.type {
      case UInt8(DT_DIR): collect(path, prefix: prefix + entry.name + "/", into: &found)
      case UInt8(DT_REG): found.append(prefix + entry.name)
      default: if !isFolder(path) { found.append(prefix + entry.name) }
      }
    }
  }

  /// What an entry of a folder is, where the file system doesn't tell when it is listed.
  private static func type(of path: String) -> UInt8 {
    var status = stat()
    guard lstat(path, &status) == 0 else { return UInt8(DT_UNKNOWN) }
    return status.st_mode & S_IFMT == S_IFDIR ? UInt8(DT_DIR) : UInt8(DT_LNK)
  }

  /// Makes a folder and those above it.
  public static func make(_ path: String, mode: UInt32 = 0o755) -> Result<Void, Bytes.Failure> {
    if mkdir(path, mode) == 0 { return .success(()) }
    var reason = errno
    if reason == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      if case .failure(let error) = make(String(path[..<slash])) { return .failure(error) }
      if mkdir(path, mode) == 0 { return .success(()) }
      reason = errno
    }
    return reason == EEXIST && isFolder(path)
      ? .success(()) : .failure(Bytes.Failure(path: path, errno: reason))
  }

  /// `path` if it is absolute, else below `folder`; `.` is the folder itself.
  public static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") { return path }
    if path.hasPrefix("./") { return join(folder, String(path.dropFirst().drop { $0 == "/" })) }
    if path.isEmpty || path == "." { return folder }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }
}

extension Folders {
  /// Removes a file, or a folder with all that is in it; symbolic links are removed, not
  /// followed. What is not there counts as removed.
  public static func remove(_ path: String) -> Result<Void, Bytes.Failure> {
    // Asking what it is would cost more than trying: most of an edition are files.
    if unlink(path) == 0 || errno == ENOENT { return .success(()) }
    guard errno == EISDIR else { return .failure(Bytes.Failure(path: path, errno: errno)) }
    for name in names(in: path) {
      if case .failure(let error) = remove(path + "/" + name) { return .failure(error) }
    }
    return rmdir(path) == 0 ? .success(()) : .failure(Bytes.Failure(path: path, errno: errno))
  }

  /// Names of what stands in a folder, hidden ones too, in byte order; none if it can't be read.
  public static func names(in folder: String) -> [String] {
    entries(in: folder).map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// In the order of the file system, each with its type (`DT_DIR`, …).
  private static func entries(in folder: String) -> [(name: String, type: UInt8)] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var entries: [(name: String, type: UInt8)] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { entries.append((name, entry.pointee.d_type)) }
    }
    return entries
  }
}
