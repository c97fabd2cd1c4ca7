/// Unicode Normalization Form C (UAX #15) for text as it is written in Vietnam.
///
/// **Covered:** every canonical composition whose mark lies in Combining Diacritical Marks
/// (U+0300–U+036F): all of Latin, Greek and Cyrillic, and the struck-out mathematical signs. Marks
/// are put in canonical order first, also below a letter that already carries one ("ố" + dot below
/// becomes "ộ" + acute).
///
/// **Not covered, passed unchanged:** other scripts (Khmer has no compositions), marks of other
/// blocks, and characters that NFC replaces by a single other one (Å U+212B, Ω U+2126).
///
/// Most text is in NFC already: it is only scanned, and returned with the same storage.
public enum NFC {
  /// The bytes of UTF-8 text in NFC. Bytes that are not valid UTF-8 are passed unchanged.
  public static func normalize(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { normalized($0) } ?? bytes
  }

  /// The text in NFC.
  public static func normalize(_ text: String) -> String {
    var text = text
    guard let bytes = text.withUTF8({ normalized($0) }) else { return text }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The normalised bytes, or nil if no mark was found and so nothing can change.
  private static func normalized(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard var markStart = firstMark(in: bytes, from: 0) else { return nil }
    var composer = Composer()
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var position = 0
    while true {
      output.append(contentsOf: bytes[position..<markStart])
      composer.begin(takingBaseFrom: &output)
      position = markStart
      while let mark = mark(in: bytes, at: position) {
        composer.add(mark)
        position += 2
      }
      composer.finish(into: &output)
      guard let next = firstMark(in: bytes, from: position) else { break }
      markStart = next
    }
    output.append(contentsOf: bytes[position...])
    return output
  }

  /// Where the first combining mark at or after `start` begins. Its first byte is 0xCC or 0xCD,
  /// which stand nowhere else in UTF-8 but before Greek letters U+0370–U+037F.
  private static func firstMark(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      // Eight bytes at a time: a byte becomes zero where it was 0xCC or 0xCD.
      while index + 8 <= bytes.count {
        let word = UnsafeRawBufferPointer(bytes).loadUnaligned(
          fromByteOffset: index, as: UInt64.self)
        let zeroed = (word ^ 0xCCCC_CCCC_CCCC_CCCC) & 0xFEFE_FEFE_FEFE_FEFE
        if (zeroed &- 0x0101_0101_0101_0101) & ~zeroed & 0x8080_8080_8080_8080 != 0 { break }
        index += 8
      }
      let end = min(index + 8, bytes.count)
      while index < end {
        if mark(in: bytes, at: index) != nil { return index }
        index += 1
      }
    }
    return nil
  }

  /// The mark (U+0300–U+036F) whose first byte stands at `index`, or nil.
  private static func mark(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
    guard index + 1 < bytes.count, bytes[index] & 0xFE == 0xCC else { return nil }
    let last = bytes[index + 1]
    guard last & 0xC0 == 0x80, bytes[index] == 0xCC || last < 0xB0 else { return nil }
    return UInt32(bytes[index] & 0x1F) << 6 | UInt32(last & 0x3F)
  }
}
