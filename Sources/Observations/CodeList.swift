import Diagnostics
import Site
import SourceFiles

/// A code list of a dimension: `code,parent,order,label_<language>`. Its root is `_T`, the total
/// (SDMX).
struct CodeList: Sendable {
  static let total = "_T"

  let hierarchy: Hierarchy
  /// Node of `_T`.
  let root: Int

  /// - Parameter place: where the list was asked for.
  static func read(
    _ name: String, in folder: SiteFolder, languages: [String], askedAt place: Place,
    into diagnostics: inout Diagnostics
  ) -> CodeList? {
    guard
      let file = CodeListFile(
        name, in: folder, required: ["code", "parent"], optional: ["order"], open: ["label_"],
        askedAt: place, into: &diagnostics)
    else { return nil }
    var reader = CodeListReader(file: file, languages: languages)
    let list = reader.read()
    diagnostics.merge(reader.diagnostics)
    return list
  }
}

private struct CodeListReader {
  struct Entry {
    let code: String
    let row: Int
    let order: Int
    let label: LocalizedText
    /// Parents by code, with the row that says so.
    var parents: [(code: String, row: Int)]
  }

  let file: CodeListFile
  let languages: [String]
  var entries: [Entry] = []
  var diagnostics = Diagnostics()

  init(file: CodeListFile, languages: [String]) {
    self.file = file
    self.languages = languages
  }

  mutating func read() -> CodeList? {
    for row in 0..<file.document.rowCount { read(row) }
    entries.sort { ($0.order, $0.row) < ($1.order, $1.row) }
    let indices = Dictionary(
      entries.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    var parents: [[Int]] = []
    for entry in entries {
      parents.append(
        entry.parents.compactMap { parent in
          if let index = indices[parent.code] { return index }
          diagnostics.report(
            .codeParentUnknown, at: file.place(parent.row, "parent"),
            what: Phrase(
              vi: "Mã trên “\(parent.code)” không có trong danh mục.",
              en: "The parent “\(parent.code)” is not in the list."),
            mend: Spelling.mend(for: parent.code, among: entries.map(\.code)))
          return nil
        })
    }
    if let cyclic = Hierarchy.cycle(in: parents) {
      diagnostics.report(
        .codeCycle, at: file.place(entries[cyclic].row, "parent"),
        what: Phrase(
          vi: "Mã “\(entries[cyclic].code)” nằm trên chính nó hoặc dưới một vòng lặp.",
          en: "The code “\(entries[cyclic].code)” is above itself, or below a code that is."),
        mend: Phrase(vi: "Sửa cột parent.", en: "Mend the column parent."))
    }
    guard !diagnostics.hasErrors, let root = root(indices) else { return nil }
    let nodes = zip(entries, parents).map {
      Hierarchy.Node(code: $0.code, label: $0.label, parents: $1.sorted())
    }
    return CodeList(hierarchy: Hierarchy(nodes), root: root)
  }

  private mutating func read(_ row: Int) {
    let code = file.text(row, "code")
    let parent = file.text(row, "parent")
    let written = file.text(row, "order")
    let order = written.isEmpty ? row : Int(written)
    let label = LocalizedText(file.labels(row), defaultLanguage: languages.first ?? "vi")
    if code.isEmpty || order == nil || label.texts.isEmpty {
      let column = code.isEmpty ? "code" : order == nil ? "order" : "label_\(languages.first ?? "")"
      diagnostics.report(
        .codeValue, at: file.place(row, column),
        what: Phrase(
          vi: "Giá trị ở cột “\(column)” trống hoặc không đúng.",
          en: "The value in column “\(column)” is empty or wrong."),
        mend: Phrase(
          vi: "Mỗi dòng cần mã, thứ tự là số nguyên, và nhãn.",
          en: "Each row needs a code, a whole number as order, and a label."))
      return
    }
    let parents = parent.isEmpty ? [] : [(code: parent, row: row)]
    guard let known = entries.firstIndex(where: { $0.code == code }) else {
      entries.append(
        Entry(code: code, row: row, order: order ?? row, label: label, parents: parents))
      return
    }
    let isRepeated = entries[known].parents.contains { $0.code == parent }
    if parent.isEmpty || isRepeated || entries[known].parents.isEmpty
      || entries[known].label != label
    {
      diagnostics.report(
        .codeDuplicate, at: file.place(row, "code"),
        what: Phrase(
          vi:
            "Mã “\(code)” đã có ở dòng \(file.document.line(entries[known].row)), với cùng mã trên hoặc nhãn khác.",
          en:
            "The code “\(code)” stands on line \(file.document.line(entries[known].row)) already, with the same parent or another label."
        ),
        mend: Phrase(
          vi: "Một mã có nhiều dòng chỉ khi mỗi dòng nêu một mã trên khác nhau, cùng nhãn.",
          en: "A code has several rows only with a different parent in each, and one label."))
      return
    }
    entries[known].parents += parents
  }

  /// The root, if it is the only one and is called `_T`.
  private mutating func root(_ indices: [String: Int]) -> Int? {
    let root = indices[CodeList.total]
    if root == nil {
      diagnostics.report(
        .codeOutsideTotal, at: Place(file: file.document.file.path),
        what: Phrase(vi: "Danh mục không có mã “_T”.", en: "The list has no code “_T”."),
        mend: Phrase(
          vi: "Thêm dòng “_T,,0,Tổng số” và để các mã khác nằm dưới nó.",
          en: "Add a row “_T,,0,Total” and put the other codes below it."))
    }
    for entry in entries where entry.parents.isEmpty != (entry.code == CodeList.total) {
      diagnostics.report(
        .codeOutsideTotal, at: file.place(entry.row, "parent"),
        what: Phrase(
          vi: "Mã “\(entry.code)” không nằm dưới “_T”.",
          en: "The code “\(entry.code)” does not reach the total “_T”."),
        mend: Phrase(
          vi: "Chỉ “_T” không có mã trên; mã khác ghi “_T” hoặc một mã dưới nó ở cột parent.",
          en: "Only “_T” has no parent; write “_T”, or a code below it, in the column parent."))
    }
    return diagnostics.hasErrors ? nil : root
  }
}
