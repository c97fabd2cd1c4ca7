public import VietnameseText

/// A reference period: a year, half-year, quarter, month, or a range of them.
///
/// Written as in SDMX and ISO 8601: `2024`, `2024-S1`, `2024-Q3`, `2024-07`, `2021/2025-S1`.
public struct Period: Sendable, Hashable {
  public let first: Part
  /// The last part of a range; nil for a single period.
  public let last: Part?

  public init?(_ code: String) {
    let parts = code.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let head = parts.first, let first = Part(String(head)) else {
      return nil
    }
    self.first = first
    guard parts.count == 2 else {
      last = nil
      return
    }
    guard let last = Part(String(parts[1])), first.start < last.end, first.start <= last.start
    else { return nil }
    self.last = last
  }

  public var code: String {
    last.map { "\(first.code)/\($0.code)" } ?? first.code
  }

  public var isRange: Bool { last != nil }

  /// First day, by the calendar.
  public var start: CalendarDate { first.start }

  /// Last day, by the calendar.
  public var end: CalendarDate { (last ?? first).end }

  /// Whole months from first to last day.
  public var months: Int {
    (end.year - start.year) * 12 + end.month - start.month + 1
  }

  public func contains(_ other: Period) -> Bool {
    start <= other.start && other.end <= end
  }

  public func overlaps(_ other: Period) -> Bool {
    start <= other.end && other.start <= end
  }

  /// A single period.
  public struct Part: Sendable, Hashable {
    public let year: Int
    public let unit: Unit
    /// First day, by the calendar.
    public let start: CalendarDate
    /// Last day, by the calendar.
    public let end: CalendarDate

    public enum Unit: Sendable, Hashable {
      case year
      /// 1 or 2.
      case half(Int)
      /// 1 to 4.
      case quarter(Int)
      /// 1 to 12.
      case month(Int)
    }

    public init?(_ code: String) {
      let bytes = Array(code.utf8)
      guard bytes.count >= 4, bytes.allSatisfy({ $0 < 0x80 }),
        bytes[..<4].allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(code.prefix(4)),
        year > 0
      else { return nil }
      let tail = bytes.count == 4 ? "" : String(code.dropFirst(4))
      guard let unit = Unit(tail),
        let start = CalendarDate(year: year, month: unit.months.lowerBound, day: 1),
        let end = CalendarDate(
          year: year, month: unit.months.upperBound,
          day: CalendarDate.days(inMonth: unit.months.upperBound, of: year))
      else { return nil }
      self.year = year
      self.unit = unit
      self.start = start
      self.end = end
    }

    public var code: String {
      let year = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
      switch unit {
      case .year: return year
      case .half(let half): return "\(year)-S\(half)"
      case .quarter(let quarter): return "\(year)-Q\(quarter)"
      case .month(let month): return "\(year)-\(month < 10 ? "0" : "")\(month)"
      }
    }
  }
}

extension Period.Part.Unit {
  /// Reads what follows the year: nothing, `-S1`, `-Q3` or `-07`.
  fileprivate init?(_ tail: String) {
    if tail.isEmpty {
      self = .year
      return
    }
    let bytes = Array(tail.utf8)
    guard bytes.count == 3, bytes[0] == 0x2D else { return nil }
    switch (bytes[1], Int(tail.suffix(1)), Int(tail.suffix(2))) {
    case (0x53, let half?, _) where (1...2).contains(half): self = .half(half)
    case (0x51, let quarter?, _) where (1...4).contains(quarter): self = .quarter(quarter)
    case (0x30...0x31, _, let month?) where (1...12).contains(month): self = .month(month)
    default: return nil
    }
  }

  /// First and last month, 1 to 12.
  fileprivate var months: ClosedRange<Int> {
    switch self {
    case .year: 1...12
    case .half(let half): (half * 6 - 5)...(half * 6)
    case .quarter(let quarter): (quarter * 3 - 2)...(quarter * 3)
    case .month(let month): month...month
    }
  }
}
