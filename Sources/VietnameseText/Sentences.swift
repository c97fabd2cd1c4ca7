/// Sentences and syllables of running text, as UTF-8.
public enum Sentences {
  /// The sentences, in order, without the blanks around them.
  ///
  /// One ends at `.`, `!`, `?` or `…` (and the quotes and brackets that close behind it) before a
  /// blank or the end, and at each line's end. "1.234" and "15.30" are parts of one.
  public static func ranges(in text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    func close(at end: Int) {
      var (first, last) = (start, end)
      while first < last, isBlank(text[first]) { first += 1 }
      while last > first, isBlank(text[last - 1]) { last -= 1 }
      if first < last { ranges.append(first..<last) }
      start = end
    }
    while index < text.count {
      let length = endMark(text, at: index)
      if length > 0 {
        index += length
        while index < text.count {
          let closing = closingMark(text, at: index)
          if closing == 0 { break }
          index += closing
        }
        if index >= text.count || isBlank(text[index]) { close(at: index) }
      } else {
        index += 1
        if text[index - 1] == 0x0A { close(at: index) }
      }
    }
    close(at: text.count)
    return ranges
  }

  /// How many syllables a text has: words between blanks with a letter or a digit in them.
  public static func syllables(in text: ArraySlice<UInt8>) -> Int {
    var count = 0
    var hasLetter = false
    for index in text.indices {
      if isBlank(text[index]) || isHardBlank(text, at: index) {
        if hasLetter { count += 1 }
        hasLetter = false
      } else if isLetterOrDigit(text[index]) {
        hasLetter = true
      }
    }
    return count + (hasLetter ? 1 : 0)
  }

  /// Whether a byte begins a letter or a digit. Of scripts beyond Latin every letter counts, and
  /// of U+2000–U+2FFF, where typographic signs stand, none.
  public static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0xC3...0xE1, 0xE3...0xF4: true
    default: false
    }
  }

  public static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// U+00A0.
  private static func isHardBlank(_ text: ArraySlice<UInt8>, at index: Int) -> Bool {
    text[index] == 0xA0 && index > text.startIndex && text[index - 1] == 0xC2
  }

  private static func endMark(_ text: [UInt8], at index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): 1
    case 0xE2 where text[index...].starts(with: [0xE2, 0x80, 0xA6]): 3  // …
    default: 0
    }
  }

  private static func closingMark(_ text: [UInt8], at index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      1
    case 0xC2 where text[index...].starts(with: [0xC2, 0xBB]): 2  // »
    case 0xE2 where text[index...].starts(with: [0xE2, 0x80, 0x9D]): 3  // ”
    case 0xE2 where text[index...].starts(with: [0xE2, 0x80, 0x99]): 3  // ’
    default: 0
    }
  }
}
