import Ccmark
import Diagnostics

extension DocumentBuilder {
  /// A code block, or one of our blocks (`BlockName`).
  ///
  /// - Returns: false: it has no children.
  mutating func writeFence(_ node: OpaquePointer, _ source: MarkdownSource) -> Bool {
    let info = string(cmark_node_get_fence_info(node))
    let firstWord = info.prefix { $0 != " " && $0 != "\t" }
    beginLine()
    if firstWord.isEmpty {
      writeCodeBlock(node, language: "")
      return false
    }
    switch BlockName.meaning(of: info, firstWord: String(firstWord)) {
    case .code: writeCodeBlock(node, language: String(firstWord))
    case .misspelt:
      let fence = Fence(node, source)
      diagnostics.report(
        .blockUnknown, at: fence.place(fence.info.nameOffset),
        what: Phrase(
          vi: "Không có khối nào tên “\(firstWord)”.",
          en: "There is no block “\(firstWord)”."),
        mend: Spelling.mend(for: String(firstWord), among: BlockName.all))
    case .block(let name):
      let fence = Fence(node, source)
      for flaw in fence.info.flaws {
        diagnostics.report(
          .blockSyntax, at: fence.place(flaw.offset), what: flaw.what, mend: flaw.mend)
      }
      if !fence.isClosed {
        refuseOpen(fence)
      } else if fence.info.flaws.isEmpty {
        write(name, fence)
      }
    }
    return false
  }

  /// CommonMark lets an open fence run to the end of the page, which is never meant.
  private mutating func refuseOpen(_ fence: Fence) {
    let marks = String(decoding: fence.marks, as: UTF8.self)
    diagnostics.report(
      .blockSyntax, at: fence.namePlace,
      what: Phrase(
        vi: "Khối “\(fence.info.name)” không được đóng lại.",
        en: "The block “\(fence.info.name)” is never closed."),
      mend: Phrase(
        vi: "Thêm một dòng \(marks) sau nội dung của khối.",
        en: "Add a line \(marks) below what belongs to it."))
  }

  private mutating func writeCodeBlock(_ node: OpaquePointer, language: String) {
    html.append(html: "<pre><code")
    if !language.isEmpty {
      html.append(html: " class=\"language-")
      html.append(text: language)
      html.append(html: "\"")
    }
    html.append(html: ">")
    html.append(escapingCString: cmark_node_get_literal(node))
    html.append(html: "</code></pre>\n")
  }

  private mutating func write(_ name: BlockName, _ fence: Fence) {
    var attributes = BlockAttributes(fence.info, of: name, place: fence.place)
    switch name {
    case .callout:
      let kind = attributes.choice("kind", of: CalloutKind.self, &diagnostics)
      let title = attributes.optional("title", &diagnostics)
      attributes.finish(&diagnostics)
      if let title { checkProse(title.text, at: title.place) }
      writeCallout(kind ?? .note, title: title?.text, fence)
    case .steps:
      attributes.finish(&diagnostics)
      writeList(fence, opening: "<ol class=\"steps\">\n", closing: "</ol>\n")
    case .checklist:
      attributes.finish(&diagnostics)
      writeList(fence, opening: "<ul class=\"checklist\">\n", closing: "</ul>\n")
    case .pairs:
      attributes.finish(&diagnostics)
      writeList(fence, opening: "<ul class=\"pairs\">\n", closing: "</ul>\n")
    case .csv:
      let caption = attributes.required("caption", &diagnostics)
      attributes.finish(&diagnostics)
      if let caption { checkProse(caption.text, at: caption.place) }
      writeTable(caption: caption?.text ?? "", fence)
    case .table, .indicator, .chart, .scoreboard, .hotlines, .glossary:
      let content = dataContent(of: name, &attributes)
      attributes.finish(&diagnostics)
      refuseContent(of: name, fence)
      if let content {
        gap(.block(DataBlock(content: content, place: attributes.place)))
      }
    }
  }

  // MARK: Data

  private mutating func dataContent(
    of name: BlockName, _ attributes: inout BlockAttributes
  ) -> DataBlock.Content? {
    switch name {
    case .table: attributes.required("id", &diagnostics).map { .table(id: $0) }
    case .indicator: attributes.required("id", &diagnostics).map { .indicator(id: $0) }
    case .scoreboard: attributes.required("plan", &diagnostics).map { .scoreboard(plan: $0) }
    case .chart: chartContent(&attributes)
    case .hotlines: .hotlines
    case .glossary: .glossary
    case .callout, .steps, .checklist, .pairs, .csv: nil
    }
  }

  private mutating func chartContent(
    _ attributes: inout BlockAttributes
  ) -> DataBlock.Content? {
    let table = attributes.required("table", &diagnostics)
    let kind = attributes.choice("kind", of: DataBlock.ChartKind.self, &diagnostics)
    guard let table, let kind else { return nil }
    return .chart(table: table, kind: kind)
  }

  private mutating func refuseContent(of name: BlockName, _ fence: Fence) {
    guard let offset = fence.text.firstIndex(where: { !Self.isBlank($0) }) else { return }
    let lines = fence.text[..<offset].count { $0 == 0x0A }
    diagnostics.report(
      .blockContent, at: fence.content.place(line: lines + 1, byte: 0),
      what: Phrase(
        vi: "Khối “\(name.rawValue)” không có nội dung bên trong.",
        en: "The block “\(name.rawValue)” holds no text."),
      mend: Phrase(
        vi: "Đưa phần này xuống dưới khối.", en: "Move this below the block."))
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  // MARK: Markdown inside

  private mutating func writeCallout(_ kind: CalloutKind, title: String?, _ fence: Fence) {
    html.append(html: "<div class=\"callout ")
    html.append(contentsOf: kind.rawValue.utf8)
    html.append(html: "\"><p class=\"callout-title\">")
    if let title {
      html.append(text: title)
    } else {
      gap(.title(kind))
    }
    html.append(html: "</p>\n")
    if fence.text.allSatisfy(Self.isBlank) {
      refuseEmpty(fence)
    } else {
      goDeeper(fence) { builder in builder.write(fence.content) }
    }
    html.append(html: "</div>\n")
  }

  /// The content must be one list; its tag and class are the block's.
  private mutating func writeList(_ fence: Fence, opening: StaticString, closing: StaticString) {
    if fence.text.allSatisfy(Self.isBlank) { return refuseEmpty(fence) }
    goDeeper(fence) { builder in
      builder.withTree(of: fence.content) { builder, root in
        let only = cmark_node_first_child(root)
        if let only, cmark_node_get_type(only) == CMARK_NODE_LIST, cmark_node_next(only) == nil {
          let list = MarkedList(node: only, opening: opening, closing: closing)
          builder.walk(root, of: fence.content, marking: list)
        } else {
          builder.refuseOther(than: only, root, fence)
        }
      }
    }
  }

  private mutating func refuseOther(
    than list: OpaquePointer?, _ root: OpaquePointer, _ fence: Fence
  ) {
    var stray = list
    if let list, cmark_node_get_type(list) == CMARK_NODE_LIST { stray = cmark_node_next(list) }
    diagnostics.report(
      .blockContent, at: stray.map { blockPlace($0, fence.content) } ?? fence.namePlace,
      what: Phrase(
        vi: "Khối “\(fence.info.name)” chỉ chứa một danh sách.",
        en: "The block “\(fence.info.name)” holds one list and nothing else."),
      mend: Phrase(
        vi: "Viết mỗi bước, mỗi ý thành một dòng “1. …” hoặc “- …”; chữ khác đưa ra ngoài.",
        en: "Write each step or item as a line “1. …” or “- …”; move other text out of the block."))
  }

  private mutating func refuseEmpty(_ fence: Fence) {
    diagnostics.report(
      .blockContent, at: fence.namePlace,
      what: Phrase(
        vi: "Khối “\(fence.info.name)” để trống.", en: "The block “\(fence.info.name)” is empty."),
      mend: Phrase(
        vi: "Viết nội dung giữa hai hàng ```.", en: "Write its text between the two fences."))
  }

  private mutating func goDeeper(_ fence: Fence, _ body: (inout DocumentBuilder) -> Void) {
    guard blockDepth < Self.deepestBlock else {
      diagnostics.report(
        .blocksTooDeep, at: fence.namePlace,
        what: Phrase(
          vi: "Khối nằm trong hơn \(Self.deepestBlock) khối khác.",
          en: "The block lies in more than \(Self.deepestBlock) others."),
        mend: Phrase(vi: "Đưa khối này ra ngoài.", en: "Move it out."))
      return
    }
    blockDepth += 1
    body(&self)
    blockDepth -= 1
  }
}
