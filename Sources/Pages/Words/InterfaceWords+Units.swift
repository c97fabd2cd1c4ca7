public import Diagnostics

extension InterfaceWords {
  /// The word of a unit (`persons` → `unitPersons`), in the singular for a count of 1. A unit
  /// without a word reads as its id.
  public func unit(_ id: String, count: Int? = nil) -> String {
    let key = Self.unitKey(id)
    let singular = count == 1 ? texts[key + "One"] : nil
    return singular ?? texts[key] ?? id
  }

  /// Warns of units that the words don't name.
  public func checkUnits(_ ids: some Sequence<String>, into diagnostics: inout Diagnostics) {
    for id in Set(ids).sorted() where texts[Self.unitKey(id)] == nil {
      let key = Self.unitKey(id)
      diagnostics.report(
        .unitWithoutWord, at: Place(file: path),
        what: Phrase(
          vi: "Đơn vị “\(id)” chưa có từ “\(key)”.", en: "The unit “\(id)” has no word “\(key)”."),
        mend: Phrase(
          vi: "Thêm \(key) và \(key)One.", en: "Add \(key) and \(key)One."))
    }
  }

  private static func unitKey(_ id: String) -> String {
    "unit" + id.prefix(1).uppercased() + id.dropFirst()
  }
}
