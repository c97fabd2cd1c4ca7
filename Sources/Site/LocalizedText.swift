public import Diagnostics
public import SourceFiles

/// A text in the languages of a site: `{vi: Nữ, en: Female}` in YAML, or one plain text that
/// stands for the site's first language.
public struct LocalizedText: Sendable, Hashable {
  /// Text by language code (BCP 47), without empty ones.
  public let texts: [String: String]
  /// The language that stands in where another one is missing.
  public let defaultLanguage: String

  public init(_ texts: [String: String], defaultLanguage: String) {
    self.texts = texts.filter { !$0.value.isEmpty }
    self.defaultLanguage = defaultLanguage
  }

  public init(_ text: String, language: String) {
    self.init([language: text], defaultLanguage: language)
  }

  /// The text in `language`, or else in the default language, or else in the first language that
  /// there is; empty if there is none.
  public func text(in language: String) -> String {
    texts[language] ?? texts[defaultLanguage] ?? texts.min { $0.key < $1.key }?.value ?? ""
  }

  /// The language that `text(in:)` answers in: for the `lang` attribute of a fragment.
  public func language(for wanted: String) -> String {
    if texts[wanted] != nil { return wanted }
    if texts[defaultLanguage] != nil { return defaultLanguage }
    return texts.min { $0.key < $1.key }?.key ?? wanted
  }

  public func isTranslated(into language: String) -> Bool { texts[language] != nil }

  /// Together with the texts of another in languages that this one lacks.
  public func completed(by others: LocalizedText?) -> LocalizedText {
    guard let others else { return self }
    return LocalizedText(
      texts.merging(others.texts) { own, _ in own }, defaultLanguage: defaultLanguage)
  }
}

extension LocalizedText {
  /// Reads a plain text or a map of languages.
  public static func read(
    _ node: YAMLNode, languages: [String], into diagnostics: inout Diagnostics
  ) -> LocalizedText? {
    let first = languages.first ?? "vi"
    switch node.content {
    case .scalar(let text):
      return LocalizedText(text, language: first)
    case .mapping(let entries):
      var texts: [String: String] = [:]
      for entry in entries {
        if case .null = entry.value.content { continue }
        texts[entry.key] = YAMLFields.text(entry.value, into: &diagnostics)
        if !isLanguageCode(entry.key) {
          diagnostics.report(
            .fieldUnknown, at: entry.keyPlace,
            what: Phrase(
              vi: "“\(entry.key)” không phải mã ngôn ngữ.",
              en: "“\(entry.key)” is not a language code."),
            mend: Spelling.mend(for: entry.key, among: languages))
        }
      }
      return LocalizedText(texts, defaultLanguage: first)
    default:
      _ = YAMLFields.text(node, into: &diagnostics)
      return nil
    }
  }

  private static func isLanguageCode(_ code: String) -> Bool {
    (2...11).contains(code.utf8.count)
      && code.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D }
  }
}

extension YAMLFields {
  public mutating func localized(
    _ key: String, _ languages: [String], _ diagnostics: inout Diagnostics
  ) -> LocalizedText? {
    node(key).flatMap { LocalizedText.read($0, languages: languages, into: &diagnostics) }
  }

  public mutating func requiredLocalized(
    _ key: String, _ languages: [String], _ diagnostics: inout Diagnostics
  ) -> LocalizedText? {
    required(key, &diagnostics).flatMap {
      LocalizedText.read($0, languages: languages, into: &diagnostics)
    }
  }
}
