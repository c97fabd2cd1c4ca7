extension Collation {
  /// What one character counts on each level.
  struct Weight: Sendable {
    /// Its place in the alphabet, 2…0x7F; 0 for a mark that stands alone.
    var letter: UInt8
    /// `plain`, or a tone, or another mark.
    var tone: UInt8
    var isUppercase: Bool

    static let levelEnd: UInt8 = 1
    static let plain: UInt8 = 2

    /// Huyền, hỏi, ngã, sắc, nặng, then other marks by code point.
    static func tone(of mark: UInt32) -> UInt8 {
      let tones: [UInt32] = [0x300, 0x309, 0x303, 0x301, 0x323]
      if let index = tones.firstIndex(of: mark) { return plain + 1 + UInt8(index) }
      return plain + 6 + UInt8(mark - CanonicalPairs.marks.lowerBound)
    }
  }

  /// Signs in CLDR's order, then digits, then the alphabet.
  private static let order = Array(
    "\t\n\u{B}\u{C}\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
      .unicodeScalars.map(\.value))

  private static func place(of scalar: UInt32) -> UInt8? {
    order.firstIndex(of: scalar).map { UInt8($0) + Weight.plain }
  }

  /// The capital of the alphabet with a weight of its own; nil for digits, signs, other scripts.
  static func letter(of weight: UInt8) -> String? {
    let index = Int(weight) - Int(Weight.plain)
    guard order.indices.contains(index), let scalar = Unicode.Scalar(order[index]),
      scalar.properties.isAlphabetic
    else { return nil }
    return scalar.properties.uppercaseMapping
  }

  /// Weights of U+0000–U+007F; control characters count nothing.
  static let ascii: [Weight] = (0..<0x80).map { scalar in
    Weight(
      letter: place(of: LatinLetters.lowercase(scalar)) ?? 0, tone: Weight.plain,
      isUppercase: LatinLetters.isUppercase(scalar))
  }

  /// Weights of `LatinLetters.scalars`; nil for letters that are no base letter with marks (ø, ß).
  static let latin: [Weight?] = LatinLetters.scalars.map { scalar in
    let isUppercase = LatinLetters.isUppercase(scalar)
    let lower = LatinLetters.lowercase(scalar)
    if let letter = place(of: lower) {  // ă â đ ê ô ơ ư
      return Weight(letter: letter, tone: Weight.plain, isUppercase: isUppercase)
    }
    var (base, marks) = LatinLetters.takeApart(lower)
    // The mark that makes a letter of the alphabet may stand below or above the tone ("ặ", "ấ").
    for (index, mark) in marks.enumerated() {
      guard let letter = CanonicalPairs.shared.composition(of: base, mark), place(of: letter) != nil
      else { continue }
      base = letter
      marks.remove(at: index)
      break
    }
    guard let letter = place(of: base), let tone = marks.first else { return nil }
    return Weight(letter: letter, tone: Weight.tone(of: tone), isUppercase: isUppercase)
  }

  /// Signs that print instead of a typed one, and stand where it stands.
  static let typographic: KeyValuePairs<UInt32, UInt8> = [
    0xA0: UInt8(ascii: " "), 0x202F: UInt8(ascii: " "), 0x2010: UInt8(ascii: "-"),
    0x2011: UInt8(ascii: "-"), 0x2013: UInt8(ascii: "-"), 0x2014: UInt8(ascii: "-"),
    0x2018: UInt8(ascii: "'"), 0x2019: UInt8(ascii: "'"), 0x201C: UInt8(ascii: "\""),
    0x201D: UInt8(ascii: "\""), 0x2026: UInt8(ascii: "."), 0x2212: UInt8(ascii: "-"),
  ]
}
