import Testing
import VietnameseText

@Suite struct NumberFormatTests {
  @Test(arguments: [
    (12345, 1, "1.234,5", "1,234.5", "1234.5"), (0, 0, "0", "0", "0"),
    (5, 2, "0,05", "0.05", "0.05"),
    (999, 0, "999", "999", "999"), (1000, 0, "1.000", "1,000", "1000"),
    (1_234_567_891, 3, "1.234.567,891", "1,234,567.891", "1234567.891"),
    (-1234, 0, "−1.234", "−1,234", "-1234"), (-5, 1, "−0,5", "−0.5", "-0.5"),
    (100, 2, "1,00", "1.00", "1.00"), (7, -3, "7", "7", "7"),
    (
      Int.min, 0, "−9.223.372.036.854.775.808", "−9,223,372,036,854,775,808",
      "-9223372036854775808"
    ),
  ])
  func `Groups and decimals`(
    mantissa: Int, decimals: Int, vi: String, en: String, machine: String
  ) {
    #expect(NumberFormat.format(mantissa: mantissa, decimals: decimals, language: "vi") == vi)
    #expect(NumberFormat.format(mantissa: mantissa, decimals: decimals, language: "vi-VN") == vi)
    #expect(NumberFormat.format(mantissa: mantissa, decimals: decimals, language: "en") == en)
    #expect(NumberFormat.machine(mantissa: mantissa, decimals: decimals) == machine)
  }

  @Test(arguments: [
    (39, 40, "97,5%"), (74, 78, "94,9%"), (1, 8, "12,5%"), (1, 16, "6,3%"), (1, 3, "33,3%"),
    (2, 3, "66,7%"), (0, 7, "0,0%"), (7, 7, "100,0%"),
    // Not all is never "100", something is never "0".
    (1999, 2000, "99,9%"), (9999, 10_000, "99,9%"), (1, 5000, "0,1%"), (2001, 2000, "100,1%"),
    (3, 2, "150,0%"), (30, 1, "3.000,0%"), (Int.max - 1, Int.max, "99,9%"), (1, Int.max, "0,1%"),
    (Int.max, 1, "922.337.203.685.477.580.700,0%"),
  ])
  func `Percent, rounded half up`(numerator: Int, denominator: Int, vi: String) {
    #expect(
      NumberFormat.percent(numerator: numerator, denominator: denominator, language: "vi") == vi)
  }

  @Test func `Percent in English`() {
    #expect(NumberFormat.percent(numerator: 39, denominator: 40, language: "en") == "97.5%")
  }

  @Test(arguments: [(0, 0), (1, 0), (1, -1), (-1, 5)])
  func `Where there is no share`(numerator: Int, denominator: Int) {
    #expect(
      NumberFormat.percent(numerator: numerator, denominator: denominator, language: "vi") == nil)
  }
}
