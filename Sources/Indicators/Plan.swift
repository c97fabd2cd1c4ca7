public import Site
public import Tables
public import VietnameseText

/// A plan whose targets the site reports on: one file of `seeds/plans`.
public struct Plan: Sendable, Hashable {
  public let id: String
  public let title: LocalizedText
  /// Number and date of the document, as it is cited.
  public let document: LocalizedText
  public let validFrom: CalendarDate
  /// Nil: no end is set.
  public let validTo: CalendarDate?
  /// The year up to which the plan gives an orientation beyond its own time.
  public let orientation: Int?
  public let purpose: Clause?
  public let generalGoal: Clause?
  public let goals: [Goal]

  /// A passage of the document, verbatim.
  public struct Clause: Sendable, Hashable {
    /// Where it stands, for example `II.2`.
    public let number: String
    public let text: LocalizedText

    public init(number: String, text: LocalizedText) {
      self.number = number
      self.text = text
    }
  }

  public struct Goal: Sendable, Hashable {
    public let id: String
    public let clause: String?
    /// Verbatim.
    public let text: LocalizedText
    public let targets: [Target]
  }

  public var targets: [Target] { goals.flatMap(\.targets) }

  /// Whether the plan was in force on some day of the period.
  public func covers(_ period: Period) -> Bool {
    validFrom <= period.end && (validTo.map { period.start <= $0 } ?? true)
  }
}

/// What a plan wants reached.
public struct Target: Sendable, Hashable {
  public let id: String
  public let clause: String?
  /// Verbatim.
  public let text: LocalizedText
  public let goal: Goal

  public enum Goal: Sendable, Hashable {
    /// In words: there is no number to compare, and none is made up.
    case qualitative
    /// The value of an indicator, in the indicator's unit (100 means 100%).
    case measured(indicator: String, comparator: Comparator, value: Quantity)
  }

  /// How the indicator's value must stand to the target's.
  public enum Comparator: String, Sendable, Hashable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case equal = "="
    case above = ">"
    case below = "<"
  }
}
