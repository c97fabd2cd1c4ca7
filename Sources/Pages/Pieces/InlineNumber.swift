public import Tables

/// A cell in a sentence: the number alone, grouped, with its status in words; or, where there is
/// none, why.
public enum InlineNumber {
  /// `<span class="nb">1.234</span>`, `<span class="nb">311 (sơ bộ)</span>`,
  /// `<span class="hid">bảo mật</span>`. A nil cell does not apply.
  public static func html(_ cell: Cell?, words: InterfaceWords) -> [UInt8] {
    let cell = cell ?? .missing(.notApplicable)
    var html = HTML()
    html.element("span", ["class": words.state(of: cell) == nil ? "nb" : "hid"]) {
      $0.text(words.words(for: cell))
    }
    return html.bytes
  }
}
