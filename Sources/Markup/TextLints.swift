public import Diagnostics
import VietnameseText

/// What the words of a page are checked for. Quotations (`>`), code blocks and addresses are left
/// alone.
public struct TextLints: Sendable {
  /// A sentence may have so many syllables (words between blanks); nil: any number.
  public let longestSentence: Int?
  /// Words that are better not used.
  public let avoided: [AvoidedWord]

  /// Nothing is checked.
  public static let none = TextLints(longestSentence: nil, avoided: [])

  public init(longestSentence: Int?, avoided: [AvoidedWord]) {
    self.longestSentence = longestSentence
    self.avoided = avoided
  }

  var isEmpty: Bool { longestSentence == nil && avoided.isEmpty }

  /// Checks a text that stands in one place: a title, a description.
  public func check(_ text: String, at place: Place, into diagnostics: inout Diagnostics) {
    check(Array(text.utf8), placeOf: { _ in place }, into: &diagnostics)
  }

  func check(_ text: [UInt8], placeOf: (Int) -> Place, into diagnostics: inout Diagnostics) {
    if let longestSentence {
      checkLength(text, longestSentence, placeOf: placeOf, into: &diagnostics)
    }
    if !avoided.isEmpty { checkWords(text, placeOf: placeOf, into: &diagnostics) }
  }

  private func checkLength(
    _ text: [UInt8], _ longest: Int, placeOf: (Int) -> Place, into diagnostics: inout Diagnostics
  ) {
    // A syllable takes two bytes at least, with its blank.
    guard text.count > 2 * longest else { return }
    for sentence in Sentences.ranges(in: text) {
      let count = Sentences.syllables(in: text[sentence])
      guard count > longest else { continue }
      diagnostics.report(
        .sentenceTooLong, at: placeOf(sentence.lowerBound),
        what: Phrase(
          vi: "Câu này có \(count) tiếng, nhiều hơn \(longest).",
          en: "This sentence has \(count) syllables, more than \(longest)."),
        mend: Phrase(
          vi: "Tách thành hai câu, hoặc viết thành danh sách. Lời trích nguyên văn đặt sau “>”.",
          en: "Make two of it, or a list. What is quoted word by word stands behind “>”."))
    }
  }

  private func checkWords(
    _ text: [UInt8], placeOf: (Int) -> Place, into diagnostics: inout Diagnostics
  ) {
    let folded = Folding.fold(String(decoding: text, as: UTF8.self))
    let candidates = avoided.filter { folded.contains($0.folded) }
    guard !candidates.isEmpty else { return }
    let words = RunningWords(text)
    for avoided in candidates {
      for range in words.places(of: avoided) {
        let found = String(decoding: text[words.bytes(of: range)], as: UTF8.self)
        diagnostics.report(
          .wordToAvoid, at: placeOf(words.bytes(of: range).lowerBound),
          what: Phrase(
            vi: "“\(found)” là từ nên tránh.", en: "“\(found)” is better not said."),
          mend: avoided.mend)
      }
    }
  }
}

/// A word or a phrase that is better not used.
public struct AvoidedWord: Sendable {
  /// As the registry has it.
  public let text: String
  /// What to write instead, and why.
  public let mend: Phrase
  fileprivate let folded: String
  fileprivate let forms: [RunningWords.Form]
  fileprivate let exceptions: [[RunningWords.Form]]

  /// - Parameter exceptions: phrases in which it is right ("trẻ em gái").
  public init(_ text: String, exceptions: [String] = [], mend: Phrase) {
    self.text = text
    self.mend = mend
    forms = RunningWords(Array(text.utf8)).forms
    folded = forms.first?.plain ?? ""
    self.exceptions = exceptions.map { RunningWords(Array($0.utf8)).forms }
  }
}

/// A text as a row of words.
private struct RunningWords {
  struct Form: Equatable {
    /// With its accents, wherever the tone was put.
    let key: String
    /// Without any.
    let plain: String
    let isPlain: Bool

    /// Whether this word, read in a text, is a word of the registry: the same, or the same without
    /// accents where it was typed without any.
    func isMeant(by other: Form) -> Bool {
      key == other.key || (isPlain && plain == other.plain)
    }
  }

  private(set) var forms: [Form] = []
  private var ranges: [Range<Int>] = []
  /// Whether nothing but blanks stands between a word and the next.
  private var isJoined: [Bool] = []
  private var isQuoted: [Bool] = []

  init(_ text: [UInt8]) {
    var index = 0
    var quotes = 0
    var isBetweenPlainQuotes = false
    while index < text.count {
      guard Sentences.isLetterOrDigit(text[index]) else {
        if text[index...].starts(with: [0xE2, 0x80, 0x9C]) { quotes += 1 }  // “
        if text[index...].starts(with: [0xE2, 0x80, 0x9D]) { quotes = max(0, quotes - 1) }  // ”
        if text[index] == UInt8(ascii: "\"") { isBetweenPlainQuotes.toggle() }
        if !Sentences.isBlank(text[index]), !isJoined.isEmpty {
          isJoined[isJoined.count - 1] = false
        }
        index += 1
        continue
      }
      let start = index
      while index < text.count, Sentences.isLetterOrDigit(text[index]) || text[index] & 0xC0 == 0x80
      {
        index += 1
      }
      let word = String(decoding: text[start..<index], as: UTF8.self)
      let plain = Folding.fold(word)
      let key = WordForm.key(word)
      forms.append(Form(key: key, plain: plain, isPlain: key == plain))
      ranges.append(start..<index)
      isJoined.append(true)
      isQuoted.append(quotes > 0 || isBetweenPlainQuotes)
    }
  }

  func bytes(of words: Range<Int>) -> Range<Int> {
    ranges[words.lowerBound].lowerBound..<ranges[words.upperBound - 1].upperBound
  }

  /// Where an avoided word stands outside quotation marks and outside its exceptions.
  func places(of avoided: AvoidedWord) -> [Range<Int>] {
    let excepted = avoided.exceptions.flatMap { places(of: $0) }
    return places(of: avoided.forms).filter { place in
      !isQuoted[place.lowerBound]
        && !excepted.contains {
          $0.lowerBound <= place.lowerBound && place.upperBound <= $0.upperBound
        }
    }
  }

  private func places(of phrase: [Form]) -> [Range<Int>] {
    guard !phrase.isEmpty, phrase.count <= forms.count else { return [] }
    return (0...(forms.count - phrase.count)).compactMap { start in
      let end = start + phrase.count
      let fits = zip(forms[start..<end], phrase).allSatisfy { $0.isMeant(by: $1) }
      return fits && isJoined[start..<(end - 1)].allSatisfy(\.self) ? start..<end : nil
    }
  }
}
