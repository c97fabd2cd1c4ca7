/// Where a picture that a page names lies.
enum PicturePath {
  /// The path below the site's folder; nil if it leads out of `content/`.
  ///
  /// - Parameters:
  ///   - source: as the author wrote it, relative to the page; `%20` and the like are undone.
  ///   - page: path of the page's file.
  static func resolve(_ source: String, from page: String) -> String? {
    let path = decode(source)
    guard !path.hasPrefix("/"), !path.utf8.contains(0) else { return nil }
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.count > 1 && parts[0] == "content" ? parts.joined(separator: "/") : nil
  }

  /// Undoes percent-encoding; a `%` that is none stays.
  static func decode(_ source: String) -> String {
    var bytes: [UInt8] = []
    var rest = Substring(source).utf8
    while let byte = rest.popFirst() {
      let digits = String(rest.prefix(2)) ?? ""
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, digits.first != "+",
        let value = UInt8(digits, radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
