/// The accented Latin letters of Unicode, numbered, so that tables over them are plain arrays:
/// U+00C0–U+024F, then U+1E00–U+1EFF (all of Vietnamese lies in these two ranges).
enum LatinLetters {
  static let scalars: [UInt32] = Array(0xC0...0x24F) + Array(0x1E00...0x1EFF)

  /// The place of a scalar in `scalars`, or nil.
  static func index(of scalar: UInt32) -> Int? {
    switch scalar {
    case 0xC0...0x24F: Int(scalar - 0xC0)
    case 0x1E00...0x1EFF: Int(scalar - 0x1E00) + 0x190
    default: nil
    }
  }

  /// The letter without its marks, and the marks in canonical order ("ộ" → "o", dot, circumflex).
  static func takeApart(_ scalar: UInt32) -> (base: UInt32, marks: [UInt32]) {
    var base = scalar
    var marks: [UInt32] = []
    while let (next, mark) = CanonicalPairs.shared.decomposition(of: base) {
      base = next
      marks.insert(mark, at: 0)
    }
    return (base, marks)
  }

  /// Simple lower case by the Unicode Character Database; the same everywhere, no locale.
  static func lowercase(_ scalar: UInt32) -> UInt32 {
    guard let properties = Unicode.Scalar(scalar)?.properties else { return scalar }
    let mapped = properties.lowercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first?.value ?? scalar : scalar
  }

  static func isUppercase(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }
}
