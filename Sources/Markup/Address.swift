/// What an address in Markdown leads to, seen as strictly as the least careful browser does.
enum Address: Equatable {
  case empty
  case allowed(MarkupLink.Kind)
  /// Another host by `//`, or an unknown or dangerous scheme.
  case scheme(String)
  /// Blanks, control characters or backslashes, which browsers skip or turn into slashes.
  case malformed

  init(_ href: String) {
    if href.isEmpty || href == "#" {
      self = .empty
    } else if href.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == 0x5C }) {
      self = .malformed
    } else if href.utf8.first == UInt8(ascii: "#") {
      self = .allowed(.anchor)
    } else if href.utf8.starts(with: "//".utf8) {
      self = .scheme("//")
    } else {
      self = Address.byScheme(href)
    }
  }

  private static func byScheme(_ href: String) -> Address {
    let head = href.utf8.prefix { !"/?#".utf8.contains($0) }
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else { return .allowed(.local) }
    switch href[..<colon].lowercased() {
    case "https", "http": return .allowed(.external)
    case "mailto": return .allowed(.mail)
    case "tel": return .allowed(.telephone)
    case "term": return .allowed(.term)
    case let scheme: return .scheme(scheme + ":")
    }
  }
}
