/// The part of an address that is made from a title.
public enum Slug {
  /// ASCII letters, digits and single hyphens: "Việc nhẹ, lương cao" → "viec-nhe-luong-cao".
  ///
  /// Empty if the title has no Latin letter and no digit: then a name must be given by hand.
  public static func make(_ title: String) -> String {
    var slug: [UInt8] = []
    var pendingHyphen = false
    for byte in Folding.fold(title).utf8 {
      if isLetterOrDigit(byte) {
        if pendingHyphen && !slug.isEmpty { slug.append(hyphen) }
        pendingHyphen = false
        slug.append(byte)
      } else {
        pendingHyphen = true
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }

  /// Whether `make` could have given this text: `[a-z0-9]+(-[a-z0-9]+)*`.
  public static func isValid(_ text: String) -> Bool {
    var previous = hyphen
    for byte in text.utf8 {
      guard isLetterOrDigit(byte) || (byte == hyphen && previous != hyphen) else { return false }
      previous = byte
    }
    return previous != hyphen
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }
}
