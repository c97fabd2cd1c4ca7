/// What a measure cell says, read from its bytes.
enum CellText: Equatable {
  case number(mantissa: Int, decimals: Int)
  case mark(CellState)
  case empty
  case negative
  case tooLarge
  /// Digits with a sign that may group thousands or begin decimals: `1.234`.
  case grouped
  /// Digits with one sign that can't group thousands: `150,5`.
  case fraction
  /// `[c]`: only the generator hides.
  case hidden
  case other

  /// - Parameter isDecimal: whether a point begins decimals (`type: number`).
  init(_ bytes: ArraySlice<UInt8>, isDecimal: Bool) {
    guard let first = bytes.first else {
      self = .empty
      return
    }
    if Self.isDigit(first) {
      self = Self.number(bytes, isDecimal: isDecimal)
      return
    }
    switch bytes {
    case Self.nothing: self = .mark(.nothingOccurred)
    case Self.ellipsis, Self.dots: self = .mark(.notCollected)
    case Self.notAvailable: self = .mark(.notAvailable)
    case Self.notApplicable: self = .mark(.notApplicable)
    case Self.suppressed: self = .hidden
    default:
      let isMinus = first == UInt8(ascii: "-") || bytes.starts(with: Array("\u{2212}".utf8))
      let rest = bytes.drop { !Self.isDigit($0) }
      let isNumber = !rest.isEmpty && rest.allSatisfy { Self.isDigit($0) || $0 == point }
      self = isMinus && isNumber && rest.count >= bytes.count - 3 ? .negative : .other
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>, isDecimal: Bool) -> CellText {
    var mantissa = 0
    var decimals = 0
    var hasPoint = false
    for byte in bytes {
      if isDecimal && byte == point && !hasPoint {
        hasPoint = true
        continue
      }
      guard isDigit(byte) else { return isGrouped(bytes) ? signs(bytes) : .other }
      let (product, overflowsA) = mantissa.multipliedReportingOverflow(by: 10)
      let (sum, overflowsB) = product.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      if overflowsA || overflowsB { return .tooLarge }
      mantissa = sum
      if hasPoint { decimals += 1 }
    }
    if hasPoint && decimals == 0 { return .other }
    if decimals > 9 { return .tooLarge }
    return .number(mantissa: mantissa, decimals: decimals)
  }

  /// Digits and points, commas or spaces, digits at both ends.
  private static func isGrouped(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.last, isDigit(last) else { return false }
    return bytes.allSatisfy { isDigit($0) || $0 == point || $0 == UInt8(ascii: ",") }
  }

  /// Thousands come in threes, behind one to three digits.
  private static func signs(_ bytes: ArraySlice<UInt8>) -> CellText {
    let parts = bytes.split(omittingEmptySubsequences: false) { !isDigit($0) }
    guard parts.count == 2, let head = parts.first, let tail = parts.last, let first = head.first
    else { return .grouped }
    let mayGroup = tail.count == 3 && head.count <= 3 && first != UInt8(ascii: "0")
    return mayGroup ? .grouped : .fraction
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static let nothing = Array("-".utf8)[...]
  private static let ellipsis = Array("…".utf8)[...]
  private static let dots = Array("...".utf8)[...]
  private static let notAvailable = Array("[x]".utf8)[...]
  private static let notApplicable = Array("[z]".utf8)[...]
  private static let suppressed = Array("[c]".utf8)[...]
}

private let point = UInt8(ascii: ".")

/// What stands in a measure cell of a row.
enum CellState: UInt8, Sendable {
  case number, nothingOccurred, notCollected, notAvailable, notApplicable

  /// Whether it stands for a number, 0 or more.
  var isNumber: Bool { self == .number || self == .nothingOccurred }

  /// Whether something occurred of which no number is there.
  var isMissing: Bool { self == .notCollected || self == .notAvailable }
}
