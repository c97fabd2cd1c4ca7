import Tables

/// What the editions of a run publish: which tables there are, and what their measures say of
/// each other.
struct PublishedMeasures: Sendable {
  /// Ids of all declared tables, in their order.
  let declaredTables: [String]
  private let editions: [ClearedEdition]

  init(_ editions: [ClearedEdition]) {
    self.editions = editions
    var ids: [String] = []
    for id in editions.flatMap(\.declaredTables) where !ids.contains(id) { ids.append(id) }
    declaredTables = ids
  }

  /// The table in every edition that has it.
  func tables(_ id: String) -> [ClearedTable] { editions.compactMap { $0.table(id) } }

  /// The indicator as each edition shows it.
  func series(of indicator: Indicator) -> [IndicatorSeries] {
    editions.map { IndicatorSeries(indicator, in: $0) }
  }

  /// A measure of a data set, in whatever table it stands.
  private func measure(_ id: String, dataset: String) -> Measure? {
    editions.lazy.flatMap(\.tables).filter { $0.dataset == dataset }
      .compactMap { $0.measure(id) }.first
  }

  /// The measures from a part up to, and without, its whole, as `partOf` leads; nil if it doesn't
  /// lead there. A measure between the two that no table shows can't be followed: the chain ends
  /// before it and counts as leading there.
  func chain(from part: Measure, to whole: String, dataset: String) -> [Measure]? {
    var chain = [part]
    while let next = chain.last?.partOf {
      if next == whole { return chain }
      guard let measure = measure(next, dataset: dataset) else { return chain }
      if chain.contains(measure) { return nil }
      chain.append(measure)
    }
    return nil
  }
}
