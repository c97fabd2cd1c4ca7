/// The months that a period's code names: `2024`, `2024-S1`, `2024-Q3`, `2024-07`, or a range of
/// them, `2021/2025-S1`. A year that is not the calendar's is counted like one.
struct PeriodSpan: Hashable {
  /// Months since year 0; the end is not in it.
  let start: Int
  let end: Int
  let isRange: Bool

  init?(_ code: String) {
    let ends = code.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(ends.count), let first = Self.single(ends[0]),
      let last = Self.single(ends[ends.count - 1]), first.0 < last.1
    else { return nil }
    start = first.0
    end = last.1
    isRange = ends.count == 2
  }

  private static func single(_ code: String) -> (Int, Int)? {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count), parts[0].utf8.count == 4, let year = Int(parts[0]) else {
      return nil
    }
    let january = year * 12
    guard parts.count == 2 else { return (january, january + 12) }
    let part = parts[1]
    guard
      let number = Int(part.hasPrefix("S") || part.hasPrefix("Q") ? String(part.dropFirst()) : part)
    else { return nil }
    switch part.first {
    case "S" where (1...2).contains(number):
      return (january + 6 * (number - 1), january + 6 * number)
    case "Q" where (1...4).contains(number):
      return (january + 3 * (number - 1), january + 3 * number)
    default:
      guard part.utf8.count == 2, (1...12).contains(number) else { return nil }
      return (january + number - 1, january + number)
    }
  }
}
