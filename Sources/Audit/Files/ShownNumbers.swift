import PublishedFiles

/// A number as people write it, in Vietnamese (1.234,5) or English (1,234.5).
enum ShownNumber {
  /// What a whole text may mean; empty if it is no number.
  static func readings(of text: String) -> [PublishedNumber] {
    let plain = text.filter { !$0.isWhitespace }.replacing("−", with: "-")
    guard plain.contains(where: \.isNumber),
      plain.allSatisfy({ $0.isASCII && ($0.isNumber || ".,-".contains($0)) })
    else { return [] }
    let vietnamese = plain.replacing(".", with: "").replacing(",", with: ".")
    let english = plain.replacing(",", with: "")
    return [vietnamese, english].compactMap { PublishedNumber(machine: $0) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What the number at the start of a text may mean.
  static func leading(_ text: String) -> [PublishedNumber] {
    let start = text.drop { $0.isWhitespace }
    var number = start.prefix { $0.isASCII && $0.isNumber || ".,-−".contains($0) }
    while let last = number.last, !last.isNumber { number.removeLast() }
    return readings(of: String(number))
  }
}

/// The numbers that the cleared table holds.
struct TableNumbers {
  let table: PublishedTable
  /// How many cells print each number.
  let printed: [PublishedNumber: Int]
  let hidden: Int

  init(_ table: PublishedTable) {
    self.table = table
    var printed: [PublishedNumber: Int] = [:]
    var hidden = 0
    for cell in table.cells {
      switch cell {
      case .printed(let number): printed[number, default: 0] += 1
      case .hidden: hidden += 1
      default: break
      }
    }
    self.printed = printed
    self.hidden = hidden
  }

  func holds(_ readings: [PublishedNumber]) -> Bool {
    readings.contains { printed[$0] != nil }
  }
}
