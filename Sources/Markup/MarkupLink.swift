public import Diagnostics

/// A link in a page's text.
public struct MarkupLink: Sendable, Hashable {
  /// As the author wrote it, with entities and escapes of Markdown resolved.
  public let href: String
  public let kind: Kind
  public let place: Place

  public enum Kind: Sendable, Hashable {
    /// `http:` or `https:`.
    case external
    /// `mailto:`
    case mail
    /// `tel:`
    case telephone
    /// `term:id`: a term of the glossary.
    case term
    /// `#id`, on the same page.
    case anchor
    /// Relative: another page or a file of the site.
    case local
  }

  /// Of a link of kind `term`: the term's id.
  public var term: Substring { href[(href.firstIndex(of: ":") ?? href.startIndex)...].dropFirst() }

  /// `href` before its `?` and `#`.
  public var path: Substring {
    href[..<(href.firstIndex { $0 == "#" || $0 == "?" } ?? href.endIndex)]
  }

  /// What stands behind the `#`; nil without one.
  public var fragment: Substring? {
    href.firstIndex(of: "#").map { href[href.index(after: $0)...] }
  }
}

/// A picture of the site in a page's text. The room lets only local ones with a description
/// through.
public struct MarkupImage: Sendable, Hashable {
  /// Relative address, as the author wrote it; a blank is `%20`.
  public let source: String
  /// Its description, never empty.
  public let alt: String
  /// The words below it; empty without.
  public let caption: String
  /// It is a paragraph of its own, and is written as flow content.
  public let standsAlone: Bool
  public let place: Place
}

/// A heading in a page's text.
public struct MarkupHeading: Sendable, Hashable {
  /// 2 to 6: the page's title is the only h1.
  public let level: Int
  /// Its `id`: the slug of its text, unique in the page.
  public let id: String
  public let text: String
  public let place: Place
}
