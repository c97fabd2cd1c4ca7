public import Diagnostics
public import VietnameseText

/// The campaign of one year for a yearly day, here 30 July.
public struct Campaign: Sendable, Hashable {
  public let id: String
  /// No other campaign has it: it stands in the address.
  public let year: Int
  public let day: CalendarDate
  /// In the languages in which it is known; nil: in none.
  public let theme: LocalizedText?
  /// Number of the decision that launched it, as the registry of instruments may have it.
  public let decision: String?
  /// The days of the peak, in the year; nil: not known.
  public let peak: ClosedRange<CalendarDate>?
  public let activities: [Activity]
  /// Where the figures come from that stand in the record itself.
  public let report: Report?
  public let poster: Poster?

  /// Whether a day lies in the peak, or, where that is not known, is the day itself.
  public func isUnderWay(on date: CalendarDate) -> Bool {
    peak?.contains(date) ?? (date == day)
  }

  /// What may be told on a day.
  public func activities(on date: CalendarDate) -> [Activity] {
    activities.filter { $0.publishOn.map { $0 <= date } ?? true }
  }

  /// Something that was done, perhaps with how much of it.
  public struct Activity: Sendable, Hashable {
    public let text: LocalizedText
    public let figure: Figure?
    /// The first day on which it stands on the page: a cell may not be released before.
    public let publishOn: CalendarDate?
    /// Of the figure, or else of the activity.
    public let place: Place
  }

  public enum Figure: Sendable, Hashable {
    /// `table[measure, axis=code, …]`: a cell, which passed disclosure control.
    case cell(String)
    /// A number that somebody typed.
    case typed(Int, unit: String)
  }

  /// What released the typed figures.
  public struct Report: Sendable, Hashable {
    /// Id of an agency.
    public let releasedBy: String
    public let releasedOn: CalendarDate
    public let document: LocalizedText
  }

  /// The words of a printed page: one idea, and what to check before acting.
  public struct Poster: Sendable, Hashable {
    public let title: LocalizedText
    public let lead: LocalizedText?
    public let points: [LocalizedText]

    /// What one page holds, in characters, so that it always prints as one.
    static let longestTitle = 48
    static let longestLead = 100
    static let longestPoint = 48
    static let mostPoints = 4
  }
}
