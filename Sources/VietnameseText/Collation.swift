/// Alphabetical order in Vietnamese, the same on every machine (no ICU, no locale).
///
/// Letters: a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z; then tones: ngang,
/// huyền, hỏi, ngã, sắc, nặng; then small letters before capitals. Each is compared over the whole
/// text before the next one counts, as Unicode collation (UTS #10, CLDR `vi`) does. Space and
/// punctuation stand before digits, digits before letters, other scripts after z by code point.
public enum Collation {
  /// A key for `text`: keys compared byte by byte (`lexicographicallyPrecedes`) are in
  /// alphabetical order. Texts that differ in NFC have different keys, so that no order is left
  /// to chance.
  public static func key(_ text: String) -> [UInt8] {
    let text = NFC.normalize(text)
    let length = text.utf8.count
    var letters: [UInt8] = []
    var tones: [UInt8] = []
    var cases: [UInt8] = []
    letters.reserveCapacity(2 * length + 8)
    for scalar in text.unicodeScalars {
      guard let weight = weight(of: scalar.value) else {
        letters.append(contentsOf: UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
        tones.append(Weight.plain)
        cases.append(Weight.plain)
        continue
      }
      if weight.letter != 0 {
        letters.append(weight.letter)
        cases.append(weight.isUppercase ? Weight.plain + 1 : Weight.plain)
      }
      tones.append(weight.tone)
    }
    appendLevel(tones, to: &letters)
    appendLevel(cases, to: &letters)
    letters.append(Weight.levelEnd)
    letters.append(contentsOf: text.utf8)
    return letters
  }

  /// Whether `one` stands before `other` in a list.
  public static func precedes(_ one: String, _ other: String) -> Bool {
    key(one).lexicographicallyPrecedes(key(other))
  }

  /// Plain weights at the end say nothing: the level's end is lower than every weight.
  private static func appendLevel(_ weights: [UInt8], to key: inout [UInt8]) {
    key.append(Weight.levelEnd)
    let last = weights.lastIndex { $0 != Weight.plain } ?? -1
    key.append(contentsOf: weights[...last])
  }

  private static func weight(of scalar: UInt32) -> Weight? {
    if scalar < 0x80 { return ascii[Int(scalar)] }
    if let index = LatinLetters.index(of: scalar) { return latin[index] }
    if CanonicalPairs.marks.contains(scalar) {
      return Weight(letter: 0, tone: Weight.tone(of: scalar), isUppercase: false)
    }
    return typographic.first { $0.key == scalar }.map { ascii[Int($0.value)] }
  }
}
