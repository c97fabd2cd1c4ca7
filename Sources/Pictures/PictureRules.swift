public import Diagnostics

extension Rule {
  public static let pictureMissing = Rule(
    "MB-PIC-001",
    why: Phrase(
      vi: "Người đọc sẽ thấy một ô trống.", en: "Readers would see an empty frame."))

  public static let pictureOfOtherKind = Rule(
    "MB-PIC-002",
    why: Phrase(
      vi:
        "Chỉ nhận ảnh JPEG và PNG: loại khác có thể mang theo mã chạy, hoặc máy cũ không xem được.",
      en: "Only JPEG and PNG are taken: others may carry scripts, or old devices can't show them."))

  public static let pictureTooLarge = Rule(
    "MB-PIC-003",
    why: Phrase(
      vi: "Ảnh quá lớn có thể làm máy hết bộ nhớ.",
      en: "A picture this large may use up the memory."))

  public static let pictureBroken = Rule(
    "MB-PIC-004",
    why: Phrase(
      vi: "Người đọc sẽ chỉ thấy một phần ảnh, hoặc không thấy gì.",
      en: "Readers would see a part of it, or nothing."))

  public static let pictureInInk = Rule(
    "MB-PIC-005",
    why: Phrase(
      vi: "Màu mực in (CMYK) lên màn hình sẽ sai.",
      en: "Colours of ink (CMYK) come out wrong on a screen."))

  public static let picturesTooHeavy = Rule(
    "MB-PIC-006", .warning,
    why: Phrase(
      vi: "Trang nặng thì mở chậm và tốn tiền mạng của người đọc.",
      en: "A heavy page opens slowly and costs readers money."))
}
