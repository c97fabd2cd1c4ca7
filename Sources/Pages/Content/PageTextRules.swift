public import Diagnostics

/// Rules about the words of a page that need what the site knows.
extension Rule {
  public static let glossaryEmpty = Rule(
    "MB-TEXT-007",
    why: Phrase(
      vi: "Danh sách từ ngữ để trống thì người đọc không hiểu thêm được gì.",
      en: "An empty list of terms explains nothing."))
}
