public import Tables

/// A file that readers and programs may take away.
public struct DataFile: Sendable, Hashable {
  /// Below the edition's folder, for example `data/ho-tro.csv`.
  public let path: String
  public let bytes: [UInt8]

  /// Path of a table's CSV file below the edition's folder.
  public static func csvPath(of table: String) -> String { "data/\(table).csv" }

  public static let indexPath = "data/index.json"

  /// All files with data of an edition: the index, then a CSV file for each table in their order.
  public static func all(
    of cleared: ClearedEdition, language: String, notice: String?
  ) -> [DataFile] {
    let index = DataFile(
      path: indexPath, bytes: DataIndex.write(cleared, language: language, notice: notice))
    return [index]
      + cleared.tables.map { table in
        DataFile(path: csvPath(of: table.id), bytes: TableCSV.write(table, notice: notice))
      }
  }
}
