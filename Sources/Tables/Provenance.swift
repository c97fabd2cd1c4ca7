public import Site
public import VietnameseText

/// Where the figures of a data set come from. A figure that nobody released is not published.
public struct Provenance: Sendable, Hashable {
  /// Title of the data set.
  public let title: LocalizedText
  /// Id of the agency.
  public let releasedBy: String
  /// The latest day on which a figure of the data set was released, of those that the edition
  /// shows.
  public let releasedOn: CalendarDate
  /// Title or number of the document that released them.
  public let document: LocalizedText
  public let revision: String?
  /// Who is counted, for example those received within the province.
  public let populationBasis: LocalizedText
  /// Legal instruments that define who is counted, each with the first day from which it does.
  public let legalRegimes: [LegalRegime]
  /// Days on which series break: nothing is compared or drawn across.
  public let breaks: [SeriesBreak]

  package init(
    title: LocalizedText, releasedBy: String, releasedOn: CalendarDate, document: LocalizedText,
    revision: String?, populationBasis: LocalizedText, legalRegimes: [LegalRegime],
    breaks: [SeriesBreak]
  ) {
    self.title = title
    self.releasedBy = releasedBy
    self.releasedOn = releasedOn
    self.document = document
    self.revision = revision
    self.populationBasis = populationBasis
    self.legalRegimes = legalRegimes
    self.breaks = breaks
  }
}

public struct LegalRegime: Sendable, Hashable {
  /// First day; nil: from the beginning of the data.
  public let from: CalendarDate?
  /// Id of the instrument.
  public let instrument: String

  package init(from: CalendarDate?, instrument: String) {
    self.from = from
    self.instrument = instrument
  }
}

/// A day from which figures are not comparable with those before.
public struct SeriesBreak: Sendable, Hashable {
  public let at: CalendarDate
  public let kind: Kind
  public let note: LocalizedText

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case territory, law
  }

  package init(at: CalendarDate, kind: Kind, note: LocalizedText) {
    self.at = at
    self.kind = kind
    self.note = note
  }
}
