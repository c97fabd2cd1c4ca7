import Tables

extension InterfaceWords {
  /// The size of a file: "6 KB", "1,2 MB" (decimal prefixes, rounded up, at least 1 KB).
  public func size(bytes: Int) -> String {
    let kilobytes = max(1, (bytes + 999) / 1000)
    if kilobytes < 1000 { return fill(.sizeKB, ["size": number(kilobytes)]) }
    let tenths = (bytes + 99_999) / 100_000
    return fill(.sizeMB, ["size": number(Quantity(mantissa: tenths, decimals: 1))])
  }
}
