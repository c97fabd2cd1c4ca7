import Pages
import Site
import Tables
import Testing
import VietnameseText

@Suite struct PiecesSmallTests {
  @Test func `Text is escaped, markup is not`() {
    var html = HTML()
    html.raw("<p")
    html.attribute("title", "\"a\" & 'b'")
    html.raw(">")
    html.text("5 < 6 > 4, Đồng Tháp")
    html.raw([UInt8]("</p>".utf8))
    #expect(
      String(decoding: html.bytes, as: UTF8.self)
        == "<p title=\"&quot;a&quot; &amp; &#39;b&#39;\">5 &lt; 6 &gt; 4, Đồng Tháp</p>")
  }

  @Test func `A text that is in another language says so`() {
    var html = HTML()
    html.text(Pieces.vi("Nữ"), in: "vi")
    html.text(Pieces.vi("Nữ"), in: "en")
    #expect(String(decoding: html.bytes, as: UTF8.self) == "Nữ<span lang=\"vi\">Nữ</span>")
  }

  @Test(arguments: [
    ("1234", "<span class=\"nb\">1.234</span>"), ("0", "<span class=\"nb\">0</span>"),
    ("311p", "<span class=\"nb\">311 (sơ bộ)</span>"),
    ("7er", "<span class=\"nb\">7 (ước tính, đã điều chỉnh)</span>"),
    ("9b", "<span class=\"nb\">9</span>"), ("[c]", "<span class=\"hid\">bảo mật</span>"),
    ("…", "<span class=\"hid\">chưa thu thập</span>"),
    ("-", "<span class=\"hid\">không phát sinh</span>"),
    ("[x]", "<span class=\"hid\">chưa công bố</span>"),
    ("[z]", "<span class=\"hid\">không áp dụng</span>"),
    (".", "<span class=\"hid\">không áp dụng</span>"),
  ])
  func `A number in a sentence`(cell: String, expected: String) throws {
    let html = InlineNumber.html(try Pieces.cells(cell)[0], words: try Pieces.words())
    #expect(String(decoding: html, as: UTF8.self) == expected)
  }

  /// Tables write numbers without a string in between; the result is the formatter's.
  @Test(arguments: ["vi", "en"])
  func `Numbers in tables are those of NumberFormat`(language: String) throws {
    let words = try Pieces.words(language)
    let quantities = [
      Quantity(0), Quantity(7), Quantity(999), Quantity(1000), Quantity(12_345_678),
      Quantity(Int.max), Quantity(Int.min), Quantity(-1234), Quantity(mantissa: 5, decimals: 2),
      Quantity(mantissa: 1_234_567, decimals: 3), Quantity(mantissa: 0, decimals: 9),
      Quantity(mantissa: -50, decimals: 1), Quantity(mantissa: 1_000_000, decimals: 6),
    ]
    for quantity in quantities {
      let column = [Measure](repeating: Pieces.events, count: 1)
      let table = ClearedTable(
        id: "so", title: Pieces.vi("Số"), dataset: "d", measures: column, axes: [], fixed: [],
        layout: Layout(rows: [], columns: []), notes: nil, provenance: try Pieces.provenance(),
        acrossBreak: nil, cells: [.value(quantity, [])])
      let html = DataTable.html(
        DataTable.Request(
          table: table, words: words, edition: Pieces.publicEdition, isSample: false,
          registries: try Pieces.registries()))
      let expected = NumberFormat.format(
        mantissa: quantity.mantissa, decimals: quantity.decimals, language: language)
      #expect(
        String(decoding: html, as: UTF8.self).contains("\">\(expected)</td>"), "\(expected)")
    }
  }

  @Test func `Only checked numbers can be called`() throws {
    let html = try #require(
      CallsPiece.html(try Pieces.registries().hotlines, words: try Pieces.words()))
    try Golden.expect(html, is: "calls")
    let text = String(decoding: html, as: UTF8.self)
    #expect(!text.contains("1800"))
    #expect(!text.contains("1900"))
    #expect(CallsPiece.html([], words: try Pieces.words()) == nil)
  }

  @Test func `Every page offers the first free number that is reachable here`() throws {
    let hotlines = try Pieces.registries().hotlines
    #expect(CallsPiece.first(of: hotlines)?.number == "111")
    #expect(CallsPiece.first(of: hotlines.filter { $0.number != "111" }) == nil)
    #expect(
      hotlines.map(CallsPiece.href)
        == ["tel:111", "tel:113", "tel:+84900000000", "tel:18000000", "tel:19000000"])
  }

  @Test func `Who reviewed a page, or that nobody did`() throws {
    let words = try Pieces.words()
    let day = CalendarDate(iso: "2026-01-05")
    #expect(
      Facts.review(by: "Sở Y tế", on: day, words: words)
        == Fact("Duyệt nội dung", "Sở Y tế duyệt ngày 05/01/2026"))
    let nobody = Fact("Duyệt nội dung", "chưa được cơ quan chuyên môn duyệt")
    #expect(Facts.review(by: nil, on: day, words: words) == nobody)
    #expect(Facts.review(by: "Sở Y tế", on: nil, words: words) == nobody)
  }

  @Test func `Sources are titles or links`() throws {
    let words = try Pieces.words()
    let fact = try #require(
      Facts.sources([("Kế hoạch", nil), ("Luật", "https://example.org/?a&b")], words: words))
    #expect(
      String(decoding: fact.html, as: UTF8.self)
        == "<ul><li>Kế hoạch</li><li><a href=\"https://example.org/?a&amp;b\" "
        + "rel=\"noreferrer\">Luật</a></li></ul>")
    #expect(Facts.sources([], words: words) == nil)
  }

  @Test(arguments: [
    ("2021-01-01", "2024-12-31", "Sở Cũ"), ("2025-07-01", "2025-12-31", "Sở Y tế"),
    ("2021-01-01", "2025-12-31", "Sở Cũ đến 28/02/2025; Sở Y tế từ 01/03/2025"),
  ])
  func `The agency in charge, by date`(from: String, through: String, expected: String) throws {
    let fact = Facts.agencies(
      "so-cu", from: try #require(CalendarDate(iso: from)),
      through: try #require(CalendarDate(iso: through)), registries: try Pieces.registries(),
      words: try Pieces.words())
    #expect(fact == Fact("Cơ quan chịu trách nhiệm", expected))
  }

  @Test func `The law by date`() throws {
    let fact = Facts.legalRegimes(
      try Pieces.provenance().legalRegimes, registries: try Pieces.registries(),
      words: try Pieces.words())
    #expect(
      fact
        == Fact(
          "Pháp luật áp dụng",
          "Luật Phòng, chống mua bán người (66/2011/QH12) đến 30/06/2025; "
            + "Luật Phòng, chống mua bán người (53/2024/QH15) từ 01/07/2025"))
  }
}
