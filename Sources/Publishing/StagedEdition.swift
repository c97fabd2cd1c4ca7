import CLinux
import Glibc
import SourceFiles
import Synchronization
import Workers

/// A new edition in the making: a folder beside the output folder, that takes its place when it
/// is whole. A build that fails or is killed leaves the last edition untouched.
struct StagedEdition: Sendable {
  /// The edition's output folder.
  let output: String
  /// The folder in the making.
  let staging: String
  private let workers: Int
  private let folders = FolderSet()

  init(output: String, workers: Int) {
    self.output = output
    self.workers = workers
    let parts = output.split(separator: "/", omittingEmptySubsequences: false)
    staging = (parts.dropLast() + [".\(parts.last ?? "").new"]).joined(separator: "/")
  }

  /// Clears what a killed build left and makes the folder.
  func begin() -> Result<Void, Bytes.Failure> {
    if case .failure(let error) = Folders.remove(staging) { return .failure(error) }
    return Folders.make(staging)
  }

  func write(_ file: OutputFile) -> Result<Void, Bytes.Failure> {
    let path = staging + "/" + file.path
    if let slash = file.path.lastIndex(of: "/") {
      let made = folders.make(String(file.path[..<slash]), in: staging)
      if case .failure(let error) = made { return .failure(error) }
    }
    return Bytes.write(file.bytes, to: path)
  }

  /// Swaps the new edition in, and removes the last one. Where the file system can exchange two folders, there is no
  /// moment without an edition.
  func commit() -> Result<Void, Bytes.Failure> {
    guard Folders.exists(output) else {
      return rename(staging, output) == 0
        ? .success(()) : .failure(Bytes.Failure(path: output, errno: errno))
    }
    if renameat2(AT_FDCWD, staging, AT_FDCWD, output, minhbach_rename_exchange) == 0 {
      return clear(staging)
    }
    let old = staging + ".old"
    if case .failure(let error) = Folders.remove(old) { return .failure(error) }
    guard rename(output, old) == 0 else {
      return .failure(Bytes.Failure(path: output, errno: errno))
    }
    guard rename(staging, output) == 0 else {
      let failure = Bytes.Failure(path: output, errno: errno)
      rename(old, output)
      return .failure(failure)
    }
    return clear(old)
  }

  /// Removes a folder, on several threads: a large edition takes as long to remove as to swap.
  private func clear(_ folder: String) -> Result<Void, Bytes.Failure> {
    let names = Folders.names(in: folder)
    let results = concurrently(names.count, workers: workers) { index in
      Folders.remove(folder + "/" + names[index])
    }
    for result in results {
      if case .failure(let error) = result { return .failure(error) }
    }
    return Folders.remove(folder)
  }

  func abandon() {
    _ = Folders.remove(staging)
  }
}

/// Makes each folder once, whichever thread asks for it first; the others wait until it is there.
private final class FolderSet: Sendable {
  private let made = Mutex<Set<String>>([])

  func make(_ folder: String, in parent: String) -> Result<Void, Bytes.Failure> {
    made.withLock { made in
      if made.contains(folder) { return .success(()) }
      let result = Folders.make(parent + "/" + folder)
      if case .success = result { made.insert(folder) }
      return result
    }
  }
}
