import Foundation
import Testing
import VietnameseText

@Suite struct NFCTests {
  @Test(arguments: [
    ("Đo\u{302}\u{300}ng Tha\u{301}p", "Đồng Tháp"),
    // Marks in either order of typing; the dot below is first in canonical order.
    ("o\u{302}\u{323}", "ộ"), ("o\u{323}\u{302}", "ộ"),
    ("a\u{301}\u{323}", "ạ\u{301}"),
    // A mark after a letter that already carries one.
    ("ố\u{323}", "ộ\u{301}"), ("ă\u{323}", "ặ"), ("ê\u{309}", "ể"), ("u\u{31B}\u{301}", "ứ"),
    // Marks that can't join stay, at the start of a text too.
    ("\u{301}a", "\u{301}a"), ("q\u{303}", "q\u{303}"), ("a\u{34F}\u{301}", "a\u{34F}\u{301}"),
    ("a\u{344}", "ä\u{301}"), ("Ω\u{301}", "Ώ"), ("И\u{306}", "Й"), ("=\u{338}", "≠"),
  ])
  func `Marks join their letter`(text: String, expected: String) {
    #expect(Array(NFC.normalize(text).utf8) == Array(expected.utf8))
    #expect(NFC.normalize(Array(text.utf8)) == Array(expected.utf8))
  }

  @Test(arguments: ["", "abc", "Ban Chỉ đạo 138 – “Đồng Tháp”", "ជំនួយ", "Ελλάδα", "한국", "💡", "Å"])
  func `Text without marks passes unchanged`(text: String) {
    #expect(Array(NFC.normalize(text).utf8) == Array(text.utf8))
  }

  @Test func `Bytes without marks keep their storage`() {
    let bytes = Array(String(repeating: "Phòng, chống mua bán người. ", count: 100).utf8)
    let normalized = NFC.normalize(bytes)
    let address = { (array: [UInt8]) in array.withUnsafeBufferPointer { $0.baseAddress } }
    #expect(address(normalized) == address(bytes))
  }

  @Test(arguments: [
    [0xCC], [0xCD, 0x41], [0x41, 0xCC], [0x80, 0xCC, 0x81], [0xF0, 0x9F, 0xCC, 0x81],
    [0xC3, 0xCC, 0x81, 0xFF], [0x80, 0x80, 0x80, 0x80, 0x80, 0xCC, 0x80],
  ])
  func `Bytes that are not UTF-8 pass unchanged`(bytes: [UInt8]) {
    #expect(NFC.normalize(bytes) == bytes)
  }

  @Test func `Every letter with every two marks gives what Foundation gives`() {
    let letters = "aAăâeêioôơuưyđqĐ".unicodeScalars
    var differences: [String] = []
    for letter in letters {
      for first in CanonicalPairs.marks {
        for second in CanonicalPairs.marks {
          var scalars = String.UnicodeScalarView([letter])
          scalars.append(contentsOf: [first, second].compactMap(Unicode.Scalar.init))
          let text = String(scalars)
          let expected = text.precomposedStringWithCanonicalMapping
          if !NFC.normalize(text).utf8.elementsEqual(expected.utf8) {
            differences.append("\(letter) \(first) \(second)")
          }
        }
      }
    }
    #expect(differences == [])
  }

  @Test func `Random runs give what Foundation gives, and a second time changes nothing`() {
    var random = SeededGenerator(seed: 209)
    let bases = Array("aâbdoôơuưyéüΩαИи =<x".unicodeScalars)
    // The last ones begin with 0xCC and 0xCD but are no marks, or are in other blocks.
    let marks = (0x300...0x345).compactMap(Unicode.Scalar.init) + Array("\u{34F}ͰͿ".unicodeScalars)
    for _ in 0..<20_000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        scalars.append(bases[Int.random(in: 0..<bases.count, using: &random)])
        for _ in 0..<Int.random(in: 0...4, using: &random) {
          scalars.append(marks[Int.random(in: 0..<marks.count, using: &random)])
        }
      }
      let text = String(scalars)
      let normalized = NFC.normalize(text)
      let expected = text.precomposedStringWithCanonicalMapping
      guard normalized.utf8.elementsEqual(expected.utf8) else {
        Issue.record("\(scalars.map { String($0.value, radix: 16) })")
        return
      }
      #expect(NFC.normalize(normalized).utf8.elementsEqual(normalized.utf8))
    }
  }

  @Test func `Every Vietnamese word survives being taken apart`() {
    for word in VietnameseWords.all {
      let apart = word.decomposedStringWithCanonicalMapping
      #expect(NFC.normalize(apart).utf8.elementsEqual(word.utf8), "\(word)")
    }
  }
}
