public import Diagnostics

extension Rule {
  public static let siteMissing = Rule(
    "MB-SITE-001",
    why: Phrase(
      vi: "site.yaml nói trang web gồm những gì.", en: "site.yaml says what a site consists of."))

  public static let siteUndated = Rule(
    "MB-SITE-002",
    why: Phrase(
      vi: "Cùng dữ liệu phải cho cùng một trang, nên chương trình không xem đồng hồ.",
      en: "The same inputs must give the same site, so the program never looks at the clock."))

  public static let editionsShareOutput = Rule(
    "MB-SITE-003",
    why: Phrase(
      vi: "Tài liệu nội bộ sẽ nằm cùng chỗ với trang công khai.",
      en: "Internal pages would lie among the public ones."))

  /// Something of the format that this version reads but can't yet honour.
  public static let optionNotSupported = Rule(
    "MB-SITE-004",
    why: Phrase(
      vi: "Bỏ qua một tùy chọn bảo mật sẽ làm lộ số liệu.",
      en: "To ignore an option of disclosure control would give figures away."))

  public static let knownFigureUnusable = Rule(
    "MB-SITE-007",
    why: Phrase(
      vi: "Điều người đọc đã biết phải được tính đến, nên phải biết nó nói về ô nào.",
      en: "What readers know must be reckoned with, so it must be clear which cell it is about."))

  public static let knownFigureContradicts = Rule(
    "MB-SITE-008",
    why: Phrase(
      vi: "Một trong hai số sai; bảo vệ theo số sai thì không bảo vệ được gì.",
      en: "One of the two is wrong, and what rests on a wrong number protects nobody."))

  public static let registryUnknownID = Rule(
    "MB-SITE-005",
    why: Phrase(
      vi: "Mã này không có trong danh mục nên không biết nói về ai, về văn bản nào.",
      en: "The registry has no such entry, so it is unknown who or what is meant."))

  public static let duplicateID = Rule(
    "MB-SITE-006",
    why: Phrase(
      vi: "Một mã chỉ được chỉ một thứ.", en: "An id must mean one thing only."))

  public static let placeholderAddress = Rule(
    "MB-SITE-009", .warning,
    why: Phrase(
      vi: "Mã QR, sơ đồ trang và liên kết được chia sẻ sẽ không dẫn đến trang này.",
      en: "QR codes, the site map and shared links would not lead to this site."))
}
