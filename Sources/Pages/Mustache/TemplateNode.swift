import SourceFiles

/// A compiled template: what to do, one thing after the other.
///
/// Literal text is kept as ranges of the source; line starts are kept too, because a partial may
/// be indented when it is printed.
struct CompiledTemplate: Sendable {
  let file: SourceFile
  let nodes: [TemplateNode]
}

enum TemplateNode: Sendable {
  /// `startsLine`: the first byte, or what follows if it is empty, begins a line of the template.
  case literal(Range<Int>, startsLine: Bool)
  case variable(TemplateName, isRaw: Bool)
  case section(TemplateName, [TemplateNode])
  case inverted(TemplateName, [TemplateNode])
  /// Index of a template of the library, and the blanks before a tag that stands alone in its
  /// line; nil for a tag within a line.
  case partial(Int, indentation: Range<Int>?, offset: Int)

  /// Indexes of the partials that some nodes name, also within sections.
  static func partials(_ nodes: [TemplateNode]) -> [Int] {
    nodes.flatMap { node -> [Int] in
      switch node {
      case .literal, .variable: []
      case .section(_, let inner), .inverted(_, let inner): partials(inner)
      case .partial(let index, _, _): [index]
      }
    }
  }
}

/// A name in a tag: `a.b.c`; no parts stand for `.`.
struct TemplateName: Sendable {
  let parts: [String]
  /// Where it stands in the template's bytes.
  let offset: Int

  var text: String { parts.isEmpty ? "." : parts.joined(separator: ".") }
}
