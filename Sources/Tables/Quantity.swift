/// An exact decimal number: `mantissa / 10^decimals`. Counts have no decimals.
public struct Quantity: Sendable, Hashable {
  public let mantissa: Int
  /// Digits after the decimal point, 0 to 9.
  public let decimals: Int

  public init(_ count: Int) {
    mantissa = count
    decimals = 0
  }

  public init(mantissa: Int, decimals: Int) {
    self.mantissa = mantissa
    self.decimals = decimals
  }

  public static let zero = Quantity(0)

  public var isZero: Bool { mantissa == 0 }

  /// The value as a whole number; nil if it has decimals.
  public var count: Int? { decimals == 0 ? mantissa : nil }

  /// The sum with the larger number of decimals; nil if it doesn't fit.
  public func adding(_ other: Quantity) -> Quantity? {
    let digits = max(decimals, other.decimals)
    guard let a = scaled(to: digits), let b = other.scaled(to: digits) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : Quantity(mantissa: sum, decimals: digits)
  }

  /// How much another quantity is more than this one, in units of its last digit; nil if it doesn't
  /// fit. 0 if they are equal, however many digits they are written with.
  public func change(to other: Quantity) -> Int? {
    other.adding(Quantity(mantissa: -mantissa, decimals: decimals))?.mantissa
  }

  private func scaled(to digits: Int) -> Int? {
    var value = mantissa
    for _ in decimals..<max(digits, decimals) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    return value
  }
}
