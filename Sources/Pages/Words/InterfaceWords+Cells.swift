public import Tables
import VietnameseText

extension InterfaceWords {
  /// A number with the signs of the language, for example "1.234,5".
  public func number(_ quantity: Quantity) -> String {
    NumberFormat.format(
      mantissa: quantity.mantissa, decimals: quantity.decimals, language: language)
  }

  public func number(_ count: Int) -> String {
    NumberFormat.format(mantissa: count, language: language)
  }

  /// A number with its unit: "311 người", "97,5%".
  public func number(_ quantity: Quantity, unit: String) -> String {
    let sign = self.unit(unit, count: quantity.count)
    return sign == "%" ? number(quantity) + sign : number(quantity) + " " + sign
  }

  /// Why there is no number, in words: "bảo mật", "chưa thu thập"; nil where there is one.
  public func state(of cell: Cell) -> String? {
    switch cell {
    case .value: nil
    case .suppressed: self[.suppressed]
    case .nothingOccurred: self[.none]
    case .missing(.notCollected): self[.notCollected]
    case .missing(.notAvailable): self[.notAvailable]
    case .missing(.notApplicable): self[.notApplicable]
    }
  }

  /// What the office says about a number: "sơ bộ", "ước tính, đã điều chỉnh"; nil for nothing. A
  /// break in the series is told by the table, not in a sentence.
  public func status(_ status: ObservationStatus) -> String? {
    let words: [(ObservationStatus, WordKey)] = [
      (.provisional, .provisional), (.estimated, .estimated), (.revised, .revised),
    ]
    let said = words.filter { status.contains($0.0) }.map { self[$0.1] }
    return said.isEmpty ? nil : said.joined(separator: ", ")
  }

  /// A cell in words: "311 (sơ bộ)", "bảo mật"; with a unit "311 người (sơ bộ)".
  public func words(for cell: Cell, unit: String? = nil) -> String {
    guard case .value(let quantity, let status) = cell else { return state(of: cell) ?? "" }
    let number = unit.map { self.number(quantity, unit: $0) } ?? number(quantity)
    return self.status(status).map { "\(number) (\($0))" } ?? number
  }
}
