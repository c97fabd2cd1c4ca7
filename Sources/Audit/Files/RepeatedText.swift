import Diagnostics
import PublishedFiles
import SourceFiles

/// Texts of pages that another file repeats: those of the search index and of feeds. A line with a
/// number must stand on its page, which was looked at by itself.
struct RepeatedText {
  /// Address of a page below the edition, and lines that are said to be from there.
  struct Page {
    let address: String
    let lines: [String]
  }

  let pages: [Page]

  /// A script of the search index that assigns a list of texts, each `address\ntitle\nline…`; other
  /// scripts repeat nothing. Nil if such a list can't be read.
  init?(script bytes: [UInt8]) {
    let start = Array("searchIndex.".utf8)
    guard bytes.starts(with: start), let equals = bytes.firstIndex(of: UInt8(ascii: "=")),
      bytes[equals...].dropFirst().first == UInt8(ascii: "[")
    else {
      pages = []
      return
    }
    guard let end = bytes.lastIndex(of: UInt8(ascii: ";")), equals < end,
      let list = try? JSONText(Array(bytes[(equals + 1)..<end])).elements
    else { return nil }
    pages = list.compactMap(\.text).map { text in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return Page(address: lines[0], lines: Array(lines.dropFirst()))
    }
  }

  /// A feed (Atom): titles and summaries of its entries.
  ///
  /// - Parameter path: of the feed below the edition.
  init(feed root: MarkupTree.Element, path: String) {
    let elements = root.descendants
    let own = elements.first { $0.name == "link" && $0.attributes["rel"] == "self" }
    let base = own?.attributes["href"].flatMap { address in
      address.hasSuffix(path) ? String(address.dropLast(path.utf8.count)) : nil
    }
    pages = elements.filter { $0.name == "entry" }.map { entry in
      let address = entry.elements.first { $0.name == "link" }?.attributes["href"] ?? ""
      let isBelow = base.map(address.hasPrefix) ?? false
      return Page(
        address: isBelow ? String(address.dropFirst(base?.count ?? 0)) : address,
        lines: entry.elements.filter { ["title", "summary", "content"].contains($0.name) }
          .map { $0.text() })
    }
  }

  /// Lines with a number that do not stand where they are said to be from.
  func strange(in folder: String) -> Int {
    pages.reduce(0) { count, page in
      let numbered = page.lines.filter { $0.utf8.contains { (0x30...0x39).contains($0) } }
      if numbered.isEmpty { return count }
      let text = Self.text(ofPage: page.address, in: folder)
      return count + numbered.count { !text.contains(Self.packed($0)) }
    }
  }

  private static func text(ofPage address: String, in folder: String) -> String {
    let paths =
      address.isEmpty || address.hasSuffix("/")
      ? [address + "index.html"] : [address, address + "/index.html", address + ".html"]
    var ignored = Diagnostics()
    for path in paths where !path.split(separator: "/").contains("..") {
      let location = Folders.join(folder, path)
      guard Folders.exists(location), path.hasSuffix(".html"),
        let file = SourceFile.read(location, as: path, into: &ignored)
      else { continue }
      return packed(words(of: MarkupTree(file.bytes).root).joined(separator: " "))
    }
    return ""
  }

  /// What an element shows, and what stands in attributes for readers and machines.
  private static func words(of element: MarkupTree.Element) -> [String] {
    if ["script", "style"].contains(element.name) { return [] }
    let attributes = ["content", "alt", "title", "aria-label"].compactMap {
      element.attributes[$0]
    }
    return element.children.flatMap { child -> [String] in
      switch child {
      case .text(let text): [text]
      case .element(let element): words(of: element)
      }
    } + attributes.map { "\n" + $0 + "\n" }
  }

  /// Without blanks, which stand otherwise on a page.
  private static func packed(_ text: String) -> String {
    text.filter { !$0.isWhitespace }
  }
}
