import Tables
import VietnameseText

/// The signs with which a language writes numbers, as bytes.
struct NumberSigns: Sendable {
  let group: [UInt8]
  let decimal: [UInt8]

  /// Read off a number that `NumberFormat` wrote, so that the rule stands in one place.
  init(language: String) {
    let pattern = Array(
      NumberFormat.format(mantissa: 10_002, decimals: 1, language: language).utf8)
    let digits = pattern.indices.filter { (0x30...0x39).contains(pattern[$0]) }
    group = Array(pattern[(digits[0] + 1)..<digits[1]])
    decimal = Array(pattern[(digits[3] + 1)..<digits[4]])
  }
}

extension HTML {
  /// A number as `NumberFormat` writes it, without a string in between.
  ///
  /// - Parameter decimals: digits after the decimal sign, at least; zeros fill up.
  mutating func number(_ quantity: Quantity, decimals: Int, signs: NumberSigns) {
    let magnitude = quantity.mantissa.magnitude
    if quantity.mantissa < 0 { raw("\u{2212}") }
    var power: UInt = 1
    var digits = 1
    while digits <= quantity.decimals || magnitude / power >= 10 {
      power *= 10
      digits += 1
      if digits == 20 { break }
    }
    while digits > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude / power % 10))
      digits -= 1
      power /= 10
      if digits == quantity.decimals {
        if max(decimals, quantity.decimals) > 0 { raw(signs.decimal) }
      } else if digits > quantity.decimals, (digits - quantity.decimals) % 3 == 0 {
        raw(signs.group)
      }
    }
    for _ in quantity.decimals..<max(quantity.decimals, decimals) {
      bytes.append(UInt8(ascii: "0"))
    }
  }

}
