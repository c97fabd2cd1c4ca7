/// Where things lie in a line chart.
struct LineLayout {
  static let breakLabelHeight = 36.0
  private static let plotHeight = 130.0
  private static let groupGap = 18.0
  private static let breakGap = 18.0

  let left: Double
  let right = Picture.width - 2
  let top: Double
  let bottom: Double
  /// Middle of each slot.
  let x: [Double]
  let slotWidth: Double
  /// One a group.
  let axes: [ValueAxis]
  /// Periods as they are written: "1–6/2025" on two lines where it doesn't fit on one.
  let labels: [(upper: String, lower: String?)]
  /// Every so many labels are written.
  let labelStep: Int

  private let slots: ChartSlots
  private let printsAllValues: Bool
  private let goal: ChartSeries.Goal?

  init(_ series: ChartSeries, slots: ChartSlots, words: ChartWords) {
    self.slots = slots
    goal = series.goal
    let goals = series.goal.map { [$0.value] } ?? []
    axes = slots.groups.map { group in
      ValueAxis(
        series.scale, values: slots.all[group].compactMap(\.point.mark.value) + goals)
    }
    printsAllValues = slots.all.count <= 8 || !slots.isOneGroup
    let widest =
      axes.first.map { axis in
        axis.ticks.map { TextMeasure.width(axis.text($0, language: words.language)) }.max() ?? 0
      } ?? 0
    left = slots.isOneGroup ? max(24, widest + 8) : 2
    let breaks = slots.all.map(\.breaksBefore.count).reduce(0, +)
    top = 26 + Double(breaks) * Self.breakLabelHeight
    bottom = top + Self.plotHeight

    let gaps = slots.all.map { slot -> Double in
      slot.breaksBefore.isEmpty ? 0 : Self.breakGap + 8 * Double(slot.breaksBefore.count - 1)
    }
    let starts = Set(slots.groups.dropFirst().map(\.lowerBound))
    let before = slots.all.indices.map { index in
      max(gaps[index], starts.contains(index) ? Self.groupGap : 0)
    }
    let count = Double(max(1, slots.all.count))
    let width = (right - left - before.reduce(0, +)) / count
    slotWidth = width
    var edge = left
    x = before.map { gap in
      edge += gap + width
      return edge - width / 2
    }
    labels = slots.all.map { Self.split($0.point.label, width: width) }
    let widestLabel = labels.map { TextMeasure.width($0.upper) }.max() ?? 0
    labelStep = max(1, Int((widestLabel / width).rounded(.up)))
  }

  private static func split(_ label: String, width: Double) -> (String, String?) {
    guard TextMeasure.width(label) > width - 4, let slash = label.lastIndex(of: "/") else {
      return (label, nil)
    }
    return (String(label[..<slash]), String(label[label.index(after: slash)...]))
  }

  func y(_ value: Double, group: Int) -> Double {
    let axis = axes[group]
    let share = axis.end > axis.start ? (value - axis.start) / (axis.end - axis.start) : 0
    return bottom - share * (bottom - top)
  }

  /// Nil where no number stands.
  func y(of index: Int) -> Double? {
    let slot = slots.all[index]
    return slot.point.mark.value.map { y($0, group: slot.group) }
  }

  /// Left edge of the double line before a slot: in the middle of its gap.
  func breakX(before index: Int) -> Double {
    x[index] - slotWidth / 2 - Self.breakGap / 2 - 2.6
  }

  /// All values of up to eight points; else the first, the last, the lowest and the highest.
  func printsValue(_ index: Int) -> Bool {
    if printsAllValues { return true }
    let numbers = slots.all.indices.filter { slots.all[$0].point.mark.value != nil }
    let values = numbers.compactMap { slots.all[$0].point.mark.value }
    let value = slots.all[index].point.mark.value
    return index == numbers.first || index == numbers.last
      || numbers.first { slots.all[$0].point.mark.value == values.min() } == index
      || numbers.first { slots.all[$0].point.mark.value == values.max() } == index && value != nil
  }

  /// Where a value stands: off the line that leads to and from its point.
  ///
  /// Below a rising start, a valley and a falling end; above a peak, a falling start, a rising end
  /// and whatever lies close to the base line. On a slope it stands to the right, under a rising
  /// line and over a falling one.
  func labelPlace(_ index: Int) -> (x: Double, y: Double) {
    guard let y = y(of: index) else { return (x[index], bottom) }
    let before = index > 0 && slots.all[index].isJoined ? self.y(of: index - 1) : nil
    let isNextJoined = index + 1 < slots.all.count && slots.all[index + 1].isJoined
    let after = isNextJoined ? self.y(of: index + 1) : nil
    let isLowerBefore = before.map { $0 > y + 1 } ?? false
    let isLowerAfter = after.map { $0 > y + 1 } ?? false
    let isSlope = before != nil && after != nil && isLowerBefore != isLowerAfter
    let isAbove =
      isSlope ? isLowerAfter : isLowerBefore && after == nil || isLowerAfter
    let shift = isSlope ? 10.0 : 0
    if y + 24 > bottom || isAbove && !meetsGoal(x: x[index] + shift, y: y - 9) {
      return (x[index] + shift, y - 9)
    }
    return (x[index] + shift, y + 19)
  }

  /// Whether a value with this base line would lie over the words of the goal.
  private func meetsGoal(x: Double, y: Double) -> Bool {
    guard let goal, axes.count == 1 else { return false }
    let right = left + 2 + TextMeasure.width(goal.text)
    return x - 22 < right && abs(y - (self.y(goal.value, group: 0) - 5)) < Picture.lineHeight
  }

  var hasLowerLabels: Bool { labels.contains { $0.lower != nil } }

  /// Lower labels, equal neighbours written once in their middle.
  var lowerRuns: [(text: String, x: Double)] {
    var runs: [(text: String, first: Int, last: Int)] = []
    for (index, label) in labels.enumerated() {
      guard let lower = label.lower else { continue }
      if let run = runs.last, run.text == lower, run.last == index - 1 {
        runs[runs.count - 1].last = index
      } else {
        runs.append((lower, index, index))
      }
    }
    return runs.map { ($0.text, (x[$0.first] + x[$0.last]) / 2) }
  }
}
