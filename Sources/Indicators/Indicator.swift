public import Site

/// How something is measured: one file of `seeds/indicators`.
public struct Indicator: Sendable, Hashable {
  public let id: String
  public let title: LocalizedText
  /// In plain words.
  public let definition: LocalizedText
  /// Id of the table whose cells it is computed from.
  public let table: String
  public let formula: Formula
  /// `percent`, or the unit of the measure.
  public let unit: String
  /// Nil where neither way is better: more victims found may mean better search.
  public let direction: Direction?
  /// Id of the agency that answers for the figures; by date through `Registries.agency(_:on:)`.
  public let agency: String
  public let frequency: Frequency
  public let limitations: LocalizedText?
  /// It stands in for what nobody measures, and says so.
  public let isProxy: Bool
  /// Pages on the same matter, as written: paths below `content/<language>`.
  public let related: [String]
  /// Ids of tables that show the same figures by sex, age, area …
  public let breakdowns: [String]

  public enum Formula: Sendable, Hashable {
    /// The share that one measure has of another.
    case ratio(numerator: String, denominator: String)
    case count(measure: String)
    /// Something to be reached once: what was reached counts as reached in later periods too, up
    /// to a break in the series.
    case milestone(measure: String)
  }

  /// Which way is better.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    case up, down
  }

  public enum Frequency: String, Sendable, Hashable, CaseIterable {
    case monthly, quarterly, semiannual, annual, once
  }

  enum Kind: String, CaseIterable {
    case ratio, count, milestone
  }
}
