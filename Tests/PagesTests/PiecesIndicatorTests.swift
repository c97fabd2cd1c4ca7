import Indicators
import Pages
import Site
import Tables
import Testing

@Suite struct PiecesIndicatorTests {
  @Test func `Scoreboard: each status once, targets in words last, a double line at the break`()
    throws
  {
    let plan = try PiecesPlan()
    let html = ScoreboardPiece.html(
      ScoreboardPiece.Request(
        scoreboard: plan.scoreboard, edition: plan.edition, words: try Pieces.words(),
        hrefs: ["tin": "chi-tieu/tin/index.html"]))
    try Golden.expect(html, is: "scoreboard")
  }

  @Test(arguments: [("tin", "t1"), ("khong", "t3"), ("thieu", "t4"), ("an", "t5")])
  func `Key figure: the number, or else why there is none`(indicator: String, target: String)
    throws
  {
    let plan = try PiecesPlan()
    let html = KeyFigure.html(
      KeyFigure.Request(
        series: try plan.series(indicator), standing: try plan.standing(target),
        words: try Pieces.words(), isSample: true))
    try Golden.expect(html, is: "key-figure-\(indicator)")
  }

  @Test func `Key figure of an indicator without a target, in a content page`() throws {
    let html = KeyFigure.html(
      KeyFigure.Request(
        series: try PiecesPlan().series("dem"), words: try Pieces.words(), isSample: false,
        nameHref: "../dem/index.html"))
    #expect(
      String(decoding: html, as: UTF8.self) == """
        <div class="now">
        <p class="name"><a href="../dem/index.html">Số cuộc</a></p>
        <p class="figure">78 tin</p>
        <p class="sub">6 tháng cuối năm 2025, tỉnh Đồng Tháp.</p>
        </div>

        """)
  }

  @Test func `Formula: the parts with their units, the shortfall as a subtraction`() throws {
    let plan = try PiecesPlan()
    let latest = try #require(try plan.standing("t1").latest)
    let html = try #require(
      FormulaPiece.html(
        try plan.series("tin"), latest.result, shortfall: latest.shortfall,
        words: try Pieces.words()))
    #expect(
      String(decoding: html, as: UTF8.self) == """
        <dl class="formula">
        <div><dt>74</dt><dd>tin đã phân loại, xử lý</dd></div>
        <div><dt>78</dt><dd>tin phải xử lý</dd></div>
        <div><dt>94,9%</dt><dd>tỷ lệ. Còn thiếu: 78 − 74 = 4 tin</dd></div>
        </dl>

        """)
  }

  @Test(arguments: ["khong", "thieu", "an", "dem"])
  func `No formula where a part is no number`(indicator: String) throws {
    let series = try PiecesPlan().series(indicator)
    let latest = try #require(series.latest)
    #expect(FormulaPiece.html(series, latest, words: try Pieces.words()) == nil)
  }

  @Test func `A hidden part leaves no number anywhere`() throws {
    let plan = try PiecesPlan()
    let words = try Pieces.words()
    let figure = KeyFigure.html(
      KeyFigure.Request(
        series: try plan.series("an"), standing: try plan.standing("t5"), words: words,
        isSample: true))
    #expect(!String(decoding: figure, as: UTF8.self).contains("30"))
    #expect(!String(decoding: figure, as: UTF8.self).contains("%"))
  }

  @Test func `A quote is verbatim, with its clause`() throws {
    let html = QuotePiece.html(
      Pieces.vi("100% “tin” & <việc>"), clause: "II.2", document: Pieces.vi("Kế hoạch 1/KH-UBND"),
      words: try Pieces.words())
    #expect(
      String(decoding: html, as: UTF8.self) == """
        <figure class="quote"><blockquote>“100% “tin” &amp; &lt;việc&gt;”</blockquote>\
        <figcaption>Mục II.2, Kế hoạch 1/KH-UBND</figcaption></figure>

        """)
  }
}
