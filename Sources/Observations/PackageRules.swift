public import Diagnostics

/// What can be wrong with `seeds/datapackage.yaml`.
extension Rule {
  public static let packageMissing = Rule(
    "MB-PKG-001",
    why: Phrase(
      vi: "Tệp này nói trang có những bộ số liệu nào, ai công bố và khi nào.",
      en: "This file says which data sets there are, who released them and when."))

  public static let resourceDuplicate = Rule(
    "MB-PKG-002",
    why: Phrase(
      vi: "Bảng gọi bộ số liệu bằng tên; hai bộ cùng tên thì không biết là bộ nào.",
      en: "Tables call a data set by its name: two of one name can't be told apart."))

  public static let resourcePath = Rule(
    "MB-PKG-003",
    why: Phrase(
      vi: "Không có tệp này thì không có số liệu.", en: "Without the file there are no figures."))

  public static let fieldRole = Rule(
    "MB-PKG-004",
    why: Phrase(
      vi: "Chương trình phải biết mỗi cột là kỳ, địa bàn, phân tổ hay số liệu.",
      en: "The program must know which column is a period, an area, a dimension or a measure."))

  public static let fieldNotInFile = Rule(
    "MB-PKG-005",
    why: Phrase(
      vi: "Cột được khai báo mà không có trong tệp: số liệu bị thiếu hoặc tên bị viết sai.",
      en: "A declared column that the file lacks: figures are missing, or a name is misspelt."))

  public static let columnNotDeclared = Rule(
    "MB-PKG-006",
    why: Phrase(
      vi: "Cột không khai báo thì không biết có chứa thông tin về người hay không.",
      en: "Of a column that is not declared, nobody knows whether it says things about persons."))

  public static let personsAreWhole = Rule(
    "MB-PKG-007",
    why: Phrase(
      vi: "Số người là số nguyên; quy tắc bảo mật chỉ đúng với số nguyên.",
      en: "Persons are counted in whole numbers, and disclosure control holds for these only."))

  public static let partOfInvalid = Rule(
    "MB-PKG-008",
    why: Phrase(
      vi: "Hiệu giữa tổng thể và bộ phận cũng là số liệu, phải biết có cần bảo vệ không.",
      en: "A whole less its part is a figure too: it must be known whether it is protected."))

  public static let releaseDate = Rule(
    "MB-PKG-009",
    why: Phrase(
      vi: "Số liệu chưa đến ngày công bố thì chưa được đưa lên trang.",
      en: "A figure is not shown before the day of its release."))

  public static let missingValueUnknown = Rule(
    "MB-PKG-010",
    why: Phrase(
      vi: "Chỉ bốn dấu có nghĩa trong số liệu: “-”, “…”, “[x]”, “[z]”.",
      en: "Only four marks mean something among the figures: “-”, “…”, “[x]”, “[z]”."))

  public static let sensitiveFileTracked = Rule(
    "MB-PKG-011",
    why: Phrase(
      vi: "Số liệu thật về con người không được nằm trong kho mã mà người khác đọc được.",
      en: "True counts of persons don't belong in a repository that others can read."))

  public static let trackingUnknown = Rule(
    "MB-PKG-012", .warning,
    why: Phrase(
      vi: "Số liệu thật về con người không được nằm trong kho mã mà người khác đọc được.",
      en: "True counts of persons don't belong in a repository that others can read."))

  public static let derivedFromInvalid = Rule(
    "MB-PKG-014",
    why: Phrase(
      vi: "Số suy ra từ một số nhỏ làm lộ số nhỏ đó, nên phải biết rõ nó suy từ số nào.",
      en: "A figure derived from a small count gives it away: it must be clear from which one."))

  public static let identityInvalid = Rule(
    "MB-PKG-015",
    why: Phrase(
      vi: "Người đọc biết đẳng thức thì tính được số còn lại, nên chương trình phải hiểu đúng nó.",
      en: "Who knows the equation can work out the last number, so the program must know it too."))

  public static let multiResponseInvalid = Rule(
    "MB-PKG-016",
    why: Phrase(
      vi: "Khi đó người đọc có thể suy ra nhiều hơn những gì quy tắc bảo mật tính được.",
      en: "Readers could then conclude more than disclosure control can reckon with."))

  public static let primaryKey = Rule(
    "MB-PKG-013",
    why: Phrase(
      vi: "Khóa chính cho các chương trình khác biết mỗi dòng là gì.",
      en: "The primary key tells other programs what a row is."))
}
