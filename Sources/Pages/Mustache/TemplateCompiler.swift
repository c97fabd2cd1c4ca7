import Diagnostics
import SourceFiles

/// Puts the pieces of a template together: sections with what stands in them.
struct TemplateCompiler {
  let file: SourceFile
  /// Index of a partial's template.
  let partial: (String) -> Int?
  private(set) var diagnostics = Diagnostics()
  private var open: [Section] = []
  private var nodes: [TemplateNode] = []
  /// Sections deeper than this are a mistake, and would be dear on a worker's stack.
  private static let deepestSection = 50

  private struct Section {
    let tag: TemplateScanner.Tag
    let name: TemplateName
    /// What stands before it.
    let outer: [TemplateNode]
  }

  init(file: SourceFile, partial: @escaping (String) -> Int?) {
    self.file = file
    self.partial = partial
  }

  mutating func compile(knownPartials: [String]) -> CompiledTemplate {
    var scanner = TemplateScanner(file: file)
    scan: while true {
      switch scanner.next() {
      case .rest(let range):
        append(range, alone: true)
        break scan
      case .tag(let tag):
        append(tag.textBefore, alone: tag.indentation != nil)
        compile(tag, knownPartials)
      }
    }
    for section in open {
      report(
        .templateSection, at: section.tag.offset,
        Phrase(
          vi: "Phần “\(section.name.text)” không được đóng lại.",
          en: "The section “\(section.name.text)” is never closed."),
        Phrase(
          vi: "Thêm {{/\(section.name.text)}}.", en: "Add {{/\(section.name.text)}}."))
    }
    diagnostics.merge(scanner.diagnostics)
    return CompiledTemplate(file: file, nodes: nodes)
  }

  /// - Parameter alone: what follows doesn't print in this line.
  private mutating func append(_ range: Range<Int>, alone: Bool) {
    if !range.isEmpty { nodes.append(.literal(range, startsLine: startsLine(range.lowerBound))) }
    if !alone, startsLine(range.upperBound), range.isEmpty || endsLine(range) {
      nodes.append(.literal(range.upperBound..<range.upperBound, startsLine: true))
    }
  }

  private func startsLine(_ offset: Int) -> Bool {
    offset == 0 || file.bytes[offset - 1] == 0x0A
  }

  private func endsLine(_ range: Range<Int>) -> Bool {
    file.bytes[range.upperBound - 1] == 0x0A
  }

  private mutating func compile(_ tag: TemplateScanner.Tag, _ knownPartials: [String]) {
    switch tag.kind {
    case .comment, .delimiters: break
    case .variable, .raw:
      if let name = name(tag) { nodes.append(.variable(name, isRaw: tag.kind == .raw)) }
    case .section, .inverted:
      guard let name = name(tag) else { return }
      open.append(Section(tag: tag, name: name, outer: nodes))
      nodes = []
      if open.count == Self.deepestSection + 1 { reportDepth(tag) }
    case .end: close(tag)
    case .partial: compilePartial(tag, knownPartials)
    }
  }

  private mutating func close(_ tag: TemplateScanner.Tag) {
    let text = String(decoding: file.bytes[tag.content], as: UTF8.self)
    guard let section = open.last, section.name.text == text else {
      let mend =
        open.last.map { section in
          Phrase(
            vi: "Trước hết phải đóng {{/\(section.name.text)}}.",
            en: "{{/\(section.name.text)}} has to come first.")
        } ?? Phrase(vi: "Bỏ thẻ này.", en: "Remove this tag.")
      return report(
        .templateSection, at: tag.offset,
        Phrase(
          vi: "{{/\(text)}} không đóng phần nào.", en: "{{/\(text)}} closes nothing that is open."),
        mend)
    }
    open.removeLast()
    let inner = nodes
    nodes = section.outer
    // Beyond the limit the template has been refused, and must not be kept in this depth.
    guard open.count < Self.deepestSection else { return }
    nodes.append(
      section.tag.kind == .section ? .section(section.name, inner) : .inverted(section.name, inner))
  }

  private mutating func compilePartial(_ tag: TemplateScanner.Tag, _ known: [String]) {
    let text = String(decoding: file.bytes[tag.content], as: UTF8.self)
    guard let index = partial(text) else {
      return report(
        .templatePartialUnknown, at: tag.content.lowerBound,
        Phrase(vi: "Không có mẫu con “\(text)”.", en: "There is no partial “\(text)”."),
        Spelling.mend(for: text, among: known))
    }
    nodes.append(
      .partial(index, indentation: tag.indentation, offset: tag.content.lowerBound))
  }

  private mutating func name(_ tag: TemplateScanner.Tag) -> TemplateName? {
    let bytes = file.bytes[tag.content]
    let offset = tag.content.lowerBound
    if bytes.elementsEqual(".".utf8) { return TemplateName(parts: [], offset: offset) }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if bytes.contains(where: TemplateScanner.isBlank) || parts.contains(where: \.isEmpty) {
      let text = String(decoding: bytes, as: UTF8.self)
      report(
        .templateTag, at: tag.offset,
        Phrase(vi: "“\(text)” không phải một tên.", en: "“\(text)” is not a name."),
        Phrase(
          vi: "Viết {{tên}} hoặc {{tên.phần}}, không có dấu cách bên trong.",
          en: "Write {{name}} or {{name.part}}, without blanks inside."))
      return nil
    }
    return TemplateName(
      parts: parts.map { String(decoding: $0, as: UTF8.self) }, offset: offset)
  }

  private mutating func reportDepth(_ tag: TemplateScanner.Tag) {
    report(
      .templateSection, at: tag.offset,
      Phrase(
        vi: "Phần nằm trong hơn \(Self.deepestSection) phần khác.",
        en: "The section lies in more than \(Self.deepestSection) others."),
      Phrase(vi: "Tách thành mẫu con.", en: "Make partials of it."))
  }

  private mutating func report(_ rule: Rule, at offset: Int, _ what: Phrase, _ mend: Phrase) {
    diagnostics.report(
      rule, at: SourceFile.place(of: offset, in: file.bytes, path: file.path), what: what,
      mend: mend)
  }
}
