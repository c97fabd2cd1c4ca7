import VietnameseText

/// The different words of some pages, and where each stands.
///
/// Pages repeat their words: each spelling is looked at once for all the pages of a lot.
struct PageWords: Sendable {
  let keys: [SearchKey]
  /// For each page its words, in the order in which they were met, with the best place of each.
  private(set) var pages: [[(word: Int, place: Place)]] = []

  /// Where a word stands, as it counts in a ranking.
  enum Place: UInt8, Sendable, Comparable {
    case text, heading, title

    static func < (one: Place, other: Place) -> Bool { one.rawValue < other.rawValue }
  }

  init(_ pages: [SearchPage]) {
    var spellings = Spellings()
    for page in pages {
      var places: [Place?] = []
      var met: [Int] = []
      func read(_ text: String, _ place: Place) {
        let bytes = Array(text.utf8)
        Self.forEachWord(in: bytes) { range in
          let word = spellings.number(of: bytes[range])
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
    keys = spellings.keys
  }

  /// Words: runs of ASCII letters and digits and of letters above U+00BF. Signs of Unicode's
  /// punctuation and symbol blocks part words. The same rule stands in `search.js`.
  static func forEachWord(in bytes: [UInt8], _ visit: (Range<Int>) -> Void) {
    var start: Int?
    var index = 0
    while index < bytes.count {
      let (isLetter, length) = letter(at: index, in: bytes)
      if isLetter {
        if start == nil { start = index }
      } else if let first = start {
        visit(first..<index)
        start = nil
      }
      index += length
    }
    if let start { visit(start..<bytes.count) }
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

/// Numbers the words of a lot by their keys. Words repeat: each spelling is looked at once.
///
/// A table of its own, since a large site has millions of words: with `Dictionary` they take a
/// tenth of the time of a whole build of 10,000 pages, here a fortieth.
private struct Spellings {
  private(set) var keys: [SearchKey] = []
  private var byKey: [SearchKey: Int] = [:]
  /// Open addressing: the number of a spelling and 1, or 0. Never more than half full.
  private var slots = [Int32](repeating: 0, count: 1024)
  private var spellings: [(bytes: ArraySlice<UInt8>, key: Int)] = []

  mutating func number(of word: ArraySlice<UInt8>) -> Int {
    var slot = find(word)
    if slots[slot] > 0 { return spellings[Int(slots[slot]) - 1].key }
    if 2 * spellings.count >= slots.count {
      grow()
      slot = find(word)
    }
    let key = SearchKey(String(decoding: word, as: UTF8.self))
    let number = byKey[key] ?? keys.count
    if number == keys.count {
      keys.append(key)
      byKey[key] = number
    }
    spellings.append((word, number))
    slots[slot] = Int32(spellings.count)
    return number
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: 2 * slots.count)
    for (index, spelling) in spellings.enumerated() {
      slots[find(spelling.bytes)] = Int32(index + 1)
    }
  }

  /// Where a spelling stands, or where it would. FNV-1a.
  private func find(_ word: ArraySlice<UInt8>) -> Int {
    let hash = word.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] > 0, !spellings[Int(slots[slot]) - 1].bytes.elementsEqual(word) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
