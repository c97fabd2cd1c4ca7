import Diagnostics
import Markup
import Site
import SourceFiles
import VietnameseText

/// A Markdown file below `content/`, read once for all editions.
struct ContentPage: Sendable {
  /// Path as diagnostics name it, for example `content/vi/thu-doan/index.md`.
  let path: String
  let route: Route
  let facts: PageFacts
  let document: MarkupDocument

  /// Ids that the frame of a page uses.
  private static let reservedIDs: Set<String> = [
    "main", "menu", "exit", "title", "help-title", "side-title", "targets",
    "terms-title", "related-title", "tags-title", "banner-title", "campaigns-title",
  ]

  /// - Parameters:
  ///   - path: below the site's folder.
  ///   - checksum: set to the SHA-256 of the file.
  static func read(
    _ path: String, root: String, configuration: SiteConfiguration, registries: Registries,
    checksum: inout String, into diagnostics: inout Diagnostics
  ) -> ContentPage? {
    guard let route = route(of: path, languages: configuration.languages, into: &diagnostics),
      let file = SourceFile.read(
        Folders.join(root, path), as: path, checksum: &checksum, into: &diagnostics),
      let front = FrontMatter.split(file, into: &diagnostics)
    else { return nil }
    let facts = front.fields(into: &diagnostics).flatMap {
      PageFacts.read($0, registries: registries, into: &diagnostics)
    }
    let lints = PageLints.of(
      language: route.language, registries: registries, allowed: facts?.allowWords ?? [])
    facts?.check(lints, into: &diagnostics)
    let document = MarkupDocument.parse(
      front.body, path: path, firstLine: front.bodyLine, reservedIDs: reservedIDs, lints: lints,
      into: &diagnostics)
    guard let facts else { return nil }
    return ContentPage(path: path, route: route, facts: facts, document: document)
  }

  /// `content/vi/thu-doan/index.md` → `thu-doan` in Vietnamese.
  static func route(
    of path: String, languages: [String], into diagnostics: inout Diagnostics
  ) -> Route? {
    var parts = path.split(separator: "/").dropFirst().map(String.init)
    guard let language = parts.first, parts.count > 1, languages.contains(language) else {
      diagnostics.report(
        .contentOutsideLanguage, at: Place(file: path),
        what: Phrase(
          vi: "Trang này không nằm trong thư mục của một ngôn ngữ.",
          en: "This page does not lie in the folder of a language."),
        mend: Phrase(
          vi: "Chuyển tệp vào content/\(languages.first ?? "vi")/.",
          en: "Move the file to content/\(languages.first ?? "vi")/."))
      return nil
    }
    parts.removeFirst()
    let name = String((parts.popLast() ?? "").dropLast(".md".count))
    if name != "index" { parts.append(name) }
    let segments = parts.map { Slug.isValid($0) ? $0 : Slug.make($0) }
    guard !segments.contains("") else {
      diagnostics.report(
        .contentUnnamed, at: Place(file: path),
        what: Phrase(
          vi: "Không tạo được địa chỉ từ tên tệp này.", en: "No address can be made of the name."),
        mend: Phrase(
          vi: "Đặt tên tệp bằng chữ không dấu, ví dụ khi-gap-nan.md.",
          en: "Name the file in plain letters, for example khi-gap-nan.md."))
      return nil
    }
    return Route(language: language, segments: segments)
  }
}
