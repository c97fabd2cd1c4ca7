import Foundation
import SourceFiles
import Testing

/// Expected HTML, reviewed by eye, one file a case below `PiecesGolden/`.
///
/// To write them anew: `MINHBACH_RECORD=1 swift test --filter PagesTests`, then read the diff.
enum Golden {
  static let isRecording = ProcessInfo.processInfo.environment["MINHBACH_RECORD"] != nil

  static func expect(
    _ html: [UInt8], is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = Pieces.folder + "/PiecesGolden/\(name).html"
    if isRecording { try Bytes.write(html, to: path).get() }
    let expected = try Bytes.read(path).get()
    #expect(
      String(decoding: html, as: UTF8.self) == String(decoding: expected, as: UTF8.self),
      sourceLocation: sourceLocation)
    expectWellFormed(html, sourceLocation: sourceLocation)
  }

  /// Every tag is closed in its order, every attribute is quoted and stands once.
  static func expectWellFormed(
    _ html: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let void: Set<Substring> = ["use", "path", "circle", "rect"]
    var open: [Substring] = []
    var rest = String(decoding: html, as: UTF8.self)[...]
    while let start = rest.firstIndex(of: "<") {
      #expect(!rest[..<start].contains(">"), sourceLocation: sourceLocation)
      guard let end = rest[start...].firstIndex(of: ">") else {
        Issue.record("A tag is not closed: \(rest[start...])", sourceLocation: sourceLocation)
        return
      }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let name = tag.prefix { $0 != " " && $0 != "/" }
      if tag.hasPrefix("/") {
        #expect(open.popLast() == tag.dropFirst(), sourceLocation: sourceLocation)
        continue
      }
      let attributes = attributeNames(tag.dropFirst(name.count))
      #expect(Set(attributes).count == attributes.count, "\(tag)", sourceLocation: sourceLocation)
      #expect(!attributes.contains("style"), sourceLocation: sourceLocation)
      if !tag.hasSuffix("/") && !void.contains(name) { open.append(name) }
    }
    #expect(open == [], sourceLocation: sourceLocation)
  }

  private static func attributeNames(_ text: Substring) -> [Substring] {
    var names: [Substring] = []
    var rest = text
    while let start = rest.firstIndex(where: { $0 != " " && $0 != "/" }) {
      let name = rest[start...].prefix { $0 != "=" && $0 != " " }
      names.append(name)
      rest = rest[name.endIndex...]
      guard rest.hasPrefix("=\"") else { continue }
      rest = rest.dropFirst(2)
      guard let quote = rest.firstIndex(of: "\"") else { return names + ["unquoted"] }
      rest = rest[rest.index(after: quote)...]
    }
    return names
  }
}
