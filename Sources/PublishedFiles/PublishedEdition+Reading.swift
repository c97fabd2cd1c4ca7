package import Diagnostics
import SourceFiles

extension PublishedEdition {
  /// Reads `data/index.json` of an edition and the CSV file of each of its tables. Unknown keys are
  /// ignored; keys that are missing have their defaults.
  ///
  /// - Parameters:
  ///   - folder: the edition's folder.
  ///   - prefix: put before paths in diagnostics; empty for none.
  /// - Returns: nil, with a report, if something can't be read.
  package static func read(
    _ folder: String, prefix: String = "", into diagnostics: inout Diagnostics
  ) -> PublishedEdition? {
    let path = prefix + "data/index.json"
    let location = Folders.join(folder, "data/index.json")
    guard Folders.exists(location) else {
      diagnostics.report(
        .editionMissing, at: Place(file: path),
        what: Phrase(vi: "Không có tệp này.", en: "There is no such file."),
        mend: Phrase(
          vi: "Chỉ ra thư mục của một ấn bản đã dựng, ví dụ output/public.",
          en: "Name the folder of an edition that was built, for example output/public."))
      return nil
    }
    guard let file = SourceFile.read(location, as: path, into: &diagnostics) else { return nil }
    let document: JSONText
    do {
      document = try JSONText(file.bytes)
    } catch {
      Self.malformed(
        SourceFile.place(of: error.offset, in: file.bytes, path: path),
        Phrase(vi: "Tệp không phải JSON.", en: "The file is not JSON."), &diagnostics)
      return nil
    }
    var index = IndexReader(path: path)
    let entries = index.read(document)
    diagnostics.merge(index.diagnostics)
    guard !index.diagnostics.hasErrors else { return nil }
    var tables: [PublishedTable] = []
    for entry in entries {
      if let table = entry.withCells(from: folder, prefix: prefix, into: &diagnostics) {
        tables.append(table)
      }
    }
    guard tables.count == entries.count else { return nil }
    return PublishedEdition(
      name: document["edition"]?.text ?? "", asOf: document["asOf"]?.text ?? "",
      threshold: index.threshold, zerosMayBeHidden: document["zeros"]?.text == "mayBeHidden",
      known: index.known, tables: tables)
  }

  static func malformed(_ place: Place, _ what: Phrase, _ diagnostics: inout Diagnostics) {
    diagnostics.report(
      .editionMalformed, at: place, what: what,
      mend: Phrase(vi: "Dựng lại ấn bản.", en: "Build the edition again."))
  }
}
