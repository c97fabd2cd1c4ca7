import Ccmark
import Diagnostics
import Glibc

extension DocumentBuilder {
  /// Whether a paragraph is one picture and nothing else: it becomes a figure.
  func isPicture(_ paragraph: OpaquePointer) -> Bool {
    guard let child = cmark_node_first_child(paragraph) else { return false }
    return cmark_node_get_type(child) == CMARK_NODE_IMAGE && cmark_node_next(child) == nil
  }

  /// - Returns: false: a picture's children are its description, written as plain text.
  mutating func writeImage(_ node: OpaquePointer, _ source: MarkdownSource) -> Bool {
    // Names of files have blanks: they are harmless here, for no browser gets this address.
    let address = string(cmark_node_get_url(node)).replacing(" ", with: "%20")
    let place = place(of: node, startingWith: UInt8(ascii: "!"), source)
    let alt = plainText(of: node, source)
    switch Address(address) {
    case .allowed(.local):
      if !describes(alt, address, at: place) { return false }
      let parent = cmark_node_parent(node)
      let image = MarkupImage(
        source: address, alt: alt, caption: string(cmark_node_get_title(node)),
        standsAlone: parent.map {
          cmark_node_get_type($0) == CMARK_NODE_PARAGRAPH && isPicture($0)
        } ?? false,
        place: place)
      check(image)
      gap(.image(image))
    case .allowed(.external), .scheme:
      diagnostics.report(
        .imageRemote, at: place,
        what: Phrase(
          vi: "Ảnh “\(address)” không nằm trong trang web.",
          en: "The picture “\(address)” doesn't lie in the site."),
        mend: Phrase(
          vi: "Nếu được phép dùng ảnh, tải về, đặt cạnh tệp của trang và ghi tên tệp.",
          en: "If you may use it, put a copy beside the page's file and write the copy's name."))
    case .allowed, .empty, .malformed:
      diagnostics.report(
        .linkBroken, at: place,
        what: Phrase(
          vi: "“\(address)” không phải đường dẫn của một ảnh.",
          en: "“\(address)” is not the path of a picture."),
        mend: Phrase(
          vi: "Ghi đường dẫn của tệp ảnh, tính từ thư mục của trang này.",
          en: "Write the path of the file, from the folder of this page."))
    }
    return false
  }

  /// Whether words are a description; else it is reported.
  private mutating func describes(_ alt: String, _ address: String, at place: Place) -> Bool {
    let what: Phrase
    switch PictureDescription(alt, of: address) {
    case .telling: return true
    case .missing:
      what = Phrase(vi: "Ảnh không có lời mô tả.", en: "The picture has no description.")
    case .fileName:
      what = Phrase(
        vi: "Ảnh chỉ có tên tệp, không có lời mô tả.",
        en: "The picture has the name of its file and no description.")
    case .empty:
      what = Phrase(
        vi: "“\(alt)” không nói ảnh cho thấy gì.",
        en: "“\(alt)” doesn't say what the picture shows.")
    }
    diagnostics.report(
      .imageWithoutAlt, at: place, what: what,
      mend: Phrase(
        vi: "Viết điều ảnh cho thấy trong ngoặc vuông: ![lời mô tả](\(address)).",
        en: "Say what it shows in the square brackets: ![description](\(address))."))
    return false
  }

  private mutating func check(_ image: MarkupImage) {
    if prose.isWanted {
      lints.check(image.alt, at: image.place, into: &diagnostics)
      lints.check(image.caption, at: image.place, into: &diagnostics)
    }
    guard !image.standsAlone, !image.caption.isEmpty else { return }
    diagnostics.report(
      .captionWithinSentence, at: image.place,
      what: Phrase(
        vi: "Ảnh nằm giữa câu không thể có chú thích.",
        en: "A picture within a sentence can't have a caption."),
      mend: Phrase(
        vi: "Đặt ảnh thành một đoạn riêng, có dòng trống ở trên và dưới.",
        en: "Put the picture into a paragraph of its own, between empty lines."))
  }

  /// `![words](a b.jpg)` is no picture in CommonMark, because of the blank, but it is meant.
  mutating func refusePictureInWords(_ node: OpaquePointer, _ source: MarkdownSource) {
    guard let literal = cmark_node_get_literal(node), strstr(literal, "![") != nil,
      let meant = String(cString: literal).firstMatch(of: #/!\[[^\]]*\]\([^()]*\)/#)
    else { return }
    // Where it stands with backslashes in the source, it is meant as words.
    let start = start(of: node, startingWith: UInt8(ascii: "!"), source)
    let line = Array(source.line(start.line))
    let words = Array(meant.output.utf8)
    guard words.count <= line.count,
      let byte = (0...line.count - words.count).first(where: {
        line[$0..<$0 + words.count].elementsEqual(words)
          && ($0 == 0 || line[$0 - 1] != UInt8(ascii: "\\"))
      })
    else { return }
    diagnostics.report(
      .imageMalformed, at: source.place(line: start.line, byte: byte),
      what: Phrase(
        vi: "Chỗ này giống một ảnh nhưng tên tệp viết chưa đúng.",
        en: "This looks like a picture, but the name of the file is not written right."),
      mend: Phrase(
        vi: "Tên tệp có dấu cách thì đặt trong < >: ![lời mô tả](<tên tệp.jpg>).",
        en: "A name with blanks stands between < and >: ![description](<the file.jpg>)."))
  }
}
