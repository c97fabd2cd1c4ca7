public import Diagnostics

extension Rule {
  public static let contentOutsideLanguage = Rule(
    "MB-PAGE-001",
    why: Phrase(
      vi: "Thư mục cho biết trang viết bằng ngôn ngữ nào, và địa chỉ của trang.",
      en: "The folder tells the page's language and its address."))

  public static let contentUnnamed = Rule(
    "MB-PAGE-002",
    why: Phrase(
      vi: "Tên tệp trở thành địa chỉ của trang.", en: "A file's name becomes the page's address."))

  public static let homeMissing = Rule(
    "MB-PAGE-003",
    why: Phrase(
      vi: "Người đọc vào trang web sẽ không thấy gì.",
      en: "Readers who open the site would find nothing."))

  public static let tableUnknown = Rule(
    "MB-PAGE-004",
    why: Phrase(
      vi: "Chỉ bảng khai trong seeds/tables.yaml mới được công bố.",
      en: "Only what seeds/tables.yaml declares is published."))

  public static let tableNotInEdition = Rule(
    "MB-PAGE-005",
    why: Phrase(
      vi: "Trang công khai không được nói đến bảng nội bộ.",
      en: "A public page must not speak of an internal table."))

  public static let numberUnknown = Rule(
    "MB-PAGE-006",
    why: Phrase(
      vi: "Con số trong câu phải là một ô đã được kiểm tra.",
      en: "A number in a sentence must be a cleared cell."))

  public static let indicatorUnknown = Rule(
    "MB-PAGE-007",
    why: Phrase(
      vi: "Chỉ tiêu và kế hoạch được khai trong seeds/.",
      en: "Indicators and plans are declared in seeds/."))

  public static let pageAddressUnknown = Rule(
    "MB-PAGE-008",
    why: Phrase(
      vi: "Liên kết trong khung trang sẽ dẫn đến trang lỗi.",
      en: "A link in the frame of every page would lead to an error page."))

  public static let translationUnknown = Rule(
    "MB-PAGE-010",
    why: Phrase(
      vi: "Người đọc không chuyển được giữa hai ngôn ngữ.",
      en: "Readers can't change between the languages."))

  public static let templateMissing = Rule(
    "MB-PAGE-011",
    why: Phrase(
      vi: "Thiếu mẫu này thì không dựng được trang.", en: "Without it no page can be made."))

  public static let reviewOverdue = Rule(
    "MB-PAGE-012", .warning,
    why: Phrase(
      vi: "Nội dung cũ có thể hại người đọc.", en: "Outdated advice can harm a reader."))

  public static let translationOutdated = Rule(
    "MB-PAGE-013", .warning,
    why: Phrase(
      vi: "Người đọc bản dịch thiếu điều mới; trang sẽ nói rõ như vậy.",
      en: "Readers of the translation miss what is new; the page tells them so."))

  public static let quickExitMissing = Rule(
    "MB-PAGE-014", .warning,
    why: Phrase(
      vi: "Người đọc đang gặp nguy hiểm cần rời trang ngay.",
      en: "A reader in danger must be able to leave at once."))
}
