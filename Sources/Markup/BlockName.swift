import Diagnostics

/// The names of fenced blocks that are more than code.
///
/// A fence's first word decides:
/// - one of these names: the block;
/// - a word followed by `key=…`, or a word of at least four letters that is nearly one of these
///   names (at most a third of its letters differ): an error, for a misspelt name would print the
///   block as code;
/// - any other word (`swift`, `text`, `tsv`), or none: plain code. So is `csharp`, which is near
///   to "chart" and means itself.
enum BlockName: String, CaseIterable {
  case table, indicator, chart, scoreboard, hotlines, glossary
  case callout, steps, checklist, pairs, csv

  static let all = allCases.map(\.rawValue)

  enum Meaning {
    case block(BlockName)
    case misspelt
    case code
  }

  static func meaning(of info: String, firstWord: String) -> Meaning {
    if let name = BlockName(rawValue: firstWord) { return .block(name) }
    if InfoString.hasAttributes(info) { return .misspelt }
    return isNearlyAName(firstWord) ? .misspelt : .code
  }

  private static func isNearlyAName(_ word: String) -> Bool {
    let count = word.utf8.count
    guard count >= 4, word != "csharp" else { return false }
    // Most languages are told apart by their length alone.
    let candidates = all.filter { abs($0.utf8.count - count) <= max(1, count / 3) }
    return Spelling.nearest(to: word, among: candidates) != nil
  }
}

/// The attributes of a block, asked for one by one; in the end what nobody asked for is reported.
struct BlockAttributes {
  let block: BlockName
  let place: Place
  private let attributes: [(key: String, value: String, keyPlace: Place, valuePlace: Place)]
  private var asked: [String] = []

  init(_ info: InfoString, of block: BlockName, place: (Int) -> Place) {
    self.block = block
    self.place = place(info.nameOffset)
    attributes = info.attributes.map {
      ($0.key, $0.value, place($0.keyOffset), place($0.valueOffset))
    }
  }

  /// Nil if it is missing; an empty value is reported.
  mutating func optional(_ key: String, _ diagnostics: inout Diagnostics) -> Named? {
    asked.append(key)
    guard let attribute = attributes.first(where: { $0.key == key }) else { return nil }
    guard attribute.value.contains(where: { !$0.isWhitespace }) else {
      diagnostics.report(
        .blockAttributeValue, at: attribute.valuePlace,
        what: Phrase(vi: "“\(key)” để trống.", en: "“\(key)” is empty."),
        mend: Phrase(vi: "Viết giá trị sau dấu “=”.", en: "Write a value after the “=”."))
      return nil
    }
    return Named(attribute.value, at: attribute.valuePlace)
  }

  mutating func required(_ key: String, _ diagnostics: inout Diagnostics) -> Named? {
    if attributes.contains(where: { $0.key == key }) { return optional(key, &diagnostics) }
    asked.append(key)
    diagnostics.report(
      .blockAttributeMissing, at: place,
      what: Phrase(
        vi: "Khối “\(block.rawValue)” thiếu “\(key)”.",
        en: "The block “\(block.rawValue)” lacks “\(key)”."),
      mend: Phrase(
        vi: "Thêm \(key)=… sau tên khối.", en: "Add \(key)=… after the block's name."))
    return nil
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type, _ diagnostics: inout Diagnostics
  ) -> Choice? where Choice.RawValue == String {
    guard let named = required(key, &diagnostics) else { return nil }
    if let choice = Choice(rawValue: named.text) { return choice }
    diagnostics.report(
      .blockAttributeValue, at: named.place,
      what: Phrase(
        vi: "“\(key)” không thể là “\(named.text)”.", en: "“\(key)” can't be “\(named.text)”."),
      mend: Spelling.mend(for: named.text, among: Choice.allCases.map(\.rawValue)))
    return nil
  }

  func finish(_ diagnostics: inout Diagnostics) {
    var seen: [String] = []
    for attribute in attributes {
      if !asked.contains(attribute.key) {
        diagnostics.report(
          .blockAttributeUnknown, at: attribute.keyPlace,
          what: Phrase(
            vi: "Khối “\(block.rawValue)” không có “\(attribute.key)”.",
            en: "The block “\(block.rawValue)” has no “\(attribute.key)”."),
          mend: Spelling.mend(for: attribute.key, among: asked))
      } else if seen.contains(attribute.key) {
        diagnostics.report(
          .blockAttributeUnknown, at: attribute.keyPlace,
          what: Phrase(
            vi: "“\(attribute.key)” xuất hiện hai lần.", en: "“\(attribute.key)” is given twice."),
          mend: Phrase(vi: "Bỏ một trong hai.", en: "Remove one of the two."))
      }
      seen.append(attribute.key)
    }
  }
}
