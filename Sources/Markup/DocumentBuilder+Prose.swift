import Ccmark
import Diagnostics
import Glibc

extension DocumentBuilder {
  mutating func addProse(of text: OpaquePointer) {
    guard prose.isWanted, let literal = cmark_node_get_literal(text) else { return }
    // The words of `<https://…>` are its address.
    if let link = cmark_node_parent(text), cmark_node_get_type(link) == CMARK_NODE_LINK,
      let url = cmark_node_get_url(link), strcmp(url, literal) == 0
    {
      return
    }
    let count = strlen(literal)
    literal.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      prose.append(
        UnsafeBufferPointer(start: bytes, count: count),
        line: Int(cmark_node_get_start_line(text)),
        byte: max(0, Int(cmark_node_get_start_column(text)) - 1))
    }
  }

  /// Checks the words of a paragraph or heading that has been written.
  mutating func checkProse(of block: OpaquePointer, _ source: MarkdownSource) {
    if prose.isWanted { checkProse(source, linesAbove: linesOfDefinitions(before: block)) }
  }

  mutating func checkProse(_ source: MarkdownSource, linesAbove: Int) {
    guard prose.isWanted, !prose.text.isEmpty else { return }
    let prose = prose
    lints.check(
      prose.text,
      placeOf: { offset in
        let (line, byte) = prose.spot(of: offset, in: source, linesAbove: linesAbove)
        return source.place(line: line, byte: byte)
      }, into: &diagnostics)
  }

  /// Checks words that stand in a block's attribute or field.
  mutating func checkProse(_ text: String, at place: Place) {
    if prose.isWanted { lints.check(text, at: place, into: &diagnostics) }
  }
}
