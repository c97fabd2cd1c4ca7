import Diagnostics
import SourceFiles

/// The interface words of a site's languages.
enum SiteWords {
  /// Words by language, from `strings/<language>.yaml`; nil, with reports, if one can't be used.
  static func read(
    _ folder: TemplateFolder, _ languages: [String], into diagnostics: inout Diagnostics
  ) -> [String: InterfaceWords]? {
    var all: [String: InterfaceWords] = [:]
    var reference: InterfaceWords?
    for language in languages {
      guard let file = folder.file("strings/\(language).yaml", into: &diagnostics) else {
        diagnostics.report(
          .templateMissing, at: Place(file: "site.yaml"),
          what: Phrase(
            vi: "Chưa có từ giao diện của ngôn ngữ “\(language)”.",
            en: "There are no interface words for “\(language)”."),
          mend: Phrase(
            vi: "Viết templates/strings/\(language).yaml, hoặc bỏ ngôn ngữ này trong site.yaml.",
            en: "Write templates/strings/\(language).yaml, or drop the language in site.yaml."))
        return nil
      }
      guard
        let words = InterfaceWords(
          file, language: language, reference: reference, into: &diagnostics)
      else { return nil }
      reference = reference ?? words
      all[language] = words
    }
    return all
  }
}
