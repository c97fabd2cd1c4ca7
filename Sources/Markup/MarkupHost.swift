public import Diagnostics

/// Who knows what the text of a page only names: tables, figures, other pages, interface words.
///
/// `MarkupDocument.render` calls it in the order of the page. What a host writes must be
/// well-formed HTML: of a block or an image that stands alone, flow content; of a number or an
/// image in a sentence, phrasing content.
public protocol MarkupHost {
  mutating func write(
    _ block: DataBlock, into html: inout [UInt8], _ diagnostics: inout Diagnostics)

  mutating func write(
    _ number: NumberReference, into html: inout [UInt8], _ diagnostics: inout Diagnostics)

  mutating func write(
    _ image: MarkupImage, into html: inout [UInt8], _ diagnostics: inout Diagnostics)

  /// Where a link of kind `local` leads from this page; or of kind `anchor`, if no heading of the
  /// page has that id.
  mutating func address(of link: MarkupLink) -> LinkAnswer

  /// The title of a callout whose author gave none.
  func title(of callout: CalloutKind) -> String

  /// A word of the interface, in the page's language.
  func word(_ word: MarkupWord) -> String
}

public enum LinkAnswer: Sendable {
  /// The address to write: relative, as it is (it is escaped for HTML, not percent-encoded).
  case leads(to: String)
  /// There is nothing there. The mend, if the host knows one, names what is near.
  case broken(mend: Phrase?)
}

/// A fenced block that shows data of the site.
public struct DataBlock: Sendable, Hashable {
  public let content: Content
  /// Place of the block's name.
  public let place: Place

  public enum Content: Sendable, Hashable {
    /// ```` ```table id=… ````
    case table(id: Named)
    /// ```` ```indicator id=… ````
    case indicator(id: Named)
    /// ```` ```chart table=… kind=line|bar ````
    case chart(table: Named, kind: ChartKind)
    /// ```` ```scoreboard plan=… ````
    case scoreboard(plan: Named)
    /// ```` ```hotlines ````
    case hotlines
    /// ```` ```glossary ````
    case glossary
  }

  public enum ChartKind: String, Sendable, CaseIterable {
    case line, bar
  }
}

/// A word that this room needs on a page.
public enum MarkupWord: Sendable, Hashable {
  /// The heading of the notes.
  case footnotes
  /// What a reference to note `number` is called.
  case footnote(Int)
  /// The way back from note `number` to where it is referred to, for the `reference`-th time.
  case backFromFootnote(Int, reference: Int)
  /// A table that may scroll sideways.
  case wideTable
}

public enum CalloutKind: String, Sendable, CaseIterable {
  case danger, note, help
}
