import Glibc

/// Bytes from and to files, and folders: plain POSIX, a third faster than Foundation where many
/// files are made.
public enum Bytes {
  /// Why the machine refused.
  public struct Failure: Error, Sendable {
    public let path: String
    public let errno: Int32

    public init(path: String, errno: Int32) {
      self.path = path
      self.errno = errno
    }

    /// The system's own words, in English.
    public var reason: String { String(cString: strerror(errno)) }

    public var isMissing: Bool { errno == ENOENT }
  }

  public static func read(_ path: String) -> Result<[UInt8], Failure> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .failure(Failure(path: path, errno: errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      return .failure(Failure(path: path, errno: errno))
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      return .failure(Failure(path: path, errno: EISDIR))
    }
    // A pipe that nobody writes to would be waited for.
    guard status.st_mode & S_IFMT == S_IFREG else {
      return .failure(Failure(path: path, errno: EINVAL))
    }
    var failed: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size) + 1) { buffer, count in
      while count < buffer.count, let base = buffer.baseAddress {
        let got = Glibc.read(descriptor, base + count, buffer.count - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failed = errno }
        if got <= 0 { break }
        count += got
      }
    }
    if let failed { return .failure(Failure(path: path, errno: failed)) }
    return .success(bytes)
  }

  /// Bytes of a file; nil if it isn't there.
  public static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// - Parameter mode: who may read and write a file that is not there yet.
  public static func write(
    _ bytes: [UInt8], to path: String, mode: UInt32 = 0o644
  ) -> Result<Void, Failure> {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { return .failure(Failure(path: path, errno: errno)) }
    var offset = 0
    let failed: Int32? = bytes.withUnsafeBytes { buffer in
      while offset < buffer.count, let base = buffer.baseAddress {
        let put = Glibc.write(descriptor, base + offset, buffer.count - offset)
        if put < 0 && errno == EINTR { continue }
        if put < 0 { return errno }
        offset += put
      }
      return nil
    }
    guard close(descriptor) == 0 || failed != nil else {
      return .failure(Failure(path: path, errno: errno))
    }
    if let failed { return .failure(Failure(path: path, errno: failed)) }
    return .success(())
  }
}
