import Diagnostics

/// What stands behind the fence of a block: a name, then `key=value` pairs.
///
///     callout kind=danger title="Khi bị giữ \"hộ chiếu\""
///
/// A value is bare (no blanks, no quotes) or in double quotes, in which `\"` is a quote and `\\` a
/// backslash. It is read from the source line, because CommonMark resolves backslashes in info
/// strings.
struct InfoString {
  let name: String
  let nameOffset: Int
  let attributes: [Attribute]
  let flaws: [Flaw]

  struct Attribute {
    let key: String
    let value: String
    /// Where key and value stand: bytes from the start of the line.
    let keyOffset: Int
    let valueOffset: Int
  }

  struct Flaw {
    let offset: Int
    let what: Phrase
    let mend: Phrase
  }

  /// - Parameters:
  ///   - line: a line of Markdown.
  ///   - start: offset of the first byte behind the fence.
  init(_ line: UnsafeBufferPointer<UInt8>, from start: Int) {
    var reader = InfoReader(line: line, position: start)
    reader.skipBlanks()
    nameOffset = reader.position
    name = reader.word { $0 != UInt8(ascii: "=") }
    var attributes: [Attribute] = []
    while reader.skipBlanks() {
      guard let attribute = reader.attribute() else { break }
      attributes.append(attribute)
    }
    self.attributes = attributes
    flaws = reader.flaws
  }

  /// Whether something like `key=` stands behind the first word.
  static func hasAttributes(_ info: String) -> Bool {
    guard let blank = info.utf8.firstIndex(where: { $0 == 0x20 || $0 == 0x09 }) else {
      return false
    }
    let rest = info.utf8[blank...].drop { $0 == 0x20 || $0 == 0x09 }
    let key = rest.prefix { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
    }
    return !key.isEmpty && rest.dropFirst(key.count).first == UInt8(ascii: "=")
  }
}

private struct InfoReader {
  let line: UnsafeBufferPointer<UInt8>
  var position: Int
  var flaws: [InfoString.Flaw] = []

  init(line: UnsafeBufferPointer<UInt8>, position: Int) {
    self.line = line
    self.position = position
  }

  var peek: UInt8? { position < line.count ? line[position] : nil }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  /// Whether something is left.
  @discardableResult
  mutating func skipBlanks() -> Bool {
    while let byte = peek, Self.isBlank(byte) { position += 1 }
    return peek != nil
  }

  mutating func word(while isPart: (UInt8) -> Bool) -> String {
    let start = position
    while let byte = peek, !Self.isBlank(byte), isPart(byte) { position += 1 }
    return String(decoding: line[start..<position], as: UTF8.self)
  }

  /// Nil, with a flaw, if no pair stands here.
  mutating func attribute() -> InfoString.Attribute? {
    let keyOffset = position
    let key = word { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "\"") }
    guard peek == UInt8(ascii: "="), !key.isEmpty else {
      flaw(
        at: keyOffset,
        Phrase(
          vi: "“\(key)” không phải “tên=giá trị”.", en: "“\(key)” is not of the form name=value."),
        Phrase(
          vi: "Viết tên=giá trị, liền nhau; giá trị có dấu cách thì để trong ngoặc kép.",
          en: "Write name=value without blanks; a value with blanks stands in double quotes."))
      return nil
    }
    position += 1
    let valueOffset = position
    guard let value = peek == UInt8(ascii: "\"") ? quoted() : bare() else { return nil }
    return InfoString.Attribute(
      key: key, value: value, keyOffset: keyOffset, valueOffset: valueOffset)
  }

  private mutating func bare() -> String? {
    let value = word { $0 != UInt8(ascii: "\"") }
    guard peek == UInt8(ascii: "\"") else { return value }
    flaw(
      at: position,
      Phrase(
        vi: "Dấu ngoặc kép ở giữa một giá trị.", en: "A double quote stands inside a value."),
      Phrase(
        vi: "Để cả giá trị trong ngoặc kép.", en: "Put the whole value in double quotes."))
    return nil
  }

  private mutating func quoted() -> String? {
    let start = position
    position += 1
    var value: [UInt8] = []
    while let byte = peek, byte != UInt8(ascii: "\"") {
      position += 1
      if byte == UInt8(ascii: "\\"), let next = peek,
        next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\")
      {
        value.append(next)
        position += 1
      } else {
        value.append(byte)
      }
    }
    guard peek != nil else {
      flaw(
        at: start,
        Phrase(vi: "Ngoặc kép không đóng lại.", en: "The double quote is never closed."),
        Phrase(
          vi: "Thêm dấu ngoặc kép ở cuối giá trị; ngoặc kép bên trong viết là \\\".",
          en: "Close the value with a double quote; a quote inside it is written \\\"."))
      return nil
    }
    position += 1
    if let next = peek, !Self.isBlank(next) {
      flaw(
        at: position,
        Phrase(
          vi: "Thiếu dấu cách sau ngoặc kép.", en: "A blank is missing after the double quote."),
        Phrase(vi: "Thêm một dấu cách.", en: "Add a blank."))
      return nil
    }
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func flaw(at offset: Int, _ what: Phrase, _ mend: Phrase) {
    flaws.append(InfoString.Flaw(offset: offset, what: what, mend: mend))
  }
}
