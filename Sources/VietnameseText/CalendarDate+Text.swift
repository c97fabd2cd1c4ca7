extension CalendarDate {
  /// Reads ISO 8601 extended form and nothing else: four, two and two digits, `2025-07-01`.
  public init?(iso: String) {
    let bytes = Array(iso.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = CalendarDate.number(bytes[0..<4]), let month = CalendarDate.number(bytes[5..<7]),
      let day = CalendarDate.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `2025-07-01`.
  public var iso: String {
    let years = String(year)
    return String(repeating: "0", count: 4 - years.utf8.count) + years
      + "-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
  }

  /// As tables write it: "01/07/2025".
  public var short: String { "\(Self.twoDigits(day))/\(Self.twoDigits(month))/\(year)" }

  /// As running text writes it: "ngày 01 tháng 7 năm 2025", in every language but Vietnamese
  /// "1 July 2025".
  ///
  /// Decree 30/2020/NĐ-CP, annex I: days below 10 and months 1 and 2 have a zero before them.
  public func long(_ language: String) -> String {
    guard language == "vi" || language.hasPrefix("vi-") else {
      return "\(day) \(Self.englishMonths[month - 1]) \(year)"
    }
    let month = self.month <= 2 ? Self.twoDigits(self.month) : String(self.month)
    return "ngày \(Self.twoDigits(day)) tháng \(month) năm \(year)"
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }
}
