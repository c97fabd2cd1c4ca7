import Foundation
import Testing
import VietnameseText

@Suite struct CanonicalPairsTests {
  /// The table derived once more: each character that decomposes into two, the second of them a
  /// mark of U+0300–U+036F, and that its own parts compose to. (Foundation decomposes fully; the
  /// first step is found by composing all but the last mark.)
  static let expected: [UInt64] = {
    var pairs: Set<UInt64> = []
    for value in UInt32(0xC0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let composed = String(scalar)
      let parts = Array(composed.decomposedStringWithCanonicalMapping.unicodeScalars)
      guard parts.count > 1, (0x300...0x36F).contains(parts[parts.count - 1].value) else {
        continue
      }
      guard Array(composed.precomposedStringWithCanonicalMapping.unicodeScalars) == [scalar] else {
        continue
      }
      // Which of the marks is the last step differs ("ặ" is ạ + breve): try each.
      for left in parts.indices.dropFirst() {
        var rest = parts
        let mark = rest.remove(at: left)
        let base = Array(text(rest).precomposedStringWithCanonicalMapping.unicodeScalars)
        let whole = text(base + [mark]).precomposedStringWithCanonicalMapping
        guard base.count == 1, Array(whole.unicodeScalars) == [scalar] else { continue }
        let pair = UInt64(base[0].value) << 32 | UInt64(mark.value) << 16 | UInt64(value)
        if isPrimary(pair) { pairs.insert(pair) }
      }
    }
    return pairs.sorted()
  }()

  /// Of the ways to make "ặ", ạ + breve and not ă + dot: the mark is the last of all in canonical
  /// order, so the base followed by it needs no reordering.
  static func isPrimary(_ pair: UInt64) -> Bool {
    guard let base = Unicode.Scalar(UInt32(pair >> 32)),
      let mark = Unicode.Scalar(UInt32(pair >> 16 & 0xFFFF))
    else { return false }
    let plain = String(base).decomposedStringWithCanonicalMapping.unicodeScalars + [mark]
    let ordered = String(String.UnicodeScalarView(plain)).decomposedStringWithCanonicalMapping
    return Array(ordered.unicodeScalars) == Array(plain)
  }

  static func text(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  @Test func `The committed table is the one that Unicode data gives`() {
    let expected = CanonicalPairsTests.expected
    let lines = expected.filter { !CanonicalPairs.table.contains($0) }.map { pair in
      let parts = [pair >> 32, pair >> 16 & 0xFFFF, pair & 0xFFFF].map { String($0, radix: 16) }
      return "missing 0x" + parts.joined(separator: "_")
    }
    #expect(lines == [])
    #expect(CanonicalPairs.table == expected)
  }

  @Test func `Combining classes are those of the standard library`() {
    for value in CanonicalPairs.marks {
      let expected = Unicode.Scalar(value)?.properties.canonicalCombiningClass.rawValue
      #expect(CanonicalPairs.combiningClass(of: value) == expected)
    }
  }
}
