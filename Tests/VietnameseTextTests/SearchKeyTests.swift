import Testing
import VietnameseText

@Suite struct SearchKeyTests {
  @Test(arguments: [
    ("đường", "duong", "-++`"), ("ĐƯỜNG", "duong", "-++`"), ("hòa", "hoa", "`"),
    ("hoà", "hoa", "`"), ("Quý", "qui", "'"), ("Quí", "qui", "'"), ("kỹ", "ki", "~"),
    ("ý", "i", "'"), ("thúy", "thuy", "'"), ("này", "nay", "`"), ("nặng", "nang", "(."),
    ("113", "113", ""), ("café", "cafe", "'"),
  ])
  func `Letters and marks of a word`(word: String, letters: String, marks: String) {
    let key = SearchKey(word)
    #expect(key.letters == letters)
    #expect(key.marks == marks)
  }

  @Test(arguments: [
    ("Ở nước ngoài", "Ơ"), ("ăn", "Ă"), ("Ấp", "Â"), ("Đi làm", "Đ"), ("“Việc nhẹ”", nil),
    ("Zalo", "Z"), ("30/7", nil), ("ជំនួយ", nil), ("", nil),
  ])
  func `The letter of an index`(text: String, initial: String?) {
    #expect(Collation.initial(of: text) == initial)
  }
}
