public import Diagnostics
import SourceFiles

/// The file of an edition: a line with the format, one with the edition, the patterns, and a
/// checksum over all lines before it.
///
/// A pattern that somebody made hide more may still be valid: the verifier can't know that the
/// search would have chosen another. So the file is read as it was written, or not at all.
extension KeptPatterns {
  /// Raised when the engine may choose otherwise for the same system.
  private static let header = "minhbach patterns 2"
  private static let editionWord = "edition "
  private static let checksumWord = "checksum "

  /// Reads what `bytes(of:)` wrote for an edition.
  ///
  /// - Parameter file: how diagnostics call it.
  /// - Returns: no patterns, with a note, if the file is not just what was written: then they are
  ///   searched again.
  public static func read(
    _ bytes: [UInt8], of edition: String, at file: String, into diagnostics: inout Diagnostics
  ) -> KeptPatterns {
    do {
      return try KeptPatterns(bytes, of: edition)
    } catch {
      error.report(at: Place(file: file), into: &diagnostics)
      return KeptPatterns()
    }
  }

  /// What `read` takes back.
  public func bytes(of edition: String) -> [UInt8] {
    var text = "\(Self.header)\n\(Self.editionWord)\(edition)\n"
    func line(_ numbers: [Int]) { text += numbers.map(String.init).joined(separator: " ") + "\n" }
    for (key, pattern) in patterns.sorted(by: { $0.key < $1.key }) {
      text += key + "\n\(pattern.witnesses.count)\n"
      line([pattern.hidden.count] + pattern.hidden.indices.filter { pattern.hidden[$0] })
      for witness in pattern.witnesses {
        line([witness.target] + witness.changes.flatMap { [$0.variable, $0.change] })
      }
    }
    let content = Array(text.utf8)
    return content + Array("\(Self.checksumWord)\(Checksum.sha256(content))\n".utf8)
  }

  /// Why a file is not read.
  enum Doubt: Error {
    /// No such file, or written by another version.
    case otherFormat
    case otherEdition(String)
    /// Changed or cut off after it was written.
    case changed
  }

  private init(_ bytes: [UInt8], of edition: String) throws(Doubt) {
    guard bytes.starts(with: Array("\(Self.header)\n".utf8)) else { throw .otherFormat }
    let seal = Self.checksumWord.utf8.count + Checksum.sha256([]).utf8.count + 1
    let content = Array(bytes.dropLast(seal))
    guard
      bytes.suffix(seal).elementsEqual("\(Self.checksumWord)\(Checksum.sha256(content))\n".utf8)
    else { throw .changed }
    var lines = String(decoding: content, as: UTF8.self).split(separator: "\n").dropFirst()
    guard let named = lines.popFirst(), named.hasPrefix(Self.editionWord) else { throw .changed }
    let written = String(named.dropFirst(Self.editionWord.count))
    guard written == edition else { throw .otherEdition(written) }
    self.init()
    while let key = lines.popFirst() {
      guard let count = lines.popFirst().flatMap({ Int($0) }),
        let hidden = lines.popFirst().flatMap(Self.numbers), (0...lines.count).contains(count)
      else { throw .changed }
      let rows = lines.prefix(count).compactMap(Self.numbers)
      lines = lines.dropFirst(count)
      guard rows.count == count, let pattern = SuppressionPattern(hidden: hidden, rows: rows)
      else { throw .changed }
      keep(pattern, for: String(key))
    }
  }

  private static func numbers(_ line: Substring) -> [Int]? {
    let words = line.split(separator: " ")
    let numbers = words.compactMap { Int($0) }
    return numbers.count == words.count ? numbers : nil
  }
}

extension SuppressionPattern {
  /// - Parameters:
  ///   - hidden: the number of cells, then the hidden ones.
  ///   - rows: of each witness its target, then each variable and its change.
  fileprivate init?(hidden: [Int], rows: [[Int]]) {
    guard let size = hidden.first, (0..<100_000_000).contains(size),
      hidden.dropFirst().allSatisfy({ (0..<size).contains($0) }),
      rows.allSatisfy({ $0.count % 2 == 1 })
    else { return nil }
    var marks = [Bool](repeating: false, count: size)
    for cell in hidden.dropFirst() { marks[cell] = true }
    self.init(
      hidden: marks,
      witnesses: rows.map { row in
        Witness(
          target: row[0],
          changes: stride(from: 1, to: row.count, by: 2).map {
            VariableChange(variable: row[$0], change: row[$0 + 1])
          })
      })
  }
}

extension KeptPatterns.Doubt {
  fileprivate func report(at place: Place, into diagnostics: inout Diagnostics) {
    diagnostics.report(
      .keptPatternsNotRead, at: place, what: phrase,
      mend: Phrase(
        vi: "Không phải làm gì: các ô ẩn được chọn lại từ đầu, và khi dựng tệp được ghi lại.",
        en: "Nothing to do: what to hide is chosen anew, and a build writes the file again."))
  }

  private var phrase: Phrase {
    switch self {
    case .otherFormat:
      Phrase(
        vi: "Không dùng các ô ẩn của lần dựng trước: tệp không phải do phiên bản này ghi.",
        en: "What the build before chose to hide is not used: this version did not write the file."
      )
    case .otherEdition(let edition):
      Phrase(
        vi: "Không dùng các ô ẩn của lần dựng trước: tệp thuộc ấn bản “\(edition)”.",
        en:
          "What the build before chose to hide is not used: the file is of the edition “\(edition)”."
      )
    case .changed:
      Phrase(
        vi: "Không dùng các ô ẩn của lần dựng trước: tệp đã bị sửa hoặc không còn trọn vẹn.",
        en: "What the build before chose to hide is not used: the file was changed or cut off.")
    }
  }
}
