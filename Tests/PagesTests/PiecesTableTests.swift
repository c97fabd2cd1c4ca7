import Pages
import Site
import Tables
import Testing

/// One table of each shape; the expected HTML is in `PiecesGolden/`.
@Suite struct PiecesTableTests {
  func html(
    _ table: ClearedTable, number: Int? = 3, language: String = "vi",
    edition: Edition = Pieces.publicEdition, isSample: Bool = true, occurrence: Int = 1
  ) throws -> [UInt8] {
    DataTable.html(
      DataTable.Request(
        table: table, number: number, occurrence: occurrence, words: try Pieces.words(language),
        edition: edition, isSample: isSample, registries: try Pieces.registries(),
        marksHref: "../ky-hieu/index.html",
        downloads: [
          DataTable.Download(format: "CSV", href: "../data/\(table.id).csv", bytes: 5210),
          DataTable.Download(format: "JSON", href: "../data/\(table.id).json", bytes: 1_240_000),
        ]))
  }

  let sex = Pieces.dimension(
    "sex", "Giới tính", [("_T", "Cả hai giới"), ("F", "Nữ"), ("M", "Nam")])
  let age = Pieces.dimension(
    "age", "Nhóm tuổi", [("_T", "Mọi lứa tuổi"), ("0-17", "Dưới 18 tuổi"), ("18+", "Từ 18 tuổi")])
  let channel = Pieces.dimension(
    "channel", "Hình thức",
    [("_T", "Tổng số"), ("noi-chuyen", "Nói chuyện chuyên đề"), ("mang", "Bài trên mạng xã hội")])

  @Test func `One axis in rows: a total stands last, measures are the columns`() throws {
    let table = try Pieces.table(
      "hinh-thuc", "Cuộc truyền thông theo hình thức", [Pieces.events, Pieces.attendances],
      [channel], rows: ["channel"], columns: [], fixed: [Pieces.fixedArea],
      """
      523 13710
      266 13710
      257 …
      """)
    try Golden.expect(html(table), is: "one-axis")
  }

  @Test func `Two axes in rows: the outer one heads groups`() throws {
    let table = try Pieces.table(
      "gioi-tuoi", "Người được tiếp nhận", [Pieces.received],
      [try Pieces.periods("2023", "2024", "2023/2024"), sex, age], rows: ["period", "sex"],
      columns: ["age"], fixed: [Pieces.fixedArea],
      """
      40 15 25  22 [c] [c]  18 [c] [c]
      41 16 25  23 [c] [c]  18 [c] [c]
      81 31 50  45 18 27    36 13 23
      """)
    try Golden.expect(html(table), is: "two-axes")
  }

  @Test func `Nested columns: two levels of heads, a break between columns`() throws {
    let table = try Pieces.table(
      "long-nhau", "Cuộc và lượt người theo hình thức", [Pieces.events, Pieces.attendances],
      [channel, try Pieces.periods("2024", "2025-S1", "2025-S2")], rows: ["channel"],
      columns: ["period"], fixed: [Pieces.fixedArea],
      """
      523 …      303 9440   311p [z]
      266 13710  140 7020   200p 16280p
      257 …      163 2420   111p [z]
      """)
    try Golden.expect(html(table), is: "nested-columns")
  }

  @Test func `Wide: more than eight columns scroll, the legend stands in the caption`() throws {
    let periods = try Pieces.periods("2021", "2022", "2023", "2024", "2025-S1")
    let table = try Pieces.table(
      "rong", "Cuộc và lượt người qua các năm", [Pieces.events, Pieces.attendances],
      [channel, periods], rows: ["channel"], columns: ["period"], fixed: [Pieces.fixedArea],
      """
      1 2 3 4 5 6 7 8 9 [c]
      1 2 3 4 5 6 7 8 9 [c]
      - - - - - - - - - -
      """)
    try Golden.expect(html(table), is: "wide")
  }

  @Test func `A province before and after its borders changed: one row of periods, one break`()
    throws
  {
    let table = try Pieces.table(
      "theo-ky", "Người được tiếp nhận theo kỳ", [Pieces.received],
      [
        Pieces.areas(Pieces.oldArea, Pieces.newArea),
        try Pieces.periods("2023", "2024", "2025-S1", "2025-S2", "2023/2025-S1"),
      ],
      rows: ["area", "period"], columns: [],
      """
      40 41 21  .  102
      .  .  .  [c] .
      """)
    try Golden.expect(html(table, edition: Pieces.officials), is: "break-in-rows")
  }

  @Test func `Every mark, in a column whose numbers share their decimals`() throws {
    let codes = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "k"].map { ($0, "Dòng \($0)") }
    let table = try Pieces.table(
      "ky-hieu", "Mọi ký hiệu", [Pieces.measure("share", "Tỉ lệ", unit: "percent")],
      [Pieces.dimension("row", "Dòng", codes)], rows: ["row"], columns: [],
      "[c] … - [x] [z] 100p 94.95e 1234567.8r 7b 8pr")
    try Golden.expect(html(table, number: nil, edition: Pieces.officials), is: "every-mark")
  }

  @Test func `Without rows: caption and heads stay, one row says why`() throws {
    let table = try Pieces.table(
      "trong", "Người được tiếp nhận", [Pieces.received, Pieces.events],
      [try Pieces.periods()], rows: ["period"], columns: [], "")
    try Golden.expect(html(table, isSample: false), is: "empty")
  }

  @Test func `A single column has the measure as its head`() throws {
    let table = try Pieces.table(
      "mot-cot", "Người được tiếp nhận theo giới tính, gộp", [Pieces.received],
      [
        Pieces.areas(Pieces.oldArea, Pieces.newArea), try Pieces.periods("2021/2025-S1"), sex,
      ],
      rows: ["sex"], columns: ["period"], "102 61 41 . . .")
    try Golden.expect(html(table, occurrence: 2), is: "single-column")
  }

  @Test func `Districts: a unit without a cell in a period reads "not applicable"`() throws {
    let district = Pieces.area(
      "866", "gso-2004", "Thành phố Cao Lãnh", to: Pieces.breakDay, below: ["gso-2004:87"])
    let table = try Pieces.table(
      "dia-ban", "Cuộc theo địa bàn", [Pieces.events],
      [
        Pieces.areas(Pieces.oldArea, district, Pieces.newArea),
        try Pieces.periods("2024", "2025-S1", "2025-S2"),
      ],
      rows: ["area"], columns: ["period"],
      """
      523 303 .
      300 200 .
      .   .   604
      """)
    try Golden.expect(html(table), is: "districts")
  }

  /// At most 24 characters, for each column its widest value or head word, and 3 for marks.
  @Test(arguments: [
    ("1000000 1000000", "few"), ("1000000p 1000000", "few marks"),
    ("10000000p 10000000.5", "cards narrow marks"), ("1000000000 -1000000000", "cards narrow"),
    ("-10000000 1000000000", "few"), ("[c] …", "few"),
  ])
  func `A few broad columns become cards on a phone`(cells: String, expected: String) throws {
    let table = try Pieces.table(
      "rong-hep", "Rộng hẹp", [Pieces.events, Pieces.attendances],
      [Pieces.dimension("sex", "Giới tính", [("F", "Nữ")])], rows: ["sex"], columns: [], cells)
    let text = String(decoding: try html(table), as: UTF8.self)
    #expect(text.contains("<table class=\"\(expected)\" aria"))
  }

  @Test(arguments: [
    (4, "few"), (5, "cards"), (8, "cards"), (9, "wide"), (14, "wide"),
    (15, "wide over"),
  ])
  func `More columns: cards, then sideways`(count: Int, expected: String) throws {
    let columns = Pieces.dimension("c", "Cột", (0..<count).map { ("c\($0)", "Cột") })
    let table = try Pieces.table(
      "nhieu-cot", "Nhiều cột", [Pieces.events], [sex, columns], rows: ["sex"], columns: ["c"],
      (0..<(3 * count)).map(String.init).joined(separator: " "))
    let text = String(decoding: try html(table), as: UTF8.self)
    #expect(text.contains("<table class=\"\(expected)\" aria"))
  }

  @Test func `Measures in rows, where every axis is in the columns`() throws {
    let table = try Pieces.table(
      "ngang", "Theo giới tính", [Pieces.events, Pieces.attendances], [sex], rows: [],
      columns: ["sex"], "5 50 3 30 2 20")
    try Golden.expect(html(table), is: "measures-in-rows")
  }

  @Test func `A page in another language says in which language a text is`() throws {
    let measure = Measure(
      id: "m", title: LocalizedText(["vi": "Tỉ lệ <A & B>"], defaultLanguage: "vi"),
      unit: "persons", sensitivity: .published, pooling: .sum,
      source: "https://example.org/?a=1&b=2")
    let table = try Pieces.table(
      "anh", "Đã công bố", [measure], [sex], rows: ["sex"], columns: [], "7 3 4")
    try Golden.expect(html(table, language: "en"), is: "english")
  }

  @Test func `Codes of which a person may have several say that they do not add up`() throws {
    let support = Axis(
      name: "support", role: .dimension, title: Pieces.vi("Hình thức hỗ trợ"),
      codes: [
        AxisCode(code: "_T", parents: [], label: Pieces.vi("Tổng số")),
        AxisCode(code: "law", parents: ["_T"], label: Pieces.vi("Pháp lý")),
        AxisCode(code: "job", parents: ["_T"], label: Pieces.vi("Học nghề")),
      ], isMultiResponse: true)
    let table = try Pieces.table(
      "ho-tro", "Hỗ trợ", [Pieces.received], [support], rows: ["support"], columns: [], "20 16 8")
    let text = String(decoding: try html(table), as: UTF8.self)
    #expect(
      text.contains(
        "<p class=\"muted\">Hình thức hỗ trợ: một người có thể thuộc nhiều mục, nên các mục cộng lại có thể lớn hơn tổng số.</p>"
      ))
    let other = try Pieces.table(
      "gioi", "Theo giới", [Pieces.received], [sex], rows: ["sex"], columns: [], "20 16 4")
    #expect(!String(decoding: try html(other), as: UTF8.self).contains("nhiều mục"))
  }

  @Test func `Only a table of nothing but published figures drops the sample label`() throws {
    let published = Measure(
      id: "calls", title: Pieces.vi("Cuộc gọi"), unit: "cases", sensitivity: .published,
      pooling: .sum, source: "https://example.org/")
    let alone = try Pieces.table(
      "a", "Đã công bố", [published], [sex], rows: ["sex"], columns: [], "7 3 4")
    let mixed = try Pieces.table(
      "b", "Lẫn", [published, Pieces.events], [sex], rows: ["sex"], columns: [], "7 1 3 1 4 0")
    let texts = try [alone, mixed].map { String(decoding: try html($0), as: UTF8.self) }
    #expect(texts[0].contains("<span class=\"tag published\">Số liệu đã công bố</span>"))
    #expect(texts[0].contains("<a href=\"https://example.org/\" rel=\"noreferrer\">"))
    #expect(!texts[0].contains("Số liệu minh họa"))
    #expect(texts[1].contains("<span class=\"tag\">Số liệu minh họa</span>"))
    #expect(!texts[1].contains("đã công bố") && !texts[1].contains("example.org"))
  }

  @Test func `A pooled period across a break prints the reason`() throws {
    let table = try Pieces.table(
      "qua-gay", "Gộp qua gãy", [Pieces.events], [try Pieces.periods("2024/2025"), sex],
      rows: ["sex"], columns: ["period"], acrossBreak: "Chỉ đếm việc đã làm.", "9 5 4")
    let text = String(decoding: try html(table), as: UTF8.self)
    #expect(text.contains("<p class=\"muted\">Chỉ đếm việc đã làm.</p>"))
    #expect(text.contains("Gộp 2024–2025."))
  }

  @Test func `The same request gives the same bytes`() throws {
    let table = try Pieces.table(
      "lai", "Hai lần", [Pieces.events], [sex], rows: ["sex"], columns: [], "9p 5e [c]")
    #expect(try html(table) == html(table))
  }
}
