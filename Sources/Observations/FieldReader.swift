import Diagnostics
import Site
import SourceFiles
import Tables

/// Reads a field of a schema: Data Package's own keys, and role and meaning under `minhbach:`.
struct FieldReader {
  enum RoleName: String, CaseIterable {
    case period, area, areaScheme, dimension, measure, status
  }

  enum ComplementName: String, CaseIterable {
    case sensitive, open
  }

  let languages: [String]

  func read(_ node: YAMLNode, into diagnostics: inout Diagnostics) -> Field? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let name = fields.requiredText("name", &diagnostics)
    let type = fields.text("type", &diagnostics)
    let typePlace = fields.keyPlace("type")
    let title = fields.localized("title", languages, &diagnostics)
    checkFormat(&fields, into: &diagnostics)
    let ownNode = fields.required("minhbach", &diagnostics)
    fields.finish(alsoAllowed: PackageFile.fieldKeys, &diagnostics)
    guard let name, let ownNode, var own = YAMLFields(ownNode, into: &diagnostics) else {
      return nil
    }
    // Data Package knows a title in one language.
    let label = (title ?? LocalizedText(name, language: languages.first ?? "vi"))
      .completed(by: own.localized("title", languages, &diagnostics))
    _ = own.required("role", &diagnostics)
    guard let role = own.choice("role", of: RoleName.self, &diagnostics) else { return nil }
    let read: Field.Role?
    switch role {
    case .period: read = .period
    case .areaScheme: read = .areaScheme
    case .area: read = area(&own, into: &diagnostics)
    case .dimension: read = dimension(&own, into: &diagnostics)
    case .status: read = own.requiredText("of", &diagnostics).map { .status(of: $0) }
    case .measure:
      read = measure(
        name, label, type: type, typePlace: typePlace, &own, into: &diagnostics)
    }
    own.finish(&diagnostics)
    return read.map { Field(name: name, place: node.place, title: label, role: $0) }
  }

  /// Dates and numbers in other forms than Data Package's default are not read.
  private func checkFormat(_ fields: inout YAMLFields, into diagnostics: inout Diagnostics) {
    guard let node = fields.node("format") else { return }
    if case .scalar("default") = node.content { return }
    diagnostics.report(
      .optionNotSupported, at: node.place,
      what: Phrase(
        vi: "Phiên bản này chưa hỗ trợ “format”.", en: "This version does not support “format” yet."
      ),
      mend: Phrase(vi: "Bỏ tùy chọn này.", en: "Remove the option."))
  }

  private func dimension(
    _ own: inout YAMLFields, into diagnostics: inout Diagnostics
  ) -> Field.Role? {
    let isMultiResponse = own.boolean("multiResponse", default: false, &diagnostics)
    let codelist = own.requiredText("codelist", &diagnostics)
    let place = own.keyPlace("codelist")
    return codelist.map { .dimension(codelist: $0, place: place, isMultiResponse: isMultiResponse) }
  }

  private func area(_ own: inout YAMLFields, into diagnostics: inout Diagnostics) -> Field.Role? {
    let codelist = own.requiredText("codelist", &diagnostics)
    let place = own.keyPlace("codelist")
    let scheme = own.text("scheme", &diagnostics)
    var tops: [String: String] = [:]
    if let node = own.node("top") {
      if case .mapping(let entries) = node.content {
        for entry in entries { tops[entry.key] = YAMLFields.text(entry.value, into: &diagnostics) }
      } else {
        tops[""] = YAMLFields.text(node, into: &diagnostics)
      }
    }
    let topPlace = own.keyPlace("top")
    return codelist.map {
      .area(
        Field.AreaRole(
          codelist: $0, place: place, scheme: scheme, tops: tops, topPlace: topPlace))
    }
  }

  private func measure(
    _ name: String, _ title: LocalizedText, type: String?, typePlace: Place,
    _ own: inout YAMLFields, into diagnostics: inout Diagnostics
  ) -> Field.Role? {
    let unit = own.requiredText("unit", &diagnostics)
    _ = own.required("sensitivity", &diagnostics)
    let sensitivity = own.choice("sensitivity", of: Measure.Sensitivity.self, &diagnostics)
    let source = sensitivity == .published ? address(&own, into: &diagnostics) : nil
    _ = own.required("pooling", &diagnostics)
    let pooling = own.choice("pooling", of: Measure.Pooling.self, &diagnostics)
    let partOf = own.text("partOf", &diagnostics)
    let complement = complement(&own, isPart: partOf != nil, into: &diagnostics)
    let derivedFrom = own.text("derivedFrom", &diagnostics)
    let isPersons = unit == "persons" || sensitivity == .persons
    if type != "integer" && (type != "number" || isPersons) {
      diagnostics.report(
        isPersons ? .personsAreWhole : .fieldRole, at: typePlace,
        what: Phrase(
          vi: "Kiểu của cột số liệu “\(name)” là “\(type ?? "")”.",
          en: "The measure “\(name)” is of type “\(type ?? "")”."),
        mend: isPersons
          ? Phrase(vi: "Viết “type: integer”.", en: "Write “type: integer”.")
          : Phrase(
            vi: "Viết “type: integer” hoặc “type: number”.",
            en: "Write “type: integer” or “type: number”."))
    }
    guard let unit, let sensitivity, let pooling else { return nil }
    return .measure(
      Measure(
        id: name, title: title, unit: unit, sensitivity: sensitivity, pooling: pooling,
        partOf: partOf, complement: complement, derivedFrom: derivedFrom, source: source),
      isDecimal: type == "number")
  }

  /// Where another authority published the figures: readers must be able to look.
  private func address(
    _ own: inout YAMLFields, into diagnostics: inout Diagnostics
  ) -> String? {
    guard let node = own.required("source", &diagnostics),
      let text = YAMLFields.text(node, into: &diagnostics)
    else { return nil }
    let schemes = ["https://", "http://"]
    if schemes.contains(where: { text.hasPrefix($0) && text.count > $0.count }),
      !text.contains(where: { $0.isWhitespace || "\"<>".contains($0) })
    {
      return text
    }
    diagnostics.report(
      .fieldBadValue, at: node.place,
      what: Phrase(vi: "“\(text)” không phải địa chỉ web.", en: "“\(text)” is no web address."),
      mend: Phrase(
        vi: "Ghi địa chỉ nơi số liệu đã được công bố, ví dụ https://example.org/bao-cao.",
        en: "Write the address where the figures were published: https://example.org/report."))
    return nil
  }

  private func complement(
    _ own: inout YAMLFields, isPart: Bool, into diagnostics: inout Diagnostics
  ) -> Measure.Complement? {
    guard isPart else {
      if let node = own.node("complement") {
        diagnostics.report(
          .partOfInvalid, at: node.place,
          what: Phrase(
            vi: "“complement” chỉ có nghĩa khi có “partOf”.",
            en: "“complement” means something beside “partOf” only."),
          mend: Phrase(vi: "Thêm “partOf: …”, hoặc bỏ.", en: "Add “partOf: …”, or remove it."))
      }
      return nil
    }
    guard let node = own.required("complement", &diagnostics) else { return nil }
    if case .scalar("sensitive") = node.content { return .sensitive }
    guard var open = YAMLFields(node, into: &diagnostics) else { return nil }
    _ = open.required("open", &diagnostics)
    let axes = open.texts("open", &diagnostics)
    let reason = open.requiredText("reason", &diagnostics)
    open.finish(&diagnostics)
    return reason.map { .open(axes: axes, reason: $0) }
  }
}

extension Field.Role {
  /// Whether the field says where a figure stands.
  var isCoordinate: Bool {
    switch self {
    case .period, .area, .areaScheme, .dimension: true
    case .measure, .status: false
    }
  }
}
