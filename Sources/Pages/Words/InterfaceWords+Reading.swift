public import Diagnostics
public import SourceFiles

extension InterfaceWords {
  /// Reads a flat map of keys and texts. What is wrong is reported; nil if something can't do.
  ///
  /// - Parameters:
  ///   - language: the language of the file.
  ///   - reference: words of the default language. What they have beyond the program's own keys
  ///     (words of the site's own templates, units) has to be here too.
  public init?(
    _ file: SourceFile, language: String, reference: InterfaceWords? = nil,
    into diagnostics: inout Diagnostics
  ) {
    guard let node = YAMLNode.parse(file, into: &diagnostics),
      var fields = YAMLFields(node, into: &diagnostics)
    else { return nil }
    var found = Diagnostics()
    var texts: [String: String] = [:]
    for key in fields.keys { texts[key] = fields.text(key, &found) }
    Self.checkMissing(fields, texts, reference, into: &found)
    Self.checkPlaceholders(fields, texts, reference, into: &found)
    if let reference { Self.checkUnknown(fields, reference, into: &found) }
    diagnostics.merge(found)
    if found.hasErrors { return nil }
    self.init(language: language, path: file.path, texts: texts)
  }

  /// The program's own keys.
  private static let keys = WordKey.allCases.map(\.rawValue)

  private static func checkMissing(
    _ fields: YAMLFields, _ texts: [String: String], _ reference: InterfaceWords?,
    into diagnostics: inout Diagnostics
  ) {
    let others = (reference?.texts.keys.sorted() ?? []).filter { WordKey(rawValue: $0) == nil }
    for key in keys + others where (texts[key] ?? "").isEmpty {
      let isHere = fields.keys.contains(key)
      let example = reference?.texts[key] ?? "…"
      let misspelt = fields.keys.filter { WordKey(rawValue: $0) == nil && !others.contains($0) }
      let nearest = isHere ? nil : Spelling.nearest(to: key, among: misspelt)
      diagnostics.report(
        .wordMissing, at: nearest.map(fields.keyPlace) ?? fields.keyPlace(key),
        what: Phrase(vi: "Thiếu từ “\(key)”.", en: "The word “\(key)” is missing."),
        mend: nearest.map {
          Phrase(vi: "Sửa “\($0)” thành “\(key)”.", en: "Correct “\($0)” to “\(key)”.")
        }
          ?? Phrase(
            vi: "Thêm \(key): \"\(example)\" bằng ngôn ngữ của tệp.",
            en: "Add \(key): \"\(example)\" in the language of the file."))
    }
  }

  private static func checkPlaceholders(
    _ fields: YAMLFields, _ texts: [String: String], _ reference: InterfaceWords?,
    into diagnostics: inout Diagnostics
  ) {
    for key in fields.keys {
      let allowed = WordKey(rawValue: key)?.placeholders ?? []
      for name in placeholders(in: texts[key] ?? "") where !allowed.contains(name) {
        diagnostics.report(
          .wordUnknownPlaceholder, at: fields.keyPlace(key),
          what: Phrase(
            vi: "“\(key)” không có gì để điền vào {\(name)}.",
            en: "“\(key)” has nothing to fill into {\(name)}."),
          mend: Spelling.mend(for: name, among: allowed))
      }
    }
  }

  private static func checkUnknown(
    _ fields: YAMLFields, _ reference: InterfaceWords, into diagnostics: inout Diagnostics
  ) {
    for key in fields.keys where WordKey(rawValue: key) == nil && reference[key] == nil {
      diagnostics.report(
        .wordUnknown, at: fields.keyPlace(key),
        what: Phrase(
          vi: "Ngôn ngữ “\(reference.language)” không có từ “\(key)”.",
          en: "The language “\(reference.language)” has no word “\(key)”."),
        mend: Spelling.mend(for: key, among: keys))
    }
  }
}
