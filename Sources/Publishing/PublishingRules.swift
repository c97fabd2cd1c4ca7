public import Diagnostics

extension Rule {
  public static let linkBroken = Rule(
    "MB-LINK-001",
    why: Phrase(
      vi: "Người đọc bấm vào sẽ gặp trang lỗi.", en: "Readers who follow it find an error page."))

  public static let anchorBroken = Rule(
    "MB-LINK-002",
    why: Phrase(
      vi: "Người đọc bấm vào sẽ không đến đúng chỗ.",
      en: "Readers who follow it do not get to the place."))

  public static let outputCollision = Rule(
    "MB-OUT-001",
    why: Phrase(
      vi: "Hai trang ở cùng một địa chỉ: một trang sẽ mất.",
      en: "Two pages at one address: one of them would be lost."))

  public static let outputNotOurs = Rule(
    "MB-OUT-002",
    why: Phrase(
      vi: "Dựng trang thay cả thư mục đầu ra: những gì trong đó sẽ mất.",
      en: "A build replaces the whole output folder: what is in it would be lost."))

  public static let outputFailed = Rule(
    "MB-OUT-003", .error, .machineFailed,
    why: Phrase(
      vi: "Không ghi được đủ các tệp thì bản cũ được giữ nguyên.",
      en: "Where not every file can be written, the last edition stays as it is."))

  public static let siteLocked = Rule(
    "MB-OUT-004", .error, .machineFailed,
    why: Phrase(
      vi: "Hai lần dựng cùng lúc sẽ làm hỏng đầu ra của nhau.",
      en: "Two builds at once would spoil each other's output."))
}
