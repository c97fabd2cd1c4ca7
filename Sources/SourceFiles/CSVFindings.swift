import Diagnostics

/// What is wrong with one CSV file, in words. Of each rule the first twenty are told one by one,
/// the others are counted: a wrong delimiter breaks every row.
struct CSVFindings {
  private static let limit = 20

  private let file: SourceFile
  private let isConfidential: Bool
  private var found = Diagnostics()
  private var counts: [Rule: Int] = [:]

  init(file: SourceFile, isConfidential: Bool) {
    self.file = file
    self.isConfidential = isConfidential
  }

  func report(into diagnostics: inout Diagnostics) {
    diagnostics.merge(found)
    for rule in Rule.csvRules {
      let more = counts[rule, default: 0] - CSVFindings.limit
      guard more > 0 else { continue }
      diagnostics.report(
        rule, at: Place(file: file.path),
        what: Phrase(
          vi: "Còn \(more) chỗ khác cùng lỗi này.", en: "\(more) more of the same kind."),
        mend: Phrase(
          vi: "Sửa các chỗ đã nêu rồi chạy lại.", en: "Mend those above, then run again."),
        isConfidential: isConfidential)
    }
  }

  private enum Spot {
    case place(Place)
    case line(Int)
    case offset(Int)
  }

  private mutating func add(
    _ rule: Rule, at spot: Spot, _ what: @autoclosure () -> Phrase,
    mend: @autoclosure () -> Phrase
  ) {
    counts[rule, default: 0] += 1
    guard counts[rule, default: 0] <= CSVFindings.limit else { return }
    let place =
      switch spot {
      case .place(let place): place
      case .line(let line): Place(file: file.path, line: line)
      case .offset(let offset): SourceFile.place(of: offset, in: file.bytes, path: file.path)
      }
    found.report(rule, at: place, what: what(), mend: mend(), isConfidential: isConfidential)
  }
}

// MARK: - The file and its header

extension CSVFindings {
  mutating func headerMissing() {
    add(
      .csvHeaderMissing, at: .line(1),
      Phrase(vi: "Dòng đầu trống: không có tên cột.", en: "The first line is empty: no names."),
      mend: Phrase(
        vi: "Ghi tên các cột vào dòng đầu tiên của tệp.",
        en: "Write the names of the columns in the first line of the file."))
  }

  mutating func separatorLine() {
    add(
      .csvHeaderMissing, at: .line(1),
      Phrase(
        vi: "Dòng đầu “sep=…” là của Excel, không phải tên cột.",
        en: "The first line, “sep=…”, is Excel's and names no columns."),
      mend: Phrase(
        vi: "Xóa dòng đó: chương trình tự tìm dấu phân cách ở dòng tên cột.",
        en: "Delete the line: the separator is found in the names of the columns."))
  }

  mutating func delimiterUnclear(_ one: CSVDelimiter, _ other: CSVDelimiter) {
    let (a, b) = (one.name, other.name)
    add(
      .csvDelimiterUnclear, at: .line(1),
      Phrase(
        vi: "Không rõ cột được tách bằng \(a.vi) hay \(b.vi).",
        en: "It is unclear whether \(a.en) or \(b.en) separates the columns."),
      mend: Phrase(
        vi: "Đặt tên cột có chứa dấu ấy trong dấu ngoặc kép, hoặc khai báo dấu phân cách.",
        en: "Put names that contain the sign in quotes, or declare the delimiter."))
  }

  mutating func nameEmpty(at place: Place, column: Int) {
    add(
      .csvNameEmpty, at: .place(place),
      Phrase(
        vi: "Cột thứ \(column + 1) không có tên.", en: "Column \(column + 1) has no name."),
      mend: Phrase(
        vi: "Đặt tên cho cột, hoặc xóa cả cột.", en: "Name the column, or delete all of it."))
  }

  mutating func nameTwice(_ name: String, at place: Place, columns: (Int, Int)) {
    let (one, other) = (columns.0 + 1, columns.1 + 1)
    add(
      .csvNameTwice, at: .place(place),
      Phrase(
        vi: "Cột thứ \(one) và cột thứ \(other) cùng tên “\(secret: name)”.",
        en: "Columns \(one) and \(other) are both named “\(secret: name)”."),
      mend: Phrase(
        vi: "Đổi tên hoặc xóa một trong hai cột.", en: "Rename or delete one of the two."))
  }
}

// MARK: - Rows

extension CSVFindings {
  mutating func raggedRow(at offset: Int, fields: Int, expected: Int) {
    let isLong = fields > expected
    add(
      .csvRaggedRow, at: .offset(offset),
      Phrase(
        vi: "Dòng này có \(fields) ô, dòng tiêu đề có \(expected).",
        en: "This row has \(fields) fields, the header has \(expected)."),
      mend: isLong
        ? Phrase(
          vi: "Bỏ ô thừa; giá trị có chứa dấu phân cách phải đặt trong dấu ngoặc kép.",
          en: "Remove what is too much; a value that contains the delimiter needs quotes.")
        : Phrase(
          vi: "Thêm ô còn thiếu; ô không có gì vẫn cần dấu phân cách.",
          en: "Add what is missing; an empty field needs its delimiter too."))
  }

  mutating func blankRow(line: Int) {
    add(
      .csvBlankRow, at: .line(line),
      Phrase(vi: "Dòng trống giữa các dòng số liệu.", en: "A blank line between rows."),
      mend: Phrase(vi: "Xóa dòng trống.", en: "Delete the blank line."))
  }

  mutating func phantomRow(line: Int) {
    add(
      .csvPhantomRow, at: .line(line),
      Phrase(
        vi: "Dòng chỉ có dấu phân cách, không có giá trị nào.",
        en: "The row has delimiters and no value."),
      mend: Phrase(
        vi: "Xóa cả dòng (trong Excel: chọn dòng rồi Delete, không chỉ xóa nội dung).",
        en: "Delete the whole row (in Excel: the row itself, not its contents)."))
  }
}

// MARK: - Quotes and characters

extension CSVFindings {
  /// - Parameter endsAtLine: where a quote further below closes it by mistake; nil at the end.
  mutating func openQuote(at offset: Int, endsAtLine: Int?) {
    let what =
      endsAtLine.map {
        Phrase(
          vi: "Dấu ngoặc kép mở ở đây không được đóng đúng chỗ, chạy đến tận dòng \($0).",
          en: "The quote opened here is not closed where it should be: it runs on to line \($0).")
      }
      ?? Phrase(
        vi: "Dấu ngoặc kép mở ở đây không được đóng.", en: "The quote opened here is never closed.")
    add(
      .csvOpenQuote, at: .offset(offset), what,
      mend: Phrase(
        vi: "Đóng dấu ngoặc kép ở cuối ô; dấu ngoặc kép bên trong ô viết hai lần (\"\").",
        en: "Close it at the end of the field; a quote inside the field is doubled (\"\")."))
  }

  mutating func textAfterQuote(at offset: Int) {
    add(
      .csvTextAfterQuote, at: .offset(offset),
      Phrase(
        vi: "Có chữ sau dấu ngoặc kép đóng.", en: "Text stands after the closing quote."),
      mend: Phrase(
        vi: "Đưa phần chữ vào trong dấu ngoặc kép; dấu ngoặc kép bên trong viết hai lần (\"\").",
        en: "Move the text into the quotes; a quote inside the field is doubled (\"\")."))
  }

  mutating func strayQuote(at offset: Int) {
    add(
      .csvStrayQuote, at: .offset(offset),
      Phrase(
        vi: "Dấu ngoặc kép trong một ô không mở đầu bằng dấu ngoặc kép.",
        en: "A quote stands in a field that does not begin with one."),
      mend: Phrase(
        vi: "Đặt cả ô trong dấu ngoặc kép, bỏ dấu cách trước nó, và viết hai lần (\"\") bên trong.",
        en: "Quote the whole field, with no space before it, and double (\"\") the quote inside."))
  }

  mutating func controlCharacter(_ byte: UInt8, at offset: Int) {
    let isNull = byte == 0
    add(
      .csvControlCharacter, at: .offset(offset),
      isNull
        ? Phrase(vi: "Có ký tự NUL (0x00).", en: "There is a NUL character (0x00).")
        : Phrase(
          vi: "Có ký tự CR (0x0D) đứng riêng, không có LF theo sau.",
          en: "There is a CR (0x0D) by itself, with no LF after it."),
      mend: isNull
        ? Phrase(
          vi: "Lưu lại tệp dạng “CSV UTF-8”.", en: "Save the file again as “CSV UTF-8”.")
        : Phrase(
          vi: "Lưu lại tệp với ngắt dòng LF hoặc CRLF.",
          en: "Save the file with line breaks LF or CRLF."))
  }
}
