import Diagnostics
import Markup
import SourceFiles

/// One rendering: the stack of contexts, and what was reported.
struct TemplateRenderer {
  let templates: [CompiledTemplate]
  /// The innermost context is the last.
  var stack: [TemplateValue]
  private(set) var diagnostics = Diagnostics()
  private var partialDepth = 0
  /// Put before each line of a partial that is called from an indented line.
  private var indentation: [UInt8] = []
  private var isStopped = false
  static let deepestPartial = 50

  init(templates: [CompiledTemplate], stack: [TemplateValue]) {
    self.templates = templates
    self.stack = stack
  }

  mutating func write(_ template: CompiledTemplate, into output: inout [UInt8]) {
    write(template.nodes, of: template, into: &output)
  }

  private mutating func write(
    _ nodes: [TemplateNode], of template: CompiledTemplate, into output: inout [UInt8]
  ) {
    for node in nodes {
      if isStopped { return }
      switch node {
      case .literal(let range, let startsLine):
        if indentation.isEmpty {
          output.append(contentsOf: template.file.bytes[range])
        } else {
          writeIndented(template.file.bytes[range], startsLine: startsLine, into: &output)
        }
      case .variable(let name, let isRaw):
        if let value = value(of: name, in: template) {
          write(value, of: name, isRaw: isRaw, in: template, into: &output)
        }
      case .section(let name, let inner):
        writeSection(inner, for: value(of: name, in: template), of: template, into: &output)
      case .inverted(let name, let inner):
        if value(of: name, in: template)?.isTruthy != true {
          write(inner, of: template, into: &output)
        }
      case .partial(let index, let blanks, let offset):
        writePartial(index, indentation: blanks, at: offset, of: template, into: &output)
      }
    }
  }

  private mutating func writeSection(
    _ inner: [TemplateNode], for value: TemplateValue?, of template: CompiledTemplate,
    into output: inout [UInt8]
  ) {
    guard let value, value.isTruthy else { return }
    let items = if case .list(let items) = value { items } else { [value] }
    for item in items {
      stack.append(item)
      write(inner, of: template, into: &output)
      stack.removeLast()
    }
  }

  private mutating func write(
    _ value: TemplateValue, of name: TemplateName, isRaw: Bool, in template: CompiledTemplate,
    into output: inout [UInt8]
  ) {
    switch (value, isRaw) {
    case (.text(let text), false): output.append(text: text)
    case (.html(let bytes), true): output.append(contentsOf: bytes)
    case (.nothing, _): break
    case (.text, true):
      report(
        .templateValueKind, name, template,
        Phrase(
          vi: "“\(name.text)” là chữ, không phải HTML.", en: "“\(name.text)” is text, not HTML."),
        Phrase(vi: "Viết {{\(name.text)}}.", en: "Write {{\(name.text)}}."))
    case (.html, false):
      report(
        .templateValueKind, name, template,
        Phrase(vi: "“\(name.text)” là HTML.", en: "“\(name.text)” is HTML."),
        Phrase(vi: "Viết {{{\(name.text)}}}.", en: "Write {{{\(name.text)}}}."))
    case (.flag, _), (.list, _), (.object, _):
      report(
        .templateValueKind, name, template,
        Phrase(
          vi: "“\(name.text)” không in ra được: đây không phải chữ.",
          en: "“\(name.text)” can't be printed: it is no text."),
        Phrase(
          vi: "Dùng {{#\(name.text)}} … {{/\(name.text)}}.",
          en: "Use {{#\(name.text)}} … {{/\(name.text)}}."))
    }
  }

  // MARK: Partials

  private mutating func writePartial(
    _ index: Int, indentation blanks: Range<Int>?, at offset: Int, of template: CompiledTemplate,
    into output: inout [UInt8]
  ) {
    guard partialDepth < Self.deepestPartial else {
      isStopped = true
      return diagnostics.report(
        .templateRecursion,
        at: SourceFile.place(of: offset, in: template.file.bytes, path: template.file.path),
        what: Phrase(
          vi: "Các mẫu con gọi nhau quá \(Self.deepestPartial) tầng.",
          en: "Partials call each other more than \(Self.deepestPartial) deep."),
        mend: Phrase(
          vi: "Đặt mẫu con tự gọi mình trong một phần có lúc kết thúc.",
          en: "Put a partial that calls itself into a section that ends."))
    }
    let outer = indentation
    indentation = blanks.map { outer + template.file.bytes[$0] } ?? []
    partialDepth += 1
    write(templates[index], into: &output)
    partialDepth -= 1
    indentation = outer
  }

  private func writeIndented(
    _ text: ArraySlice<UInt8>, startsLine: Bool, into output: inout [UInt8]
  ) {
    if startsLine { output.append(contentsOf: indentation) }
    for index in text.indices {
      output.append(text[index])
      if text[index] == 0x0A, index + 1 < text.endIndex {
        output.append(contentsOf: indentation)
      }
    }
  }

  // MARK: Names

  /// Nil, with a report, if the name is not known here.
  private mutating func value(
    of name: TemplateName, in template: CompiledTemplate
  ) -> TemplateValue? {
    guard let first = name.parts.first else { return stack.last }
    guard var value = found(first) else {
      let known = stack.reversed().flatMap(Self.names)
      reportUnknown(first, name, template, among: known)
      return nil
    }
    for part in name.parts.dropFirst() {
      switch value {
      case .nothing: return .nothing
      case .object(let object):
        guard let inner = object[part] else {
          reportUnknown(part, name, template, among: object.names)
          return nil
        }
        value = inner
      case .text, .html, .flag, .list:
        reportUnknown(part, name, template, among: [])
        return nil
      }
    }
    return value
  }

  /// From the innermost context outwards.
  private func found(_ name: String) -> TemplateValue? {
    for context in stack.reversed() {
      if case .object(let object) = context, let value = object[name] { return value }
    }
    return nil
  }

  private static func names(in context: TemplateValue) -> [String] {
    if case .object(let object) = context { object.names } else { [] }
  }

  private mutating func reportUnknown(
    _ part: String, _ name: TemplateName, _ template: CompiledTemplate, among known: [String]
  ) {
    let whole = part == name.text ? "" : " (\(name.text))"
    report(
      .templateNameUnknown, name, template,
      Phrase(
        vi: "Không có tên “\(part)” ở đây\(whole).", en: "There is no name “\(part)” here\(whole)."),
      Spelling.mend(for: part, among: known))
  }

  private mutating func report(
    _ rule: Rule, _ name: TemplateName, _ template: CompiledTemplate, _ what: Phrase,
    _ mend: Phrase
  ) {
    diagnostics.report(
      rule,
      at: SourceFile.place(of: name.offset, in: template.file.bytes, path: template.file.path),
      what: what, mend: mend)
  }
}
