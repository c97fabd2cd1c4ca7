#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Diagnostics for machines.
public enum DiagnosticReport {
  public enum Format: String, Sendable, CaseIterable {
    case text, json, sarif, github
  }

  /// A JSON array of objects with `code, severity, file, line, column, what, why, mend`.
  public static func json(
    _ diagnostics: Diagnostics, language: MessageLanguage, showsSecrets: Bool
  ) -> String {
    encode(
      diagnostics.sorted.map { Entry($0, language: language, showsSecrets: showsSecrets) })
  }

  /// Workflow commands of GitHub Actions, one a line.
  public static func github(
    _ diagnostics: Diagnostics, language: MessageLanguage, showsSecrets: Bool
  ) -> String {
    var text = ""
    for diagnostic in diagnostics.sorted {
      let entry = Entry(diagnostic, language: language, showsSecrets: showsSecrets)
      let command = entry.severity == "note" ? "notice" : entry.severity
      var properties: [String] = []
      if let file = entry.file { properties.append("file=\(escape(file, property: true))") }
      if let line = entry.line { properties.append("line=\(line)") }
      if let column = entry.column { properties.append("col=\(column)") }
      properties.append("title=\(entry.code)")
      let message = "\(entry.what) \(entry.mend)"
      text +=
        "::\(command) \(properties.joined(separator: ","))::\(escape(message, property: false))\n"
    }
    return text
  }

  private static func escape(_ text: String, property: Bool) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n", "\r\n": escaped += "%0A"
      case ":" where property: escaped += "%3A"
      case "," where property: escaped += "%2C"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  static func encode(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// A diagnostic in one language.
  struct Entry: Encodable {
    let code: String
    let severity: String
    let file: String?
    let line: Int?
    let column: Int?
    let what: String
    let why: String
    let mend: String

    init(_ diagnostic: Diagnostic, language: MessageLanguage, showsSecrets: Bool) {
      let shown = showsSecrets || !diagnostic.isConfidential
      func say(_ phrase: Phrase) -> String {
        phrase.words(in: language).text(showingSecrets: shown)
      }
      code = diagnostic.rule.code
      severity = diagnostic.rule.severity.rawValue
      file = diagnostic.place?.file
      line = diagnostic.place?.line
      column = diagnostic.place?.column
      what = say(diagnostic.what)
      why = say(diagnostic.rule.why)
      mend = say(diagnostic.mend)
    }
  }
}
