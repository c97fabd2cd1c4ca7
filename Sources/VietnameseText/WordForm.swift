/// One word, told from others as a reader does.
public enum WordForm {
  /// Lower case, with the tone at the end: "hoà", "Hòa" and "HÒA" have the same form, "hỏa" has
  /// another one.
  public static func key(_ word: some StringProtocol) -> String {
    var letters = String.UnicodeScalarView()
    var tones = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      let (base, marks) = LatinLetters.takeApart(LatinLetters.lowercase(scalar.value))
      for part in [base] + marks {
        guard let part = Unicode.Scalar(part) else { continue }
        if Self.tones.contains(part.value) { tones.append(part) } else { letters.append(part) }
      }
    }
    letters.append(contentsOf: tones)
    return String(letters)
  }

  /// Grave, acute, tilde, hook, dot below.
  private static let tones: Set<UInt32> = [0x300, 0x301, 0x303, 0x309, 0x323]
}
