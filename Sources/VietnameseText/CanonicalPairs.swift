/// Looks up canonical compositions of a character and a mark of U+0300–U+036F.
package struct CanonicalPairs: Sendable {
  static let shared = CanonicalPairs()

  /// `base << 32 | mark << 16 | composed`, ascending.
  private let byPair: [UInt64]
  /// `composed << 32 | base << 16 | mark`, ascending.
  private let byComposed: [UInt64]

  private init() {
    byPair = CanonicalPairs.table
    byComposed = byPair.map { ($0 & 0xFFFF) << 32 | $0 >> 16 }.sorted()
  }

  func composition(of base: UInt32, _ mark: UInt32) -> UInt32? {
    guard base < 0x10000, CanonicalPairs.marks.contains(mark) else { return nil }
    let key = UInt64(base) << 32 | UInt64(mark) << 16
    let found = CanonicalPairs.first(in: byPair, notBelow: key)
    guard let found, found & ~0xFFFF == key else { return nil }
    return UInt32(found & 0xFFFF)
  }

  func decomposition(of composed: UInt32) -> (base: UInt32, mark: UInt32)? {
    guard composed >= 0xC0, composed < 0x10000 else { return nil }
    let key = UInt64(composed) << 32
    let found = CanonicalPairs.first(in: byComposed, notBelow: key)
    guard let found, found >> 32 == UInt64(composed) else { return nil }
    return (UInt32(found >> 16 & 0xFFFF), UInt32(found & 0xFFFF))
  }

  private static func first(in sorted: [UInt64], notBelow key: UInt64) -> UInt64? {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count ? sorted[low] : nil
  }
}

// MARK: - Marks

extension CanonicalPairs {
  /// The block Combining Diacritical Marks.
  package static let marks: ClosedRange<UInt32> = 0x300...0x36F

  /// Canonical_Combining_Class; 0 outside the block of marks.
  package static func combiningClass(of scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x334...0x338: 1
    case 0x321...0x322, 0x327...0x328: 202
    case 0x31B: 216
    case 0x316...0x319, 0x31C...0x320, 0x323...0x326, 0x329...0x333, 0x339...0x33C,
      0x347...0x349, 0x34D...0x34E, 0x353...0x356, 0x359...0x35A:
      220
    case 0x300...0x314, 0x33D...0x344, 0x346, 0x34A...0x34C, 0x350...0x352, 0x357, 0x35B,
      0x363...0x36F:
      230
    case 0x315, 0x31A, 0x358: 232
    case 0x35C, 0x35F, 0x362: 233
    case 0x35D...0x35E, 0x360...0x361: 234
    case 0x345: 240
    default: 0
    }
  }
}
