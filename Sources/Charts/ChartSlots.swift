import Tables
import VietnameseText

/// The points of a series in the order in which they are drawn, in groups that share an axis.
struct ChartSlots {
  let all: [ChartSlot]
  /// Indices into `all`.
  let groups: [Range<Int>]

  init(_ series: ChartSeries) {
    let points = series.points.sorted { a, b in
      guard let a = a.period, let b = b.period else { return false }
      return a.start < b.start
    }
    var order: [Int] = []
    if series.scale == .counts {
      for point in points where !order.contains(point.months) { order.append(point.months) }
    }
    if order.isEmpty { order = [0] }
    var slots: [ChartSlot] = []
    var groups: [Range<Int>] = []
    for (group, months) in order.enumerated() {
      let start = slots.count
      for point in points where series.scale == .rates || point.months == months {
        slots.append(
          ChartSlot(
            point, group: group, after: slots.last, first: points.first, breaks: series.breaks))
      }
      groups.append(start..<slots.count)
    }
    all = slots
    self.groups = groups
  }

  /// Whether all points have the same length, or none has one.
  var isOneGroup: Bool { groups.count <= 1 }
}

struct ChartSlot {
  let point: ChartPoint
  /// Number of the group that shares an axis.
  let group: Int
  /// Breaks between the slot before and this one.
  let breaksBefore: [ChartBreak]
  /// Whether a break lies between the first point of the series and this one: drawn as a square.
  let isAfterBreak: Bool
  /// Whether a line may lead here from the slot before: the same group, the next period, no break.
  let isJoined: Bool

  init(
    _ point: ChartPoint, group: Int, after previous: ChartSlot?, first: ChartPoint?,
    breaks: [SeriesBreak]
  ) {
    self.point = point
    self.group = group
    breaksBefore = ChartBreak.between(previous?.point, point, breaks)
    isAfterBreak = !ChartBreak.between(first, point, breaks).isEmpty
    let next = previous?.point.period.flatMap { $0.end.adding(days: 1) }
    isJoined =
      previous?.group == group && breaksBefore.isEmpty && next != nil
      && next == point.period?.start
  }
}

/// A day on which a series breaks, for one reason or both.
struct ChartBreak: Hashable {
  let at: CalendarDate
  let kinds: Set<SeriesBreak.Kind>

  /// Those after the start of one point and not after the start of the next, by time.
  static func between(
    _ a: ChartPoint?, _ b: ChartPoint, _ breaks: [SeriesBreak]
  ) -> [ChartBreak] {
    guard let from = a?.period?.start, let to = b.period?.start else { return [] }
    var days: [CalendarDate: Set<SeriesBreak.Kind>] = [:]
    for one in breaks where from < one.at && one.at <= to {
      days[one.at, default: []].insert(one.kind)
    }
    return days.map { ChartBreak(at: $0.key, kinds: $0.value) }.sorted { $0.at < $1.at }
  }

  func from(_ words: ChartWords) -> String {
    ChartWords.fill(words.breakFrom, ["date": at.short])
  }

  func note(_ words: ChartWords) -> String {
    kinds.count > 1 ? words.newBoth : kinds.contains(.law) ? words.newLaw : words.newTerritory
  }
}

extension ChartPoint {
  /// Length of the period; 0 for a category.
  var months: Int { period?.months ?? 0 }
}
