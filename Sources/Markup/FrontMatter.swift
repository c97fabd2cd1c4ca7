public import Diagnostics
public import SourceFiles

/// What stands above a page's text between two lines `---`: YAML.
///
/// Splitting looks only for the two lines; the YAML is read by `fields(into:)`, when it is asked
/// for.
public struct FrontMatter: Sendable {
  /// The file that was split.
  public let file: SourceFile
  /// The YAML, without the lines `---`; nil if the file doesn't begin with `---`.
  public let yaml: ArraySlice<UInt8>?
  /// The Markdown below it.
  public let body: ArraySlice<UInt8>
  /// Line of the file in which `body` begins, from 1.
  public let bodyLine: Int

  /// Splits a file; nil, with a report, if the front matter is not closed.
  public static func split(
    _ file: SourceFile, into diagnostics: inout Diagnostics
  ) -> FrontMatter? {
    let bytes = file.bytes
    guard let first = Line(at: 0, in: bytes), first.isMark(in: bytes) else {
      return FrontMatter(file: file, yaml: nil, body: bytes[...], bodyLine: 1)
    }
    var number = 1
    var next = first.next
    while let line = Line(at: next, in: bytes) {
      number += 1
      if line.isMark(in: bytes) {
        return FrontMatter(
          file: file, yaml: bytes[first.next..<line.start], body: bytes[line.next...],
          bodyLine: number + 1)
      }
      next = line.next
    }
    diagnostics.report(
      .frontMatterUnclosed, at: Place(file: file.path, line: 1, column: 1),
      what: Phrase(
        vi: "Phần đầu trang mở bằng “---” nhưng không đóng lại.",
        en: "The front matter is opened by “---” and never closed."),
      mend: Phrase(
        vi: "Thêm một dòng “---” sau trường cuối cùng, trước nội dung trang.",
        en: "Add a line “---” after its last field, above the text of the page."))
    return nil
  }

  /// The fields as written. An absent front matter is empty; nil, with a report, if it isn't YAML.
  public func fields(into diagnostics: inout Diagnostics) -> YAMLNode? {
    let text = yaml.map { String(decoding: $0, as: UTF8.self) } ?? ""
    return YAMLNode.parse(
      text, path: file.path, firstLine: yaml == nil ? 1 : 2, into: &diagnostics)
  }

  private struct Line {
    let start: Int
    let end: Int
    /// Where the next line starts.
    let next: Int

    init?(at start: Int, in bytes: [UInt8]) {
      guard start < bytes.count else { return nil }
      self.start = start
      let feed = bytes[start...].firstIndex(of: 0x0A)
      end = feed ?? bytes.count
      next = feed.map { $0 + 1 } ?? bytes.count
    }

    /// `---`, with nothing behind it but blanks.
    func isMark(in bytes: [UInt8]) -> Bool {
      guard end - start >= 3 else { return false }
      for index in start..<(start + 3) where bytes[index] != UInt8(ascii: "-") { return false }
      return bytes[(start + 3)..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }
  }
}
