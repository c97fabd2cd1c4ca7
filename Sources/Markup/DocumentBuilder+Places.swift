import Ccmark
import Diagnostics

extension DocumentBuilder {
  /// Where an inline node begins that starts with `mark` (`[`, `!`, `<`, a backtick).
  ///
  /// libcmark 0.30 gives a link the line in which it ends, and doesn't count blanks that it strips
  /// from the following lines of a paragraph; so the line is that of the first child, and the
  /// column that of the mark nearest to what it says.
  func place(
    of node: OpaquePointer, startingWith mark: UInt8, _ source: MarkdownSource
  ) -> Place {
    let (line, byte) = start(of: node, startingWith: mark, source)
    return source.place(line: line, byte: byte)
  }

  /// As line of `source`, from 1, and bytes before it in the line.
  func start(
    of node: OpaquePointer, startingWith mark: UInt8, _ source: MarkdownSource
  ) -> (line: Int, byte: Int) {
    var line = Int(cmark_node_get_start_line(node))
    if let child = cmark_node_first_child(node), cmark_node_get_start_line(child) > 0 {
      line = Int(cmark_node_get_start_line(child))
    }
    let block = blockAround(node)
    if line == 0 { line = Int(cmark_node_get_start_line(block)) }
    line += linesOfDefinitions(before: block)
    let said = max(0, Int(cmark_node_get_start_column(node)) - 1)
    let text = source.line(line)
    return (line, Self.nearest(mark, in: text, to: said) ?? min(said, text.count))
  }

  private static func nearest(
    _ mark: UInt8, in text: UnsafeBufferPointer<UInt8>, to offset: Int
  ) -> Int? {
    if offset < text.count, text[offset] == mark { return offset }
    var nearest: Int?
    for index in text.indices where text[index] == mark {
      if abs(index - offset) < abs((nearest ?? .max) - offset) { nearest = index }
    }
    return nearest
  }

  private func blockAround(_ node: OpaquePointer) -> OpaquePointer {
    var block = node
    while cmark_node_get_type(block).rawValue > CMARK_NODE_LAST_BLOCK.rawValue,
      let parent = cmark_node_parent(block)
    {
      block = parent
    }
    return block
  }

  /// Reference definitions at the start of a paragraph are cut off, but the lines of what follows
  /// are counted from where the definitions began. The last line is right, so the difference shows.
  func linesOfDefinitions(before paragraph: OpaquePointer) -> Int {
    guard cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH else { return 0 }
    var last: Int32 = 0
    var node = cmark_node_last_child(paragraph)
    while let current = node {
      last = max(last, cmark_node_get_start_line(current), cmark_node_get_end_line(current))
      node = cmark_node_last_child(current)
    }
    return last == 0 ? 0 : max(0, Int(cmark_node_get_end_line(paragraph) - last))
  }

  func blockPlace(_ node: OpaquePointer, _ source: MarkdownSource) -> Place {
    source.place(
      line: Int(cmark_node_get_start_line(node)),
      byte: max(0, Int(cmark_node_get_start_column(node)) - 1))
  }
}
