public import Diagnostics

extension Rule {
  public static let editionMissing = Rule(
    "MB-AUDIT-001",
    why: Phrase(
      vi: "Kiểm tra một ấn bản là đọc lại data/index.json và các bảng mà tệp ấy kể ra.",
      en: "An audit reads data/index.json and the tables that it lists."))

  public static let editionMalformed = Rule(
    "MB-AUDIT-002",
    why: Phrase(
      vi: "Đọc sai tệp này thì kết luận về lời hứa bảo mật cũng sai.",
      en: "Misread, the file would lead to a wrong verdict."))

  public static let rowsMissing = Rule(
    "MB-AUDIT-003",
    why: Phrase(
      vi: "Ô không có dòng nghĩa là không có ô ấy, không phải là ô bị ẩn.",
      en: "A cell without a row means that there is no such cell, not that it is hidden."))
}
