import Ccmark
import Diagnostics

/// Walks libcmark's tree once and writes HTML, gaps, headings and links.
///
/// The walk is a loop, not a recursion: a thousand nested quotations must not exhaust the small
/// stack of a worker. Only fenced blocks with Markdown inside recurse, at most `deepestBlock` deep.
struct DocumentBuilder {
  let file: MarkdownSource.BodyOfFile
  var html: [UInt8] = []
  var gaps: [MarkupDocument.Gap] = []
  var headings: [MarkupHeading] = []
  var links: [MarkupLink] = []
  var takenIDs: Set<String>
  var diagnostics = Diagnostics()
  let lints: TextLints
  var prose = Prose()
  private var quoteDepth = 0
  /// Inside a table's cell, which is read as a heading.
  var isInCell = false
  var isInTableHead = false
  var hasFootnotes = false
  var footnotes: [Footnote] = []
  /// Indices of the footnotes that were referred to, in the order of their numbers.
  var numbered: [Int] = []
  /// A paragraph that `enter` wrote as a table.
  private var table: OpaquePointer?
  /// How many blocks with Markdown inside are open.
  var blockDepth = 0
  static let deepestBlock = 4

  /// A list that a block marks: its tag and class.
  struct MarkedList {
    let node: OpaquePointer
    let opening: StaticString
    let closing: StaticString
  }

  init(file: MarkdownSource.BodyOfFile, takenIDs: Set<String>, lints: TextLints) {
    self.file = file
    self.lints = lints
    prose.isWanted = !lints.isEmpty
    self.takenIDs = takenIDs
    html.reserveCapacity(file.bytes.count + file.bytes.count / 2)
  }

  /// The whole body of a page.
  mutating func writeBody() {
    let source = MarkdownSource(file)
    guard let rest = takeFootnotes(from: source) else { return write(source) }
    rest.withUnsafeBufferPointer { bytes in
      write(MarkdownSource(text: bytes, firstLine: file.firstLine, file: file))
    }
    writeFootnotes(of: source)
    unmark()
  }

  mutating func write(_ source: MarkdownSource) {
    withTree(of: source) { builder, root in
      builder.walk(root, of: source)
    }
  }

  /// The tree lives only inside `body`.
  mutating func withTree(
    of source: MarkdownSource, _ body: (inout DocumentBuilder, OpaquePointer) -> Void
  ) {
    source.text.withMemoryRebound(to: CChar.self) { text in
      guard let base = text.baseAddress,
        let root = cmark_parse_document(base, text.count, CMARK_OPT_DEFAULT)
      else { return }
      defer { cmark_node_free(root) }
      body(&self, root)
    }
  }

  mutating func walk(
    _ root: OpaquePointer, of source: MarkdownSource, marking list: MarkedList? = nil
  ) {
    guard var node = cmark_node_first_child(root) else { return }
    while true {
      if enter(node, source, list), let child = cmark_node_first_child(node) {
        node = child
        continue
      }
      leave(node, source, list)
      while cmark_node_next(node) == nil {
        guard let parent = cmark_node_parent(node), parent != root else { return }
        node = parent
        leave(node, source, list)
      }
      guard let next = cmark_node_next(node) else { return }
      node = next
    }
  }

  /// Writes what stands before a node's children, or the whole node.
  ///
  /// - Returns: whether its children are to be written.
  private mutating func enter(
    _ node: OpaquePointer, _ source: MarkdownSource, _ list: MarkedList?
  ) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT:
      refusePictureInWords(node, source)
      if hasFootnotes {
        writeText(node, source)
      } else {
        html.append(escapingCString: cmark_node_get_literal(node))
      }
      addProse(of: node)
    case CMARK_NODE_SOFTBREAK:
      html.append(0x0A)
      prose.append(0x20)
    case CMARK_NODE_PARAGRAPH:
      if writePipeTable(node, source) {
        table = node
        return false
      }
      prose.begin()
      if isPicture(node) {
        beginLine()
      } else if !isTight(node) {
        beginLine()
        html.append(html: "<p>")
      }
    case CMARK_NODE_STRONG: html.append(html: "<strong>")
    case CMARK_NODE_EMPH: html.append(html: "<em>")
    case CMARK_NODE_LINK: openLink(node, source)
    case CMARK_NODE_CODE: return writeCode(node, source)
    case CMARK_NODE_ITEM: html.append(html: "<li>")
    case CMARK_NODE_LIST:
      beginLine()
      if let list, list.node == node {
        html.append(html: list.opening)
      } else {
        openList(node)
      }
    case CMARK_NODE_HEADING:
      if writePipeTable(node, source) {
        table = node
        return false
      }
      prose.begin()
      openHeading(node, source)
    case CMARK_NODE_CODE_BLOCK: return writeFence(node, source)
    case CMARK_NODE_BLOCK_QUOTE:
      beginLine()
      html.append(html: "<blockquote>\n")
      quoteDepth += 1
      prose.isWanted = false
    case CMARK_NODE_LINEBREAK:
      html.append(html: "<br>\n")
      prose.append(0x0A)
    case CMARK_NODE_THEMATIC_BREAK:
      beginLine()
      html.append(html: "<hr>\n")
    case CMARK_NODE_IMAGE: return writeImage(node, source)
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: refuseHTML(node, source)
    default: break
    }
    return true
  }

  private mutating func leave(
    _ node: OpaquePointer, _ source: MarkdownSource, _ list: MarkedList?
  ) {
    if node == table { return table = nil }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK: break
    case CMARK_NODE_PARAGRAPH:
      if isPicture(node) {
        beginLine()
      } else if !isTight(node) {
        html.append(html: "</p>\n")
      }
      checkProse(of: node, source)
    case CMARK_NODE_STRONG: html.append(html: "</strong>")
    case CMARK_NODE_EMPH: html.append(html: "</em>")
    case CMARK_NODE_LINK: html.append(html: "</a>")
    case CMARK_NODE_ITEM: html.append(html: "</li>\n")
    case CMARK_NODE_LIST:
      if let list, list.node == node {
        html.append(html: list.closing)
      } else {
        html.append(html: isOrdered(node) ? "</ol>\n" : "</ul>\n")
      }
    case CMARK_NODE_HEADING:
      html.append(html: "</h")
      html.append(headingDigit(node))
      html.append(html: ">\n")
      checkProse(of: node, source)
    case CMARK_NODE_BLOCK_QUOTE:
      html.append(html: "</blockquote>\n")
      quoteDepth -= 1
      prose.isWanted = quoteDepth == 0 && !lints.isEmpty
    default: break
    }
  }

  /// A block begins in a line of its own.
  mutating func beginLine() {
    if let last = html.last, last != 0x0A { html.append(0x0A) }
  }

  func isOrdered(_ list: OpaquePointer) -> Bool {
    cmark_node_get_list_type(list) == CMARK_ORDERED_LIST
  }

  /// A paragraph of a list without empty lines is written without `<p>`.
  private func isTight(_ paragraph: OpaquePointer) -> Bool {
    guard let item = cmark_node_parent(paragraph), let list = cmark_node_parent(item) else {
      return false
    }
    return cmark_node_get_list_tight(list) != 0
  }

  private mutating func openList(_ list: OpaquePointer) {
    guard isOrdered(list) else { return html.append(html: "<ul>\n") }
    let start = cmark_node_get_list_start(list)
    if start == 1 { return html.append(html: "<ol>\n") }
    html.append(html: "<ol start=\"")
    html.append(contentsOf: String(start).utf8)
    html.append(html: "\">\n")
  }
}
