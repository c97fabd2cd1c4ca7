public import Diagnostics

extension Rule {
  public static let csvHeaderMissing = Rule(
    "MB-CSV-001",
    why: Phrase(
      vi: "Dòng đầu cho biết mỗi cột là gì.", en: "The first line says what each column is."))

  public static let csvDelimiterUnclear = Rule(
    "MB-CSV-002",
    why: Phrase(
      vi: "Tách cột sai thì mọi số liệu đều sai chỗ.",
      en: "Split at the wrong sign, every figure would stand in the wrong column."))

  public static let csvOpenQuote = Rule(
    "MB-CSV-003",
    why: Phrase(
      vi: "Dấu ngoặc kép không đóng sẽ nuốt các dòng sau vào một ô.",
      en: "A quote that is left open swallows the lines below it into one field."))

  public static let csvTextAfterQuote = Rule(
    "MB-CSV-004",
    why: Phrase(
      vi: "Sau dấu ngoặc kép đóng, ô đã hết; không rõ phần chữ này thuộc về đâu.",
      en: "A closing quote ends the field; it is unclear where the text after it belongs."))

  public static let csvStrayQuote = Rule(
    "MB-CSV-005",
    why: Phrase(
      vi: "Mỗi chương trình hiểu dấu ngoặc kép giữa ô một cách khác nhau.",
      en: "Each program reads a quote in the middle of a field in its own way."))

  public static let csvRaggedRow = Rule(
    "MB-CSV-006",
    why: Phrase(
      vi: "Thừa hoặc thiếu ô thì không biết giá trị nào thuộc cột nào.",
      en: "With a field too many or too few, it is unknown which value belongs to which column."))

  public static let csvNameEmpty = Rule(
    "MB-CSV-007",
    why: Phrase(
      vi: "Cột không có tên thì không ai biết là gì.",
      en: "Nobody can know what a column without a name is."))

  public static let csvNameTwice = Rule(
    "MB-CSV-008",
    why: Phrase(
      vi: "Hai cột cùng tên: không biết dùng cột nào.",
      en: "Two columns of one name: it is unknown which one is meant."))

  public static let csvBlankRow = Rule(
    "MB-CSV-009",
    why: Phrase(
      vi: "Dòng trống giữa bảng thường là một dòng số liệu bị mất.",
      en: "A blank line inside a table is often a row that was lost."))

  public static let csvPhantomRow = Rule(
    "MB-CSV-010",
    why: Phrase(
      vi: "Dòng chỉ có dấu phân cách là ô đã xóa nội dung trong Excel, không phải số liệu.",
      en: "A row of nothing but delimiters is what Excel leaves of emptied cells, not data."))

  public static let csvControlCharacter = Rule(
    "MB-CSV-011",
    why: Phrase(
      vi: "Ký tự điều khiển không nhìn thấy được và làm sai cách tách dòng, tách ô.",
      en: "Control characters can't be seen and change how lines and fields are split."))

  /// All rules of CSV files, by code.
  package static let csvRules = [
    csvHeaderMissing, csvDelimiterUnclear, csvOpenQuote, csvTextAfterQuote, csvStrayQuote,
    csvRaggedRow, csvNameEmpty, csvNameTwice, csvBlankRow, csvPhantomRow, csvControlCharacter,
  ]
}
