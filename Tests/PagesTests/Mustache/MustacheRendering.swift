import Diagnostics
import Pages
import SourceFiles
import Testing

/// What a template makes of values, and what is reported, as `MB-… file:line:column`.
func rendered(
  _ template: String, _ values: TemplateObject = [:], partials: [String: String] = [:]
) -> (text: String, findings: [String], mends: [String]) {
  rendered(template, root: .object(values), partials: partials)
}

func rendered(
  _ template: String, root: TemplateValue, partials: [String: String] = [:]
) -> (text: String, findings: [String], mends: [String]) {
  var diagnostics = Diagnostics()
  var output: [UInt8] = []
  var files = partials.map { ("partials/" + $0.key, $0.value) }
  files.append(("page", template))
  let sources = files.map { ($0.0, SourceFile(path: $0.0, bytes: Array($0.1.utf8))) }
  let library = TemplateLibrary.compile(
    Dictionary(uniqueKeysWithValues: sources), partialsIn: "partials/", into: &diagnostics)
  library?.render("page", withRoot: root, into: &output, &diagnostics)
  return (
    String(decoding: output, as: UTF8.self), diagnostics.sorted.map(line),
    diagnostics.sorted.map { $0.mend.en.text(showingSecrets: true) }
  )
}

private func line(_ diagnostic: Diagnostic) -> String {
  guard let place = diagnostic.place else { return diagnostic.rule.code }
  return "\(diagnostic.rule.code) \(place.file):\(place.line ?? 0):\(place.column ?? 0)"
}

/// A case in which nothing is reported.
struct MustacheCase: Sendable, CustomTestStringConvertible {
  let template: String
  let values: TemplateObject
  let partials: [String: String]
  let expected: String

  init(
    _ template: String, _ values: TemplateObject = [:], _ partials: [String: String] = [:],
    gives expected: String
  ) {
    self.template = template
    self.values = values
    self.partials = partials
    self.expected = expected
  }

  var testDescription: String { template.debugDescription }
}
