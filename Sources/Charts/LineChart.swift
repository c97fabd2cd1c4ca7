/// Points over periods, joined where nothing lies between them.
struct LineChart {
  private(set) var picture = Picture()
  private let words: ChartWords
  private let layout: LineLayout
  private let slots: [ChartSlot]

  init(_ series: ChartSeries, slots: ChartSlots, words: ChartWords) {
    self.words = words
    self.slots = slots.all
    layout = LineLayout(series, slots: slots, words: words)
    if slots.isOneGroup { drawGrid(series) }
    drawGoal(series.goal)
    for group in slots.groups { drawBaseLine(group) }
    drawBoxes()
    drawBreaks()
    drawLine()
    for index in slots.all.indices { drawPoint(index, isRate: series.scale == .rates) }
    drawLabels(slots)
    if let axis = layout.axes.first, axis.start > 0 {
      let start = axis.text(axis.start, language: words.language)
      picture.note = ChartWords.fill(words.axisStart, ["value": "\(start)%"])
    } else {
      picture.note = series.unit
    }
  }

  private mutating func drawGrid(_ series: ChartSeries) {
    guard let axis = layout.axes.first else { return }
    let right = Picture.number(layout.right)
    for tick in axis.ticks {
      let y = layout.y(tick, group: 0)
      let left = Picture.number(layout.left)
      picture.path("M\(left) \(Picture.number(y))H\(right)", class: "grid")
    }
    for tick in [axis.start] + axis.ticks {
      let text = axis.text(tick, language: words.language)
      picture.text(
        text, x: layout.left - 6, y: layout.y(tick, group: 0) + 4.5, anchor: .end)
    }
    if series.scale == .rates {
      picture.text("%", x: layout.left - 6, y: layout.top - 10, anchor: .end)
    }
  }

  private mutating func drawGoal(_ goal: ChartSeries.Goal?) {
    guard let goal, layout.axes.count == 1 else { return }
    let y = layout.y(goal.value, group: 0)
    let (left, right) = (Picture.number(layout.left), Picture.number(layout.right))
    picture.path("M\(left) \(Picture.number(y))H\(right)", class: "goal")
    picture.text(goal.text, x: layout.left + 2, y: y - 5, class: "label")
  }

  private mutating func drawBaseLine(_ group: Range<Int>) {
    guard let first = group.first, let last = group.last else { return }
    let left = Picture.number(layout.x[first] - layout.slotWidth / 2)
    let right = Picture.number(layout.x[last] + layout.slotWidth / 2)
    picture.path("M\(left) \(Picture.number(layout.bottom))H\(right)", class: "axis")
  }

  /// Boxes over the full height: no height can be read from them.
  private mutating func drawBoxes() {
    for (slot, x) in zip(slots, layout.x) {
      let width = min(layout.slotWidth - 4, 60)
      let isHidden = slot.point.mark == .suppressed
      guard isHidden || slot.point.mark == .missing else { continue }
      picture.rectangle(
        x: x - width / 2, y: layout.top, width: width, height: layout.bottom - layout.top - 2,
        class: isHidden ? "hidden-box" : "missing-box", pattern: isHidden ? "p-hidden" : nil)
      let lines = TextMeasure.lines(isHidden ? words.suppressed : words.noNumber, width: width)
      let middle = (layout.top + layout.bottom) / 2 + 4
      for (number, line) in lines.enumerated() {
        let offset = (Double(number) - Double(lines.count - 1) / 2) * Picture.lineHeight
        let y = middle + offset
        if isHidden {
          picture.outlinedText(line, x: x, y: y, class: "label", anchor: .middle)
        } else {
          picture.text(line, x: x, y: y, anchor: .middle)
        }
      }
    }
  }

  private mutating func drawBreaks() {
    var row = 0.0
    for (index, slot) in slots.enumerated() {
      for (number, one) in slot.breaksBefore.enumerated() {
        let x = layout.breakX(before: index) - Double(number) * 8
        let top = row * LineLayout.breakLabelHeight + LineLayout.breakLabelHeight - 2
        picture.rectangle(
          x: x, y: top, width: 5.3, height: layout.bottom - top + 1, class: "gap")
        let (upper, lower) = (Picture.number(top), Picture.number(layout.bottom))
        let (left, right) = (Picture.number(x), Picture.number(x + 5.3))
        picture.path("M\(left) \(upper)V\(lower)M\(right) \(upper)V\(lower)", class: "break")
        // Right of the lines if there is room for the words, else ending at the picture's edge.
        let lines = [one.from(words), one.note(words)]
        let needed = lines.map { TextMeasure.width($0, isBold: true) }.max() ?? 0
        let fits = x + needed <= Picture.width
        for (line, text) in lines.enumerated() {
          picture.text(
            text, x: fits ? x : Picture.width,
            y: row * LineLayout.breakLabelHeight + 13 + Double(line) * Picture.lineHeight,
            class: line == 0 ? "value" : nil, anchor: fits ? .start : .end)
        }
        row += 1
      }
    }
  }

  private mutating func drawLine() {
    var data = ""
    for index in slots.indices {
      guard let y = layout.y(of: index), slots[index].isJoined, index > 0,
        let from = layout.y(of: index - 1)
      else { continue }
      data += "M\(Picture.number(layout.x[index - 1])) \(Picture.number(from))"
      data += "L\(Picture.number(layout.x[index])) \(Picture.number(y))"
    }
    if !data.isEmpty { picture.path(data, class: "line c1") }
  }

  private mutating func drawPoint(_ index: Int, isRate: Bool) {
    let (slot, x) = (slots[index], layout.x[index])
    switch slot.point.mark {
    case .value(_, let text):
      guard let y = layout.y(of: index) else { return }
      if slot.isAfterBreak {
        picture.rectangle(x: x - 3.5, y: y - 3.5, width: 7, height: 7, class: "dot c1")
      } else {
        picture.circle(x: x, y: y, radius: 4, class: "dot c1")
      }
      guard layout.printsValue(index) else { return }
      let written = isRate && text.hasSuffix("%") ? String(text.dropLast()) : text
      let place = layout.labelPlace(index)
      picture.outlinedText(written, x: place.x, y: place.y, class: "value", anchor: .middle)
    case .nothingOccurred:
      picture.text("-", x: x, y: layout.bottom - 4, class: "value", anchor: .middle)
    case .notApplicable:
      for (line, text) in TextMeasure.lines(words.notApplicable, width: layout.slotWidth)
        .reversed().enumerated()
      {
        let y = layout.bottom - 5 - Double(line) * Picture.lineHeight
        picture.text(text, x: x, y: y, anchor: .middle)
      }
    case .missing, .suppressed: return
    }
  }
}

// MARK: - Below the base line

extension LineChart {
  private mutating func drawLabels(_ slots: ChartSlots) {
    var y = layout.bottom + 17
    for (index, label) in layout.labels.enumerated() where index % layout.labelStep == 0 {
      picture.text(label.upper, x: layout.x[index], y: y, anchor: .middle)
    }
    if layout.hasLowerLabels {
      y += Picture.lineHeight
      for run in layout.lowerRuns {
        picture.text(run.text, x: run.x, y: y, anchor: .middle)
      }
    }
    if !slots.isOneGroup {
      y += Picture.lineHeight
      for group in slots.groups {
        guard let first = group.first, let last = group.last,
          let name = words.groupName(months: slots.all[first].point.months)
        else { continue }
        picture.text(
          name, x: (layout.x[first] + layout.x[last]) / 2, y: y, anchor: .middle)
      }
    }
    picture.height = y + 4
  }
}
