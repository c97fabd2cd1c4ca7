import Diagnostics

/// What stands between two fields of a CSV file.
public enum CSVDelimiter: UInt8, Sendable, CaseIterable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09

  /// As a Data Package dialect declares it: `,`, `;` or a tab.
  public init?(declared text: String) {
    guard text.utf8.count == 1, let byte = text.utf8.first else { return nil }
    self.init(rawValue: byte)
  }

  var name: Phrase {
    switch self {
    case .comma: Phrase(vi: "dấu phẩy", en: "comma")
    case .semicolon: Phrase(vi: "dấu chấm phẩy", en: "semicolon")
    case .tab: Phrase(vi: "dấu tab", en: "tab")
    }
  }
}

// MARK: - Detection

extension CSVDelimiter {
  enum Detection: Equatable {
    case found(CSVDelimiter)
    /// Both stand in the header line equally often.
    case unclear(CSVDelimiter, CSVDelimiter)
  }

  /// The delimiter that stands most often in the header record, outside quotes; a comma if none
  /// does (one column).
  static func detect(in bytes: [UInt8]) -> Detection {
    var counts = [UInt8: Int]()
    var isQuoted = false
    for byte in bytes {
      if byte == CSVReader.quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == CSVReader.lineFeed { break }
      counts[byte, default: 0] += 1
    }
    let ranked = allCases.map { (delimiter: $0, count: counts[$0.rawValue] ?? 0) }
    let most = ranked.map(\.count).max() ?? 0
    let best = ranked.filter { $0.count == most }.map(\.delimiter)
    if most > 0, best.count > 1 { return .unclear(best[0], best[1]) }
    return .found(most == 0 ? .comma : best[0])
  }
}
