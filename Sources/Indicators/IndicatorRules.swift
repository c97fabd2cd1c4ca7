public import Diagnostics

extension Rule {
  public static let indicatorUnknownTable = Rule(
    "MB-IND-001",
    why: Phrase(
      vi: "Chỉ tiêu được tính từ các ô đã công bố của một bảng.",
      en: "An indicator is computed from the published cells of a table."))

  public static let indicatorUnknownMeasure = Rule(
    "MB-IND-002",
    why: Phrase(
      vi: "Không có số liệu nào mang tên này trong bảng.",
      en: "The table holds no figures of that name."))

  public static let ratioWithoutParts = Rule(
    "MB-IND-003",
    why: Phrase(
      vi: "Nếu không biết tử số là một phần của mẫu số thì phần còn lại không được bảo vệ.",
      en:
        "Unless the numerator is known to be part of the denominator, the rest is not protected."))

  public static let ratioWithoutComplement = Rule(
    "MB-IND-004",
    why: Phrase(
      vi: "Tỉ lệ cho biết cả số người còn lại: phải nói số đó có được công bố không.",
      en: "A ratio tells the remainder too: it must be said whether that may be published."))

  public static let ratioAboveOne = Rule(
    "MB-IND-005",
    why: Phrase(
      vi: "Một tỉ lệ trên 100% cho thấy số liệu hoặc định nghĩa sai.",
      en: "A share above 100% shows that figures or definition are wrong."))

  public static let indicatorUnit = Rule(
    "MB-IND-006",
    why: Phrase(
      vi: "So sánh hai đơn vị khác nhau thì kết quả không có nghĩa.",
      en: "To compare different units gives a result without meaning."))

  public static let indicatorWithoutTotal = Rule(
    "MB-IND-007",
    why: Phrase(
      vi: "Chỉ tiêu nói về tổng số theo từng kỳ.",
      en: "An indicator speaks of the total in each period."))

  public static let planUnknownIndicator = Rule(
    "MB-PLAN-001",
    why: Phrase(
      vi: "Không biết mục tiêu này được đo bằng gì.",
      en: "It is unknown by what the target is measured."))

  public static let planTargetValue = Rule(
    "MB-PLAN-002",
    why: Phrase(
      vi: "Trạng thái của mục tiêu được tính bằng cách so với giá trị này.",
      en: "The status of a target is found by comparing with this value."))

  public static let planQualitativeValue = Rule(
    "MB-PLAN-003",
    why: Phrase(
      vi: "Mục tiêu định tính không có con số để so sánh.",
      en: "A qualitative target has no number to compare with."))

  public static let planValidity = Rule(
    "MB-PLAN-004",
    why: Phrase(
      vi: "Chỉ các kỳ trong thời gian thực hiện mới được đánh giá.",
      en: "Only periods within the plan's validity are judged."))
}
