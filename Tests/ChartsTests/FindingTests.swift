import Charts
import Testing

/// The finding in words: it claims no more than what is shown.
@Suite struct FindingTests {
  private func title(_ kind: ChartKind, _ series: ChartSeries) -> String {
    ChartDrawing(kind, series, id: "c1", words: Sample.words).title
  }

  private func bars(_ marks: [ChartMark?]) -> ChartSeries {
    ChartSeries(
      name: "Cuộc", scale: .counts,
      points: zip(["Loa", "Tờ rơi", "Mạng"], marks).map { Sample.bar($0, $1) })
  }

  @Test func largest() {
    #expect(
      title(.bar, bars([Sample.count(12), Sample.count(40), .nothingOccurred]))
        == "Cuộc: nhiều nhất là Tờ rơi, 40")
  }

  @Test("All that share the largest number are named") func tie() {
    #expect(
      title(.bar, bars([Sample.count(40), Sample.count(12), Sample.count(40)]))
        == "Cuộc: nhiều nhất là Loa, Mạng, 40")
  }

  @Test(
    "Where a value is hidden or missing, the largest of those shown is called so",
    arguments: [ChartMark.suppressed, .missing])
  func shown(mark: ChartMark) {
    #expect(
      title(.bar, bars([Sample.count(40), mark, Sample.count(12)]))
        == "Cuộc: trong các số được công bố, nhiều nhất là Loa, 40")
  }

  @Test("Without any number the title says that", arguments: ChartKind.allCases)
  func nothing(kind: ChartKind) {
    let series = ChartSeries(
      name: "Cuộc", scale: .counts,
      points: [Sample.point("2023", .suppressed), Sample.point("2024", .suppressed)])
    #expect(title(kind, series) == "Cuộc: không có số nào được công bố")
  }

  @Test("A line names its last number that is shown") func last() {
    #expect(title(.line, Sample.rates) == "Tin được phân loại, xử lý: 94,9% ở kỳ 7–12/2025")
  }

  @Test("Across a break, or a year and a half-year, no largest is named") func incomparable() {
    #expect(title(.bar, Sample.rates) == "Tin được phân loại, xử lý: 94,9% ở kỳ 7–12/2025")
    #expect(title(.bar, Sample.counts) == "Người được tiếp nhận: 46 ở kỳ 7–12/2025")
  }

  @Test("The description has every value in words, and the break") func description() {
    let drawing = ChartDrawing(.line, Sample.rates, id: "c1", words: Sample.words)
    #expect(
      drawing.description
        == "2021: 93,0%; 2022: 95,7%; 2023: chưa có số; 2024: 96,7%; 1–6/2025: 100,0%; "
        + "Từ 01/07/2025, ranh giới và luật mới; 7–12/2025: 94,9%. Mọi con số ở bảng bên cạnh.")
  }
}
