import Ccmark
import Diagnostics
import Glibc

extension DocumentBuilder {
  /// Takes the footnotes out of the body.
  ///
  /// - Returns: the body without them; nil if it has none and no reference to one.
  mutating func takeFootnotes(from source: MarkdownSource) -> [UInt8]? {
    guard FootnoteScanner.mayHaveSome(source.text) else { return nil }
    hasFootnotes = true
    takenIDs.insert("notes-title")
    let scanner = FootnoteScanner(source)
    func line(_ index: Int) -> Int { file.firstLine + footnotes[index].line - 1 }
    for footnote in scanner.footnotes {
      let place = source.place(line: footnote.line, byte: 0)
      if let first = index(of: footnote.label) {
        diagnostics.report(
          .footnoteUnused, at: place,
          what: Phrase(
            vi: "Ghi chú “\(footnote.label)” đã có ở dòng \(line(first)).",
            en: "The note “\(footnote.label)” stands on line \(line(first)) already."),
          mend: Phrase(vi: "Đặt tên khác.", en: "Give it another name."))
      } else {
        footnotes.append(footnote)
      }
    }
    return scanner.rest
  }

  private func index(of label: String) -> Int? {
    let label = label.lowercased()
    return footnotes.firstIndex { $0.label.lowercased() == label }
  }

  private mutating func refuseFootnote(_ label: String, at place: Place) {
    diagnostics.report(
      .footnoteMisplaced, at: place,
      what: Phrase(
        vi: "Ghi chú “\(label)” nằm trong danh sách, lời trích hoặc khối.",
        en: "The note “\(label)” lies in a list, a quotation or a block."),
      mend: Phrase(
        vi: "Chuyển dòng “[^\(label)]: …” xuống cuối tệp, sát lề trái.",
        en: "Move the line “[^\(label)]: …” to the end of the file, at the left margin."))
  }

  // MARK: References

  /// Writes a text in which notes are referred to: between marks, in the place of brackets.
  mutating func writeText(_ node: OpaquePointer, _ source: MarkdownSource) {
    guard let literal = cmark_node_get_literal(node) else { return }
    let count = strlen(literal)
    literal.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      let text = UnsafeBufferPointer(start: bytes, count: count)
      var written = 0
      while let (label, range) = Self.reference(in: text, from: written) {
        html.append(escaping: UnsafeBufferPointer(rebasing: text[written..<range.lowerBound]))
        let startsBlock = range.lowerBound == 0 && cmark_node_previous(node) == nil
        let isDefinition =
          startsBlock && text.dropFirst(range.upperBound).first == UInt8(ascii: ":")
        writeReference(
          label, at: place(ofByte: range.lowerBound, of: node, source), isDefinition: isDefinition)
        written = range.upperBound
      }
      html.append(escaping: UnsafeBufferPointer(rebasing: text[written...]))
    }
  }

  private static func reference(
    in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (label: String, range: Range<Int>)? {
    guard let first = text[start...].firstIndex(of: FootnoteScanner.opening),
      let last = text[first...].firstIndex(of: FootnoteScanner.closing), last > first + 2
    else { return nil }
    return (String(decoding: text[(first + 2)..<last], as: UTF8.self), first..<(last + 1))
  }

  /// A text without its references to notes, and with brackets where marks are left.
  func withoutReferences(_ text: String) -> String {
    var bytes = Array(text.utf8)
    while let first = bytes.firstIndex(of: FootnoteScanner.opening),
      let last = bytes[first...].firstIndex(of: FootnoteScanner.closing)
    {
      bytes.removeSubrange(first...last)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func place(
    ofByte byte: Int, of node: OpaquePointer, _ source: MarkdownSource
  ) -> Place {
    let start = start(of: node, startingWith: FootnoteScanner.opening, source)
    let guess = max(0, Int(cmark_node_get_start_column(node)) - 1) + byte
    let line = source.line(start.line)
    let marks = line.indices.filter { line[$0] == FootnoteScanner.opening }
    let nearest = marks.min { abs($0 - guess) < abs($1 - guess) }
    return source.place(line: start.line, byte: nearest ?? start.byte)
  }

  private mutating func writeReference(_ label: String, at place: Place, isDefinition: Bool) {
    if isDefinition { return refuseFootnote(label, at: place) }
    guard let index = index(of: label) else {
      diagnostics.report(
        .footnoteMissing, at: place,
        what: Phrase(vi: "Không có ghi chú “\(label)”.", en: "There is no note “\(label)”."),
        mend: footnotes.isEmpty
          ? Phrase(
            vi: "Viết “[^\(label)]: …” ở cuối tệp; dấu ngoặc thường viết là \\[.",
            en: "Write “[^\(label)]: …” at the end of the file; a plain bracket is written \\[.")
          : Spelling.mend(for: label, among: footnotes.map(\.label)))
      return
    }
    if footnotes[index].number == nil {
      numbered.append(index)
      footnotes[index].number = numbered.count
    }
    footnotes[index].references += 1
    let number = footnotes[index].number ?? 0
    html.append(html: "<sup class=\"note\"><a href=\"#fn-")
    html.append(contentsOf: String(number).utf8)
    html.append(html: "\" id=\"")
    html.append(text: Self.referenceID(number, footnotes[index].references))
    html.append(html: "\" aria-label=\"")
    gap(.word(.footnote(number)))
    html.append(html: "\">")
    html.append(contentsOf: String(number).utf8)
    html.append(html: "</a></sup>")
  }

  private static func referenceID(_ number: Int, _ reference: Int) -> String {
    reference == 1 ? "fnref-\(number)" : "fnref-\(number)-\(reference)"
  }

  /// Gives brackets back to what was marked and refers to nothing: in code, in a block's attribute.
  mutating func unmark() {
    guard hasFootnotes else { return }
    for index in html.indices {
      if html[index] == FootnoteScanner.opening { html[index] = UInt8(ascii: "[") }
      if html[index] == FootnoteScanner.closing { html[index] = UInt8(ascii: "]") }
    }
  }

  // MARK: The notes

  /// Writes the notes that were referred to, in the order of their first references. A note may
  /// refer to further ones.
  mutating func writeFootnotes(of source: MarkdownSource) {
    if !numbered.isEmpty {
      beginLine()
      html.append(html: "<section class=\"notes\" aria-labelledby=\"notes-title\">\n")
      html.append(html: "<h2 id=\"notes-title\">")
      gap(.word(.footnotes))
      html.append(html: "</h2>\n<ol>\n")
      var written = 0
      while written < numbered.count {
        write(footnotes[numbered[written]], number: written + 1, source)
        written += 1
      }
      html.append(html: "</ol>\n</section>\n")
    }
    for footnote in footnotes where footnote.number == nil {
      diagnostics.report(
        .footnoteUnused, at: source.place(line: footnote.line, byte: 0),
        what: Phrase(
          vi: "Không chỗ nào trong bài nhắc đến ghi chú “\(footnote.label)”.",
          en: "Nothing refers to the note “\(footnote.label)”."),
        mend: Phrase(
          vi: "Viết [^\(footnote.label)] vào câu cần ghi chú, hoặc bỏ ghi chú.",
          en: "Write [^\(footnote.label)] in the sentence that needs it, or remove the note."))
    }
  }

  private mutating func write(_ footnote: Footnote, number: Int, _ source: MarkdownSource) {
    html.append(html: "<li id=\"fn-")
    html.append(contentsOf: String(number).utf8)
    html.append(html: "\">\n")
    // Definitions of links count in notes too; behind them, so that lines stay what they are.
    let definitions = footnote.text.contains(UInt8(ascii: "[")) ? source.definitions : []
    (footnote.text + [0x0A] + definitions).withUnsafeBufferPointer { bytes in
      write(
        MarkdownSource(
          text: bytes, firstLine: source.firstLine + footnote.line - 1, file: source.file))
    }
    let end = Array("</p>\n".utf8)
    let isInParagraph =
      html.suffix(end.count).elementsEqual(end) && gaps.last?.offset != html.count
    if isInParagraph { html.removeLast(end.count) } else { html.append(html: "<p>") }
    for reference in 1...max(1, footnote.references) {
      html.append(html: " <a class=\"back\" href=\"#")
      html.append(text: Self.referenceID(number, reference))
      html.append(html: "\" aria-label=\"")
      gap(.word(.backFromFootnote(number, reference: reference)))
      html.append(html: "\">↩</a>")
    }
    html.append(html: "</p>\n</li>\n")
  }
}
