import Tables

/// Whether a whole less its part may be printed as a count (`complement` in docs/formats.md).
///
/// It may where neither measure counts persons, or where the remainder is declared open, at each
/// step from the part to the whole, for the axes by which the result is broken down. The results
/// of an indicator stand at the total of every axis but the period.
struct ShortfallRule {
  let allowsShortfall: Bool

  /// - Parameter measures: the part and the whole, or one measure that is counted.
  init(_ measures: [Measure], table: ClearedTable, known: PublishedMeasures) {
    guard measures.contains(where: \.isProtected), measures.count == 2 else {
      allowsShortfall = true
      return
    }
    let periodNames = table.axes.filter { $0.role == .period }.map(\.name)
    let chain = known.chain(from: measures[0], to: measures[1].id, dataset: table.dataset)
    allowsShortfall =
      chain.map { chain in
        chain.last?.partOf == measures[1].id
          && chain.allSatisfy { Self.isOpen($0, brokenDownBy: periodNames) }
      } ?? false
  }

  private static func isOpen(_ measure: Measure, brokenDownBy axes: [String]) -> Bool {
    guard case .open(let open, _) = measure.complement else { return false }
    return axes.allSatisfy { open.contains($0) || open.contains(Axis.Role.period.rawValue) }
  }
}
