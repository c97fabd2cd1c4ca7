import Ccmark
import Diagnostics
import VietnameseText

extension DocumentBuilder {
  // MARK: Links

  mutating func openLink(_ node: OpaquePointer, _ source: MarkdownSource) {
    let href = string(cmark_node_get_url(node))
    let place = place(of: node, startingWith: UInt8(ascii: "["), source)
    if cmark_node_first_child(node) == nil {
      diagnostics.report(
        .linkEmpty, at: place,
        what: Phrase(vi: "Liên kết không có chữ.", en: "The link has no words."),
        mend: Phrase(
          vi: "Viết chữ trong ngoặc vuông: [chữ](\(href)).",
          en: "Write words in the square brackets: [words](\(href))."))
    }
    html.append(html: "<a href=\"")
    switch Address(href) {
    case .allowed(let kind):
      let link = MarkupLink(href: href, kind: kind, place: place)
      links.append(link)
      switch kind {
      case .local, .anchor: gap(.address(link))
      case .term: openTerm(link)
      case .external, .mail, .telephone: html.append(address: href)
      }
      html.append(html: kind == .external ? "\" rel=\"noreferrer\"" : "\"")
    case let refused:
      html.append(html: "#\"")
      refuseLink(href, refused, at: place)
    }
    if let title = cmark_node_get_title(node), title.pointee != 0 {
      html.append(html: " title=\"")
      html.append(escapingCString: title)
      html.append(html: "\"")
    }
    html.append(html: ">")
  }

  /// A word that the glossary explains. The first link to each is where readers come back to.
  private mutating func openTerm(_ link: MarkupLink) {
    gap(.address(link))
    html.append(html: "\" class=\"term")
    let id = "termref-\(link.term)"
    if takenIDs.insert(id).inserted {
      html.append(html: "\" id=\"")
      html.append(text: id)
    }
  }

  private mutating func refuseLink(_ href: String, _ address: Address, at place: Place) {
    switch address {
    case .allowed: break
    case .empty:
      diagnostics.report(
        .linkEmpty, at: place,
        what: Phrase(vi: "Liên kết không có địa chỉ.", en: "The link has no address."),
        mend: Phrase(
          vi: "Viết địa chỉ trong ngoặc tròn: [chữ](trang.md).",
          en: "Write an address in the round brackets: [words](page.md)."))
    case .scheme(let scheme):
      diagnostics.report(
        .linkUnsafe, at: place,
        what: Phrase(
          vi: "Liên kết không được bắt đầu bằng “\(scheme)”.",
          en: "A link can't begin with “\(scheme)”."),
        mend: Phrase(
          vi: "Dùng https:, http:, mailto:, tel: hoặc đường dẫn đến một trang của chính trang web.",
          en: "Use https:, http:, mailto:, tel: or the path of a page of this site."))
    case .malformed:
      diagnostics.report(
        .linkUnsafe, at: place,
        what: Phrase(
          vi: "Địa chỉ “\(href)” có dấu cách, dấu “\\” hoặc ký tự ẩn.",
          en: "The address “\(href)” has a blank, a “\\” or a hidden character."),
        mend: Phrase(
          vi: "Dùng “/”; dấu cách trong địa chỉ viết là %20.",
          en: "Use “/”; a blank in an address is written %20."))
    }
  }

  // MARK: Code and numbers

  mutating func writeCode(_ node: OpaquePointer, _ source: MarkdownSource) -> Bool {
    guard let literal = cmark_node_get_literal(node) else { return false }
    if literal.pointee == CChar(bitPattern: UInt8(ascii: "=")) {
      let code = String(cString: literal)
      if NumberReference.isMeant(by: code) {
        writeNumber(code, node, source)
        return false
      }
    }
    html.append(html: "<code>")
    html.append(escapingCString: literal)
    html.append(html: "</code>")
    addProse(of: node)
    return false
  }

  private mutating func writeNumber(
    _ code: String, _ node: OpaquePointer, _ source: MarkdownSource
  ) {
    let start = start(of: node, startingWith: UInt8(ascii: "`"), source)
    let place = source.place(line: start.line, byte: start.byte)
    if let heading = cmark_node_parent(node), isInHeading(heading) {
      return refuseNumber(at: place)
    }
    // From the backticks to the "=", where the span lies in one line.
    let line = source.line(start.line)
    let equals = line[start.byte...].firstIndex(of: UInt8(ascii: "=")) ?? start.byte
    let column = source.place(line: start.line, byte: equals)
    let number = NumberReference.parse(
      code, at: place,
      placeOf: { offset in
        Place(file: column.file, line: column.line, column: (column.column ?? 1) + offset)
      }, into: &diagnostics)
    prose.append(UInt8(ascii: "0"))
    if let number { gap(.number(number)) }
  }

  /// The head of a table names the cells below it, as a heading does what follows.
  private func isInHeading(_ node: OpaquePointer) -> Bool {
    if isInCell { return isInTableHead }
    var current: OpaquePointer? = node
    while let parent = current {
      if cmark_node_get_type(parent) == CMARK_NODE_HEADING { return true }
      current = cmark_node_parent(parent)
    }
    return false
  }

  private mutating func refuseNumber(at place: Place) {
    diagnostics.report(
      .numberMisplaced, at: place,
      what: Phrase(
        vi: "Không đặt số liệu trong tiêu đề, đầu bảng hoặc lời mô tả ảnh.",
        en: "A number from data can't stand in a heading, a table's head or a description."),
      mend: Phrase(
        vi: "Đưa con số xuống câu bên dưới.", en: "Move the number to the text below."))
  }

  // MARK: HTML

  mutating func refuseHTML(_ node: OpaquePointer, _ source: MarkdownSource) {
    let isComment = string(cmark_node_get_literal(node)).hasPrefix("<!--")
    diagnostics.report(
      .rawHTML, at: place(of: node, startingWith: UInt8(ascii: "<"), source),
      what: isComment
        ? Phrase(vi: "Chú thích HTML trong bài.", en: "An HTML comment in the text.")
        : Phrase(vi: "HTML trong bài.", en: "HTML in the text."),
      mend: isComment
        ? Phrase(
          vi: "Bỏ chú thích; trang chưa đăng ghi “draft: true” ở đầu trang.",
          en: "Remove it; a page that isn't ready says “draft: true” in its front matter.")
        : Phrase(
          vi: "Viết bằng Markdown hoặc một khối (callout, steps…); dấu “<” thường viết là \\<.",
          en: "Write Markdown or a block (callout, steps…); a plain “<” is written \\<."))
  }

  // MARK: Text

  /// The words of a node's children, without their markup.
  mutating func plainText(of node: OpaquePointer, _ source: MarkdownSource) -> String {
    var text = ""
    guard var current = cmark_node_first_child(node) else { return text }
    while true {
      switch cmark_node_get_type(current) {
      case CMARK_NODE_TEXT:
        let words = string(cmark_node_get_literal(current))
        text += hasFootnotes ? withoutReferences(words) : words
      case CMARK_NODE_CODE:
        let code = string(cmark_node_get_literal(current))
        if NumberReference.isMeant(by: code) {
          // In a heading the walk comes by and reports it.
          if cmark_node_get_type(node) == CMARK_NODE_IMAGE {
            refuseNumber(at: place(of: current, startingWith: UInt8(ascii: "`"), source))
          }
        } else {
          text += code
        }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
      case CMARK_NODE_HTML_INLINE where cmark_node_get_type(node) == CMARK_NODE_IMAGE:
        refuseHTML(current, source)
      default: break
      }
      if let child = cmark_node_first_child(current) {
        current = child
        continue
      }
      while cmark_node_next(current) == nil {
        guard let parent = cmark_node_parent(current), parent != node else { return text }
        current = parent
      }
      guard let next = cmark_node_next(current) else { return text }
      current = next
    }
  }

  func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  mutating func gap(_ content: MarkupDocument.Gap.Content) {
    gaps.append(MarkupDocument.Gap(offset: html.count, content: content))
  }
}
