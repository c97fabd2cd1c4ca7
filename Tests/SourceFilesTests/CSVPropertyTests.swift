import Diagnostics
import SourceFiles
import Testing

@Suite struct CSVPropertyTests {
  /// Writes tables as RFC 4180 allows, in a random one of its forms, and notes where each field
  /// begins.
  struct Writer {
    let delimiter: Character
    let lineBreak: String
    var text = ""
    var places: [[Place]] = []
    private var line = 1
    private var column = 1

    init(using random: inout some RandomNumberGenerator) {
      delimiter = [",", ";", "\t"].randomElement(using: &random) ?? ","
      lineBreak = Bool.random(using: &random) ? "\n" : "\r\n"
    }

    mutating func write(_ row: [String], using random: inout some RandomNumberGenerator) {
      places.append([])
      let isNothing = row.allSatisfy(\.isEmpty)
      for (index, value) in row.enumerated() {
        if index > 0 { put(String(delimiter)) }
        places[places.count - 1].append(Place(file: "a.csv", line: line, column: column))
        let needsQuotes = value.unicodeScalars.contains { ",;\t\"\r\n".unicodeScalars.contains($0) }
        if needsQuotes || isNothing || Int.random(in: 0..<4, using: &random) == 0 {
          put("\"" + value.replacing("\"", with: "\"\"") + "\"")
        } else {
          put(value)
        }
      }
      put(lineBreak)
    }

    private mutating func put(_ part: String) {
      text += part
      for scalar in part.unicodeScalars {
        if scalar == "\n" {
          line += 1
          column = 1
        } else {
          column += 1
        }
      }
    }
  }

  static let pieces = [
    "a", "1", "-", "…", "[x]", "Đồng", "ộ", "💡", " ", ",", ";", "\t", "\"", "\n", "\r\n", "\r", "",
  ]

  @Test func `Random tables come back as they were written, each field at its place`() throws {
    var random = RepeatableRandom(state: 33)
    for _ in 0..<2000 {
      let columnCount = Int.random(in: 1...5, using: &random)
      let value = { (random: inout RepeatableRandom) in
        (0..<Int.random(in: 0...3, using: &random))
          .compactMap { _ in CSVPropertyTests.pieces.randomElement(using: &random) }.joined()
      }
      // Names are different, so that none is a mistake; delimiters stand there in quotes only.
      let header = (0..<columnCount).map { "c\($0)" + value(&random) }
      let rows = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        (0..<columnCount).map { _ in value(&random) }
      }
      var writer = Writer(using: &random)
      for row in [header] + rows { writer.write(row, using: &random) }
      if Bool.random(using: &random) {
        writer.text.removeLast()  // one Character, CR LF too
      }
      let document = try CSVDocumentTests.document(writer.text)
      guard document.header == header, CSVDocumentTests.table(document) == rows else {
        Issue.record("\(writer.text.debugDescription)")
        return
      }
      for column in 0..<columnCount {
        #expect(document.headerPlace(column) == writer.places[0][column])
        for row in rows.indices {
          #expect(document.place(row, column) == writer.places[row + 1][column])
        }
      }
    }
  }

  @Test func `Any bytes are read without a crash, and what has no mistake reads the same again`() {
    var random = RepeatableRandom(state: 7)
    let alphabet = Array("ab,,;\"\"\"\n\n\r\u{0}\t".utf8)
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...24, using: &random)
      let bytes = (0..<length).compactMap { _ in alphabet.randomElement(using: &random) }
      var diagnostics = Diagnostics()
      let file = SourceFile(path: "a.csv", bytes: bytes)
      let document = CSVDocument.read(file, delimiter: .comma, into: &diagnostics)
      guard let document else {
        #expect(diagnostics.hasErrors)
        continue
      }
      let table = [document.header] + CSVDocumentTests.table(document)
      let quoted = table.map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
      }
      var more = Diagnostics()
      let again = CSVDocument.read(
        SourceFile(path: "b.csv", bytes: Array(quoted.joined().utf8)), delimiter: .comma,
        into: &more)
      let same = again.map { [$0.header] + CSVDocumentTests.table($0) }
      // Names may be empty or stand twice; nothing else can be wrong with what was kept.
      #expect(more.all.allSatisfy { [.csvNameEmpty, .csvNameTwice].contains($0.rule) })
      guard same == table else {
        Issue.record("\(String(decoding: bytes, as: UTF8.self).debugDescription)")
        return
      }
    }
  }
}

/// The same numbers on each run (a linear congruential generator), so that a failure can be seen
/// again.
struct RepeatableRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 32)
  }
}
