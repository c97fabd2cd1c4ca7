import Charts
import Foundation
import FoundationXML
import Testing

/// What holds for every chart.
@Suite struct ChartDrawingTests {
  static let all: [(ChartKind, ChartSeries)] = [
    (.line, Sample.rates), (.line, Sample.counts), (.bar, Sample.rates), (.bar, Sample.counts),
    (.bar, Sample.states),
    (.line, ChartSeries(name: "Trống", scale: .counts, points: [])),
    (.bar, ChartSeries(name: "Trống", scale: .rates, points: [])),
  ]

  @Test("Bars lie down, labels above and values at their ends") func golden() {
    let series = ChartSeries(
      name: "Người được tiếp nhận", scale: .counts,
      points: [
        Sample.bar("Nữ", Sample.count(25)), Sample.bar("Nam", .suppressed),
        Sample.bar("Không rõ", .nothingOccurred),
      ], unit: "Đơn vị: người")
    let drawing = ChartDrawing(.bar, series, id: "c1", words: Sample.words)
    let expected = #"""
      <svg class="plot" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 146" role="img" aria-labelledby="c1-t c1-d">
      <title id="c1-t">Người được tiếp nhận: trong các số được công bố, nhiều nhất là Nữ, 25</title>
      <desc id="c1-d">Nữ: 25; Nam: bảo mật; Không rõ: không phát sinh. Mọi con số ở bảng bên cạnh.</desc>
      <text class="label" x="6" y="16">Nữ</text>
      <rect class="fill c1" x="1" y="20" width="338" height="16"/>
      <text class="value" x="344" y="32.5">25</text>
      <text class="label" x="6" y="56">Nam</text>
      <rect class="hidden-box" x="1" y="60" width="338" height="16" fill="url(#p-hidden)"/>
      <text class="label halo" x="170" y="72.5" text-anchor="middle">bảo mật</text>
      <text class="label" x="170" y="72.5" text-anchor="middle">bảo mật</text>
      <text class="label" x="6" y="96">Không rõ</text>
      <text class="value" x="6" y="112.5">-</text>
      <path class="axis" d="M0.6 0V120"/>
      <text class="value" x="0" y="141">Số liệu minh họa</text>
      <text x="360" y="141" text-anchor="end">Đơn vị: người</text>
      </svg>

      """#
    #expect(String(decoding: drawing.svg, as: UTF8.self) == expected)
    #expect(drawing.title.hasSuffix("nhiều nhất là Nữ, 25"))
    #expect(drawing.description.hasPrefix("Nữ: 25; Nam: bảo mật"))
  }

  @Test("Well-formed, 360 wide, named by its title and description", arguments: all.indices)
  func frame(index: Int) throws {
    let (kind, series) = Self.all[index]
    let drawing = ChartDrawing(kind, series, id: "h-\(index)", words: Sample.words)
    #expect(XMLParser(data: Data(drawing.svg)).parse())
    let svg = String(decoding: drawing.svg, as: UTF8.self)
    #expect(
      svg.hasPrefix("<svg class=\"plot\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 360 "))
    #expect(svg.contains("aria-labelledby=\"h-\(index)-t h-\(index)-d\""))
    #expect(
      svg.contains("<title id=\"h-\(index)-t\">") && svg.contains("<desc id=\"h-\(index)-d\">"))
    #expect(!svg.contains("style="))
    #expect(svg.matches(of: /[ "]id="/).count == 2)
  }

  @Test("A sample site's picture says so itself; an official one doesn't", arguments: all.indices)
  func sample(index: Int) {
    let (kind, series) = Self.all[index]
    let sample = ChartDrawing(kind, series, id: "c1", words: Sample.words)
    #expect(
      String(decoding: sample.svg, as: UTF8.self).contains(
        #/<text class="value" x="0" y="[\d.]+">Số liệu minh họa</text>/#))
    let official = ChartDrawing(kind, series, id: "c1", words: Sample.words(sample: nil))
    #expect(!String(decoding: official.svg, as: UTF8.self).contains("minh họa"))
  }

  @Test("Nothing lies outside the picture", arguments: all.indices)
  func bounds(index: Int) throws {
    let (kind, series) = Self.all[index]
    let svg = String(
      decoding: ChartDrawing(kind, series, id: "c1", words: Sample.words).svg, as: UTF8.self)
    let height = try #require(
      svg.firstMatch(of: /viewBox="0 0 360 ([\d.]+)"/).flatMap { Double($0.1) })
    for match in svg.matches(of: /\sc?x="(-?[\d.]+)"/) {
      #expect((0...360).contains(try #require(Double(match.1))))
    }
    for match in svg.matches(of: /\sc?y="(-?[\d.]+)"/) {
      #expect((0...height).contains(try #require(Double(match.1))))
    }
  }

  @Test("Markup in names stays text") func escaping() {
    let series = ChartSeries(
      name: "<b>&", scale: .counts, points: [Sample.bar("\"<script>\"", Sample.count(12))])
    let drawing = ChartDrawing(.bar, series, id: "c1", words: Sample.words)
    let svg = String(decoding: drawing.svg, as: UTF8.self)
    #expect(svg.contains("&lt;b&gt;&amp;") && svg.contains("&quot;&lt;script&gt;&quot;"))
    #expect(XMLParser(data: Data(drawing.svg)).parse())
  }

  @Test("A label of 400 characters is broken into lines") func longLabel() {
    let label = String(repeating: "truyền thông ", count: 30)
    let series = ChartSeries(
      name: "Tin", scale: .counts, points: [Sample.bar(label, Sample.count(12))])
    let svg = String(
      decoding: ChartDrawing(.bar, series, id: "c1", words: Sample.words).svg, as: UTF8.self)
    let lines = svg.matches(of: /<text class="label"[^>]*>([^<]*)</)
    // Seven words of 60 on each.
    #expect(lines.count == 9)
    #expect(lines.allSatisfy { $0.1.count <= 50 })
  }

  @Test("Years and half-years have bars of their own scale, and the break lies between")
  func bars() {
    let svg = String(
      decoding: ChartDrawing(.bar, Sample.counts, id: "c1", words: Sample.words).svg,
      as: UTF8.self)
    #expect(svg.contains(">cả năm</text>") && svg.contains(">nửa năm</text>"))
    #expect(svg.matches(of: /<path class="break"/).count == 1)
    // The largest year and the largest half-year: full length both.
    #expect(svg.matches(of: /<rect class="fill c1"[^>]* width="338"/).count == 2)
  }
}
