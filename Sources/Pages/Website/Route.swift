import Site

/// The address of a page within an edition.
struct Route: Sendable, Hashable {
  let language: String
  /// Path segments below the language's home: `["thu-doan", "viec-nhe-luong-cao"]`; none for the
  /// home page.
  let segments: [String]

  /// Path of the page's file below the edition's folder. Pages of the default language lie at
  /// the top, those of others in a folder of the language.
  func path(defaultLanguage: String) -> String {
    let prefix = language == defaultLanguage ? [] : [language]
    return (prefix + segments + ["index.html"]).joined(separator: "/")
  }

  /// As it is written in `site.yaml`: `thu-doan/viec-nhe-luong-cao`; empty for the home page.
  var name: String { segments.joined(separator: "/") }

  /// The page above this one; nil for the home page.
  var parent: Route? {
    segments.isEmpty ? nil : Route(language: language, segments: Array(segments.dropLast()))
  }
}

/// Links from one page to other files of the edition, relative, so that the site works below any
/// address and from `file://`.
struct RelativeLinks: Sendable {
  private let prefix: String
  private let style: SiteConfiguration.LinkStyle

  /// - Parameters:
  ///   - path: path of the page below the edition's folder.
  ///   - root: what every link starts with instead, for a page that is served at any depth.
  init(from path: String, style: SiteConfiguration.LinkStyle, root: String = "") {
    prefix = root.isEmpty ? String(repeating: "../", count: path.utf8.count { $0 == 0x2F }) : root
    self.style = style
  }

  /// The link to a file of the edition by its path.
  func link(to path: String) -> String {
    if style == .clean, path.hasSuffix("index.html") {
      let folder = prefix + path.dropLast("index.html".count)
      return folder.isEmpty ? "./" : folder
    }
    return prefix + path
  }
}
