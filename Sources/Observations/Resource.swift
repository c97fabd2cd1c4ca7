import Diagnostics
import Site
import SourceFiles
import Tables
import VietnameseText

/// A data set as `seeds/datapackage.yaml` describes it.
struct Resource: Sendable {
  let name: String
  let place: Place
  let title: LocalizedText
  /// Path of its file as written.
  let path: String
  let pathPlace: Place
  /// Nil: detected from the header line.
  let delimiter: CSVDelimiter?
  let fields: [Field]
  let absentRows: AbsentRows
  let identities: [Identity]
  let release: Release

  /// What it means that a combination of codes has no row.
  enum AbsentRows: String, Sendable, CaseIterable {
    case zero, missing
  }

  var measures: [(field: Field, measure: Measure)] {
    fields.compactMap { field in
      if case .measure(let measure, _) = field.role { return (field, measure) }
      return nil
    }
  }

  /// Whether it counts persons.
  var isSensitive: Bool { measures.contains { $0.measure.sensitivity == .persons } }
}

/// A column of a data set.
struct Field: Sendable {
  let name: String
  let place: Place
  let title: LocalizedText
  let role: Role

  enum Role: Sendable {
    case period
    case area(AreaRole)
    case areaScheme
    case dimension(codelist: String, place: Place, isMultiResponse: Bool)
    case measure(Measure, isDecimal: Bool)
    /// `of` names the measure.
    case status(of: String)
  }

  struct AreaRole: Sendable {
    let codelist: String
    let place: Place
    /// Nil: a column of role `areaScheme` says it.
    let scheme: String?
    /// Top area by scheme; the empty scheme stands for every one that has several roots.
    let tops: [String: String]
    let topPlace: Place
  }
}

/// Where the figures of a data set come from, and when each period's are released.
struct Release: Sendable {
  let releasedBy: String
  /// Dates by period as written, with their places.
  let dates: [(period: Period, date: CalendarDate, place: Place)]
  let otherwise: CalendarDate?
  let place: Place
  let document: LocalizedText
  let revision: String?
  let populationBasis: LocalizedText
  let legalRegimes: [LegalRegime]
  let breaks: [SeriesBreak]
  let reportingYear: ReportingYear?
}

/// A year that is not the calendar's: first and last day as `MM-DD`, for example 12-15 to 12-14.
package struct ReportingYear: Sendable, Hashable {
  package let start: String
  package let end: String
}
