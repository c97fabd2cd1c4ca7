public import Diagnostics

/// A CSV file (RFC 4180), read strictly: a header and rows of as many fields.
///
/// It holds the file's bytes and where the fields lie in them, not a string per field; texts and
/// places are made when they are asked for. Rows and columns count from 0; asking beyond them is a
/// programming error, as with an array.
public struct CSVDocument: Sendable {
  public let file: SourceFile
  public let delimiter: CSVDelimiter
  /// Names of the columns, from the first record.
  public let header: [String]
  /// Rows without a defect; each has `columnCount` fields.
  public let rowCount: Int

  /// For each record (the header is the first) the starts of its fields, then its end plus one: a
  /// field ends one byte before the next begins.
  private let bounds: [Int]
  /// Line on which each record begins, from 1.
  private let lines: [Int]

  init(file: SourceFile, delimiter: CSVDelimiter, bounds: [Int], lines: [Int], columnCount: Int) {
    self.file = file
    self.delimiter = delimiter
    self.bounds = bounds
    self.lines = lines
    self.rowCount = lines.count - 1
    header = (0..<columnCount).map { column in
      let range = bounds[column]..<(bounds[column + 1] - 1)
      return String(decoding: CSVDocument.content(of: file.bytes[range]), as: UTF8.self)
    }
  }

  public var columnCount: Int { header.count }

  /// The first column of this name.
  public func column(_ name: String) -> Int? { header.firstIndex(of: name) }

  /// What the field says, without its quotes.
  public func text(_ row: Int, _ column: Int) -> String {
    String(decoding: bytes(row, column), as: UTF8.self)
  }

  /// What the field says, without its quotes: UTF-8, a view into the file's bytes unless a quote
  /// was doubled.
  public func bytes(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    CSVDocument.content(of: file.bytes[range(record: row + 1, column)])
  }

  /// Where the field begins: at its quote, if it has one.
  public func place(_ row: Int, _ column: Int) -> Place {
    place(record: row + 1, column)
  }

  /// Line on which the row begins, from 1.
  public func line(_ row: Int) -> Int { lines[row + 1] }

  public func headerPlace(_ column: Int) -> Place {
    place(record: 0, column)
  }

  private func range(record: Int, _ column: Int) -> Range<Int> {
    precondition((0..<columnCount).contains(column), "column out of range")
    let index = record * (columnCount + 1) + column
    return bounds[index]..<(bounds[index + 1] - 1)
  }

  /// A record begins at the start of a line; a field of it may stand lines below.
  private func place(record: Int, _ column: Int) -> Place {
    let start = bounds[record * (columnCount + 1)]
    let before = file.bytes[start..<range(record: record, column).lowerBound]
    let within = SourceFile.place(of: before.count, in: Array(before), path: file.path)
    return Place(
      file: file.path, line: lines[record] + (within.line ?? 1) - 1, column: within.column)
  }

  private static func content(of raw: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard raw.first == CSVReader.quote else { return raw }
    let inner = raw.dropFirst().dropLast()
    guard inner.contains(CSVReader.quote) else { return inner }
    var content: [UInt8] = []
    content.reserveCapacity(inner.count)
    var isSecondOfPair = false
    for byte in inner {
      isSecondOfPair = byte == CSVReader.quote && !isSecondOfPair
      if !isSecondOfPair { content.append(byte) }
    }
    return content[...]
  }
}
