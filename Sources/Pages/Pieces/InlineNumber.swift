public import Tables

/// A cell in a sentence: the number alone, grouped, with its status in words; or, where there is
/// none, why.
public enum InlineNumber {
  /// `<span class="nb">1.234</span>`, `<span class="nb">311 (sơ bộ)</span>`,
  /// `<span class="hid">bảo mật</span>`. A nil cell does not apply.
  ///
  /// - Parameter table: id of its table, which the element names (`data-table`), so that an audit
  ///   can compare it with the data file.
  public static func html(
    _ cell: Cell?, table: String? = nil, words: InterfaceWords
  ) -> [UInt8] {
    let cell = cell ?? .missing(.notApplicable)
    var html = HTML()
    html.raw("<span")
    html.attribute("class", words.state(of: cell) == nil ? "nb" : "hid")
    if let table { html.attribute("data-table", table) }
    html.raw(">")
    html.text(words.words(for: cell))
    html.raw("</span>")
    return html.bytes
  }
}
