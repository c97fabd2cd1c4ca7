import Diagnostics
import Markup
import Site
import VietnameseText

/// What the words of a page in a language are checked for.
enum PageLints {
  /// A reader who is afraid, or reads slowly, loses a longer sentence.
  private static let longestSentence = 30

  /// - Parameter allowed: words that the page shows in order to say that they are to be avoided.
  static func of(
    language: String, registries: Registries, allowed: [String]
  ) -> TextLints {
    let allowed = Set(allowed.map(WordForm.key))
    return TextLints(
      // In Vietnamese a syllable is a word between blanks; in other languages it is not.
      longestSentence: language == "vi" ? longestSentence : nil,
      avoided: registries.unwantedWords.compactMap { word -> AvoidedWord? in
        guard let text = word.text.texts[language], !allowed.contains(WordForm.key(text)) else {
          return nil
        }
        return AvoidedWord(
          text, exceptions: word.exceptions,
          mend: Phrase(
            vi: "\(mend(word, "vi", "Viết"))", en: "\(mend(word, "en", "Write"))"))
      })
  }

  private static func mend(_ word: UnwantedWord, _ language: String, _ write: String) -> String {
    let reason = word.reason.text(in: language)
    guard let instead = word.instead?.text(in: language) else { return reason }
    return "\(write) “\(instead)”. \(reason)"
  }
}
