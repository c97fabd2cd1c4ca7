import VietnameseText

/// All words of an edition's pages in one language, sorted, each with its pages.
struct WordLists: Sendable {
  /// By letters, then by marks, in byte order.
  let keys: [SearchKey]
  /// For each key its pages, ascending.
  private let pages: [[(page: Int, place: PageWords.Place)]]

  init(_ lots: [PageWords]) {
    var indexes: [SearchKey: Int] = [:]
    var keys: [SearchKey] = []
    var pages: [[(page: Int, place: PageWords.Place)]] = []
    var page = 0
    for lot in lots {
      let words = lot.keys.map { key in
        if let known = indexes[key] { return known }
        indexes[key] = keys.count
        keys.append(key)
        pages.append([])
        return keys.count - 1
      }
      for found in lot.pages {
        for (word, place) in found { pages[words[word]].append((page, place)) }
        page += 1
      }
    }
    let order = keys.indices.sorted { one, other in
      keys[one].letters == keys[other].letters
        ? keys[one].marks.utf8.lexicographicallyPrecedes(keys[other].marks.utf8)
        : keys[one].letters.utf8.lexicographicallyPrecedes(keys[other].letters.utf8)
    }
    self.keys = order.map { keys[$0] }
    self.pages = order.map { pages[$0] }
  }

  /// Each word as a capital for how many letters it shares with the word before (A: none), the
  /// rest of its letters, then `,` and marks for each variant: `Aduong,,-++\`Cng,-`. Folded words
  /// have no capital and no comma.
  var vocabulary: String {
    var text = ""
    var last: [Unicode.Scalar] = []
    for (index, key) in keys.enumerated() {
      if index == 0 || keys[index - 1].letters != key.letters {
        let letters = Array(key.letters.unicodeScalars)
        let shared = min(zip(letters, last).prefix { $0 == $1 }.count, 25)
        text.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "A") + UInt8(shared)))
        text.unicodeScalars.append(contentsOf: letters[shared...])
        last = letters
      }
      text += "," + key.marks
    }
    return text
  }

  /// For each key its pages as distances from the page before: a letter A–Z, a–z is 0–51, a number
  /// before it counts 52 each (`2B` is 105). Before it `.` for a word of the title, `,` for one of
  /// a heading or the lead.
  var encodedLists: [String] {
    pages.map { list in
      var bytes: [UInt8] = []
      var next = 0
      for (page, place) in list {
        switch place {
        case .title: bytes.append(UInt8(ascii: "."))
        case .heading: bytes.append(UInt8(ascii: ","))
        case .text: break
        }
        let (high, low) = (page - next).quotientAndRemainder(dividingBy: 52)
        if high > 0 { bytes.append(contentsOf: String(high).utf8) }
        bytes.append(UInt8(low < 26 ? 0x41 + low : 0x61 + low - 26))
        next = page + 1
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
