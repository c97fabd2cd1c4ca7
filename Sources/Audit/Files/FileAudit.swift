import Diagnostics
import PublishedFiles
import SourceFiles

/// Reads every other file of an edition: no number of a table with hidden cells may stand there
/// that the cleared table doesn't hold.
struct FileAudit {
  private let folder: String
  private let edition: PublishedEdition
  private let numbers: [String: TableNumbers]
  private let rows: RowAudit
  /// Kinds of text; the others are named.
  private static let read: Set<String> = [
    "html", "htm", "svg", "xml", "json", "txt", "js", "css", "map", "conf", "",
  ]

  init(_ folder: String, edition: PublishedEdition) {
    self.folder = folder
    self.edition = edition
    rows = RowAudit(edition.tables)
    numbers = Dictionary(edition.tables.map { ($0.id, TableNumbers($0)) }) { first, _ in first }
  }

  func run(into diagnostics: inout Diagnostics) {
    let markup = MarkupAudit(numbers: numbers)
    var listed: [String: String] = [:]
    for table in edition.tables {
      for name in table.files.values { listed["data/" + name] = table.id }
    }
    var unread: [String] = []
    for path in Folders.files(below: folder) {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let kind = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
      if kind == "csv" {
        if listed[path] == nil { reportUnlisted(path, &diagnostics) }
        continue
      }
      let isOwn = path == "data/index.json" || path == "data/datapackage.json"
      if ["json", "xlsx"].contains(kind), path.hasPrefix("data/"), listed[path] == nil, !isOwn {
        reportUnlisted(path, &diagnostics)
        continue
      }
      guard Self.read.contains(kind) else {
        unread.append(path)
        continue
      }
      guard let file = SourceFile.read(Folders.join(folder, path), as: path, into: &diagnostics)
      else { continue }
      var found = rows.findings(in: file.bytes)
      var strange = 0
      switch kind {
      case "html", "htm", "svg": found += markup.findings(in: file.bytes)
      case "xml":
        let root = MarkupTree(file.bytes).root
        found += markup.findings(in: root)
        strange = RepeatedText(feed: root, path: path).strange(in: folder)
      case "json": found += json(file, table: listed[path], &diagnostics)
      case "js":
        guard let texts = RepeatedText(script: file.bytes) else {
          unread.append(path)
          break
        }
        strange = texts.strange(in: folder)
      default: break
      }
      if strange > 0 { report(strange, in: path, &diagnostics) }
      for finding in found where numbers[finding.table].map({ $0.hidden > 0 }) ?? true {
        report(finding, in: path, &diagnostics)
      }
    }
    reportUnread(unread, &diagnostics)
  }

  // MARK: - JSON

  /// Numbers in an object that names a table, or in a table's own file.
  private func json(
    _ file: SourceFile, table: String?, _ diagnostics: inout Diagnostics
  ) -> [MarkupAudit.Finding] {
    let document: JSONText
    do {
      document = try JSONText(file.bytes)
    } catch {
      diagnostics.report(
        .editionMalformed,
        at: SourceFile.place(of: error.offset, in: file.bytes, path: file.path),
        what: Phrase(vi: "Tệp không phải JSON.", en: "The file is not JSON."),
        mend: Phrase(vi: "Dựng lại ấn bản.", en: "Build the edition again."))
      return []
    }
    var wrong: [String: Int] = [:]
    func walk(_ value: JSONText, _ table: String?, _ key: String?) {
      switch value {
      case .number(let digits):
        guard let table, let numbers = numbers[table], key != "formatVersion" else { return }
        if !numbers.holds([PublishedNumber(machine: digits)].compactMap(\.self)) {
          wrong[table, default: 0] += 1
        }
      case .array(let elements): for element in elements { walk(element, table, key) }
      case .object(let members):
        let isIndex = file.path == "data/index.json"
        let named = (value["table"] ?? (isIndex && table == nil ? value["id"] : nil))?.text
        let inner = named.flatMap { numbers[$0] == nil ? nil : $0 } ?? table
        for member in members { walk(member.value, inner, member.key) }
      default: break
      }
    }
    walk(document, table, nil)
    return wrong.sorted { $0.key < $1.key }.map { .init(table: $0.key, count: $0.value) }
  }

  // MARK: - Words

  private func report(
    _ finding: MarkupAudit.Finding, in path: String, _ diagnostics: inout Diagnostics
  ) {
    let isKnown = numbers[finding.table] != nil
    diagnostics.report(
      .numberElsewhere, at: Place(file: path),
      what: isKnown
        ? Phrase(
          vi: "\(finding.count) số của bảng “\(finding.table)” khác với tệp số liệu của bảng.",
          en: "\(finding.count) numbers of table “\(finding.table)” are not those of its data file."
        )
        : Phrase(
          vi: "Bảng “\(finding.table)” không có trong data/index.json.",
          en: "Table “\(finding.table)” is not in data/index.json."),
      mend: Phrase(
        vi: "Không công bố ấn bản này; dựng lại rồi kiểm tra lại.",
        en: "Do not publish this edition; build it again, then audit it again."))
  }

  private func report(_ strange: Int, in path: String, _ diagnostics: inout Diagnostics) {
    diagnostics.report(
      .numberElsewhere, at: Place(file: path),
      what: Phrase(
        vi: "\(strange) dòng có số không có trên trang mà tệp này dẫn lại.",
        en: "\(strange) lines with a number do not stand on the page that this file repeats."),
      mend: Phrase(
        vi: "Không công bố ấn bản này; dựng lại rồi kiểm tra lại.",
        en: "Do not publish this edition; build it again, then audit it again."))
  }

  private func reportUnlisted(_ path: String, _ diagnostics: inout Diagnostics) {
    diagnostics.report(
      .dataFileUnlisted, at: Place(file: path),
      what: Phrase(
        vi: "data/index.json không kể ra tệp này.", en: "data/index.json does not list this file."),
      mend: Phrase(vi: "Xóa tệp, hoặc dựng lại ấn bản.", en: "Delete it, or build again."))
  }

  private func reportUnread(_ paths: [String], _ diagnostics: inout Diagnostics) {
    guard !paths.isEmpty else { return }
    let names = paths.prefix(5).joined(separator: ", ") + (paths.count > 5 ? ", …" : "")
    diagnostics.report(
      .filesNotRead, at: nil,
      what: Phrase(
        vi: "\(paths.count) tệp không đọc được: \(names).",
        en: "\(paths.count) files can't be read: \(names)."),
      mend: Phrase(
        vi: "Tự kiểm tra các tệp này.", en: "Look at these files yourself."))
  }
}
