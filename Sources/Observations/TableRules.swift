public import Diagnostics

/// What can be wrong with `seeds/tables.yaml`.
extension Rule {
  public static let tablesMissing = Rule(
    "MB-TABLE-001",
    why: Phrase(
      vi: "Bảng không khai báo thì không được công bố dưới bất kỳ dạng nào.",
      en: "What is not declared is not published, in any form."))

  public static let tableID = Rule(
    "MB-TABLE-002",
    why: Phrase(
      vi: "Mã bảng nằm trong địa chỉ trang và tên tệp.",
      en: "The id stands in addresses and file names."))

  public static let tableNameUnknown = Rule(
    "MB-TABLE-003",
    why: Phrase(
      vi: "Tên này không có trong bộ số liệu hoặc trong site.yaml.",
      en: "There is no such name in the data set or in site.yaml."))

  public static let periodsNotAdded = Rule(
    "MB-TABLE-004",
    why: Phrase(
      vi: "Cộng các kỳ của số liệu này sẽ đếm hai lần.",
      en: "To add periods of this measure would count things twice."))

  public static let rangeOverBreak = Rule(
    "MB-TABLE-005",
    why: Phrase(
      vi: "Trước và sau mốc này, số liệu không nói về cùng một nơi hay cùng một luật.",
      en: "Before and after the break, figures are about another territory or law."))

  public static let rangeDoesNotFit = Rule(
    "MB-TABLE-006",
    why: Phrase(
      vi: "Tổng nhiều kỳ phải gồm trọn các kỳ có số liệu, không thiếu kỳ nào.",
      en: "A pooled range must hold whole periods of the data and lack none."))

  public static let partTooFine = Rule(
    "MB-TABLE-007", .error, .siteHasErrors,
    why: Phrase(
      vi: "Phần còn lại (tổng thể trừ bộ phận) chỉ được phép công khai ở mức thô hơn.",
      en: "The shortfall (whole less part) was declared open at coarser cells only."))

  public static let areaAxisNeeded = Rule(
    "MB-TABLE-008",
    why: Phrase(
      vi: "Các hệ địa bàn khác nhau không bao giờ được cộng với nhau.",
      en: "Areas of different schemes are never added."))

  public static let layoutInvalid = Rule(
    "MB-TABLE-009",
    why: Phrase(
      vi: "Mỗi trục nằm ở dòng hoặc ở cột, một lần.",
      en: "Each axis stands in the rows or in the columns, once."))

  public static let levelTooFine = Rule(
    "MB-TABLE-010",
    why: Phrase(
      vi: "Bộ số liệu không có số liệu ở cấp này.",
      en: "The data set has no figures at this level."))

  public static let acrossBreakArea = Rule(
    "MB-TABLE-011",
    why: Phrase(
      vi: "Qua một mốc thay đổi, địa bàn không còn là một.",
      en: "Across a break an area is not the same area any more."))

  public static let tooManyCells = Rule(
    "MB-TABLE-012",
    why: Phrase(
      vi: "Không ai đọc bảng lớn như vậy, và máy không đủ bộ nhớ để bảo vệ nó.",
      en: "Nobody reads a table of that size, and no machine has the memory to protect it."))
}
