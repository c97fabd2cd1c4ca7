public import VietnameseText

extension ClearedTable {
  /// The last day that a figure of the table is about; nil if it shows no period.
  public var lastDay: CalendarDate? {
    (axes.flatMap(\.codes) + fixed.map(\.code)).compactMap { $0.period?.end }.max()
  }
}

extension ClearedEdition {
  /// The last day that a figure of the edition is about.
  public var lastDay: CalendarDate? { tables.compactMap(\.lastDay).max() }
}
