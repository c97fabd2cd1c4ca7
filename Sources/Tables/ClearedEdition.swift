public import Site
public import VietnameseText

/// All cleared tables of an edition, and the rules under which they were cleared.
public struct ClearedEdition: Sendable {
  public let edition: Edition
  public let asOf: CalendarDate
  public let dataStatus: SiteConfiguration.DataStatus
  /// In the order of `seeds/tables.yaml`.
  public let tables: [ClearedTable]
  /// Ids of the tables that the site declares for any edition: a page may name one that this
  /// edition lacks.
  public let declaredTables: [String]

  package init(
    edition: Edition, asOf: CalendarDate, dataStatus: SiteConfiguration.DataStatus,
    tables: [ClearedTable], declaredTables: [String]
  ) {
    self.edition = edition
    self.asOf = asOf
    self.dataStatus = dataStatus
    self.tables = tables
    self.declaredTables = declaredTables
  }

  public func table(_ id: String) -> ClearedTable? { tables.first { $0.id == id } }
}
