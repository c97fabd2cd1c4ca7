public import Diagnostics

extension Rule {
  public static let smallCountPrinted = Rule(
    "MB-AUDIT-004", .error, .refusedForDisclosure,
    why: Phrase(
      vi: "Một số nhỏ được in ra có thể làm lộ một người.",
      en: "A small count in print can give a person away."))

  public static let smallRemainder = Rule(
    "MB-AUDIT-005", .error, .refusedForDisclosure,
    why: Phrase(
      vi: "Lấy tổng trừ đi một phần đã in là ra một số nhỏ.",
      en: "A printed total less a printed part of it is a small count."))

  public static let smallCountComputable = Rule(
    "MB-AUDIT-006", .error, .refusedForDisclosure,
    why: Phrase(
      vi: "Người đọc mọi bảng và giải các phép cộng chứng minh được rằng số ấy nhỏ.",
      en: "Who reads all tables and solves the sums can prove that the count is small."))

  public static let smallRevision = Rule(
    "MB-AUDIT-007", .error, .refusedForDisclosure,
    why: Phrase(
      vi: "Chênh lệch giữa hai lần công bố cho biết có vài người được thêm vào hay bỏ ra.",
      en: "The difference of two prints tells of a few persons who came or went."))

  public static let editionContradictsItself = Rule(
    "MB-AUDIT-008",
    why: Phrase(
      vi: "Không có số liệu nào khớp với mọi con số đã in, nên ít nhất một số bị sai.",
      en: "No figures agree with everything that is printed, so at least one of them is wrong."))

  public static let earlierFiguresLeftOut = Rule(
    "MB-AUDIT-009", .warning,
    why: Phrase(
      vi: "Số liệu cũ đã được điều chỉnh không còn nói gì về số liệu hôm nay.",
      en: "A figure that was revised since says nothing about today's."))

  public static let tooLargeToAudit = Rule(
    "MB-AUDIT-010",
    why: Phrase(
      vi: "Chưa kiểm tra được hết thì không thể nói là lời hứa được giữ.",
      en: "What was not gone through can't be said to keep the promise."))

  public static let numberElsewhere = Rule(
    "MB-AUDIT-011", .error, .refusedForDisclosure,
    why: Phrase(
      vi: "Mọi con số của một bảng có ô ẩn chỉ được lấy từ bảng đã qua kiểm soát.",
      en: "All numbers of a table with hidden cells come from the cleared table alone."))

  public static let dataFileUnlisted = Rule(
    "MB-AUDIT-012", .error, .refusedForDisclosure,
    why: Phrase(
      vi: "Tệp số liệu không được kể ra thì chưa ai kiểm tra.",
      en: "A data file that is not listed was checked by nobody."))

  public static let filesNotRead = Rule(
    "MB-AUDIT-013", .warning,
    why: Phrase(
      vi: "Trong các tệp này có thể có số liệu mà việc kiểm tra không thấy.",
      en: "These files may hold figures that the audit does not see."))

  public static let inDoubt = Rule(
    "MB-AUDIT-014",
    why: Phrase(
      vi:
        "Không tìm thấy lời giải bằng số nguyên trong số bước đã định, cũng không chứng minh được là không có.",
      en: "No solution in whole numbers was found in the set number of steps, nor proved missing."))

  public static let codesNotTied = Rule(
    "MB-AUDIT-015", .warning,
    why: Phrase(
      vi: "Không rõ các mã này thuộc tổng nào, nên được kiểm tra riêng.",
      en: "It is not told which total these codes are part of, so they were looked at apart."))
}
