public import Diagnostics
import Glibc
public import SourceFiles

/// `.minhbach/` of a site: proofs, manifest and lock. Private to whoever builds (mode 0700),
/// never deployed.
public struct PrivateFolder: Sendable {
  public let path: String

  public init(site: String) {
    path = Folders.join(site, ".minhbach")
  }

  /// Makes the folder, or makes an existing one private again.
  public func prepare(edition: String) -> Result<Void, Bytes.Failure> {
    if case .failure(let error) = keepOutOfGit() { return .failure(error) }
    for folder in [path, path + "/" + edition] {
      if case .failure(let error) = Folders.make(folder, mode: 0o700) { return .failure(error) }
      guard chmod(folder, 0o700) == 0 else {
        return .failure(Bytes.Failure(path: folder, errno: errno))
      }
    }
    return .success(())
  }

  /// Makes the folders of several editions, with a report of each that can't be made: so that the
  /// first is not swapped in where there is no place for the proofs of the next.
  public func prepare(_ editions: [String], into diagnostics: inout Diagnostics) {
    for edition in editions {
      if case .failure(let error) = prepare(edition: edition) {
        diagnostics.report(.writing(error))
      }
    }
  }

  /// The proofs hold true counts: git must not take them, whatever the site's own rules are.
  private func keepOutOfGit() -> Result<Void, Bytes.Failure> {
    if case .failure(let error) = Folders.make(path, mode: 0o700) { return .failure(error) }
    return Bytes.write(Array("*\n".utf8), to: path + "/.gitignore", mode: 0o600)
  }

  public func write(
    _ bytes: [UInt8], to name: String, edition: String
  ) -> Result<Void, Bytes.Failure> {
    let final = "\(path)/\(edition)/\(name)"
    let partial = final + ".new"
    if case .failure(let error) = Bytes.write(bytes, to: partial, mode: 0o600) {
      return .failure(error)
    }
    guard rename(partial, final) == 0 else {
      return .failure(Bytes.Failure(path: final, errno: errno))
    }
    return .success(())
  }

  /// What was written under a name; nil if there is nothing readable.
  public func read(_ name: String, edition: String) -> [UInt8]? {
    try? Bytes.read("\(path)/\(edition)/\(name)").get()
  }

  /// Takes the site's lock; it is held until the lock is gone. Nil, with a report, if another
  /// build holds it or the folder can't be made.
  public func lock(into diagnostics: inout Diagnostics) -> SiteLock? {
    if case .failure(let error) = Folders.make(path, mode: 0o700) {
      diagnostics.report(.writing(error))
      return nil
    }
    chmod(path, 0o700)
    let descriptor = open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      diagnostics.report(.writing(Bytes.Failure(path: path + "/lock", errno: errno)))
      return nil
    }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return SiteLock(descriptor: descriptor) }
    close(descriptor)
    diagnostics.report(
      .siteLocked, at: nil,
      what: Phrase(
        vi: "Một lần dựng khác của trang này đang chạy.",
        en: "Another build of this site is running."),
      mend: Phrase(vi: "Đợi lần đó xong.", en: "Wait until it ends."))
    return nil
  }
}

/// The lock of a site; the system takes it back when the process ends, however it ends.
public final class SiteLock: Sendable {
  private let descriptor: Int32

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }
}

extension Diagnostic {
  /// The machine refused to write.
  static func writing(_ error: Bytes.Failure) -> Diagnostic {
    Diagnostic(
      .outputFailed, at: Place(file: error.path),
      what: Phrase(
        vi: "Không ghi được: \(error.reason).", en: "Can't be written: \(error.reason)."),
      mend: Phrase(
        vi: "Kiểm tra chỗ trống trên đĩa và quyền ghi.",
        en: "Check the disk's free space and the folder's permissions."))
  }
}
