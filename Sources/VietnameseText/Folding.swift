/// Folding: the form in which text is searched, so that "dong thap" finds "Đồng Tháp".
public enum Folding {
  /// Lower case, without tones and marks, đ as d: "Đồng Tháp" → "dong thap".
  ///
  /// NFC and NFD give the same result, and so do "hoà" and "hòa". Latin letters are folded
  /// (U+0000–U+024F, U+1E00–U+1EFF) and marks of U+0300–U+036F taken off; all else stays. It is
  /// what `s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase()`
  /// gives in a browser.
  public static func fold(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      // The worst case is U+023A, two bytes, whose lower case takes three.
      String(unsafeUninitializedCapacity: bytes.count + bytes.count / 2) {
        fold(bytes, into: $0)
      }
    }
  }

  /// Whether a reader who types without accents would take the two for the same.
  public static func isEqualWhenFolded(_ one: String, _ other: String) -> Bool {
    fold(one).utf8.elementsEqual(fold(other).utf8)
  }

  /// Folded scalar of each of `LatinLetters.scalars`.
  private static let folded: [UInt16] = LatinLetters.scalars.map { scalar in
    let base = LatinLetters.takeApart(scalar).base
    let lower = LatinLetters.lowercase(base)
    return lower == 0x111 ? 0x64 : UInt16(lower)  // đ → d
  }

  private static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    folded.withUnsafeBufferPointer { folded in
      var read = 0
      var written = 0
      while read < bytes.count {
        let byte = bytes[read]
        if byte < 0x80 {
          output[written] = byte &- 0x41 < 26 ? byte | 0x20 : byte
          read += 1
          written += 1
          continue
        }
        let (scalar, length) = scalar(in: bytes, at: read)
        read += length
        if CanonicalPairs.marks.contains(scalar) { continue }
        if let letter = LatinLetters.index(of: scalar) {
          written += write(folded[letter], to: output, at: written)
        } else {
          for offset in (read - length)..<read {
            output[written] = bytes[offset]
            written += 1
          }
        }
      }
      return written
    }
  }

  /// The scalar of two or three bytes at `index`; of four, only its length matters here.
  @inline(__always)
  private static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(bytes[index])
    let second = UInt32(bytes[index + 1] & 0x3F)
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
    let third = UInt32(bytes[index + 2] & 0x3F)
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
    return (0x10000, 4)
  }

  @inline(__always)
  private static func write(
    _ scalar: UInt16, to output: UnsafeMutableBufferPointer<UInt8>, at index: Int
  ) -> Int {
    if scalar < 0x80 {
      output[index] = UInt8(scalar)
      return 1
    }
    if scalar < 0x800 {
      output[index] = 0xC0 | UInt8(scalar >> 6)
      output[index + 1] = 0x80 | UInt8(scalar & 0x3F)
      return 2
    }
    output[index] = 0xE0 | UInt8(scalar >> 12)
    output[index + 1] = 0x80 | UInt8(scalar >> 6 & 0x3F)
    output[index + 2] = 0x80 | UInt8(scalar & 0x3F)
    return 3
  }
}
