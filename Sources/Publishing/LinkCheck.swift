import Diagnostics

/// The links of a finished page, read from its bytes: what stands there is what readers get.
struct PageLinks: Sendable {
  /// Paths below the edition's folder to which the page links.
  var targets: [String] = []
  /// Links with a fragment: path and id.
  var fragments: [(path: String, id: String)] = []
  /// Ids in the page that a link may name.
  var ids: Set<String> = []
  /// Links that leave the edition's folder (`../` too often) or start with a slash.
  var escaping: [String] = []

  /// - Parameter page: path of the page, for relative links.
  init(_ html: [UInt8], page: String) {
    let folder = page.split(separator: "/").dropLast().map(String.init)
    var seen = Set<String>()
    PageLinks.attributes(of: html) { name, value in
      if name == .id {
        ids.insert(value)
      } else if seen.insert(value).inserted {
        add(value, folder: folder, page: page)
      }
    }
  }

  private mutating func add(_ link: String, folder: [String], page: String) {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(parts.first ?? "")
    let fragment = parts.count > 1 ? String(parts[1]) : ""
    if Self.isElsewhere(path) { return }
    var target = page
    if !path.isEmpty {
      guard let resolved = Self.resolve(path, in: folder) else {
        escaping.append(link)
        return
      }
      target = resolved
      targets.append(resolved)
    }
    if !fragment.isEmpty { fragments.append((target, fragment)) }
  }

  /// A path below the edition's folder; nil if it lies outside.
  static func resolve(_ path: String, in folder: [String]) -> String? {
    if path.hasPrefix("/") { return nil }
    var parts = folder
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": continue
      case "..":
        if parts.isEmpty { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    if parts.last == "" { parts[parts.count - 1] = "index.html" }
    if path.hasSuffix("..") || path.hasSuffix("/.") || path == "." { parts.append("index.html") }
    return parts.joined(separator: "/")
  }

  /// Whether a link has a scheme or names a host.
  private static func isElsewhere(_ path: String) -> Bool {
    if path.hasPrefix("//") { return true }
    for byte in path.utf8 {
      if byte == 0x3A { return true }
      if byte == 0x2F { return false }
    }
    return false
  }
}

extension PageLinks {
  enum Attribute { case link, id }

  /// Calls `found` for each ` href="…"`, ` src="…"` and ` id="…"` of well-formed HTML, with
  /// `&amp;` undone.
  private static func attributes(
    of html: [UInt8], _ found: (Attribute, String) -> Void
  ) {
    html.withUnsafeBufferPointer { bytes in
      var index = 0
      var isInTag = false
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte == 0x3C {
          isInTag = true
        } else if byte == 0x3E {
          isInTag = false
        } else if isInTag, byte == 0x20, let (name, start) = attribute(at: index, in: bytes) {
          var end = start
          while end < bytes.count, bytes[end] != 0x22 { end += 1 }
          let value = String(
            decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
          found(name, unescape(value))
          index = end + 1
        } else if isInTag, byte == 0x22 {
          while index < bytes.count, bytes[index] != 0x22 { index += 1 }
          index += 1
        }
      }
    }
  }

  private static let names: [(Attribute, [UInt8])] = [
    (.link, Array("href=\"".utf8)), (.link, Array("src=\"".utf8)), (.id, Array("id=\"".utf8)),
  ]

  private static func attribute(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (Attribute, Int)? {
    for (name, pattern) in names where index + pattern.count <= bytes.count {
      if pattern.indices.allSatisfy({ bytes[index + $0] == pattern[$0] }) {
        return (name, index + pattern.count)
      }
    }
    return nil
  }

  private static func unescape(_ value: String) -> String {
    guard value.utf8.contains(0x26) else { return value }
    var text = ""
    var rest = Substring(value)
    while let amp = rest.firstIndex(of: "&") {
      text += rest[..<amp]
      rest = rest[amp...]
      if rest.hasPrefix("&amp;") {
        text += "&"
        rest = rest.dropFirst(5)
      } else {
        text.append(rest.removeFirst())
      }
    }
    return text + rest
  }
}
