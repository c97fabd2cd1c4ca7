/// The interface words of one language, from `strings/<lang>.yaml`, checked: every word that the
/// program needs is there, and it holds only placeholders that the program fills.
public struct InterfaceWords: Sendable {
  /// Language code (BCP 47).
  public let language: String
  /// The file, as diagnostics name it.
  let path: String
  /// Text by key as it stands in the file; also keys that only the site's own templates use.
  let texts: [String: String]

  public subscript(key: WordKey) -> String { texts[key.rawValue] ?? "" }

  /// A word by its name, for templates; nil if the file doesn't have it.
  public subscript(name: String) -> String? { texts[name] }

  /// The words that templates may use as they are: those without a placeholder, by name.
  public var plain: [String: String] {
    texts.filter { _, text in Self.placeholders(in: text).isEmpty }
  }

  /// The word with values in place of its `{placeholders}`.
  public func fill(_ key: WordKey, _ values: KeyValuePairs<String, String>) -> String {
    var filled = ""
    var rest = self[key][...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      filled += values.first { $0.key == name }?.value ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  /// The names that stand in braces, in order.
  static func placeholders(in text: String) -> [String] {
    var names: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      names.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return names
  }
}
