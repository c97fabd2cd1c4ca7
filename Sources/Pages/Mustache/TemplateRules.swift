public import Diagnostics

extension Rule {
  public static let templateTag = Rule(
    "MB-TPL-001",
    why: Phrase(
      vi: "Không hiểu được mẫu trang từ chỗ này.", en: "The template can't be read from here on."))

  public static let templateSection = Rule(
    "MB-TPL-002",
    why: Phrase(
      vi: "Không biết phần nào của mẫu trang thuộc về điều kiện này.",
      en: "It is unknown which part of the template belongs to the section."))

  public static let templateNameUnknown = Rule(
    "MB-TPL-003",
    why: Phrase(
      vi: "Một tên viết sai sẽ để lại chỗ trống trên trang mà không ai biết.",
      en: "A misspelt name would leave a gap in the page and nobody would know."))

  public static let templatePartialUnknown = Rule(
    "MB-TPL-004",
    why: Phrase(
      vi: "Phần này của trang sẽ thiếu.", en: "That piece of the page would be missing."))

  public static let templateValueKind = Rule(
    "MB-TPL-005",
    why: Phrase(
      vi: "Lẫn chữ với HTML sẽ làm hỏng trang hoặc đưa mã lạ vào trang.",
      en: "Text taken for HTML, or HTML for text, breaks a page or lets code in."))

  public static let templateRecursion = Rule(
    "MB-TPL-006",
    why: Phrase(
      vi: "Mẫu trang tự gọi lại mình mãi thì không bao giờ xong.",
      en: "A template that calls itself again and again never ends."))

  public static let templateUnused = Rule(
    "MB-TPL-007", .warning,
    why: Phrase(
      vi: "Tên tệp viết sai thì trang vẫn như cũ mà không ai biết vì sao.",
      en: "If its name is misspelt, the pages stay as they were and nobody knows why."))
}
