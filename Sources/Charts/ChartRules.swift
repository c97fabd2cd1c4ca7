public import Diagnostics

extension Rule {
  public static let chartMeasure = Rule(
    "MB-CHART-001",
    why: Phrase(
      vi: "Một biểu đồ chỉ vẽ một loại số liệu; hai thang đo trên một hình dễ gây hiểu sai.",
      en: "A chart draws one measure: two scales in one picture mislead."))

  public static let chartAxes = Rule(
    "MB-CHART-002",
    why: Phrase(
      vi: "Một biểu đồ chỉ vẽ theo một chiều của bảng.",
      en: "A chart draws along one axis of the table."))

  public static let chartTooManyPoints = Rule(
    "MB-CHART-003",
    why: Phrase(
      vi: "Trên điện thoại sẽ không đọc được từng giá trị.",
      en: "On a phone its values could not be told apart."))

  public static let chartNegative = Rule(
    "MB-CHART-004",
    why: Phrase(
      vi: "Cột và đường bắt đầu từ 0 nên số âm không vẽ được.",
      en: "Bars and lines start from 0, so a negative number has no place."))
}
