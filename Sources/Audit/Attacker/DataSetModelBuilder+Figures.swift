import PublishedFiles

/// A number at a cell, and who says it.
struct StandingFigure {
  let value: Int
  let origin: DataSetModel.Origin
}

extension DataSetModelBuilder {
  /// What an edition prints at a cell (today's: nil), or says by a figure that gives it away at a
  /// rate that some place tells.
  func figure(_ key: Int, in edition: Int?) -> StandingFigure? {
    if let print = printed(key, in: edition) { return print }
    let (cell, measure) = key.quotientAndRemainder(dividingBy: measureCount)
    for derived in ties.source.indices where ties.source[derived] == measure {
      guard rates[derived] != nil,
        let print = printed(cell * measureCount + derived, in: edition),
        let count = implied(by: print.value, of: derived), count.lowerBound == count.upperBound
      else { continue }
      return StandingFigure(value: count.lowerBound, origin: print.origin)
    }
    return nil
  }

  private func printed(_ key: Int, in edition: Int?) -> StandingFigure? {
    guard let content = contents[key] else { return nil }
    let print =
      edition == nil
      ? content.printed : content.earlier.last { $0.origin.earlier == edition }
    return print.map { StandingFigure(value: $0.value, origin: $0.origin) }
  }

  /// The best that a reader has for a cell: today's, what others publish, what was printed before,
  /// or what another figure gives away.
  func figure(_ key: Int) -> StandingFigure? {
    printed(key, in: nil) ?? knownFigures[key]
      ?? contents[key]?.earlier.last.map { StandingFigure(value: $0.value, origin: $0.origin) }
      ?? figure(key, in: nil)
  }

  /// Keys of all cells at which a figure of a measure may stand.
  func keys(of measure: Int) -> [Int] {
    let same = ties.source.indices.filter { $0 == measure || ties.source[$0] == measure }
    let keys = Set(contents.keys).union(knownFigures.keys)
      .filter { same.contains($0 % measureCount) }
    return Set(keys.map { $0 / measureCount * measureCount + measure }).sorted()
  }

  // MARK: - Figures that give others away

  /// Of each derived measure the least and the largest rate at the places where it is printed
  /// beside its source.
  func findRates() -> [Int: ClosedRange<Double>] {
    let editions = [nil] + earlierEditions.map(Optional.some)
    let cells = Set(contents.keys.map { $0 / measureCount }).sorted()
    var found: [Int: ClosedRange<Double>] = [:]
    for (derived, source) in ties.source.enumerated() {
      guard let source else { continue }
      var rates: [Double] = []
      for edition in editions {
        for cell in cells {
          if let figure = printed(cell * measureCount + derived, in: edition),
            let count = printed(cell * measureCount + source, in: edition), count.value > 0,
            figure.value > 0
          {
            rates.append(Double(figure.value) / Double(count.value))
          }
        }
        // Today's rates alone, where there are some.
        if !rates.isEmpty { break }
      }
      if let least = rates.min(), let most = rates.max() { found[derived] = least...most }
    }
    return found
  }

  /// Indices of the earlier editions that have figures.
  var earlierEditions: [Int] {
    Set(contents.values.flatMap { $0.earlier.compactMap(\.origin.earlier) }).sorted()
  }

  /// What a derived figure says of its source; at one to one, if no place tells the rate. Nil if
  /// no whole number fits.
  func implied(by value: Int, of derived: Int) -> ClosedRange<Int>? {
    guard let source = ties.source[derived] else { return nil }
    let rate = rates[derived] ?? 1...1
    let unit = ties.measures[source].sensitivity == .persons ? scale : 1
    let lower = Int((Double(value) / rate.upperBound / Double(unit) - 1e-6).rounded(.up)) * unit
    let upper = Int((Double(value) / rate.lowerBound / Double(unit) + 1e-6).rounded(.down)) * unit
    return lower <= upper ? lower...upper : nil
  }

  /// What printed figures say of the cells that they give away, where those are not printed.
  func ratesKnowledge() -> [(AuditSystem.Knowledge, DataSetModel.Origin)] {
    let cells = Set(contents.keys.map { $0 / measureCount }).sorted()
    return ties.source.enumerated().flatMap { derived, source in
      guard let source else { return [(AuditSystem.Knowledge, DataSetModel.Origin)]() }
      return cells.compactMap { cell in
        guard let figure = contents[cell * measureCount + derived]?.printed,
          contents[cell * measureCount + source]?.printed == nil,
          let count = implied(by: figure.value, of: derived)
        else { return nil }
        return (
          .init(
            sum(ofCell: cell, measure: source), lower: count.lowerBound, upper: count.upperBound),
          figure.origin
        )
      }
    }
  }
}
