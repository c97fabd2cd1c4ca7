import Diagnostics
import Site
import SourceFiles
import Tables
import VietnameseText

/// A table as `seeds/tables.yaml` declares it.
struct TableDeclaration: Sendable {
  let id: String
  let place: Place
  let title: LocalizedText
  let dataset: String
  let datasetPlace: Place
  /// Names with their places.
  let measures: [Named]
  let axes: [AxisDeclaration]
  let rows: [Named]
  let columns: [Named]
  let editions: [String]
  let notes: LocalizedText?
  let acrossBreak: LocalizedText?
  let acrossBreakPlace: Place

  struct Named: Sendable {
    let name: String
    let place: Place
  }

  /// An axis that the table shows.
  struct AxisDeclaration: Sendable {
    let name: String
    let place: Place
    let node: YAMLNode
  }
}

/// Reads `seeds/tables.yaml`.
struct TablesFile {
  static let path = "seeds/tables.yaml"

  let configuration: SiteConfiguration
  private var ids: [String: Place] = [:]

  init(configuration: SiteConfiguration) {
    self.configuration = configuration
  }

  mutating func read(
    _ folder: SiteFolder, into diagnostics: inout Diagnostics
  ) -> [TableDeclaration] {
    let location = Folders.join(folder.root, Self.path)
    guard Folders.exists(location) else {
      diagnostics.report(
        .tablesMissing, at: Place(file: Self.path),
        what: Phrase(vi: "Không có tệp \(Self.path).", en: "There is no file \(Self.path)."),
        mend: Phrase(
          vi: "Tạo tệp với “tables:” (xem hướng dẫn).",
          en: "Make one that has “tables:” (see the guide)."))
      return []
    }
    guard let file = SourceFile.read(location, as: Self.path, into: &diagnostics),
      let node = YAMLNode.parse(file, into: &diagnostics),
      var fields = YAMLFields(node, into: &diagnostics)
    else { return [] }
    let nodes = fields.list("tables", &diagnostics)
    fields.finish(&diagnostics)
    return nodes.compactMap { read($0, into: &diagnostics) }
  }

  private mutating func read(
    _ node: YAMLNode, into diagnostics: inout Diagnostics
  ) -> TableDeclaration? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let languages = configuration.languages
    let id = fields.requiredText("id", &diagnostics)
    if let id { check(id, at: fields.keyPlace("id"), into: &diagnostics) }
    let title = fields.requiredLocalized("title", languages, &diagnostics)
    let dataset = fields.requiredText("dataset", &diagnostics)
    let datasetPlace = fields.node("dataset")?.place ?? fields.place
    _ = fields.required("measures", &diagnostics)
    let measures = named("measures", &fields, into: &diagnostics)
    let axes = readAxes(&fields, into: &diagnostics)
    let rows = named("rows", &fields, into: &diagnostics)
    let columns = named("columns", &fields, into: &diagnostics)
    let editions = readEditions(&fields, into: &diagnostics)
    let notes = fields.localized("notes", languages, &diagnostics)
    let acrossBreak = fields.localized("acrossBreak", languages, &diagnostics)
    let acrossBreakPlace = fields.keyPlace("acrossBreak")
    fields.finish(&diagnostics)
    guard let id, let title, let dataset, let axes else { return nil }
    return TableDeclaration(
      id: id, place: fields.place, title: title, dataset: dataset, datasetPlace: datasetPlace,
      measures: measures, axes: axes, rows: rows, columns: columns, editions: editions,
      notes: notes, acrossBreak: acrossBreak, acrossBreakPlace: acrossBreakPlace)
  }

  private mutating func check(
    _ id: String, at place: Place, into diagnostics: inout Diagnostics
  ) {
    if !Slug.isValid(id) {
      let slug = Slug.make(id)
      diagnostics.report(
        .tableID, at: place,
        what: Phrase(
          vi: "Mã “\(id)” không dùng được trong địa chỉ.",
          en: "The id “\(id)” can't stand in an address."),
        mend: Phrase(
          vi: "Chỉ dùng chữ thường không dấu, số và gạch nối, ví dụ “\(slug)”.",
          en: "Use small letters, digits and hyphens, for example “\(slug)”."))
    }
    if let first = ids[id] {
      diagnostics.report(
        .duplicateID, at: place,
        what: Phrase(
          vi: "Mã “\(id)” đã dùng ở dòng \(first.line ?? 0).",
          en: "The id “\(id)” is taken, on line \(first.line ?? 0)."),
        mend: Phrase(vi: "Chọn mã khác.", en: "Choose another id."))
    }
    ids[id] = ids[id] ?? place
  }

  private func named(
    _ key: String, _ fields: inout YAMLFields, into diagnostics: inout Diagnostics
  ) -> [TableDeclaration.Named] {
    fields.list(key, &diagnostics).compactMap { node in
      YAMLFields.text(node, into: &diagnostics).map { .init(name: $0, place: node.place) }
    }
  }

  private func readAxes(
    _ fields: inout YAMLFields, into diagnostics: inout Diagnostics
  ) -> [TableDeclaration.AxisDeclaration]? {
    guard let node = fields.required("axes", &diagnostics) else { return nil }
    guard case .mapping(let entries) = node.content else {
      _ = YAMLFields(node, into: &diagnostics)
      return nil
    }
    return entries.map { .init(name: $0.key, place: $0.keyPlace, node: $0.value) }
  }

  /// A public table is in every other edition too.
  private func readEditions(
    _ fields: inout YAMLFields, into diagnostics: inout Diagnostics
  ) -> [String] {
    _ = fields.required("editions", &diagnostics)
    let known = configuration.editions.map(\.name)
    let given = named("editions", &fields, into: &diagnostics)
    // A site may be built without one of the usual two.
    let usual = ["public", "officials"]
    for edition in given where !(known + usual).contains(edition.name) {
      diagnostics.report(
        .tableNameUnknown, at: edition.place,
        what: Phrase(
          vi: "Không có ấn bản “\(edition.name)”.", en: "There is no edition “\(edition.name)”."),
        mend: Spelling.mend(for: edition.name, among: known))
    }
    let names = given.map(\.name)
    return names.contains("public") ? known : known.filter(names.contains)
  }
}
