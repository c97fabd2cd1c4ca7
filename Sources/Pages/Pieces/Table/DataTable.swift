public import Site
public import Tables

/// The piece "data table" of the templates' contract: a cleared table as HTML, with caption,
/// marks, source and downloads. A pure function: the same request gives the same bytes.
public enum DataTable {
  public struct Request: Sendable {
    public let table: ClearedTable
    /// Its number on the page ("Bảng 3."); nil: without.
    public let number: Int?
    /// 1 for the first time that the table stands on the page, 2 for the second; keeps ids apart.
    public let occurrence: Int
    public let words: InterfaceWords
    public let edition: Edition
    /// The site's figures are made up (`dataStatus: sample`).
    public let isSample: Bool
    public let registries: Registries
    /// Address of the page that says why cells are hidden.
    public let marksHref: String?
    public let downloads: [Download]

    public init(
      table: ClearedTable, number: Int? = nil, occurrence: Int = 1, words: InterfaceWords,
      edition: Edition, isSample: Bool, registries: Registries, marksHref: String? = nil,
      downloads: [Download] = []
    ) {
      self.table = table
      self.number = number
      self.occurrence = occurrence
      self.words = words
      self.edition = edition
      self.isSample = isSample
      self.registries = registries
      self.marksHref = marksHref
      self.downloads = downloads
    }
  }

  /// A file that holds the table.
  public struct Download: Sendable, Hashable {
    /// Name of the format, for example `CSV`.
    public let format: String
    public let href: String
    /// Size of the file in bytes.
    public let bytes: Int

    public init(format: String, href: String, bytes: Int) {
      self.format = format
      self.href = href
      self.bytes = bytes
    }
  }

  public static func html(_ request: Request) -> [UInt8] {
    var writer = TableWriter(request)
    writer.write()
    return writer.html.bytes
  }

  /// The `id` of the piece, to link to it.
  public static func anchor(table id: String, occurrence: Int = 1) -> String {
    occurrence > 1 ? "t-\(id)-\(occurrence)" : "t-\(id)"
  }
}
