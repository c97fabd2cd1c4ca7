import Foundation
import Testing
import VietnameseText

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Đồng Tháp", "dong thap"), ("ĐỒNG THÁP", "dong thap"), ("Uỷ ban", "uy ban"),
    ("Ủy ban", "uy ban"), ("hoà", "hoa"), ("hòa", "hoa"), ("ngươ\u{300}i", "nguoi"),
    ("209/KH-UBND", "209/kh-ubnd"), ("Straße Øre", "straße øre"), ("ជំនួយ 111", "ជំនួយ 111"),
    ("💡 Ý", "💡 y"), ("", ""), ("Ⱥ", "ⱥ"), ("ẞ", "ß"), ("từ “111”", "tu “111”"),
  ])
  func `Tones, marks and capitals come off`(text: String, folded: String) {
    #expect(Array(Folding.fold(text).utf8) == Array(folded.utf8))
  }

  /// đ aside (it has no decomposition), the fold of a letter is what Foundation makes of it.
  static func byFoundation(_ text: String) -> String {
    let parts = text.decomposedStringWithCanonicalMapping.unicodeScalars
    let kept = parts.filter { !CanonicalPairs.marks.contains($0.value) }
    return String(String.UnicodeScalarView(kept)).lowercased().replacing("đ", with: "d")
  }

  @Test func `Every Latin letter folds as Foundation folds it`() {
    var differences: [String] = []
    for value in Array(0...0x36F) + Array(0x1E00...0x1EFF) {
      guard let scalar = Unicode.Scalar(UInt32(value)), !(0x250..<0x300).contains(value) else {
        continue
      }
      let folded = Folding.fold(String(scalar))
      if !folded.utf8.elementsEqual(FoldingTests.byFoundation(String(scalar)).utf8) {
        differences.append("\(scalar) → \(folded)")
      }
    }
    #expect(differences == [])
  }

  @Test func `NFC and NFD fold to the same`() {
    for word in VietnameseWords.all {
      let apart = word.decomposedStringWithCanonicalMapping
      #expect(Folding.fold(word) == Folding.fold(apart))
      #expect(Folding.fold(word) == FoldingTests.byFoundation(word))
    }
  }

  @Test func `Equal when folded`() {
    #expect(Folding.isEqualWhenFolded("Cao Lãnh", "cao lanh"))
    #expect(!Folding.isEqualWhenFolded("Cao Lãnh", "cao lan"))
  }
}
