import Diagnostics
import Site
import SourceFiles
import Tables

/// Reads one file of `seeds/indicators`.
struct IndicatorReader {
  let languages: [String]
  let registries: Registries
  let known: PublishedMeasures

  mutating func read(
    _ node: YAMLNode, ids: inout UsedIDs, _ diagnostics: inout Diagnostics
  ) -> Indicator? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let id = ids.take("indicator", &fields, &diagnostics)
    let title = fields.requiredLocalized("title", languages, &diagnostics)
    let definition = fields.requiredLocalized("definition", languages, &diagnostics)
    let formula = formula(&fields, &diagnostics)
    let table = fields.requiredText("table", &diagnostics)
    let unit = fields.requiredText("unit", &diagnostics)
    let agency = agency(&fields, &diagnostics)
    let direction = fields.choice("direction", of: Indicator.Direction.self, &diagnostics)
    _ = fields.required("frequency", &diagnostics)
    let frequency = fields.choice("frequency", of: Indicator.Frequency.self, &diagnostics)
    let limitations = fields.localized("limitations", languages, &diagnostics)
    let isProxy = fields.boolean("proxy", default: false, &diagnostics)
    let related = fields.texts("related", &diagnostics).map(Self.address)
    let breakdowns = breakdowns(&fields, &diagnostics)
    fields.finish(&diagnostics)
    if let table { checkTable(table, at: fields.keyPlace("table"), &diagnostics) }
    guard let id, let title, let definition, let formula, let table, let unit, let agency,
      let frequency
    else { return nil }
    let indicator = Indicator(
      id: id, title: title, definition: definition, table: table, formula: formula, unit: unit,
      direction: direction, agency: agency, frequency: frequency, limitations: limitations,
      isProxy: isProxy, related: related, breakdowns: breakdowns)
    let check = IndicatorCheck(indicator: indicator, fields: fields, known: known)
    check.run(&diagnostics)
    return indicator
  }

  private func formula(
    _ fields: inout YAMLFields, _ diagnostics: inout Diagnostics
  ) -> Indicator.Formula? {
    _ = fields.required("kind", &diagnostics)
    guard let kind = fields.choice("kind", of: Indicator.Kind.self, &diagnostics) else {
      for key in ["numerator", "denominator", "measure"] { _ = fields.node(key) }
      return nil
    }
    if kind == .ratio {
      let numerator = fields.requiredText("numerator", &diagnostics)
      let denominator = fields.requiredText("denominator", &diagnostics)
      guard let numerator, let denominator else { return nil }
      return .ratio(numerator: numerator, denominator: denominator)
    }
    // What is counted may also stand under the name that it has in a ratio.
    let counted = fields.text("numerator", &diagnostics)
    let named = fields.text("measure", &diagnostics)
    if named != nil, counted != nil {
      reportTwoMeasures(fields.keyPlace("numerator"), &diagnostics)
    }
    guard let measure = named ?? counted ?? fields.requiredText("measure", &diagnostics) else {
      return nil
    }
    return kind == .count ? .count(measure: measure) : .milestone(measure: measure)
  }

  private func reportTwoMeasures(_ place: Place, _ diagnostics: inout Diagnostics) {
    diagnostics.report(
      .indicatorUnknownMeasure, at: place,
      what: Phrase(
        vi: "Có cả “measure” và “numerator”.", en: "Both “measure” and “numerator” are given."),
      mend: Phrase(
        vi: "Chỉ tiêu đếm chỉ cần một: bỏ “numerator”.",
        en: "A count needs one: remove “numerator”."))
  }

  private func agency(
    _ fields: inout YAMLFields, _ diagnostics: inout Diagnostics
  ) -> String? {
    guard let id = fields.requiredText("agency", &diagnostics) else { return nil }
    if registries.agency(id) == nil {
      diagnostics.report(
        .registryUnknownID, at: fields.keyPlace("agency"),
        what: Phrase(
          vi: "Không có cơ quan “\(id)” trong seeds/registries/agencies.yaml.",
          en: "There is no agency “\(id)” in seeds/registries/agencies.yaml."),
        mend: Spelling.mend(for: id, among: registries.agencies.map(\.id)))
    }
    return id
  }

  private func breakdowns(
    _ fields: inout YAMLFields, _ diagnostics: inout Diagnostics
  ) -> [String] {
    fields.list("breakdowns", &diagnostics).compactMap { node in
      guard let id = YAMLFields.text(node, into: &diagnostics) else { return nil }
      checkTable(id, at: node.place, &diagnostics)
      return id
    }
  }

  private func checkTable(_ id: String, at place: Place, _ diagnostics: inout Diagnostics) {
    guard !known.declaredTables.contains(id) else { return }
    diagnostics.report(
      .indicatorUnknownTable, at: place,
      what: Phrase(
        vi: "Không có bảng “\(id)” trong seeds/tables.yaml.",
        en: "There is no table “\(id)” in seeds/tables.yaml."),
      mend: Spelling.mend(for: id, among: known.declaredTables))
  }

  /// The address of a page named by its file below `content/<language>`: without `.md` and
  /// `index`.
  private static func address(of file: String) -> String {
    var parts = file.split(separator: "/").map(String.init)
    if let name = parts.last, name.hasSuffix(".md") {
      parts[parts.count - 1] = String(name.dropLast(3))
      if parts.last == "index" { parts.removeLast() }
    }
    return parts.joined(separator: "/")
  }
}
