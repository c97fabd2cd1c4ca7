/// Elements and text of an HTML, SVG or XML file, as far as the audit needs them: tags that are not
/// closed end with their parent.
struct MarkupTree {
  final class Element {
    let name: String
    let attributes: [String: String]
    fileprivate(set) var children: [Child] = []

    init(name: String, attributes: [String: String]) {
      self.name = name
      self.attributes = attributes
    }

    func has(_ name: String) -> Bool {
      (attributes["class"] ?? "").split(separator: " ").contains { $0 == name }
    }

    /// All elements below, in the order of the file.
    var descendants: [Element] {
      elements.flatMap { [$0] + $0.descendants }
    }

    var elements: [Element] {
      children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The words in it, without those of elements with one of these classes.
    func text(without classes: [String] = []) -> String {
      children.map { child in
        switch child {
        case .text(let text): text
        case .element(let element):
          classes.contains(where: element.has) ? "" : element.text(without: classes)
        }
      }.joined()
    }
  }

  enum Child {
    case element(Element)
    case text(String)
  }

  let root: Element

  init(_ bytes: [UInt8]) {
    root = Element(name: "", attributes: [:])
    var reader = Reader(bytes: bytes)
    reader.read(into: root)
  }

  private struct Reader {
    let bytes: [UInt8]
    var offset = 0
    private static let void: Set<String> = [
      "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
    ]

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func read(into root: Element) {
      var open = [root]
      while offset < bytes.count {
        let start = offset
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") { offset += 1 }
        if offset > start { append(text(start..<offset), to: open) }
        guard offset < bytes.count else { break }
        if starts(with: "<!--") {
          skip(past: "-->")
        } else if starts(with: "<![CDATA[") {
          let start = offset + 9
          skip(past: "]]>")
          append(String(decoding: bytes[start..<max(start, offset - 3)], as: UTF8.self), to: open)
        } else if starts(with: "<!") || starts(with: "<?") {
          skip(past: ">")
        } else if starts(with: "</") {
          offset += 2
          let name = name()
          skip(past: ">")
          if let depth = open.lastIndex(where: { $0.name == name }), depth > 0 {
            open.removeSubrange(depth...)
          }
        } else {
          offset += 1
          let name = name()
          guard !name.isEmpty else {
            append("<", to: open)
            continue
          }
          let (attributes, isClosed) = attributes()
          let element = Element(name: name, attributes: attributes)
          open[open.count - 1].children.append(.element(element))
          if name == "script" || name == "style" {
            let start = offset
            skip(past: "</" + name)
            let end = offset < bytes.count ? offset - 2 - name.utf8.count : offset
            element.children.append(
              .text(String(decoding: bytes[start..<max(start, end)], as: UTF8.self)))
            skip(past: ">")
          } else if !isClosed, !Self.void.contains(name) {
            open.append(element)
          }
        }
      }
    }

    private func append(_ text: String, to open: [Element]) {
      open[open.count - 1].children.append(.text(text))
    }

    private func starts(with text: StaticString) -> Bool {
      bytes[offset...].starts(
        with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func skip(past end: String) {
      let end = Array(end.utf8)
      while offset < bytes.count {
        if bytes[offset...].starts(with: end) {
          offset += end.count
          return
        }
        offset += 1
      }
    }

    private mutating func name() -> String {
      let start = offset
      while offset < bytes.count, !Self.endsName(bytes[offset]) { offset += 1 }
      return String(decoding: bytes[start..<offset], as: UTF8.self).lowercased()
    }

    private static func endsName(_ byte: UInt8) -> Bool {
      byte <= 0x20 || [UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "=")].contains(byte)
    }

    private mutating func attributes() -> ([String: String], isClosed: Bool) {
      var found: [String: String] = [:]
      while offset < bytes.count {
        switch bytes[offset] {
        case UInt8(ascii: ">"):
          offset += 1
          return (found, false)
        case UInt8(ascii: "/"):
          offset += 1
          if offset < bytes.count, bytes[offset] == UInt8(ascii: ">") {
            offset += 1
            return (found, true)
          }
        case 0...0x20, UInt8(ascii: "="): offset += 1
        default:
          let key = name()
          found[key] = value()
        }
      }
      return (found, false)
    }

    private mutating func value() -> String {
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "=") else { return "" }
      offset += 1
      guard offset < bytes.count else { return "" }
      let quote = bytes[offset]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        offset += 1
        let start = offset
        while offset < bytes.count, bytes[offset] != quote { offset += 1 }
        defer { offset += 1 }
        return text(start..<offset)
      }
      let start = offset
      while offset < bytes.count, bytes[offset] > 0x20, bytes[offset] != UInt8(ascii: ">") {
        offset += 1
      }
      return text(start..<offset)
    }

    private func text(_ range: Range<Int>) -> String {
      let text = String(decoding: bytes[range], as: UTF8.self)
      guard text.contains("&") else { return text }
      return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
        .replacing("&nbsp;", with: "\u{A0}").replacing("&amp;", with: "&")
    }
  }
}
