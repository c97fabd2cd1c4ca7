import Glibc

/// The terminal or whatever stands in its place.
enum Console {
  static func print(_ text: String) {
    write(text, to: STDOUT_FILENO)
  }

  static func error(_ text: String) {
    write(text, to: STDERR_FILENO)
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var offset = 0
      while offset < bytes.count, let base = bytes.baseAddress {
        let put = Glibc.write(descriptor, base + offset, bytes.count - offset)
        if put < 0 && errno == EINTR { continue }
        if put <= 0 { return }
        offset += put
      }
    }
  }
}
