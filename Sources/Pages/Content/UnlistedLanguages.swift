import Diagnostics
import Site
import SourceFiles

/// Folders of `content/` that hold a language which `site.yaml` does not list, or seem to.
enum UnlistedLanguages {
  /// Reports each once, at the list of languages, and returns their names.
  static func report(
    _ paths: [String], _ folder: SiteFolder, _ configuration: SiteConfiguration,
    into diagnostics: inout Diagnostics
  ) -> Set<String> {
    let templates = TemplateFolder(site: folder.root, folder: configuration.templates)
    let words = templates.paths(in: "strings", ending: ".yaml").map {
      String($0.dropFirst("strings/".count).dropLast(".yaml".count))
    }
    var pages: [String: Int] = [:]
    for path in paths {
      guard let slash = path.firstIndex(of: "/") else { continue }
      let name = String(path[..<slash])
      if configuration.languages.contains(name) { continue }
      if words.contains(name) || isCode(name) { pages[name, default: 0] += 1 }
    }
    for (name, count) in pages.sorted(by: { $0.key < $1.key }) {
      report(
        name, pages: count, hasWords: words.contains(name), configuration, into: &diagnostics)
    }
    return Set(pages.keys)
  }

  /// Two small letters, as the codes of nearly all languages (ISO 639-1).
  private static func isCode(_ name: String) -> Bool {
    name.utf8.count == 2 && name.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }

  private static func report(
    _ name: String, pages: Int, hasWords: Bool, _ configuration: SiteConfiguration,
    into diagnostics: inout Diagnostics
  ) {
    let list = (configuration.languages + [name]).joined(separator: ", ")
    let own = "content/\(configuration.defaultLanguage)/"
    let mend: Phrase =
      hasWords
      ? Phrase(
        vi: "Thêm “\(name)” vào “languages”: languages: [\(list)].",
        en: "Add “\(name)” to “languages”: languages: [\(list)].")
      : Phrase(
        vi:
          "Nếu đó là một ngôn ngữ, thêm “\(name)” vào “languages”: languages: [\(list)], và viết templates/strings/\(name).yaml. Nếu không, chuyển các trang vào \(own).",
        en:
          "If it is a language, add “\(name)” to “languages”: languages: [\(list)], and write templates/strings/\(name).yaml. If not, move the pages to \(own)."
      )
    diagnostics.report(
      .contentOutsideLanguage, at: configuration.languagesPlace,
      what: Phrase(
        vi: "Có \(pages) trang trong content/\(name)/, nhưng “languages” không có “\(name)”.",
        en: "There are pages in content/\(name)/ (\(pages)), but “languages” lacks “\(name)”."),
      mend: mend)
  }
}
