public import Site
public import VietnameseText

/// What is known of an administrative unit, apart from figures.
public struct AreaFacts: Sendable, Hashable {
  /// The code list version in which the code is meant, for example `gso-2025`.
  public let scheme: String
  /// Code within the scheme.
  public let code: String
  public let level: AreaLevel
  public let validFrom: CalendarDate?
  public let validTo: CalendarDate?
  /// Degrees, near the unit's seat; for schematic maps.
  public let latitude: Double?
  public let longitude: Double?

  package init(
    scheme: String, code: String, level: AreaLevel, validFrom: CalendarDate?,
    validTo: CalendarDate?, latitude: Double?, longitude: Double?
  ) {
    self.scheme = scheme
    self.code = code
    self.level = level
    self.validFrom = validFrom
    self.validTo = validTo
    self.latitude = latitude
    self.longitude = longitude
  }
}
