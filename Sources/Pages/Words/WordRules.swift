public import Diagnostics

extension Rule {
  public static let wordMissing = Rule(
    "MB-WORDS-001",
    why: Phrase(
      vi: "Trang sẽ có chỗ trống, hoặc có chữ bằng ngôn ngữ khác.",
      en: "Pages would have a hole, or words in another language."))

  public static let wordUnknownPlaceholder = Rule(
    "MB-WORDS-002",
    why: Phrase(
      vi: "Chương trình không có gì để điền vào chỗ này, nên người đọc sẽ thấy dấu ngoặc.",
      en: "The program has nothing to fill in there, so readers would see the braces."))

  public static let unitWithoutWord = Rule(
    "MB-WORDS-003", .warning,
    why: Phrase(
      vi: "Trang sẽ in mã của đơn vị thay cho từ.",
      en: "Pages would print the unit's id instead of a word."))

  public static let wordUnknown = Rule(
    "MB-WORDS-004", .warning,
    why: Phrase(
      vi: "Ngôn ngữ mặc định không có từ này, nên có lẽ tên bị viết sai.",
      en: "The default language lacks the word, so its name is probably misspelt."))
}
