public import Diagnostics

extension CSVDocument {
  /// Reads a CSV file and reports what is wrong with it.
  ///
  /// Rows with a defect are reported and left out, so that what is wrong in the others is found in
  /// the same run. Blank lines at the end are accepted.
  ///
  /// - Parameters:
  ///   - delimiter: as declared; nil detects it from the header line.
  ///   - isConfidential: the file holds sensitive figures (no diagnostic quotes a field anyway).
  /// - Returns: nil if there is no header that the rows could be measured by.
  public static func read(
    _ file: SourceFile, delimiter declared: CSVDelimiter? = nil, isConfidential: Bool = false,
    into diagnostics: inout Diagnostics
  ) -> CSVDocument? {
    var findings = CSVFindings(file: file, isConfidential: isConfidential)
    defer { findings.report(into: &diagnostics) }
    guard let first = file.bytes.first, first != CSVReader.lineFeed,
      first != CSVReader.carriageReturn
    else {
      findings.headerMissing()
      return nil
    }
    if file.bytes.starts(with: "sep=".utf8) {
      findings.separatorLine()
      return nil
    }
    var delimiter = declared ?? .comma
    if declared == nil {
      switch CSVDelimiter.detect(in: file.bytes) {
      case .found(let found): delimiter = found
      case .unclear(let one, let other):
        findings.delimiterUnclear(one, other)
        return nil
      }
    }
    let result = file.bytes.withUnsafeBufferPointer { bytes in
      var reader = CSVReader(bytes: bytes, delimiter: delimiter, findings: findings)
      let columnCount = reader.readAll()
      return (reader: reader, columnCount: columnCount)
    }
    findings = result.reader.findings
    guard let columnCount = result.columnCount else { return nil }
    let document = CSVDocument(
      file: file, delimiter: delimiter, bounds: result.reader.bounds, lines: result.reader.lines,
      columnCount: columnCount)
    document.checkNames(&findings)
    return document
  }

  private func checkNames(_ findings: inout CSVFindings) {
    var firstColumns: [String: Int] = [:]
    for (column, name) in header.enumerated() {
      if name.isEmpty {
        findings.nameEmpty(at: headerPlace(column), column: column)
      } else if let earlier = firstColumns[name] {
        findings.nameTwice(name, at: headerPlace(column), columns: (earlier, column))
      } else {
        firstColumns[name] = column
      }
    }
  }
}
