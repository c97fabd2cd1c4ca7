/// Numbers as readers see them: exact, from integers; `decimals` digits of `mantissa` stand after
/// the decimal sign (mantissa 12345 with 1 decimal is 1234.5).
///
/// Vietnamese ("vi") writes 1.234,5, every other language 1,234.5. A negative number begins with
/// the minus sign U+2212; a negative `decimals` counts as 0.
public enum NumberFormat {
  public static func format(mantissa: Int, decimals: Int = 0, language: String) -> String {
    let signs = signs(language)
    return write(
      mantissa.magnitude, decimals: decimals, minus: mantissa < 0 ? "\u{2212}" : "",
      group: signs.group, decimal: signs.decimal)
  }

  /// A share with one decimal and without a space: "97,5%" ("97.5%" in English).
  ///
  /// Rounded half up, with one exception: what is not exactly 0% or 100% never reads so. 1,999 of
  /// 2,000 is "99,9%", 1 of 5,000 is "0,1%", 2,001 of 2,000 is "100,1%". Nil if the denominator is
  /// not positive or the numerator is negative: there is no share then.
  public static func percent(
    numerator: Int, denominator: Int, language: String
  ) -> String? {
    guard denominator > 0, numerator >= 0 else { return nil }
    let (part, whole) = (Int128(numerator), Int128(denominator))
    var tenths = (part * 2000 + whole) / (whole * 2)
    if tenths == 0 && part > 0 { tenths = 1 }
    if tenths == 1000 && part != whole { tenths = part < whole ? 999 : 1001 }
    let signs = signs(language)
    return write(tenths.magnitude, decimals: 1, group: signs.group, decimal: signs.decimal) + "%"
  }

  /// The number as machine-readable files hold it: "1234.5", "-3".
  public static func machine(mantissa: Int, decimals: Int = 0) -> String {
    write(
      mantissa.magnitude, decimals: decimals, minus: mantissa < 0 ? "-" : "", group: "",
      decimal: ".")
  }

  private static func signs(_ language: String) -> (group: String, decimal: String) {
    language == "vi" || language.hasPrefix("vi-") ? (".", ",") : (",", ".")
  }

  private static func write(
    _ magnitude: some UnsignedInteger, decimals: Int, minus: String = "", group: String,
    decimal: String
  ) -> String {
    let decimals = max(decimals, 0)
    var digits = String(magnitude)
    if digits.utf8.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
    }
    let whole = digits.dropLast(decimals)
    var text = minus
    for (index, digit) in whole.enumerated() {
      if index > 0 && (whole.count - index) % 3 == 0 { text += group }
      text.append(digit)
    }
    if decimals > 0 { text += decimal + digits.suffix(decimals) }
    return text
  }
}
