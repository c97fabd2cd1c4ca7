public import Diagnostics

/// Reads a mapping field by field and knows at the end which names nobody asked for.
///
/// ```swift
/// var fields = YAMLFields(node, into: &diagnostics)
/// let id = fields.requiredText("id", &diagnostics)
/// fields.finish(&diagnostics)       // a misspelt name is reported here
/// ```
public struct YAMLFields: Sendable {
  public let place: Place
  private let entries: [YAMLNode.Entry]
  private var asked: [String] = []

  /// Nil, with a report, if the node is not a mapping. An empty node counts as an empty mapping.
  public init?(_ node: YAMLNode, into diagnostics: inout Diagnostics) {
    place = node.place
    switch node.content {
    case .mapping(let entries): self.entries = entries
    case .null: entries = []
    default:
      Self.reportKind(
        node, wanted: Phrase(vi: "một nhóm “tên: giá trị”", en: "names with values"),
        into: &diagnostics)
      return nil
    }
  }

  /// The names that stand in the mapping, in order.
  public var keys: [String] { entries.map(\.key) }

  public func keyPlace(_ key: String) -> Place {
    entries.first { $0.key == key }?.keyPlace ?? place
  }

  /// The value of a name; nil if it is missing or empty.
  public mutating func node(_ key: String) -> YAMLNode? {
    asked.append(key)
    guard let entry = entries.first(where: { $0.key == key }) else { return nil }
    if case .null = entry.value.content { return nil }
    return entry.value
  }

  public mutating func required(_ key: String, _ diagnostics: inout Diagnostics) -> YAMLNode? {
    if let node = node(key) { return node }
    diagnostics.report(
      .fieldMissing, at: entries.contains { $0.key == key } ? keyPlace(key) : place,
      what: Phrase(vi: "Thiếu “\(key)”.", en: "“\(key)” is missing."),
      mend: Phrase(vi: "Thêm “\(key): …”.", en: "Add “\(key): …”."))
    return nil
  }

  public mutating func text(_ key: String, _ diagnostics: inout Diagnostics) -> String? {
    node(key).flatMap { Self.text($0, into: &diagnostics) }
  }

  public mutating func requiredText(_ key: String, _ diagnostics: inout Diagnostics) -> String? {
    required(key, &diagnostics).flatMap { Self.text($0, into: &diagnostics) }
  }

  public mutating func boolean(
    _ key: String, default value: Bool, _ diagnostics: inout Diagnostics
  ) -> Bool {
    guard let node = node(key) else { return value }
    switch node.content {
    case .scalar("true"): return true
    case .scalar("false"): return false
    default:
      diagnostics.report(
        .fieldBadValue, at: node.place,
        what: Phrase(
          vi: "“\(key)” phải là true hoặc false.", en: "“\(key)” must be true or false."),
        mend: Phrase(vi: "Viết true hoặc false.", en: "Write true or false."))
      return value
    }
  }

  public mutating func integer(_ key: String, _ diagnostics: inout Diagnostics) -> Int? {
    guard let node = node(key) else { return nil }
    if case .scalar(let text) = node.content, let value = Int(text) { return value }
    diagnostics.report(
      .fieldBadValue, at: node.place,
      what: Phrase(vi: "“\(key)” phải là số nguyên.", en: "“\(key)” must be a whole number."),
      mend: Phrase(vi: "Viết một số, không có dấu chấm.", en: "Write plain digits."))
    return nil
  }

  /// One of the raw values of an enum.
  public mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type, _ diagnostics: inout Diagnostics
  ) -> Choice? where Choice.RawValue == String {
    guard let node = node(key), let text = Self.text(node, into: &diagnostics) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    diagnostics.report(
      .fieldBadValue, at: node.place,
      what: Phrase(vi: "“\(key)” không thể là “\(text)”.", en: "“\(key)” can't be “\(text)”."),
      mend: Spelling.mend(for: text, among: Choice.allCases.map(\.rawValue)))
    return nil
  }

  /// The members of a list; an empty or missing list has none.
  public mutating func list(_ key: String, _ diagnostics: inout Diagnostics) -> [YAMLNode] {
    guard let node = node(key) else { return [] }
    if case .sequence(let nodes) = node.content { return nodes }
    Self.reportKind(node, wanted: Phrase(vi: "một danh sách", en: "a list"), into: &diagnostics)
    return []
  }

  public mutating func texts(_ key: String, _ diagnostics: inout Diagnostics) -> [String] {
    list(key, &diagnostics).compactMap { Self.text($0, into: &diagnostics) }
  }

  public mutating func fields(_ key: String, _ diagnostics: inout Diagnostics) -> YAMLFields? {
    node(key).flatMap { YAMLFields($0, into: &diagnostics) }
  }

  /// Reports the names that nobody asked for.
  ///
  /// - Parameter others: names that may stand here although this program doesn't read them.
  public func finish(alsoAllowed others: [String] = [], _ diagnostics: inout Diagnostics) {
    let known = asked + others
    for entry in entries where !known.contains(entry.key) {
      diagnostics.report(
        .fieldUnknown, at: entry.keyPlace,
        what: Phrase(
          vi: "“\(entry.key)” không có nghĩa ở đây.", en: "“\(entry.key)” means nothing here."),
        mend: Spelling.mend(for: entry.key, among: known))
    }
  }

  /// The text of a scalar; anything else is reported.
  public static func text(_ node: YAMLNode, into diagnostics: inout Diagnostics) -> String? {
    if case .scalar(let text) = node.content { return text }
    reportKind(node, wanted: Phrase(vi: "một giá trị", en: "a single value"), into: &diagnostics)
    return nil
  }

  static func reportKind(
    _ node: YAMLNode, wanted: Phrase, into diagnostics: inout Diagnostics
  ) {
    let found = node.kind
    diagnostics.report(
      .fieldWrongKind, at: node.place,
      what: Phrase(
        vi: "Ở đây cần \(wanted.vi), không phải \(found.vi).",
        en: "Expected \(wanted.en), found \(found.en)."),
      mend: Phrase(
        vi: "Xem ví dụ trong tài liệu hướng dẫn.", en: "See the example in the guide."))
  }
}
