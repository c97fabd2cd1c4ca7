public import Diagnostics

/// What can be wrong with the figures.
extension Rule {
  public static let cellEmpty = Rule(
    "MB-DATA-001",
    why: Phrase(
      vi: "Ô trống có thể là 0, chưa có, hoặc quên nhập.",
      en: "An empty cell may mean none, not yet, or forgotten."))

  public static let cellNotNumber = Rule(
    "MB-DATA-002",
    why: Phrase(
      vi: "Ở đây chỉ có thể là một số hoặc một trong các dấu.",
      en: "Only a number or one of the marks can stand here."))

  public static let cellGrouped = Rule(
    "MB-DATA-003",
    why: Phrase(
      vi: "Dấu này có thể ngăn hàng nghìn hoặc phần thập phân.",
      en: "The sign may group thousands or begin the decimals."))

  public static let cellNegative = Rule(
    "MB-DATA-004",
    why: Phrase(vi: "Số đếm không thể âm.", en: "A count can't be negative."))

  public static let cellTooLarge = Rule(
    "MB-DATA-005",
    why: Phrase(
      vi: "Số quá lớn thì không tính đúng được.", en: "A number so large can't be added exactly."))

  public static let codeUnknown = Rule(
    "MB-DATA-006",
    why: Phrase(
      vi: "Mã không có trong danh mục nên không biết dòng này nói về ai.",
      en: "The code is not in its list, so it is unknown whom the row counts."))

  public static let periodInvalid = Rule(
    "MB-DATA-007",
    why: Phrase(
      vi: "Không biết số liệu này của thời gian nào.",
      en: "It is unknown which time the figure is about."))

  public static let periodsOverlap = Rule(
    "MB-DATA-008",
    why: Phrase(
      vi: "Những gì xảy ra trong phần chung sẽ bị đếm hai lần.",
      en: "What happened in both would be counted twice."))

  public static let rowDuplicate = Rule(
    "MB-DATA-009",
    why: Phrase(
      vi: "Hai dòng cho cùng một ô: không biết dùng dòng nào.",
      en: "Two rows for one cell: it is unknown which one holds."))

  public static let totalDiffers = Rule(
    "MB-DATA-010",
    why: Phrase(
      vi: "Người đọc cộng lại sẽ thấy sai, và quy tắc bảo mật dựa trên phép cộng này.",
      en: "Readers who add up find the error, and disclosure control relies on the sum."))

  public static let totalTooSmall = Rule(
    "MB-DATA-011",
    why: Phrase(
      vi: "Phần chưa thu thập không thể là số âm.",
      en: "The parts that were not collected can't be less than nothing."))

  public static let totalMarkContradicts = Rule(
    "MB-DATA-012",
    why: Phrase(
      vi: "Tổng và các phần nói trái nhau.", en: "The total and its parts contradict each other."))

  public static let partAboveWhole = Rule(
    "MB-DATA-013",
    why: Phrase(
      vi: "Bộ phận không thể lớn hơn tổng thể.", en: "A part can't be larger than its whole."))

  public static let statusInvalid = Rule(
    "MB-DATA-014",
    why: Phrase(
      vi: "Trạng thái được in bên cạnh con số.", en: "The status is printed beside the number."))

  public static let totalsIrreconcilable = Rule(
    "MB-DATA-015",
    why: Phrase(
      vi: "Các tổng đã cho phải đúng cùng một lúc.",
      en: "The totals that are given must hold together."))

  public static let noRows = Rule(
    "MB-DATA-016",
    why: Phrase(
      vi: "Bộ số liệu không có dòng nào thì không có gì để công bố.",
      en: "A data set without rows has nothing to publish."))

  public static let tooManyCombinations = Rule(
    "MB-DATA-017",
    why: Phrase(
      vi: "Số tổ hợp vượt quá khả năng tính toán.",
      en: "So many combinations of codes can't be computed."))

  public static let missingPartsDiffer = Rule(
    "MB-DATA-018",
    why: Phrase(
      vi: "Khi đó số này giới hạn số kia theo cách mà quy tắc bảo mật không tính được.",
      en: "The one then bounds the other in a way that disclosure control can't reckon with."))

  public static let responseTotalMissing = Rule(
    "MB-DATA-019",
    why: Phrase(
      vi: "Một người có thể có nhiều mã, nên tổng không phải là các mã cộng lại: phải ghi tổng.",
      en: "A person may have several codes, so the total is not their sum: it must be given."))

  public static let responseTotalContradicts = Rule(
    "MB-DATA-020",
    why: Phrase(
      vi: "Mỗi người có ít nhất một mã: mỗi mã không quá tổng, tổng không quá các mã cộng lại.",
      en: "Everybody has a code or more: a code is at most the total, the total at most their sum."
    ))

  public static let identityBroken = Rule(
    "MB-DATA-021",
    why: Phrase(
      vi: "Đẳng thức được công bố cùng số liệu, và quy tắc bảo mật dựa trên nó.",
      en: "The equation is published with the figures, and disclosure control relies on it."))

  public static let cellFraction = Rule(
    "MB-DATA-022",
    why: Phrase(vi: "Số đếm là số nguyên.", en: "Counts are whole numbers."))

  public static let derivedWithoutOrigin = Rule(
    "MB-DATA-023",
    why: Phrase(
      vi: "Số suy ra được ẩn cùng với số gốc; không có số gốc thì không biết khi nào phải ẩn.",
      en: "It is hidden together with the figure behind it; without that one, nobody knows when."))
}
