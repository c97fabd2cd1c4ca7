public import Site

extension HTML {
  /// A word of the interface with texts of the site's own in place of its `{placeholders}`, each
  /// naming its language where that is another than the word's.
  public mutating func text(
    _ key: WordKey, of words: InterfaceWords, _ values: KeyValuePairs<String, LocalizedText>
  ) {
    var rest = words[key][...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text(String(rest[..<open]))
      let name = rest[rest.index(after: open)..<close]
      if let value = values.first(where: { $0.key == name })?.value {
        text(value, in: words.language)
      } else {
        text(String(rest[open...close]))
      }
      rest = rest[rest.index(after: close)...]
    }
    text(String(rest))
  }
}
