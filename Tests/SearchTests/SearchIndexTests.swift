import Search
import Testing
import VietnameseText

@Suite("The index of a search")
struct SearchIndexTests {
  static func page(
    _ address: String, _ title: String, lead: String = "", _ lines: String...
  ) -> SearchPage {
    SearchPage(
      address: address, title: title, lead: lead, lines: lines.map { SearchPage.Line($0) })
  }

  static func text(_ index: SearchIndex, _ name: String) -> String? {
    index.files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func `A small index is one file of words and one of texts`() {
    let pages = [
      Self.page("", "Đường dây", "Dương \"một\"."),
      Self.page("a/", "Dưa", lead: "đường", "Không\u{2028}dây."),
    ]
    let index = SearchIndex(count: pages.count, workers: 2) { pages[$0] }
    #expect(index.files.map(\.name) == ["main.js", "t0.js"])
    #expect(
      Self.text(index, "main.js") == """
        searchIndex.main={pages:2,wordStarts:[0],textStarts:[0],words:\
        "Aday,^Bua,+Cong,++,-++`Akhong,^Amot,^."};
        searchIndex.w0=".AA .B A .A,A B A";

        """)
    #expect(
      Self.text(index, "t0.js") == """
        searchIndex.t0=["\\nĐường dây\\n\\nDương \\"một\\".",
        "a/\\nDưa\\nđường\\nKhông\\u2028dây."];

        """)
  }

  @Test func `A large index is cut, and every word and page is in one part`() {
    let pages = (0..<300).map { number in
      Self.page("\(number)/", "Trang \(number)", "Việc nhẹ \(number % 7). Lương cao \(number).")
    }
    var limits = SearchIndex.Limits()
    limits.main = 2_000
    limits.words = 1_000
    limits.texts = 3_000
    let index = SearchIndex(count: 300, limits: limits, workers: 3) { pages[$0] }
    let words = index.files.filter { $0.name.hasPrefix("w") }
    let texts = index.files.filter { $0.name.hasPrefix("t") }
    #expect(words.count > 2 && texts.count > 3)
    #expect(words.allSatisfy { $0.bytes.count < 1_100 })
    #expect(texts.allSatisfy { $0.bytes.count < 4_000 })
    let all = texts.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    for number in 0..<300 { #expect(all.contains("\"\(number)/\\nTrang \(number)\\n")) }
    let alone = SearchIndex(count: 300, limits: limits, workers: 1) { pages[$0] }
    #expect(index.files == alone.files)
  }

  @Test func `Text is taken from HTML sentence by sentence`() {
    let html = """
      <h2 id="a">Dấu hiệu</h2>
      <p>Một người <strong>lạ</strong> nhắn cho bạn. Họ nói: “Việc nhẹ!” Đừng\n vội &amp; tin.</p>
      <svg class="plot"><text>12</text></svg><ul><li>Hộ chiếu</li><li>1 &lt; 2<br>dòng</li></ul>
      """
    let lines = SearchPage.Line.all(in: Array(html.utf8))
    #expect(
      lines.map(\.text) == [
        "Dấu hiệu", "Một người lạ nhắn cho bạn.", "Họ nói: “Việc nhẹ!”", "Đừng vội & tin.",
        "Hộ chiếu", "1 < 2 dòng",
      ])
    #expect(lines.map(\.isHeading) == [true, false, false, false, false, false])
  }
}
