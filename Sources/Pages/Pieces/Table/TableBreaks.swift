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

  /// The latest break between the end of one period and the start of the next.
  func between(_ earlier: Period?, _ later: Period?) -> Day? {
    guard let earlier, let later else { return nil }
    return days.last { earlier.end < $0.date && $0.date <= later.start }
  }

  /// The break between a row or column and the one before it, where nothing differs in the
  /// levels outside the period's.
  func between(_ before: TableGrid.Line?, _ line: TableGrid.Line, _ levels: [TableLevel]) -> Day? {
    guard let before,
      let level = levels.firstIndex(where: { $0.entries.contains { $0.period != nil } }),
      before.path[..<level] == line.path[..<level], before.path[level] != line.path[level]
    else { return nil }
    let entries = levels[level].entries
    return between(entries[before.path[level]].period, entries[line.path[level]].period)
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
