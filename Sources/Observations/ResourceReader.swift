import Diagnostics
import Site
import SourceFiles

/// Reads one resource of the package.
struct ResourceReader {
  let languages: [String]
  let registries: Registries
  private var names: [String: Place] = [:]

  init(languages: [String], registries: Registries) {
    self.languages = languages
    self.registries = registries
  }

  mutating func read(_ node: YAMLNode, into diagnostics: inout Diagnostics) -> Resource? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let name = fields.requiredText("name", &diagnostics)
    if let name { checkName(name, at: fields.keyPlace("name"), into: &diagnostics) }
    let title = fields.requiredLocalized("title", languages, &diagnostics)
    let pathNode = fields.required("path", &diagnostics)
    let path = pathNode.flatMap { readPath($0, into: &diagnostics) }
    readFormat(&fields, into: &diagnostics)
    let delimiter = readDelimiter(&fields, into: &diagnostics)
    var columns: [Field] = []
    if let node = fields.required("schema", &diagnostics) {
      columns = readSchema(node, into: &diagnostics)
    }
    var translations: LocalizedText?
    var absentRows: Resource.AbsentRows?
    var release: Release?
    var identities: [Identity] = []
    if let node = fields.required("minhbach", &diagnostics),
      var own = YAMLFields(node, into: &diagnostics)
    {
      translations = own.localized("title", languages, &diagnostics)
      _ = own.required("absentRows", &diagnostics)
      absentRows = own.choice("absentRows", of: Resource.AbsentRows.self, &diagnostics)
      release = ReleaseReader(languages: languages, registries: registries)
        .read(&own, into: &diagnostics)
      let reader = IdentityReader(fields: columns)
      identities = own.list("identities", &diagnostics).compactMap {
        reader.read($0, into: &diagnostics)
      }
      checkIdentities(identities, columns, into: &diagnostics)
      own.finish(&diagnostics)
    }
    fields.finish(alsoAllowed: PackageFile.resourceKeys, &diagnostics)
    guard let name, let title, let path, let pathNode, let absentRows, let release else {
      return nil
    }
    return Resource(
      name: name, place: fields.place, title: title.completed(by: translations), path: path,
      pathPlace: pathNode.place,
      delimiter: delimiter, fields: columns, absentRows: absentRows,
      identities: identities, release: release)
  }

  /// Beside several codes a person, an identity says more of the persons than of the counts.
  private func checkIdentities(
    _ identities: [Identity], _ fields: [Field], into diagnostics: inout Diagnostics
  ) {
    guard let first = identities.first else { return }
    for field in fields {
      guard case .dimension(_, _, isMultiResponse: true) = field.role else { continue }
      diagnostics.report(
        .multiResponseInvalid, at: first.place,
        what: Phrase(
          vi: "Bộ số liệu có “identities” và “\(field.name)” là “multiResponse”.",
          en: "The data set has “identities”, and “\(field.name)” is “multiResponse”."),
        mend: Phrase(
          vi: "Tách thành hai bộ số liệu, hoặc bỏ “identities”.",
          en: "Split the data set in two, or remove “identities”."))
    }
  }

  private mutating func checkName(
    _ name: String, at place: Place, into diagnostics: inout Diagnostics
  ) {
    if let first = names[name] {
      diagnostics.report(
        .resourceDuplicate, at: place,
        what: Phrase(
          vi: "Tên “\(name)” đã dùng ở dòng \(first.line ?? 0).",
          en: "The name “\(name)” is taken, on line \(first.line ?? 0)."),
        mend: Phrase(vi: "Chọn tên khác.", en: "Choose another name."))
    }
    names[name] = names[name] ?? place
  }

  private func readPath(_ node: YAMLNode, into diagnostics: inout Diagnostics) -> String? {
    guard let path = YAMLFields.text(node, into: &diagnostics) else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if !parts.contains(where: { ["", ".", ".."].contains($0) }) { return path }
    diagnostics.report(
      .resourcePath, at: node.place,
      what: Phrase(
        vi: "Đường dẫn “\(path)” phải nằm trong thư mục seeds.",
        en: "The path “\(path)” must lie below the folder seeds."),
      mend: Phrase(
        vi: "Viết ví dụ “data/ten-tep.csv”.", en: "Write for example “data/name.csv”."))
    return nil
  }

  private func readFormat(_ fields: inout YAMLFields, into diagnostics: inout Diagnostics) {
    for (key, allowed) in [("format", ["csv"]), ("encoding", ["utf-8", "utf8"])] {
      guard let node = fields.node(key), let text = YAMLFields.text(node, into: &diagnostics),
        !allowed.contains(text.lowercased())
      else { continue }
      diagnostics.report(
        .fieldBadValue, at: node.place,
        what: Phrase(vi: "“\(key)” không thể là “\(text)”.", en: "“\(key)” can't be “\(text)”."),
        mend: Spelling.mend(for: text, among: [allowed[0]]))
    }
  }

  private func readDelimiter(
    _ fields: inout YAMLFields, into diagnostics: inout Diagnostics
  ) -> CSVDelimiter? {
    guard var dialect = fields.fields("dialect", &diagnostics) else { return nil }
    let node = dialect.node("delimiter")
    dialect.finish(
      alsoAllowed: ["$schema", "type", "header", "quoteChar", "doubleQuote", "lineTerminator"],
      &diagnostics)
    guard let node, let text = YAMLFields.text(node, into: &diagnostics) else { return nil }
    if let delimiter = CSVDelimiter(declared: text) { return delimiter }
    diagnostics.report(
      .fieldBadValue, at: node.place,
      what: Phrase(
        vi: "Dấu phân cách không thể là “\(text)”.", en: "The delimiter can't be “\(text)”."),
      mend: Phrase(
        vi: "Dùng “,”, “;” hoặc “\\t”, hoặc bỏ dòng này.",
        en: "Use “,”, “;” or “\\t”, or leave the line out."))
    return nil
  }

  private func readSchema(_ node: YAMLNode, into diagnostics: inout Diagnostics) -> [Field] {
    guard var schema = YAMLFields(node, into: &diagnostics) else { return [] }
    _ = schema.required("fields", &diagnostics)
    let before = diagnostics.count(of: .error)
    let reader = FieldReader(languages: languages)
    let fields = schema.list("fields", &diagnostics).compactMap {
      reader.read($0, into: &diagnostics)
    }
    if diagnostics.count(of: .error) == before {
      FieldChecks(fields: fields, place: schema.place).report(into: &diagnostics)
    }
    readPrimaryKey(&schema, fields, into: &diagnostics)
    readMissingValues(&schema, into: &diagnostics)
    schema.finish(alsoAllowed: PackageFile.schemaKeys, &diagnostics)
    return fields
  }

  private func readPrimaryKey(
    _ schema: inout YAMLFields, _ fields: [Field], into diagnostics: inout Diagnostics
  ) {
    guard let node = schema.node("primaryKey") else { return }
    var names: [YAMLNode] = [node]
    if case .sequence(let nodes) = node.content { names = nodes }
    let known = fields.filter(\.role.isCoordinate).map(\.name)
    for name in names {
      guard let text = YAMLFields.text(name, into: &diagnostics), !known.contains(text) else {
        continue
      }
      diagnostics.report(
        .primaryKey, at: name.place,
        what: Phrase(
          vi: "“\(text)” không phải cột kỳ, địa bàn hay phân tổ.",
          en: "“\(text)” is no column of a period, area or dimension."),
        mend: Spelling.mend(for: text, among: known))
    }
    let given = names.compactMap { node -> String? in
      if case .scalar(let text) = node.content { return text }
      return nil
    }
    for name in known where !given.contains(name) && given.allSatisfy(known.contains) {
      diagnostics.report(
        .primaryKey, at: node.place,
        what: Phrase(
          vi: "Khóa chính thiếu cột “\(name)”.", en: "The primary key lacks the column “\(name)”."),
        mend: Phrase(
          vi: "Khóa gồm mọi cột kỳ, địa bàn và phân tổ.",
          en: "It holds every column of a period, area or dimension."))
    }
  }

  private func readMissingValues(
    _ schema: inout YAMLFields, into diagnostics: inout Diagnostics
  ) {
    for node in schema.list("missingValues", &diagnostics) {
      var value = node
      if case .mapping = node.content, var entry = YAMLFields(node, into: &diagnostics) {
        value = entry.required("value", &diagnostics) ?? node
        entry.finish(alsoAllowed: ["label"], &diagnostics)
      }
      if case .scalar(let text) = value.content,
        !["", "-", "…", "...", "[x]", "[z]"].contains(text)
      {
        diagnostics.report(
          .missingValueUnknown, at: value.place,
          what: Phrase(
            vi: "Dấu “\(text)” không có nghĩa.", en: "The mark “\(text)” means nothing."),
          mend: Spelling.mend(for: text, among: ["-", "…", "[x]", "[z]"]))
      }
    }
  }
}
