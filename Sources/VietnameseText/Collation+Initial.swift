extension Collation {
  /// The letter under which a text stands in an index: "Ở nước ngoài" under "Ơ", "Đi làm" under
  /// "Đ". Nil if it starts with no Latin letter: digits, signs, other scripts.
  ///
  /// Texts in the order of `key` have their initials in one run each.
  public static func initial(of text: String) -> String? {
    for scalar in NFC.normalize(text).unicodeScalars {
      let first = key(String(scalar))[0]
      guard first > Weight.levelEnd else { continue }
      return letter(of: first)
    }
    return nil
  }
}
