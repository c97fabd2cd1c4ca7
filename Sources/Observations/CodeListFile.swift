import Diagnostics
import Site
import SourceFiles

/// A CSV file of `seeds/codelists`, with its columns found by name.
struct CodeListFile {
  let document: CSVDocument

  /// Nil, with a report, if the file or a column that it needs is missing.
  ///
  /// - Parameter open: beginnings of names of columns that may stand there besides.
  init?(
    _ name: String, in folder: SiteFolder, required: [String], optional: [String],
    open: [String] = [], askedAt place: Place, into diagnostics: inout Diagnostics
  ) {
    let path = "seeds/codelists/\(name).csv"
    let location = Folders.join(folder.root, path)
    guard Folders.exists(location) else {
      let known = Folders.files(below: Folders.join(folder.root, "seeds/codelists"))
        .filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }
      diagnostics.report(
        .codeListMissing, at: place,
        what: Phrase(vi: "Không có tệp \(path).", en: "There is no file \(path)."),
        mend: Spelling.mend(for: name, among: known))
      return nil
    }
    guard let file = SourceFile.read(location, as: path, into: &diagnostics),
      let document = CSVDocument.read(file, into: &diagnostics)
    else { return nil }
    self.document = document
    var isSound = true
    for column in required where document.column(column) == nil {
      isSound = false
      diagnostics.report(
        .codeListColumn, at: Place(file: path, line: 1),
        what: Phrase(vi: "Thiếu cột “\(column)”.", en: "The column “\(column)” is missing."),
        mend: Phrase(
          vi: "Thêm cột “\(column)” vào dòng đầu.", en: "Add “\(column)” to the first line."))
    }
    let known = required + optional
    for (index, column) in document.header.enumerated()
    where !known.contains(column) && !open.contains(where: { column.hasPrefix($0) }) {
      diagnostics.report(
        .codeListColumn, at: document.headerPlace(index),
        what: Phrase(
          vi: "Cột “\(column)” không có nghĩa ở đây.",
          en: "A column “\(column)” means nothing here."
        ),
        mend: Spelling.mend(for: column, among: known + open.map { $0 + "vi" }))
    }
    guard isSound else { return nil }
  }

  /// What stands in a column; empty if the file has no such column.
  func text(_ row: Int, _ column: String) -> String {
    document.column(column).map { document.text(row, $0) } ?? ""
  }

  /// What stands in the columns `label_<language>`, by language.
  func labels(_ row: Int) -> [String: String] {
    let prefix = "label_"
    var labels: [String: String] = [:]
    for (column, name) in document.header.enumerated() where name.hasPrefix(prefix) {
      labels[String(name.dropFirst(prefix.count))] = document.text(row, column)
    }
    return labels
  }

  func place(_ row: Int, _ column: String) -> Place {
    document.column(column).map { document.place(row, $0) }
      ?? Place(file: document.file.path, line: document.line(row))
  }
}
