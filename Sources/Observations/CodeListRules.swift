public import Diagnostics

/// What can be wrong with `seeds/codelists/*.csv`, areas included.
extension Rule {
  public static let codeListMissing = Rule(
    "MB-CODE-001",
    why: Phrase(
      vi: "Danh mục mã nói mỗi mã nghĩa là gì và thuộc mã nào.",
      en: "The code list says what a code means and what it belongs to."))

  public static let codeListColumn = Rule(
    "MB-CODE-002",
    why: Phrase(
      vi: "Thiếu cột hoặc sai tên cột thì không hiểu được danh mục.",
      en: "With a column missing or misspelt the list can't be understood."))

  public static let codeParentUnknown = Rule(
    "MB-CODE-003",
    why: Phrase(
      vi: "Số liệu của mã này sẽ không được cộng vào đâu.",
      en: "Figures of this code would be added to nothing."))

  public static let codeCycle = Rule(
    "MB-CODE-004",
    why: Phrase(
      vi: "Một mã không thể vừa ở trên vừa ở dưới một mã khác.",
      en: "A code can't be both above and below another one."))

  public static let codeOutsideTotal = Rule(
    "MB-CODE-005",
    why: Phrase(
      vi: "Tổng số “_T” phải gồm mọi mã, nếu không tổng sẽ thiếu.",
      en: "The total “_T” must hold every code, or it would be too small."))

  public static let codeDuplicate = Rule(
    "MB-CODE-006",
    why: Phrase(
      vi: "Hai dòng nói về một mã phải nói như nhau.",
      en: "Two rows about one code must say the same."))

  public static let codeValue = Rule(
    "MB-CODE-007",
    why: Phrase(
      vi: "Mã, thứ tự và nhãn được in ra trang.",
      en: "Code, order and label are printed on the site."))

  public static let areaUnknown = Rule(
    "MB-AREA-001",
    why: Phrase(
      vi: "Không biết số liệu này của địa bàn nào.",
      en: "It is unknown which place the figure is about."))

  public static let areaSchemeUnknown = Rule(
    "MB-AREA-002",
    why: Phrase(
      vi: "Cùng một mã chỉ hai nơi khác nhau ở hai hệ mã.",
      en: "The same code means different places in different schemes."))

  public static let areaNotValid = Rule(
    "MB-AREA-003",
    why: Phrase(
      vi: "Địa bàn không tồn tại trong kỳ này, nên số liệu thuộc nơi khác hoặc kỳ khác.",
      en: "The area did not exist then, so the figure is about another place or time."))

  public static let areaTop = Rule(
    "MB-AREA-004",
    why: Phrase(
      vi: "Tổng số theo địa bàn là địa bàn cao nhất.",
      en: "The total over areas is the top area."))

  public static let areaOutsideTop = Rule(
    "MB-AREA-005",
    why: Phrase(
      vi: "Địa bàn này không nằm trong địa bàn cao nhất nên sẽ không được cộng vào tổng.",
      en: "The area lies outside the top area, so the total would lack it."))

  public static let areaValue = Rule(
    "MB-AREA-006",
    why: Phrase(
      vi: "Cấp và thời gian hiệu lực cho biết địa bàn nào tồn tại khi nào.",
      en: "Level and dates say which area existed when."))
}
