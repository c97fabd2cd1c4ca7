import Markup
import Pictures

/// A picture of a page: WebP where the browser knows it, in the width that it needs. Its sides are
/// given, so that the text below doesn't move when it comes.
enum PicturePiece {
  /// How wide it is shown: the column of text in `styles/`, or a phone without its margins.
  static let sizes = "(min-width: 40rem) 38rem, calc(100vw - 2rem)"

  /// - Parameter isFirst: the first of a page is loaded at once, others when a reader comes near.
  static func html(
    _ picture: PublishedPicture, _ image: MarkupImage, isFirst: Bool, links: RelativeLinks
  ) -> [UInt8] {
    var html = HTML()
    guard image.standsAlone else {
      write(picture, image, isFirst: isFirst, links: links, into: &html)
      return html.bytes
    }
    html.element("figure", ["class": "picture"]) { html in
      write(picture, image, isFirst: isFirst, links: links, into: &html)
      if !image.caption.isEmpty {
        html.element("figcaption") { $0.text(image.caption) }
      }
    }
    html.raw("\n")
    return html.bytes
  }

  private static func write(
    _ picture: PublishedPicture, _ image: MarkupImage, isFirst: Bool, links: RelativeLinks,
    into html: inout HTML
  ) {
    func sources(_ files: [PublishedPicture.File]) -> String {
      files.map { "\(links.link(to: $0.path)) \($0.width)w" }.joined(separator: ", ")
    }
    html.element("picture") { html in
      html.raw("<source type=\"image/webp\"")
      html.attribute("srcset", sources(picture.webP))
      html.attribute("sizes", sizes)
      html.raw("><img")
      html.attribute("src", links.link(to: picture.full.path))
      html.attribute("srcset", sources(picture.others))
      html.attribute("sizes", sizes)
      html.attribute("width", String(picture.full.width))
      html.attribute("height", String(picture.full.height))
      html.attribute("alt", image.alt)
      if !isFirst { html.raw(" loading=\"lazy\"") }
      html.raw(">")
    }
  }
}
