public import Diagnostics

extension Rule {
  public static let campaignYearTwice = Rule(
    "MB-CAMP-001",
    why: Phrase(
      vi: "Mỗi năm có một trang, địa chỉ lấy theo năm.",
      en: "A year has one page, and the year is its address."))

  public static let campaignDates = Rule(
    "MB-CAMP-002",
    why: Phrase(
      vi: "Trang chủ báo đợt cao điểm theo các ngày này.",
      en: "The home page announces the peak by these days."))

  public static let campaignFigure = Rule(
    "MB-CAMP-003",
    why: Phrase(
      vi: "Con số không rõ đếm gì, do ai công bố thì không được đưa lên trang.",
      en: "A figure that doesn't say what it counts, or who released it, is not published."))

  /// A typed figure that counts what tables of the site protect.
  public static let campaignTypedCount = Rule(
    "MB-CAMP-004", .error, .refusedForDisclosure,
    why: Phrase(
      vi:
        "Số người gõ tay không qua khâu bảo mật: số nhỏ, hoặc hiệu với một bảng, có thể chỉ ra một người.",
      en:
        "A count of persons typed by hand passes no disclosure control: a small one, or its difference from a table, may point at somebody."
    ))

  public static let posterTooLong = Rule(
    "MB-CAMP-005",
    why: Phrase(
      vi: "Áp phích in trên một tờ A4, chữ đọc được từ xa.",
      en: "A poster is one A4 page whose words are read from a distance."))

  public static let posterAddressTooLong = Rule(
    "MB-CAMP-006",
    why: Phrase(
      vi: "Mã QR dày quá thì điện thoại không đọc được.",
      en: "Phones can't read a QR code that is too dense."))

  public static let campaignYearMissing = Rule(
    "MB-CAMP-007", .warning,
    why: Phrase(
      vi: "Trang của năm nay chưa có; trang chủ sẽ không báo đợt cao điểm.",
      en: "This year has no page, and the home page will announce no peak."))
}
