/// Turns diagnostics into text for a person, like a good compiler's: place, what, source line
/// with a caret, why, mend.
public struct DiagnosticPrinter: Sendable {
  public let language: MessageLanguage
  /// Shows confidential lines and values.
  public let showsSecrets: Bool
  /// The lines of a file by its path as shown, after NFC; nil if it can't be read.
  private let source: @Sendable (_ path: String) -> [Substring]?

  public init(
    language: MessageLanguage, showsSecrets: Bool = false,
    source: @escaping @Sendable (_ path: String) -> [Substring]?
  ) {
    self.language = language
    self.showsSecrets = showsSecrets
    self.source = source
  }

  /// All diagnostics in order, and a line that counts them; empty if there are none.
  public func text(_ diagnostics: Diagnostics) -> String {
    let sorted = diagnostics.sorted
    guard !sorted.isEmpty else { return "" }
    var files: [String: [Substring]] = [:]
    var text = ""
    for diagnostic in sorted {
      if let file = diagnostic.place?.file, files[file] == nil {
        files[file] = source(file) ?? []
      }
      text += self.text(diagnostic, lines: diagnostic.place.flatMap { files[$0.file] } ?? [])
      text += "\n"
    }
    return text + summary(sorted) + "\n"
  }

  func text(_ diagnostic: Diagnostic, lines: [Substring]) -> String {
    let showsSecrets = showsSecrets || !diagnostic.isConfidential
    func say(_ phrase: Phrase) -> String {
      phrase.words(in: language).text(showingSecrets: showsSecrets)
    }
    var text = ""
    if let place = diagnostic.place { text += "\(place.description): " }
    text += "\(name(of: diagnostic.rule.severity)) \(diagnostic.rule.code): "
    text += say(diagnostic.what) + "\n"
    if showsSecrets, let excerpt = excerpt(diagnostic.place, lines: lines) { text += excerpt }
    text += "  \(label(vi: "vì sao", en: "why ")): \(say(diagnostic.rule.why))\n"
    text += "  \(label(vi: "cách sửa", en: "mend")): \(say(diagnostic.mend))\n"
    return text
  }

  private func excerpt(_ place: Place?, lines: [Substring]) -> String? {
    guard let place, let line = place.line, lines.indices.contains(line - 1) else { return nil }
    let number = String(line)
    var shown = Array(lines[line - 1].unicodeScalars.map { $0 == "\t" ? " " : Character($0) })
    if shown.last == "\r" { shown.removeLast() }
    guard !shown.isEmpty else { return nil }
    // A long line is cut around the place.
    let column = max(1, place.column ?? 1)
    let start = max(0, min(column - 60, shown.count - 100))
    let cut = shown.dropFirst(start).prefix(100)
    var text = "  \(number) | \(String(cut))\n"
    if place.column != nil {
      let indent = String(repeating: " ", count: number.count + 5 + max(0, column - 1 - start))
      text += indent + "^\n"
    }
    return text
  }

  private func summary(_ sorted: [Diagnostic]) -> String {
    let counts = [Severity.error, .warning, .note].compactMap { severity -> String? in
      let count = sorted.count { $0.rule.severity == severity }
      guard count > 0 else { return nil }
      let plural = language == .en && count > 1 ? "s" : ""
      return "\(count) \(name(of: severity))\(plural)"
    }
    return counts.joined(separator: ", ") + "."
  }

  private func name(of severity: Severity) -> String {
    switch severity {
    case .error: label(vi: "lỗi", en: "error")
    case .warning: label(vi: "cảnh báo", en: "warning")
    case .note: label(vi: "ghi chú", en: "note")
    }
  }

  private func label(vi: String, en: String) -> String {
    language == .vi ? vi : en
  }
}

extension Place: CustomStringConvertible {
  /// `file:line:column`, as editors understand it.
  public var description: String {
    var text = file
    if let line { text += ":\(line)" }
    if line != nil, let column { text += ":\(column)" }
    return text
  }
}
