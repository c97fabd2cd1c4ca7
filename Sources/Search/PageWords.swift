import VietnameseText

/// The different words of some pages, and where each stands.
///
/// Pages repeat their words: each spelling is looked at once for all the pages of a lot.
struct PageWords: Sendable {
  private(set) var keys: [SearchKey] = []
  /// For each page its words, in the order in which they were met, with the best place of each.
  private(set) var pages: [[(word: Int, place: Place)]] = []

  /// Where a word stands, as it counts in a ranking.
  enum Place: UInt8, Sendable, Comparable {
    case text, heading, title

    static func < (one: Place, other: Place) -> Bool { one.rawValue < other.rawValue }
  }

  init(_ pages: ArraySlice<SearchPage>) {
    var bySpelling: [ArraySlice<UInt8>: Int] = [:]
    var byKey: [SearchKey: Int] = [:]
    for page in pages {
      var places: [Place?] = []
      var met: [Int] = []
      func read(_ text: String, _ place: Place) {
        for spelling in Self.words(in: text) {
          let word: Int
          if let known = bySpelling[spelling] {
            word = known
          } else {
            let key = SearchKey(String(decoding: spelling, as: UTF8.self))
            word = byKey[key] ?? keys.count
            if word == keys.count {
              keys.append(key)
              byKey[key] = word
            }
            bySpelling[spelling] = word
          }
          while places.count <= word { places.append(nil) }
          if let known = places[word] {
            places[word] = max(known, place)
          } else {
            places[word] = place
            met.append(word)
          }
        }
      }
      read(page.title, .title)
      read(page.lead, .heading)
      for line in page.lines { read(line.text, line.isHeading ? .heading : .text) }
      self.pages.append(met.map { ($0, places[$0] ?? .text) })
    }
  }

  /// Words: runs of ASCII letters and digits and of letters above U+00BF. Signs of Unicode's
  /// punctuation and symbol blocks part words. The same rule stands in `search.js`.
  static func words(in text: String) -> [ArraySlice<UInt8>] {
    let bytes = Array(text.utf8)
    var words: [ArraySlice<UInt8>] = []
    var start: Int?
    var index = 0
    while index < bytes.count {
      let (isLetter, length) = letter(at: index, in: bytes)
      if isLetter {
        if start == nil { start = index }
      } else if let first = start {
        words.append(bytes[first..<index])
        start = nil
      }
      index += length
    }
    if let start { words.append(bytes[start...]) }
    return words
  }

  private static func letter(at index: Int, in bytes: [UInt8]) -> (isLetter: Bool, length: Int) {
    let byte = bytes[index]
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return (true, 1)
    case ..<0x80: return (false, 1)
    case ..<0xE0:
      // U+0080–U+00BF are signs, and so are × and ÷.
      let isSign = byte == 0xC2 || byte == 0xC3 && (bytes[index + 1] | 0x20) == 0xB7
      return (!isSign, 2)
    case ..<0xF0:
      let scalar =
        UInt32(byte & 0xF) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
        | UInt32(bytes[index + 2] & 0x3F)
      let isSign = (0x2000...0x2BFF).contains(scalar) || (0x2E00...0x303F).contains(scalar)
      return (!isSign, 3)
    default: return (true, 4)
    }
  }
}
