public import Site

/// What is counted in a table.
public struct Measure: Sendable, Hashable {
  /// Name of the field in the data set.
  public let id: String
  public let title: LocalizedText
  /// `persons`, `cases`, `events`, `attendances`, `vnd`, …; its word stands in the strings.
  public let unit: String
  public let sensitivity: Sensitivity
  public let pooling: Pooling
  /// Id of the measure of which this one counts a part.
  public let partOf: String?
  public let complement: Complement?
  /// Id of the measure that this figure gives away, in the same data set: where that one is
  /// hidden, so is this.
  public let derivedFrom: String?
  /// Address at which another authority published the figures already; nil unless the sensitivity
  /// is `published`.
  public let source: String?

  public enum Sensitivity: String, Sendable, Hashable, CaseIterable {
    /// Counts of persons: protected.
    case persons
    /// Never hidden.
    case open
    /// Already published by another authority.
    case published
  }

  public enum Pooling: String, Sendable, Hashable, CaseIterable {
    /// Periods may be added.
    case sum
    case none
  }

  /// What a whole less its part is.
  public enum Complement: Sendable, Hashable {
    /// A cell of the system, protected like any other.
    case sensitive
    /// Describes the service, not a person: printed in cells broken down by these axes alone.
    case open(axes: [String], reason: String)
  }

  package init(
    id: String, title: LocalizedText, unit: String, sensitivity: Sensitivity, pooling: Pooling,
    partOf: String? = nil, complement: Complement? = nil, derivedFrom: String? = nil,
    source: String? = nil
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.sensitivity = sensitivity
    self.pooling = pooling
    self.partOf = partOf
    self.complement = complement
    self.derivedFrom = derivedFrom
    self.source = source
  }
}
