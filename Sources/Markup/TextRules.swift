public import Diagnostics

/// Rules about the words of a page.
extension Rule {
  public static let sentenceTooLong = Rule(
    "MB-TEXT-001", .warning,
    why: Phrase(
      vi: "Câu dài thì người đang lo lắng, hoặc đọc chậm, không theo kịp.",
      en: "A reader who is afraid, or reads slowly, can't follow a long sentence."))

  public static let wordToAvoid = Rule(
    "MB-TEXT-002", .warning,
    why: Phrase(
      vi: "Từ này làm người bị hại thấy mình bị trách, hoặc bị xem như đồ vật.",
      en: "The word blames those who were harmed, or makes things of them."))

  public static let footnoteMissing = Rule(
    "MB-TEXT-003",
    why: Phrase(
      vi: "Người đọc thấy số ghi chú mà không có ghi chú.",
      en: "Readers would see a number and find no note."))

  public static let footnoteUnused = Rule(
    "MB-TEXT-004", .warning,
    why: Phrase(
      vi: "Ghi chú không được nhắc đến thì không hiện trên trang.",
      en: "A note that nothing refers to doesn't stand on the page."))

  public static let footnoteMisplaced = Rule(
    "MB-TEXT-005",
    why: Phrase(
      vi: "Ghi chú thuộc về cả trang, nên chỉ được viết ngoài danh sách, lời trích và khối.",
      en: "A note belongs to the whole page, so it can't lie in a list, a quotation or a block."))

  public static let headingIDTaken = Rule(
    "MB-TEXT-006",
    why: Phrase(
      vi: "Địa chỉ của một mục chỉ được dẫn đến một nơi, và chỉ có chữ thường, số, gạch nối.",
      en: "The address of a heading leads to one place, in small letters, digits and hyphens."))
}
