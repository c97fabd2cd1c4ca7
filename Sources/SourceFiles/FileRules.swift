public import Diagnostics

extension Rule {
  public static let fileUnreadable = Rule(
    "MB-FILE-001",
    why: Phrase(
      vi: "Trang web được dựng từ các tệp này.", en: "The site is built from these files."))

  public static let fileNotUTF8 = Rule(
    "MB-FILE-002",
    why: Phrase(
      vi: "Với mã hóa khác, chữ tiếng Việt sẽ sai trên trang.",
      en: "In another encoding, Vietnamese letters would come out wrong."))

  public static let yamlSyntax = Rule(
    "MB-YAML-001",
    why: Phrase(
      vi: "Không đọc được tệp YAML nên không dùng được gì trong tệp này.",
      en: "The YAML can't be read, so nothing in it can be used."))

  public static let yamlDuplicateKey = Rule(
    "MB-YAML-002",
    why: Phrase(
      vi: "Hai giá trị cho một tên: không biết dùng giá trị nào.",
      en: "Two values for one name: it is unknown which one is meant."))

  public static let fieldMissing = Rule(
    "MB-YAML-003",
    why: Phrase(
      vi: "Thiếu điều này, chương trình sẽ phải đoán.",
      en: "Without it the program would have to guess."))

  public static let fieldUnknown = Rule(
    "MB-YAML-004",
    why: Phrase(
      vi: "Một tên viết sai sẽ bị bỏ qua mà không ai biết.",
      en: "A misspelt name would be ignored and nobody would know."))

  public static let fieldWrongKind = Rule(
    "MB-YAML-005",
    why: Phrase(
      vi: "Giá trị này không đúng dạng nên không hiểu được.",
      en: "The value has another shape than expected, so it can't be understood."))

  public static let fieldBadValue = Rule(
    "MB-YAML-006",
    why: Phrase(
      vi: "Chỉ một số giá trị có nghĩa ở đây.", en: "Only certain values mean something here."))
}
