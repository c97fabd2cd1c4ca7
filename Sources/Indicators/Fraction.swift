import Tables

/// An exact share: `numerator / denominator`, both from 0 up, the denominator above 0. One is
/// 100%.
public struct Fraction: Sendable, Hashable {
  public let numerator: Int
  public let denominator: Int

  /// Nil if the whole is not above 0, the part is negative or larger than the whole, or the
  /// numbers don't fit.
  init?(_ part: Quantity, of whole: Quantity) {
    let digits = max(part.decimals, whole.decimals)
    let top = Int128(part.mantissa) * Self.power(digits - part.decimals)
    let bottom = Int128(whole.mantissa) * Self.power(digits - whole.decimals)
    guard bottom > 0, top >= 0, top <= bottom, let numerator = Int(exactly: top),
      let denominator = Int(exactly: bottom)
    else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// 10 to the power of `digits` (0 to 18).
  static func power(_ digits: Int) -> Int128 {
    (0..<max(0, digits)).reduce(into: 1) { power, _ in power *= 10 }
  }
}

extension Target.Comparator {
  /// Whether a share stands to so many percent as it should. Exact.
  func holds(_ share: Fraction, percent: Quantity) -> Bool {
    compare(
      Int128(share.numerator) * 100 * Fraction.power(percent.decimals),
      Int128(percent.mantissa) * Int128(share.denominator))
  }

  func holds(_ count: Quantity, value: Quantity) -> Bool {
    compare(
      Int128(count.mantissa) * Fraction.power(value.decimals),
      Int128(value.mantissa) * Fraction.power(count.decimals))
  }

  private func compare(_ a: Int128, _ b: Int128) -> Bool {
    switch self {
    case .atLeast: a >= b
    case .atMost: a <= b
    case .equal: a == b
    case .above: a > b
    case .below: a < b
    }
  }
}
