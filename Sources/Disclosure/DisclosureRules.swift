public import Diagnostics

extension Rule {
  public static let tooManyAxes = Rule(
    "MB-DISC-001", .error, .refusedForDisclosure,
    why: Phrase(
      vi: "Chia quá nhiều chiều thì mỗi ô chỉ còn vài người.",
      en: "Crossed too often, a table has only a few persons in each cell."))

  public static let areasTooFine = Rule(
    "MB-DISC-002", .error, .refusedForDisclosure,
    why: Phrase(
      vi: "Ở địa bàn nhỏ, người xung quanh nhận ra nhau.",
      en: "In a small area people recognise each other."))

  public static let cannotProtect = Rule(
    "MB-DISC-003", .error, .refusedForDisclosure,
    why: Phrase(
      vi: "Người đọc sẽ tính ra được một số nhỏ, nên không ấn bản nào được công bố.",
      en: "Readers could work out a small count, so nothing is published."))

  public static let proofFailed = Rule(
    "MB-DISC-004", .error, .refusedForDisclosure,
    why: Phrase(
      vi: "Mỗi ô ẩn phải có một chứng minh đã được kiểm tra lại.",
      en: "Each hidden cell needs a proof that was checked again."))

  public static let editionsDoNotNest = Rule(
    "MB-DISC-005", .error, .refusedForDisclosure,
    why: Phrase(
      vi: "Ô ẩn với cán bộ cũng phải ẩn với công chúng.",
      en: "What is hidden from officials must be hidden from the public too."))

  public static let tooManyParts = Rule(
    "MB-DISC-006", .error, .refusedForDisclosure,
    why: Phrase(
      vi: "Không kiểm tra được mọi cách tính thì không công bố.",
      en: "Where not every way of computing can be checked, nothing is published."))

  public static let latticeTooLarge = Rule(
    "MB-DISC-007", .error, .refusedForDisclosure,
    why: Phrase(
      vi: "Không xét được mọi tổ hợp thì không hứa được điều gì về chúng.",
      en: "Where not every combination can be looked at, nothing can be promised about them."))

  public static let smallRevision = Rule(
    "MB-DISC-008", .error, .refusedForDisclosure,
    why: Phrase(
      vi: "Ai so hai bản sẽ biết thay đổi là về vài người nào.",
      en: "Who compares the two releases learns about just these few persons."))

  public static let cutsTogether = Rule(
    "MB-DISC-009", .note,
    why: Phrase(
      vi: "Người đọc còn giữ những gì đã công bố trước đây.",
      en: "Readers keep what was published before."))

  public static let cellUnknown = Rule(
    "MB-DISC-010",
    why: Phrase(
      vi: "Chỉ giải thích được ô có trong một bảng đã khai.",
      en: "Only a cell of a declared table can be explained."))

  public static let mostlyHidden = Rule(
    "MB-DISC-011", .note,
    why: Phrase(
      vi: "Một bảng gần như toàn dấu [c] không cho ai biết điều gì.",
      en: "A table that is mostly marks tells nobody anything."))

  public static let earlierNotPlaced = Rule(
    "MB-DISC-012", .warning,
    why: Phrase(
      vi: "Số đã in của các mã không còn nữa không được tính đến, mà người đọc vẫn còn giữ.",
      en: "What was printed of codes that are no more is not reckoned with; readers still have it.")
  )

  public static let systemTooLarge = Rule(
    "MB-DISC-013", .error, .refusedForDisclosure,
    why: Phrase(
      vi: "Không đủ bộ nhớ để xét mọi cách tính thì không công bố.",
      en: "Without the memory to look at every way of computing, nothing is published."))

  public static let tooManyOverlaps = Rule(
    "MB-DISC-014", .error, .refusedForDisclosure,
    why: Phrase(
      vi: "Không xét được mọi cách lấy các nhóm trừ cho nhau thì không hứa được điều gì.",
      en:
        "Where not every way of taking groups from each other can be looked at, nothing can be promised."
    ))

  public static let keptPatternsNotRead = Rule(
    "MB-DISC-015", .note,
    why: Phrase(
      vi: "Tệp này chỉ để dựng nhanh hơn: có nó hay không, các ô ẩn phải như nhau.",
      en: "The file only saves time: with and without it the same cells must be hidden."))

  public static let givenAwayElsewhere = Rule(
    "MB-DISC-016", .warning,
    why: Phrase(
      vi: "Điều người đọc đã biết thì ẩn ô nào cũng không giấu được nữa.",
      en: "No hidden cell can keep what readers know already."))

  public static let zerosLeftOut = Rule(
    "MB-DISC-017", .error, .refusedForDisclosure,
    why: Phrase(
      vi: "Số 0 không được xét đến thì bảng sẽ in nó ra, dù phải giữ kín.",
      en: "A zero that is not reckoned with would be printed, though it has to be kept."))
}
