import Ccmark
import Diagnostics

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

  /// Reports footnotes inside a block: those of a page stand at its margin.
  mutating func refuseFootnotes(in source: MarkdownSource) {
    guard hasFootnotes, FootnoteScanner.mayHaveSome(source.text) else { return }
    for footnote in FootnoteScanner(source).footnotes {
      refuseFootnote(footnote.label, at: source.place(line: footnote.line, byte: 0))
    }
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

  /// Where a text node `[` begins a reference `[^id]`: the id, and the nodes up to `]`. An escaped
  /// bracket takes two columns.
  func footnoteLabel(at node: OpaquePointer) -> (label: String, last: OpaquePointer)? {
    guard hasFootnotes, isText(node, "["),
      cmark_node_get_start_column(node) == cmark_node_get_end_column(node)
    else { return nil }
    var label = ""
    var next = cmark_node_next(node)
    while let current = next, cmark_node_get_type(current) == CMARK_NODE_TEXT {
      if isText(current, "]") {
        guard label.hasPrefix("^"), label.utf8.count > 1 else { return nil }
        return (String(label.dropFirst()), current)
      }
      label += string(cmark_node_get_literal(current))
      if label.utf8.first != UInt8(ascii: "^") || label.utf8.contains(0x20) { return nil }
      next = cmark_node_next(current)
    }
    return nil
  }

  private func isText(_ node: OpaquePointer, _ text: StaticString) -> Bool {
    guard let literal = cmark_node_get_literal(node) else { return false }
    return literal[0] == CChar(bitPattern: text.utf8Start[0]) && literal[1] == 0
  }

  /// Writes the number of a note in the place of `[^id]`, and takes the nodes away.
  mutating func writeReference(
    _ label: String, from node: OpaquePointer, through last: OpaquePointer,
    _ source: MarkdownSource
  ) {
    let place = place(of: node, startingWith: UInt8(ascii: "["), source)
    let isFirst = cmark_node_previous(node) == nil
    while let next = cmark_node_next(node) {
      let wasLast = next == last
      cmark_node_unlink(next)
      cmark_node_free(next)
      if wasLast { break }
    }
    if isFirst, let next = cmark_node_next(node), let literal = cmark_node_get_literal(next),
      cmark_node_get_type(next) == CMARK_NODE_TEXT,
      literal[0] == CChar(bitPattern: UInt8(ascii: ":"))
    {
      return refuseFootnote(label, at: place)
    }
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

  /// A definition inside a list or a quotation makes links of its references: `[^id]` with an
  /// address.
  mutating func refuseFootnoteLink(_ node: OpaquePointer, at place: Place) {
    guard hasFootnotes, let child = cmark_node_first_child(node),
      cmark_node_get_type(child) == CMARK_NODE_TEXT
    else { return }
    let words = string(cmark_node_get_literal(child))
    if words.hasPrefix("^"), words.utf8.count > 1 {
      refuseFootnote(String(words.dropFirst()), at: place)
    }
  }

  private static func referenceID(_ number: Int, _ reference: Int) -> String {
    reference == 1 ? "fnref-\(number)" : "fnref-\(number)-\(reference)"
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
