public import Diagnostics
public import SourceFiles

/// All templates of a site, compiled once and used by all workers.
///
/// The language is Mustache, the core modules of its specification (interpolation, sections,
/// inverted sections, comments, partials, delimiters; https://github.com/mustache/spec), but for
/// three differences:
/// - an unknown name or partial is an error with its place, where Mustache prints nothing;
/// - `{{{name}}}` and `{{&name}}` print only what is HTML already, `{{name}}` only text;
/// - partials may call themselves at most `deepestPartial` deep.
///
/// ```swift
/// let library = TemplateLibrary.compile(["pages/plan": file, "partials/crumbs": other],
///   partialsIn: "partials/", into: &diagnostics)
/// library?.render("pages/plan", with: ["title": .text("Kế hoạch")], into: &html, &diagnostics)
/// ```
public struct TemplateLibrary: Sendable {
  let templates: [CompiledTemplate]
  private let indexes: [String: Int]

  /// Compiles templates; what is wrong is reported and gives nil.
  ///
  /// - Parameters:
  ///   - files: templates by name.
  ///   - folder: `{{> x}}` is the template of the name `folder` + `x`.
  public static func compile(
    _ files: [String: SourceFile], partialsIn folder: String = "",
    into diagnostics: inout Diagnostics
  ) -> TemplateLibrary? {
    let names = files.keys.sorted()
    let indexes = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    let partials = names.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }
    var found = Diagnostics()
    var templates: [CompiledTemplate] = []
    for name in names {
      guard let file = files[name] else { continue }
      var compiler = TemplateCompiler(file: file) { indexes[folder + $0] }
      templates.append(compiler.compile(knownPartials: partials))
      found.merge(compiler.diagnostics)
    }
    diagnostics.merge(found)
    return found.hasErrors ? nil : TemplateLibrary(templates: templates, indexes: indexes)
  }

  /// Names of all templates that some need: themselves, and partials of partials.
  public func names(neededBy roots: [String]) -> Set<String> {
    var needed: Set<Int> = []
    var open = roots.compactMap { indexes[$0] }
    while let index = open.popLast() {
      if needed.insert(index).inserted { open += TemplateNode.partials(templates[index].nodes) }
    }
    return Set(indexes.filter { needed.contains($0.value) }.keys)
  }

  /// In the order of their letters.
  public var names: [String] { indexes.keys.sorted() }

  /// Appends what a template makes of an object. Where a report is made, what was written is not
  /// fit to publish.
  public func render(
    _ name: String, with object: TemplateObject, into output: inout [UInt8],
    _ diagnostics: inout Diagnostics
  ) {
    render(name, withRoot: .object(object), into: &output, &diagnostics)
  }

  /// As above, for a value that isn't an object.
  public func render(
    _ name: String, withRoot value: TemplateValue, into output: inout [UInt8],
    _ diagnostics: inout Diagnostics
  ) {
    guard let index = indexes[name] else {
      diagnostics.report(
        .templatePartialUnknown, at: nil,
        what: Phrase(
          vi: "Không có mẫu trang “\(name)”.", en: "There is no template “\(name)”."),
        mend: Spelling.mend(for: name, among: names))
      return
    }
    var renderer = TemplateRenderer(templates: templates, stack: [value])
    renderer.write(templates[index], into: &output)
    diagnostics.merge(renderer.diagnostics)
  }
}
