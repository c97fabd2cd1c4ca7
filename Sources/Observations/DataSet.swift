package import Diagnostics
package import Site
package import Tables
package import VietnameseText

/// A data set: what is counted, where it comes from, and every finest count.
package struct DataSet: Sendable {
  package let name: String
  package let title: LocalizedText
  /// Where it is described.
  package let place: Place
  package let measures: [Measure]
  /// Names of the axes in the order of the file; one of them is the period.
  package let axisNames: [String]
  /// Chronological; they don't overlap.
  package let periods: [Period]
  /// Day on which each period's figures are released; there is at least one period.
  package let releasedOn: [CalendarDate]
  package let reportingYear: ReportingYear?
  package let unknowns: [Unknown]
  package let pairs: [PartPair]
  /// Where part and whole lack different cells under totals that are given; and of a dimension of
  /// which a person may have several codes: each code ≤ total ≤ their sum, for each measure and for
  /// each whole less its part.
  package let bounds: [SumBound]
  /// What the identities say of the unknowns.
  package let equations: [SumEquation]
  /// Declared equations between measures, in their order.
  package let identities: [Identity]
  /// For each unknown of a derived measure the unknowns of the measure behind it (the end of the
  /// chain of `derivedFrom`) at its cells: one at a finest cell.
  package let origins: [Int: [Int]]

  let release: Release
  let observed: Observed

  /// Whether a figure of a period, or of a range that contains one, is released after a day only.
  package func isEmbargoed(_ period: Period, asOf day: CalendarDate) -> Bool {
    periods.indices.contains { period.contains(periods[$0]) && releasedOn[$0] > day }
  }

  /// Where the figures of some periods or ranges come from (none: of all); the latest of their
  /// release dates counts.
  package func provenance(of shown: [Period]) -> Provenance {
    let dates = periods.indices.filter { index in
      shown.isEmpty || shown.contains { $0.contains(periods[index]) }
    }.map { releasedOn[$0] }
    return Provenance(
      title: title, releasedBy: release.releasedBy, releasedOn: dates.max() ?? releasedOn[0],
      document: release.document, revision: release.revision,
      populationBasis: release.populationBasis, legalRegimes: release.legalRegimes,
      breaks: release.breaks)
  }

  /// Name of the axis of periods.
  package var periodAxis: String { observed.space.axes[observed.space.periodAxis].name }

  /// Whether combinations without a row count 0, but are too many to be unknowns of their own.
  package var leavesOutZeros: Bool { observed.cells.leavesOutZeros }

  /// Whether it counts persons.
  package var isSensitive: Bool { measures.contains { $0.sensitivity == .persons } }

  /// The measure whose cells are those of a measure: itself, or the one that it is derived from.
  package func origin(of measure: Int) -> Int {
    let origin = measures[measure].origin(among: measures)
    return origin.flatMap { measures.firstIndex(of: $0) } ?? measure
  }

  /// Whether a measure counts persons, or gives away one that does.
  package func isSensitive(measure: Int) -> Bool {
    measures[origin(of: measure)].sensitivity == .persons
  }

  package func measure(_ id: String) -> Int? { measures.firstIndex { $0.id == id } }
}

/// A finest count: a number that only enters sums, at one combination of leaf codes.
package struct Unknown: Sendable, Hashable {
  /// Index among the measures of the data set.
  package let measure: Int
  /// 0 or more.
  package let value: Quantity
  /// The parts that were not collected under totals that were given, taken together.
  package let isResidual: Bool
}

/// One measure counts some of those that another one counts: at the same codes the part is at most
/// the whole.
package struct PartPair: Sendable, Hashable {
  /// Index of an unknown.
  package let whole: Int
  /// Index of an unknown.
  package let part: Int
}
