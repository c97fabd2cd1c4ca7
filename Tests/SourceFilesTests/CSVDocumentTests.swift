import Diagnostics
import SourceFiles
import Testing

@Suite struct CSVDocumentTests {
  /// Reads text that is expected to be without a mistake.
  static func document(
    _ text: String, delimiter: CSVDelimiter? = nil
  ) throws -> CSVDocument {
    var diagnostics = Diagnostics()
    let file = try #require(
      SourceFile.decode(Array(text.utf8), path: "a.csv", into: &diagnostics))
    let document = CSVDocument.read(file, delimiter: delimiter, into: &diagnostics)
    #expect(diagnostics.sorted == [])
    return try #require(document)
  }

  static func table(_ document: CSVDocument) -> [[String]] {
    (0..<document.rowCount).map { row in
      (0..<document.columnCount).map { document.text(row, $0) }
    }
  }

  @Test(arguments: ["\n", "\r\n"], [",", ";", "\t"])
  func `Header, rows and the three delimiters`(lineBreak: String, delimiter: String) throws {
    let text = [["period", "area", "received"], ["2024", "Đồng Tháp", "12"], ["2025", "", "-"]]
      .map { $0.joined(separator: delimiter) + lineBreak }.joined()
    let document = try CSVDocumentTests.document(text)
    #expect(document.delimiter == CSVDelimiter(declared: delimiter))
    #expect(document.header == ["period", "area", "received"])
    #expect(CSVDocumentTests.table(document) == [["2024", "Đồng Tháp", "12"], ["2025", "", "-"]])
    #expect(document.column("received") == 2)
    #expect(document.column("recieved") == nil)
  }

  @Test(arguments: [
    // The last line break may be left out, or stand there more than once.
    ("a,b\n1,2", [["1", "2"]]), ("a,b\n1,2\n\n\r\n\n", [["1", "2"]]), ("a,b\n1,\n", [["1", ""]]),
    ("a,b\n1,", [["1", ""]]), ("a,b\n", []), ("a,b", []),
    // A byte order mark is no part of the first name.
    ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
    // In quotes: delimiters, line breaks, doubled quotes.
    ("a,b\n\"1,5\",\"x\ny\r\nz\"\n", [["1,5", "x\ny\r\nz"]]),
    ("a,b\n\"\"\"Việc nhẹ\"\"\",\"\"\n", [["\"Việc nhẹ\"", ""]]),
    ("a,b\n\"\"\"\"\"\",\"\"\"\"\n", [["\"\"", "\""]]), ("a,b\n\"1\",\"2\"", [["1", "2"]]),
    // Quoted empty fields are values, not a phantom row; spaces belong to the field.
    ("a,b\n\"\",\"\"\n", [["", ""]]), ("a\n\"\"\n", [[""]]), ("a,b\n 1 , \n", [[" 1 ", " "]]),
    // NFD is read as NFC.
    ("a,b\ne\u{301},o\u{302}\u{323}\n", [["é", "ộ"]]),
  ])
  func `What RFC 4180 allows`(text: String, expected: [[String]]) throws {
    let document = try CSVDocumentTests.document(text)
    #expect(document.header[0] == "a")
    #expect(CSVDocumentTests.table(document) == expected)
    let bytes = expected.map { $0.map { Array($0.utf8) } }
    for row in 0..<document.rowCount {
      for column in 0..<document.columnCount {
        #expect(Array(document.bytes(row, column)) == bytes[row][column])
      }
    }
  }

  @Test func `Every field has its place, counted in characters`() throws {
    let document = try CSVDocumentTests.document(
      "tên,\"ghi chú\"\r\nĐồng Tháp,\"dòng một\r\ndòng hai\"\r\n\"Tiền\nGiang\",x\r\n")
    #expect(document.headerPlace(1) == Place(file: "a.csv", line: 1, column: 5))
    #expect(document.place(0, 0) == Place(file: "a.csv", line: 2, column: 1))
    #expect(document.place(0, 1) == Place(file: "a.csv", line: 2, column: 11))
    #expect(document.place(1, 0) == Place(file: "a.csv", line: 4, column: 1))
    #expect(document.place(1, 1) == Place(file: "a.csv", line: 5, column: 8))
    #expect(document.line(1) == 4)
  }

  @Test(arguments: [
    ("a;b,c;d\n", CSVDelimiter.semicolon), ("\"a,b,c\";d\n1;2,3,4\n", .semicolon),
    ("a\tb\n1,2\t3,4\n", .tab), ("alone\n1\n", .comma), ("\"a\n;\",b\n", .comma),
  ])
  func `The delimiter is found in the header, outside quotes`(
    text: String, delimiter: CSVDelimiter
  ) throws {
    #expect(try CSVDocumentTests.document(text).delimiter == delimiter)
  }

  @Test func `A declared delimiter is not guessed at`() throws {
    let document = try CSVDocumentTests.document("a,b,c;d\n1,2;3\n", delimiter: .semicolon)
    #expect(document.header == ["a,b,c", "d"])
    #expect(CSVDelimiter(declared: "|") == nil)
    #expect(CSVDelimiter(declared: ",,") == nil)
  }
}
