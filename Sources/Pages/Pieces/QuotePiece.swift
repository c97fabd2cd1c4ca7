public import Site

/// A passage of a document, verbatim, with where it stands.
public enum QuotePiece {
  /// - Parameters:
  ///   - clause: where it stands in the document, for example `II.2`.
  ///   - document: number of the document, as it is cited.
  public static func html(
    _ text: LocalizedText, clause: String?, document: LocalizedText, words: InterfaceWords
  ) -> [UInt8] {
    var html = HTML()
    html.raw("<figure class=\"quote\"><blockquote>“")
    html.text(text, in: words.language)
    html.raw("”</blockquote><figcaption>")
    if let clause {
      html.text(
        words.fill(
          .targetQuoteSource, ["clause": clause, "document": document.text(in: words.language)]))
    } else {
      html.text(document, in: words.language)
    }
    html.raw("</figcaption></figure>\n")
    return html.bytes
  }
}
