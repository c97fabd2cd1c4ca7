/// What makes two words the same for a reader who searches: letters without marks, and the marks
/// apart from them, so that a search can ask for either.
///
/// "đường" is `duong` with the marks `` -++` ``. The tone comes last whatever letter it stands on:
/// "hòa" and "hoà" have one key; so have "Quý" and "Quí", which are spelt either way.
/// `templates/scripts/search.js` makes the same keys in the browser.
public struct SearchKey: Sendable, Hashable {
  /// As `Folding.fold`, but a `y` that is spelt `i` as well ends in `i`.
  public let letters: String
  /// `-` for đ, `^`, `(` and `+` for circumflex, breve and horn, in the order of the letters; then
  /// the tones `` ` ``, `?`, `~`, `'`, `.`. Marks of other languages say nothing.
  public let marks: String

  /// - Parameter word: letters and digits, without blanks.
  public init(_ word: String) {
    var shapes = ""
    var tones = ""
    func add(_ mark: UInt32) {
      switch mark {
      case 0x302: shapes += "^"
      case 0x306: shapes += "("
      case 0x31B: shapes += "+"
      case 0x300: tones += "`"
      case 0x309: tones += "?"
      case 0x303: tones += "~"
      case 0x301: tones += "'"
      case 0x323: tones += "."
      default: break
      }
    }
    for scalar in NFC.normalize(word).unicodeScalars where scalar.value >= 0x80 {
      if LatinLetters.index(of: scalar.value) != nil {
        let (base, marks) = LatinLetters.takeApart(scalar.value)
        if base == 0x110 || base == 0x111 { shapes += "-" }
        marks.forEach(add)
      } else {
        add(scalar.value)
      }
    }
    letters = Self.withOneSpelling(Folding.fold(word))
    marks = shapes + tones
  }

  /// A lone `y` after consonants, or after `qu`, is the same sound as `i`: "kỹ" and "kĩ".
  private static func withOneSpelling(_ folded: String) -> String {
    let bytes = Array(folded.utf8)
    guard bytes.last == UInt8(ascii: "y") else { return folded }
    let start = bytes.dropLast()
    let consonants = Array("bcdghklmnpqrstvx".utf8)
    guard start.elementsEqual("qu".utf8) || start.allSatisfy(consonants.contains) else {
      return folded
    }
    return String(decoding: start, as: UTF8.self) + "i"
  }
}
