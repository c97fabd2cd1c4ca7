/// Lying bars from zero, each with its label above and its value at the end.
struct BarChart {
  private(set) var picture = Picture()
  private let words: ChartWords
  private let series: ChartSeries
  private static let barHeight = 16.0
  /// Left of the bars: half of the axis line.
  private static let left = 1.0

  init(_ series: ChartSeries, slots: ChartSlots, words: ChartWords) {
    self.series = series
    self.words = words
    for (number, group) in slots.groups.enumerated() {
      draw(slots.all[group], isFirst: number == 0, isOnly: slots.isOneGroup)
    }
    picture.height += 2
    picture.note = series.unit
  }

  private mutating func draw(_ slots: ArraySlice<ChartSlot>, isFirst: Bool, isOnly: Bool) {
    let longest = longest(in: slots)
    let largest = scaleEnd(of: slots)
    if !isFirst { picture.height += 10 }
    drawBreaks(slots.first?.breaksBefore ?? [])
    if !isOnly, let name = slots.first.flatMap({ words.groupName(months: $0.point.months) }) {
      picture.height += Picture.lineHeight
      picture.text(name, x: 0, y: picture.height - 3)
    }
    var top = picture.height
    for slot in slots {
      if slot.point != slots.first?.point, !slot.breaksBefore.isEmpty {
        drawAxis(from: top)
        drawBreaks(slot.breaksBefore)
        top = picture.height
      }
      draw(slot.point, longest: longest, largest: largest)
    }
    drawAxis(from: top)
  }

  private mutating func drawAxis(from top: Double) {
    let bottom = Picture.number(picture.height)
    picture.path("M0.6 \(Picture.number(top))V\(bottom)", class: "axis")
  }

  /// Two lines across, the words above them.
  private mutating func drawBreaks(_ breaks: [ChartBreak]) {
    for one in breaks {
      picture.height += 6 + Picture.lineHeight
      picture.text(
        "\(one.from(words)), \(one.note(words))", x: Picture.width, y: picture.height - 3,
        anchor: .end)
      let y = picture.height + 2
      picture.rectangle(x: 0, y: y, width: Picture.width, height: 5.3, class: "gap")
      let (upper, lower) = (Picture.number(y), Picture.number(y + 5.3))
      picture.path("M0 \(upper)H360M0 \(lower)H360", class: "break")
      picture.height += 14
    }
  }

  private mutating func draw(_ point: ChartPoint, longest: Double, largest: Double) {
    picture.height += 4
    for line in TextMeasure.lines(point.label, width: Picture.width - 6) {
      picture.height += Picture.lineHeight
      picture.text(line, x: 6, y: picture.height - 4, class: "label")
    }
    let top = picture.height
    picture.height += Self.barHeight + 4
    let base = top + Self.barHeight - 3.5
    let middle = Self.left + longest / 2
    switch point.mark {
    case .value(let value, let text):
      let length = largest > 0 ? value / largest * longest : 0
      if length > 0 {
        picture.rectangle(
          x: Self.left, y: top, width: length, height: Self.barHeight, class: "fill c1")
      }
      picture.text(text, x: Self.left + length + 5, y: base, class: "value")
    case .nothingOccurred:
      picture.text("-", x: Self.left + 5, y: base, class: "value")
    case .missing:
      picture.rectangle(
        x: Self.left, y: top, width: longest, height: Self.barHeight, class: "missing-box")
      picture.text(words.noNumber, x: middle, y: base, anchor: .middle)
    case .notApplicable:
      picture.text(words.notApplicable, x: Self.left + 5, y: base)
    case .suppressed:
      picture.rectangle(
        x: Self.left, y: top, width: longest, height: Self.barHeight, class: "hidden-box",
        pattern: "p-hidden")
      picture.outlinedText(words.suppressed, x: middle, y: base, class: "label", anchor: .middle)
    }
  }

  /// Length of the longest bar: what the widest value leaves.
  private func longest(in slots: ArraySlice<ChartSlot>) -> Double {
    let widest = slots.map { slot -> Double in
      if case .value(_, let text) = slot.point.mark {
        return TextMeasure.width(text, isBold: true)
      }
      return 0
    }
    return Picture.width - Self.left - (widest.max() ?? 0) - 6
  }

  /// The value at which a bar has its full length: the largest shown, or 100% of rates.
  private func scaleEnd(of slots: ArraySlice<ChartSlot>) -> Double {
    let largest = slots.compactMap(\.point.mark.value).max() ?? 0
    return series.scale == .rates ? max(100, largest) : largest
  }
}
