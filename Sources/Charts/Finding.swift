/// What a chart says in words: for its caption, and for readers who don't see it.
struct Finding {
  let title: String
  let description: String

  init(_ kind: ChartKind, _ series: ChartSeries, slots: ChartSlots, words: ChartWords) {
    // Nothing is compared across a break, nor between a year and a half-year.
    let isComparable = slots.isOneGroup && slots.all.allSatisfy(\.breaksBefore.isEmpty)
    title =
      kind == .bar && isComparable
      ? Self.largest(series, words: words) : Self.last(series, slots: slots, words: words)
    var parts: [String] = []
    for slot in slots.all {
      parts += slot.breaksBefore.map { "\($0.from(words)), \($0.note(words))" }
      parts.append(
        ChartWords.fill(
          words.point, ["period": slot.point.label, "value": slot.point.mark.text(words)]))
    }
    description = ChartWords.fill(words.description, ["points": parts.joined(separator: "; ")])
  }

  /// Names the last period whose number is shown.
  private static func last(
    _ series: ChartSeries, slots: ChartSlots, words: ChartWords
  ) -> String {
    guard let slot = slots.all.last(where: { $0.point.mark.value != nil }) else {
      return ChartWords.fill(words.noValues, ["measure": series.name])
    }
    return ChartWords.fill(
      words.lineTitle,
      [
        "measure": series.name, "last": slot.point.mark.text(words), "period": slot.point.label,
      ])
  }

  /// Names the largest number; where others are hidden or missing, the largest of those shown.
  private static func largest(_ series: ChartSeries, words: ChartWords) -> String {
    let shown = series.points.compactMap(\.mark.value)
    guard let most = shown.max(), most > 0 else {
      return ChartWords.fill(words.noValues, ["measure": series.name])
    }
    let names = series.points.filter { $0.mark.value == most }
    let isWhole = series.points.allSatisfy { $0.mark != .suppressed && $0.mark != .missing }
    return ChartWords.fill(
      isWhole ? words.barTitle : words.barTitleOfShown,
      [
        "measure": series.name, "name": names.map(\.label).joined(separator: ", "),
        "value": names.first?.mark.text(words) ?? "",
      ])
  }
}

extension ChartMark {
  /// In words.
  func text(_ words: ChartWords) -> String {
    switch self {
    case .value(_, let text): text
    case .nothingOccurred: words.nothingOccurred
    case .missing: words.noNumber
    case .notApplicable: words.notApplicable
    case .suppressed: words.suppressed
    }
  }
}
