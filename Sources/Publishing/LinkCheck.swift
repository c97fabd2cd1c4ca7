import Diagnostics
import Glibc

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

  /// - Parameters:
  ///   - page: path of the page, for relative links.
  ///   - root: what links from the edition's top begin with, for example `/`; empty: such links
  ///     lead out of the edition.
  init(_ html: [UInt8], page: String, root: String) {
    let folder = Folder(of: page)
    var seen = Set<String>()
    PageLinks.attributes(of: html) { name, value in
      if name == .id {
        ids.insert(value)
      } else if seen.insert(value).inserted {
        add(value, folder: folder, page: page, root: root)
      }
    }
  }

  private mutating func add(_ link: String, folder: Folder, page: String, root: String) {
    var path = link
    var fragment = ""
    if let mark = link.utf8.firstIndex(of: UInt8(ascii: "#")) {
      path = String(link[..<mark])
      fragment = String(link[link.index(after: mark)...])
    }
    if Self.isElsewhere(path) { return }
    var target = page
    if !path.isEmpty {
      let isFromTop = !root.isEmpty && path.hasPrefix(root)
      let resolved =
        isFromTop
        ? Self.resolve("./" + path.dropFirst(root.count), in: [])
        : folder.resolve(path)
      guard let resolved else {
        escaping.append(link)
        return
      }
      target = resolved
      targets.append(resolved)
    }
    if !fragment.isEmpty { fragments.append((target, fragment)) }
  }

  /// The folder of a page.
  private struct Folder {
    let parts: [String]
    /// The folder itself, the one above it, and so on to the edition's; each with a slash at its
    /// end, but for the last.
    let above: [String]

    init(of page: String) {
      let parts = page.split(separator: "/").dropLast().map(String.init)
      self.parts = parts
      above = (0...parts.count).reversed().map { count in
        parts.prefix(count).map { $0 + "/" }.joined()
      }
    }

    /// As `PageLinks.resolve`, and at once for the links that pages are full of: `../` some times,
    /// then a plain path.
    func resolve(_ path: String) -> String? {
      var rest = path[...]
      var depth = 0
      while rest.utf8.starts(with: "../".utf8) {
        rest = rest.dropFirst(3)
        depth += 1
      }
      let isPlain =
        rest.utf8.first != UInt8(ascii: ".") && rest.utf8.first != UInt8(ascii: "/")
        && rest.utf8.last != UInt8(ascii: "/") && !rest.isEmpty && !rest.utf8.containsDotSegment
      guard isPlain else { return PageLinks.resolve(path, in: parts) }
      return depth < above.count ? above[depth] + rest : nil
    }
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

extension Substring.UTF8View {
  /// Whether a dot or a slash follows a slash: such a path is not plain.
  fileprivate var containsDotSegment: Bool {
    var previous: UInt8 = 0
    for byte in self {
      if previous == UInt8(ascii: "/"), byte == UInt8(ascii: ".") || byte == previous {
        return true
      }
      previous = byte
    }
    return false
  }
}

extension PageLinks {
  enum Attribute { case link, id }

  /// Calls `found` for each ` href="…"`, ` src="…"` and ` id="…"` of well-formed HTML, with
  /// `&amp;` undone. Text between tags and the values of other attributes are jumped over.
  private static func attributes(
    of html: [UInt8], _ found: (Attribute, String) -> Void
  ) {
    html.withUnsafeBufferPointer { bytes in
      var index = 0
      while let open = next(UInt8(ascii: "<"), in: bytes, from: index) {
        index = open + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
          let byte = bytes[index]
          index += 1
          if byte == UInt8(ascii: "\""), let end = next(byte, in: bytes, from: index) {
            index = end + 1
          } else if byte == UInt8(ascii: " "), let (name, start) = attribute(at: index, in: bytes),
            let end = next(UInt8(ascii: "\""), in: bytes, from: start)
          {
            let value = UnsafeBufferPointer(rebasing: bytes[start..<end])
            found(name, unescape(String(decoding: value, as: UTF8.self)))
            index = end + 1
          }
        }
      }
    }
  }

  private static func next(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let hit = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return hit - UnsafeMutableRawPointer(mutating: base)
  }

  private static func attribute(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (Attribute, Int)? {
    func isThere(_ pattern: StaticString) -> Bool {
      index + pattern.utf8CodeUnitCount <= bytes.count
        && bytes.baseAddress.map {
          memcmp($0 + index, pattern.utf8Start, pattern.utf8CodeUnitCount) == 0
        } ?? false
    }
    switch index < bytes.count ? bytes[index] : 0 {
    case UInt8(ascii: "h"): return isThere("href=\"") ? (.link, index + 6) : nil
    case UInt8(ascii: "s"): return isThere("src=\"") ? (.link, index + 5) : nil
    case UInt8(ascii: "i"): return isThere("id=\"") ? (.id, index + 4) : nil
    default: return nil
    }
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
