import Charts
import Tables
import Testing

/// A line joins neighbouring periods and nothing else.
@Suite struct LineChartTests {
  private func draw(_ series: ChartSeries, words: ChartWords = Sample.words) -> String {
    String(
      decoding: ChartDrawing(.line, series, id: "c1", words: words).svg, as: UTF8.self)
  }

  @Test("Nothing is drawn across a break, a missing or a hidden period")
  func gaps() throws {
    let svg = draw(Sample.rates)
    let line = try #require(svg.firstMatch(of: /<path class="line c1" d="([^"]*)"/)).1
    // 2021 to 2022 and 2024 to 1–6/2025: two strokes out of six periods.
    #expect(line.count { $0 == "M" } == 2)
    #expect(line.count { $0 == "L" } == 2)
    #expect(svg.matches(of: /<path class="break"/).count == 1)
    #expect(svg.contains(">Từ 01/07/2025</text>"))
    #expect(svg.contains(">ranh giới và luật mới</text>"))
  }

  @Test("Points are circles before the break and squares after it")
  func shapes() {
    let svg = draw(Sample.rates)
    #expect(svg.matches(of: /<circle class="dot c1"/).count == 4)
    #expect(svg.matches(of: /<rect class="dot c1"/).count == 1)
  }

  @Test("A series that begins after the break has no break to show")
  func afterBreakOnly() {
    let series = ChartSeries(
      name: "Tin", scale: .rates,
      points: [
        Sample.point("2025-S2", Sample.share(9, 10)), Sample.point("2026-S1", Sample.share(8, 10)),
      ], breaks: Sample.breaks)
    let svg = draw(series)
    #expect(!svg.contains("class=\"break\""))
    #expect(svg.matches(of: /<circle class="dot c1"/).count == 2)
  }

  @Test("A hidden period is a hatched box over the full height, whatever stands beside it")
  func hidden() throws {
    func box(_ neighbour: Int) throws -> Substring {
      let series = ChartSeries(
        name: "Người", scale: .counts,
        points: [
          Sample.point("2023", .suppressed), Sample.point("2024", Sample.count(neighbour)),
        ])
      return try #require(draw(series).firstMatch(of: /<rect class="hidden-box"[^>]*>/)).0
    }
    #expect(try box(12) == box(19))
    #expect(try box(12).contains("height=\"128\" fill=\"url(#p-hidden)\""))
    let svg = draw(Sample.counts)
    #expect(svg.contains(">bảo mật</text>"))
    #expect(!svg.contains("missing-box"))
  }

  @Test("A period without a number is a dashed box with a word") func missing() {
    let svg = draw(Sample.rates)
    #expect(svg.contains("class=\"missing-box\""))
    #expect(svg.contains(">chưa</text>") && svg.contains(">có số</text>"))
  }

  @Test("Years and half-years don't share an axis of counts, rates may")
  func unequalPeriods() {
    let counts = draw(Sample.counts)
    #expect(counts.matches(of: /<path class="axis"/).count == 2)
    #expect(counts.contains(">cả năm</text>") && counts.contains(">nửa năm</text>"))
    #expect(!counts.contains("class=\"grid\""))
    let rates = draw(Sample.rates)
    #expect(rates.matches(of: /<path class="axis"/).count == 1)
    #expect(!rates.contains("cả năm"))
  }

  @Test("A line that starts above zero says so; counts start at zero") func axisStart() {
    #expect(draw(Sample.rates).contains(">Trục bắt đầu từ 90%</text>"))
    let high = ChartSeries(
      name: "Tin", scale: .counts,
      points: [
        Sample.point("2023", Sample.count(900)), Sample.point("2024", Sample.count(910)),
      ], unit: "Đơn vị: tin")
    #expect(!draw(high).contains("Trục bắt đầu"))
    #expect(draw(high).contains(">0</text>"))
    #expect(draw(high).contains(">Đơn vị: tin</text>"))
  }

  @Test("Zero is a printed 0, and what did not occur is a sign on the base line") func zero() {
    let series = ChartSeries(
      name: "Tin", scale: .counts,
      points: [
        Sample.point("2022", Sample.count(0)), Sample.point("2023", .nothingOccurred),
        Sample.point("2024", Sample.count(5)),
      ])
    let svg = draw(series)
    #expect(svg.contains(/<text class="value halo"[^>]*>0<\/text>/))
    #expect(svg.contains(/<text class="value"[^>]*>-<\/text>/))
  }

  @Test("Up to eight points print their values; of more, first, last, lowest and highest")
  func values() {
    func printed(_ numbers: [Int]) -> Int {
      let points = numbers.enumerated().map {
        Sample.point("\(2000 + $0.offset)", Sample.count($0.element))
      }
      return draw(ChartSeries(name: "Tin", scale: .counts, points: points))
        .matches(of: /class="value halo"/).count
    }
    #expect(printed([5, 9, 4, 8, 7, 6, 5, 3]) == 8)
    #expect(printed([5, 9, 4, 8, 7, 6, 5, 2, 6]) == 4)
  }

  @Test("The goal is a line with its words") func goal() {
    #expect(draw(Sample.rates).contains("<path class=\"goal\""))
    #expect(draw(Sample.rates).contains(">Mục tiêu 100%</text>"))
  }
}
