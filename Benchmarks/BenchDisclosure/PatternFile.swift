import Disclosure
import FoundationEssentials
import Glibc

/// Where a long run keeps the patterns of the tables it has solved, in their order: a line that says
/// of which tables, then two bytes for each.
struct PatternFile {
  private let url: URL
  private let header: String

  enum Flaw: Error, CustomStringConvertible {
    case unreadable(URL)
    /// Of tables with another largest count, or no such file at all.
    case other(URL)
    /// The program chooses patterns otherwise than the one that wrote the file.
    case otherPatterns(URL)
    case unwritable(URL)

    var description: String {
      switch self {
      case .unreadable(let url): "\(url.path) cannot be read."
      case .other(let url): "\(url.path) does not hold patterns of these tables."
      case .otherPatterns(let url):
        "\(url.path) holds patterns that this program would not choose: begin a new file."
      case .unwritable(let url): "\(url.path) cannot be written."
      }
    }
  }

  /// Tables at the end of the file that are solved again.
  private static let checked = 1_000

  init(_ url: URL, of tables: SmallTables) {
    self.url = url
    header = "patterns of 3 x 3 tables, counts 0 ... \(tables.most)\n"
  }

  /// The patterns that the file holds; none if there is no file yet.
  func patterns(checkedBy solve: (Int) -> UInt16) throws(Flaw) -> [UInt16] {
    guard access(url.path, F_OK) == 0 else { return [] }
    guard let bytes = try? Data(contentsOf: url) else { throw .unreadable(url) }
    guard bytes.starts(with: header.utf8) else { throw .other(url) }
    // An odd byte is left where writing was cut off.
    let count = (bytes.count - header.utf8.count) / 2
    let patterns = bytes.withUnsafeBytes { bytes in
      (0..<count).map { place in
        UInt16(
          littleEndian: bytes.loadUnaligned(
            fromByteOffset: header.utf8.count + 2 * place, as: UInt16.self))
      }
    }
    guard patterns.indices.suffix(Self.checked).allSatisfy({ patterns[$0] == solve($0) }) else {
      throw .otherPatterns(url)
    }
    guard truncate(url.path, header.utf8.count + 2 * count) == 0 else { throw .unwritable(url) }
    return patterns
  }

  func append(_ patterns: [UInt16]) throws(Flaw) {
    guard let file = fopen(url.path, "a") else { throw .unwritable(url) }
    if ftell(file) == 0 { fputs(header, file) }
    let bytes = patterns.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw .unwritable(url) }
  }
}
