import Diagnostics
import SourceFiles

extension TemplateFolder {
  /// Warns of each file of the site's own folder that nothing of a page is made of: a misspelt name
  /// would leave the program's own file in use, and nobody would know.
  ///
  /// Used are what stands in the program's own folder, each style sheet of `styles/`, the words of
  /// the site's languages, and partials that a template in use names. Notes (`*.md`) may lie there.
  ///
  /// - Parameter templates: names of all templates in use, `partials/crumbs` for a partial.
  func checkUse(
    templates: Set<String>, languages: [String], into diagnostics: inout Diagnostics
  ) {
    let styles = Set(paths(in: "styles", ending: ".css"))
    for path in ownPaths where !isBuiltIn(path) && !path.hasSuffix(".md") {
      if styles.contains(path) || templates.contains(Self.name(of: path)) { continue }
      if languages.contains(where: { path == "strings/\($0).yaml" }) { continue }
      diagnostics.report(
        .templateUnused, at: Place(file: name(ofOwn: path)),
        what: Phrase(
          vi: "Không trang nào dùng tệp “\(path)”.", en: "No page uses the file “\(path)”."),
        mend: mend(for: path, languages: languages))
    }
  }

  private func mend(for path: String, languages: [String]) -> Phrase {
    if let near = nearest(to: path, languages: languages) {
      return Phrase(
        vi: "Có phải là “\(near)”? Nếu không cần tệp này thì xóa.",
        en: "Did you mean “\(near)”? Remove the file if nobody needs it.")
    }
    let (folder, stem, ending) = Self.parts(of: path)
    switch (folder, ending) {
    case ("partials", "mustache"):
      return Phrase(
        vi: "Gọi nó trong một mẫu trang: {{> \(stem)}}, hoặc xóa tệp.",
        en: "Name it in a template, {{> \(stem)}}, or remove the file.")
    case ("strings", "yaml"):
      return Phrase(
        vi: "Thêm “\(stem)” vào “languages” trong site.yaml, hoặc xóa tệp.",
        en: "Add “\(stem)” to “languages” in site.yaml, or remove the file.")
    case (_, "css"):
      return Phrase(
        vi: "Chuyển tệp vào styles/, ngay dưới thư mục đó.",
        en: "Move the file to styles/, and into no folder below it.")
    default:
      return Phrase(
        vi:
          "Được dùng: layouts/page.mustache, pages/*.mustache, partials/*.mustache, styles/*.css, scripts/site.js, scripts/search.js, images/icon.svg, strings/*.yaml. Xóa tệp này, hoặc đổi tên.",
        en:
          "In use are layouts/page.mustache, pages/*.mustache, partials/*.mustache, styles/*.css, scripts/site.js, scripts/search.js, images/icon.svg, strings/*.yaml. Remove the file, or rename it."
      )
    }
  }

  /// The file in use whose name is nearest, or else the first in the folder whose name is.
  private func nearest(to path: String, languages: [String]) -> String? {
    let (folder, stem, ending) = Self.parts(of: path)
    let known = builtInPaths + languages.map { "strings/\($0).yaml" }
    let other = known.first {
      Self.parts(of: $0).folder == folder && Self.parts(of: $0).stem == stem
    }
    if let other { return other }
    // Codes of languages are all near each other.
    if folder == "strings" { return nil }
    let alike = known.filter { Self.parts(of: $0).ending == ending }
    let nearby = alike.filter { Self.parts(of: $0).folder == folder }
    for candidates in [nearby, alike] {
      let near = Spelling.nearest(to: stem, among: candidates.map { Self.parts(of: $0).stem })
      if let near { return candidates.first { Self.parts(of: $0).stem == near } }
    }
    let near = Spelling.nearest(to: stem, among: alike.map { Self.parts(of: $0).folder })
    return near.flatMap { near in alike.first { Self.parts(of: $0).folder == near } }
  }

  /// `styles/90-print.css`: `styles`, `90-print`, `css`.
  private static func parts(of path: String) -> (folder: String, stem: String, ending: String) {
    let slash = path.lastIndex(of: "/")
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    return (
      slash.map { String(path[..<$0]) } ?? "", String(name[..<dot]),
      String(name[dot...].dropFirst())
    )
  }

  private static func name(of path: String) -> String {
    path.hasSuffix(".mustache") ? String(path.dropLast(".mustache".count)) : path
  }
}
