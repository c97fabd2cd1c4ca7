import Site

/// All terms of the glossary with what they mean.
enum GlossaryPiece {
  /// - Parameter hasIDs: whether links to terms lead here: the first list of a page.
  static func html(_ terms: [Term], language: String, hasIDs: Bool) -> [UInt8] {
    var html = HTML()
    html.raw("<dl class=\"glossary\">\n")
    for term in terms {
      html.raw("<div><dt")
      if hasIDs { html.attribute("id", "term-\(term.id)") }
      html.raw(">")
      html.text(term.term, in: language)
      html.raw("</dt><dd>")
      html.text(term.meaning, in: language)
      html.raw("</dd></div>\n")
    }
    html.raw("</dl>\n")
    return html.bytes
  }
}
