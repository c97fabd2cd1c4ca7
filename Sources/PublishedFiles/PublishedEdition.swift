/// An edition as anybody can read it from its `data/` folder.
package struct PublishedEdition: Sendable {
  /// Name of the edition: `public`, …
  package let name: String
  /// ISO 8601 date of the build; empty if it doesn't say.
  package let asOf: String
  /// Counts from 1 to the threshold less 1 are small.
  package let threshold: Int
  /// Hidden cells may be zero.
  package let zerosMayBeHidden: Bool
  package let known: [KnownFigure]
  package let tables: [PublishedTable]

  package init(
    name: String, asOf: String = "", threshold: Int, zerosMayBeHidden: Bool = false,
    known: [KnownFigure] = [], tables: [PublishedTable]
  ) {
    self.name = name
    self.asOf = asOf
    self.threshold = threshold
    self.zerosMayBeHidden = zerosMayBeHidden
    self.known = known
    self.tables = tables
  }
}

/// A figure that others publish, as the edition lists it.
package struct KnownFigure: Sendable, Hashable {
  package let dataset: String
  package let measure: String
  /// Codes by the name of their axis; axes that are not named stand at their total.
  package let at: [String: String]
  package let value: PublishedNumber

  package init(dataset: String, measure: String, at: [String: String], value: PublishedNumber) {
    self.dataset = dataset
    self.measure = measure
    self.at = at
    self.value = value
  }
}

/// A plain decimal number, exact: mantissa / 10^decimals.
package struct PublishedNumber: Sendable, Hashable {
  package let mantissa: Int
  /// From 0 to 9.
  package let decimals: Int

  package init(_ mantissa: Int, decimals: Int = 0) {
    self.mantissa = mantissa
    self.decimals = decimals
  }

  /// Digits with a point at most, as data files write them: `12`, `-3.5`. Zeros at the end of the
  /// decimals are dropped, so that equal numbers are equal.
  package init?(machine text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count) else { return nil }
    let whole = parts[0].hasPrefix("-") ? String(parts[0].dropFirst()) : parts[0]
    var fraction = parts.count == 2 ? parts[1] : ""
    guard !whole.isEmpty, parts.count == 1 || !fraction.isEmpty else { return nil }
    let isNegative = parts[0].hasPrefix("-")
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let digits = whole + fraction
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), fraction.utf8.count <= 9,
      digits.utf8.count <= 18, let magnitude = Int(digits)
    else { return nil }
    self.init(isNegative ? -magnitude : magnitude, decimals: fraction.utf8.count)
  }

  /// The number in units of 10^−decimals; nil if it is not whole there or too large.
  package func scaled(_ decimals: Int) -> Int? {
    guard decimals >= self.decimals else { return nil }
    var value = mantissa
    for _ in self.decimals..<decimals {
      let (product, overflows) = value.multipliedReportingOverflow(by: 10)
      if overflows { return nil }
      value = product
    }
    return value
  }
}
