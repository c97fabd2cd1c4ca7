import Ccmark
import Diagnostics
import VietnameseText

extension DocumentBuilder {
  mutating func openHeading(_ node: OpaquePointer, _ source: MarkdownSource) {
    let level = Int(cmark_node_get_heading_level(node))
    let place = blockPlace(node, source)
    let own = takeID(from: node)
    let text = plainText(of: node, source)
    checkLevel(level, at: place)
    let id = own.flatMap { claim($0, at: place) } ?? uniqueID(for: text)
    headings.append(
      MarkupHeading(level: max(2, level), id: id, text: text, place: place))
    beginLine()
    html.append(html: "<h")
    html.append(headingDigit(node))
    html.append(html: " id=\"")
    html.append(contentsOf: id.utf8)
    html.append(html: "\">")
  }

  /// 2 to 6: a heading of level 1 is an error and written as one of level 2.
  func headingDigit(_ node: OpaquePointer) -> UInt8 {
    UInt8(ascii: "0") + UInt8(clamping: max(2, cmark_node_get_heading_level(node)))
  }

  private mutating func checkLevel(_ level: Int, at place: Place) {
    let above = headings.last?.level ?? 1
    if level == 1 {
      diagnostics.report(
        .headingIsTitle, at: place,
        what: Phrase(
          vi: "Tiêu đề cấp 1 (“#”) trong bài.", en: "A heading of level 1 (“#”) in the text."),
        mend: Phrase(
          vi: "Đặt tên trang ở “title” trong phần đầu trang; mục trong bài bắt đầu bằng “##”.",
          en: "The page's name is the “title” of its front matter; sections begin with “##”."))
    } else if level > above + 1 {
      let wanted = String(repeating: "#", count: above + 1)
      diagnostics.report(
        .headingSkipsLevel, at: place,
        what: Phrase(
          vi: "Tiêu đề cấp \(level) đứng ngay dưới cấp \(above).",
          en: "A heading of level \(level) follows one of level \(above)."),
        mend: Phrase(
          vi: "Dùng “\(wanted)”, hoặc thêm tiêu đề còn thiếu.",
          en: "Use “\(wanted)”, or add the heading that is missing."))
    }
  }

  /// Takes the id of its own off a heading: `## Việc cần làm {#can-lam}`. It stays the same
  /// whatever the heading says.
  private func takeID(from heading: OpaquePointer) -> String? {
    guard let last = cmark_node_last_child(heading), cmark_node_get_type(last) == CMARK_NODE_TEXT
    else { return nil }
    let words = string(cmark_node_get_literal(last))
    guard words.hasSuffix("}"), let start = words.start(ofLast: "{#") else { return nil }
    let id = words[start...].dropFirst(2).dropLast()
    guard !id.contains(where: \.isWhitespace) else { return nil }
    let rest = words[..<start]
    let end = rest.lastIndex { $0 != " " }.map { rest.index(after: $0) } ?? rest.startIndex
    cmark_node_set_literal(last, String(rest[..<end]))
    return String(id)
  }

  private mutating func claim(_ id: String, at place: Place) -> String? {
    if Slug.isValid(id), !Self.isReserved(id), takenIDs.insert(id).inserted { return id }
    diagnostics.report(
      .headingIDTaken, at: place,
      what: Phrase(
        vi: "Không dùng được địa chỉ “\(id)” cho tiêu đề này.",
        en: "The heading can't have the id “\(id)”."),
      mend: Phrase(
        vi: "Chọn một tên chưa có trên trang, như {#viec-can-lam}.",
        en: "Choose one that the page doesn't have yet, like {#what-to-do}."))
    return nil
  }

  /// Ids of notes and terms begin so.
  private static func isReserved(_ id: String) -> Bool {
    ["fn-", "fnref-", "term-", "termref-"].contains { id.hasPrefix($0) }
  }

  /// The slug of a text; `-2`, `-3`, … where another has it already.
  private mutating func uniqueID(for text: String) -> String {
    let slug = Slug.make(text)
    let stem = slug.isEmpty ? "h" : Self.isReserved(slug) ? "h-" + slug : slug
    var id = stem
    var number = 1
    while !takenIDs.insert(id).inserted {
      number += 1
      id = "\(stem)-\(number)"
    }
    return id
  }
}

extension String {
  /// Where a text occurs last.
  fileprivate func start(ofLast text: String) -> Index? {
    var start = endIndex
    while start > startIndex {
      start = index(before: start)
      if self[start...].hasPrefix(text) { return start }
    }
    return nil
  }
}
