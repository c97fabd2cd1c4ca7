import Site
import Tables
import VietnameseText

/// The days on which the series of a table break.
struct TableBreaks: Sendable {
  let days: [Day]

  struct Day: Sendable, Hashable {
    let date: CalendarDate
    let changesTerritory: Bool
    let changesLaw: Bool
  }

  init(_ breaks: [SeriesBreak]) {
    days = Set(breaks.map(\.at)).sorted().map { date in
      let kinds = breaks.filter { $0.at == date }.map(\.kind)
      return Day(
        date: date, changesTerritory: kinds.contains(.territory),
        changesLaw: kinds.contains(.law))
    }
  }

  /// For each row or column, the break before it, where nothing differs from its neighbour in
  /// the levels outside the period's.
  func before(_ lines: [TableGrid.Line], _ levels: [TableLevel]) -> [Day?] {
    var found = [Day?](repeating: nil, count: lines.count)
    let level = levels.firstIndex { $0.entries.contains { $0.period != nil } }
    guard let level, !days.isEmpty, !lines.isEmpty else { return found }
    let periods = levels[level].entries.map(\.period)
    for index in 1..<lines.count {
      let (earlier, later) = (lines[index - 1].path, lines[index].path)
      guard earlier[..<level] == later[..<level] else { continue }
      found[index] = between(periods[earlier[level]], periods[later[level]])
    }
    return found
  }

  /// The latest break between the end of one period and the start of the next.
  private func between(_ earlier: Period?, _ later: Period?) -> Day? {
    guard let earlier, let later else { return nil }
    return days.last { earlier.end < $0.date && $0.date <= later.start }
  }
}

extension TableBreaks.Day {
  /// What the break is, for the legend and the note: boundaries, law, or both.
  var legend: WordKey {
    changesTerritory && changesLaw
      ? .markBreakBoth : changesLaw ? .markBreakLaw : .markBreakTerritory
  }

  var reason: WordKey {
    changesTerritory && changesLaw ? .breakBoth : changesLaw ? .breakLaw : .breakTerritory
  }
}
