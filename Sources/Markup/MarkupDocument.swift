public import Diagnostics

/// The text of a page: CommonMark, read once and for all editions.
///
/// Everything that doesn't depend on data is HTML already; what does is a gap that a `MarkupHost`
/// fills when the page is rendered. Checked here: no raw HTML, no remote picture, no dangerous
/// address, headings from h2 on without a skipped level, pictures with a description, blocks and
/// numbers well formed. Not known here: whether tables, pages and files exist.
///
/// ```swift
/// let document = MarkupDocument.parse(front.body, path: file.path, firstLine: front.bodyLine,
///   into: &diagnostics)
/// document.render(into: &html, host: &host, &diagnostics)
/// ```
///
/// Rules of fenced blocks: `BlockName`, `InfoString`. Markdown inside a block is read for itself:
/// a reference definition (`[id]: address`) counts only where it stands, inside or outside.
public struct MarkupDocument: Sendable {
  /// In the order of the page, for a table of contents and for links to `page.md#id`.
  public let headings: [MarkupHeading]
  /// Every link, in the order of the page.
  public let links: [MarkupLink]
  /// Every picture of the site, in the order of the page.
  public var images: [MarkupImage] {
    gaps.compactMap { gap in
      if case .image(let image) = gap.content { image } else { nil }
    }
  }

  /// Whether the page has the whole glossary in its text.
  public var showsGlossary: Bool {
    gaps.contains { gap in
      if case .block(let block) = gap.content, case .glossary = block.content {
        true
      } else {
        false
      }
    }
  }

  let html: [UInt8]
  let gaps: [Gap]

  /// Something of the host's, before the byte `offset` of `html`.
  struct Gap: Sendable {
    let offset: Int
    let content: Content

    enum Content: Sendable {
      case block(DataBlock)
      case number(NumberReference)
      case image(MarkupImage)
      case address(MarkupLink)
      case title(CalloutKind)
      case word(MarkupWord)
    }
  }

  /// - Parameters:
  ///   - body: UTF-8 in NFC, without front matter.
  ///   - firstLine: its first line in the file.
  ///   - reservedIDs: ids that the page's frame uses, so that no heading takes them.
  ///   - lints: what its words are checked for.
  public static func parse(
    _ body: ArraySlice<UInt8>, path: String, firstLine: Int = 1, reservedIDs: Set<String> = [],
    lints: TextLints = .none, into diagnostics: inout Diagnostics
  ) -> MarkupDocument {
    body.withUnsafeBufferPointer { bytes in
      let file = MarkdownSource.BodyOfFile(path: path, bytes: bytes, firstLine: firstLine)
      var builder = DocumentBuilder(file: file, takenIDs: reservedIDs, lints: lints)
      builder.writeBody()
      diagnostics.merge(builder.diagnostics)
      return MarkupDocument(
        headings: builder.headings, links: builder.links, html: builder.html, gaps: builder.gaps)
    }
  }

  /// Appends the page's HTML. Where a report is made, the HTML is well formed but not fit to
  /// publish.
  public func render(
    into output: inout [UInt8], host: inout some MarkupHost, _ diagnostics: inout Diagnostics
  ) {
    var written = 0
    for gap in gaps {
      output.append(contentsOf: html[written..<gap.offset])
      written = gap.offset
      switch gap.content {
      case .block(let block): host.write(block, into: &output, &diagnostics)
      case .number(let number): host.write(number, into: &output, &diagnostics)
      case .image(let image): host.write(image, into: &output, &diagnostics)
      case .title(let kind): output.append(text: host.title(of: kind))
      case .word(let word): output.append(text: host.word(word))
      case .address(let link):
        output.append(text: address(of: link, from: &host, &diagnostics))
      }
    }
    output.append(contentsOf: html[written...])
  }

  private func address(
    of link: MarkupLink, from host: inout some MarkupHost, _ diagnostics: inout Diagnostics
  ) -> String {
    if link.kind == .anchor, let id = link.fragment, headings.contains(where: { $0.id == id }) {
      return link.href
    }
    switch host.address(of: link) {
    case .leads(let address): return address
    case .broken(let mend):
      diagnostics.report(
        .linkBroken, at: link.place,
        what: Phrase(
          vi: "Liên kết “\(link.href)” không dẫn đến đâu.",
          en: "The link “\(link.href)” leads nowhere."),
        mend: mend ?? ownMend(for: link))
      return "#"
    }
  }

  private func ownMend(for link: MarkupLink) -> Phrase {
    if link.kind == .anchor, let id = link.fragment {
      return Spelling.mend(for: String(id), among: headings.map(\.id))
    }
    return Phrase(
      vi: "Kiểm tra tên tệp; đường dẫn tính từ thư mục của trang này.",
      en: "Check the file's name; the path starts at the folder of this page.")
  }
}
