import Diagnostics
import SourceFiles
import VietnameseText

extension DocumentBuilder {
  /// More columns than this fit no page.
  private static let mostColumns = 9

  /// A small table by hand, from CSV: the first column heads the rows.
  mutating func writeTable(caption: String, _ fence: Fence) {
    var findings = Diagnostics()
    let inside = SourceFile(path: file.path, bytes: Array(fence.text))
    let document = CSVDocument.read(inside, into: &findings)
    for finding in findings.all {
      diagnostics.report(
        finding.rule, at: finding.place.map { fence.content.place(inside: $0) },
        what: finding.what, mend: finding.mend)
    }
    guard let document else { return }
    guard document.columnCount <= Self.mostColumns else {
      return refuse(
        document,
        Phrase(
          vi: "Bảng có \(document.columnCount) cột.",
          en: "The table has \(document.columnCount) columns."),
        Phrase(
          vi: "Chia thành các bảng có nhiều nhất \(Self.mostColumns) cột.",
          en: "Make tables of at most \(Self.mostColumns) columns."),
        fence)
    }
    if document.rowCount == 0, !findings.hasErrors {
      return refuse(
        document,
        Phrase(vi: "Bảng chỉ có hàng tên cột.", en: "The table has a header and no row."),
        Phrase(
          vi: "Thêm ít nhất một hàng dưới tên cột.", en: "Add at least one row below it."),
        fence)
    }
    checkProse(of: document, fence)
    write(document, caption: caption)
  }

  private mutating func checkProse(of document: CSVDocument, _ fence: Fence) {
    guard prose.isWanted else { return }
    for row in 0..<document.rowCount {
      for column in 0..<document.columnCount {
        checkProse(
          document.text(row, column), at: fence.content.place(inside: document.place(row, column)))
      }
    }
  }

  private mutating func refuse(
    _ document: CSVDocument, _ what: Phrase, _ mend: Phrase, _ fence: Fence
  ) {
    diagnostics.report(
      .blockContent, at: fence.content.place(inside: document.headerPlace(0)), what: what,
      mend: mend)
  }

  private mutating func write(_ document: CSVDocument, caption: String) {
    let columns = 0..<document.columnCount
    let holdsWords = columns.map { column in
      (0..<document.rowCount).contains { !Self.isFigure(document.text($0, column)) }
    }
    html.append(html: "<div class=\"data\">")
    // On phones each row becomes a card; beside it, up to four data columns stay close together.
    html.append(html: "<div class=\"scroll\">\n<table class=\"csv")
    html.append(html: document.columnCount <= 5 ? " narrow\"" : "\"")
    html.append(html: ">\n<caption><strong>")
    html.append(text: caption)
    html.append(html: "</strong></caption>\n")
    html.append(html: "<thead><tr>")
    for column in columns {
      html.append(html: "<th scope=\"col\"")
      html.append(html: column > 0 && holdsWords[column] ? " class=\"w\">" : ">")
      html.append(text: document.header[column])
      html.append(html: "</th>")
    }
    html.append(html: "</tr></thead>\n<tbody>\n")
    for row in 0..<document.rowCount {
      html.append(html: "<tr>")
      for column in columns {
        let text = document.text(row, column)
        if column == 0 {
          html.append(html: "<th scope=\"row\">")
          html.append(text: text)
          html.append(html: "</th>")
        } else {
          html.append(html: "<td data-l=\"")
          html.append(text: document.header[column])
          html.append(html: holdsWords[column] ? "\" class=\"w\">" : "\">")
          html.append(text: text)
          html.append(html: "</td>")
        }
      }
      html.append(html: "</tr>\n")
    }
    html.append(html: "</tbody>\n</table>\n</div></div>\n")
  }

  /// Digits with what may stand between and around them; an empty field counts as one.
  static func isFigure(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      "0123456789.,%+-−–/ \u{A0}".unicodeScalars.contains(scalar)
    }
  }
}
