public import Tables
import VietnameseText

extension InterfaceWords {
  /// How much room a period's name may take.
  public enum PeriodLength: Sendable {
    /// In rows of small shapes: "7–12/25".
    case tiny
    /// In tables and charts: "7–12/2025".
    case short
    /// In sentences: "6 tháng cuối năm 2025".
    case long
  }

  /// The name of a period. A pooled one says that it is pooled where it stands among others
  /// ("Gộp 2021–6/2025"), and reads as a range in a sentence.
  public func label(_ period: Period, _ length: PeriodLength = .short) -> String {
    guard let last = period.last else { return label(period.first, length) }
    if case .long = length {
      return fill(
        .periodRangeLong, ["from": label(period.first, .long), "to": label(last, .long)])
    }
    return fill(.periodPooled, ["from": firstMonth(period), "to": lastMonth(period)])
  }

  /// The time from the start of one period to the end of another, whatever lies between:
  /// "2021–2025", "2021–6/2025"; the name of the period if there is only one.
  public func range(from first: Period, through last: Period) -> String {
    if first == last && !first.isRange { return label(first) }
    return fill(.periodRange, ["from": firstMonth(first), "to": lastMonth(last)])
  }

  private func label(_ part: Period.Part, _ length: PeriodLength) -> String {
    let year = String(part.year)
    let isLong = length == .long
    switch part.unit {
    case .year:
      return fill(isLong ? .periodYearLong : .periodYear, ["year": year])
    case .half(let half):
      let key: WordKey =
        switch (length, half) {
        case (.long, 1): .periodHalf1Long
        case (.long, _): .periodHalf2Long
        case (.short, 1): .periodHalf1
        case (.short, _): .periodHalf2
        case (.tiny, 1): .periodHalf1Short
        case (.tiny, _): .periodHalf2Short
        }
      return fill(key, ["year": year, "yy": String(year.suffix(2))])
    case .quarter(let quarter):
      let roman = ["I", "II", "III", "IV"][quarter - 1]
      return fill(
        isLong ? .periodQuarterLong : .periodQuarter,
        ["year": year, "quarter": String(quarter), "roman": roman])
    case .month(let month):
      return fill(
        isLong ? .periodMonthLong : .periodMonth, ["year": year, "month": String(month)])
    }
  }

  /// A range begins with a year unless it starts later in it.
  private func firstMonth(_ period: Period) -> String {
    let (start, year) = (period.start, String(period.start.year))
    return start.month == 1 ? year : "\(start.month)/\(year)"
  }

  /// A range ends with a year unless it stops earlier in it.
  private func lastMonth(_ period: Period) -> String {
    let (end, year) = (period.end, String(period.end.year))
    return end.month == 12 ? year : "\(end.month)/\(year)"
  }
}
