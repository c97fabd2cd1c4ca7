import Diagnostics
import SourceFiles

extension DisclosurePolicy {
  static func read(
    _ rules: inout YAMLFields, into diagnostics: inout Diagnostics
  ) -> DisclosurePolicy? {
    _ = rules.required("threshold", &diagnostics)
    let threshold = rules.integer("threshold", &diagnostics)
    let zeros = rules.choice("zeros", of: Zeros.self, &diagnostics) ?? .print
    let lattice = rules.choice("lattice", of: Lattice.self, &diagnostics) ?? .tables
    let groups = rules.boolean("groupDisclosure", default: false, &diagnostics)
    let width = rules.integer("width", &diagnostics)
    let maxAxes = rules.integer("maxAxes", &diagnostics)
    let areaLevel = rules.choice("areaLevel", of: AreaLevel.self, &diagnostics)
    let known = rules.list("known", &diagnostics).compactMap {
      KnownFigure.read($0, into: &diagnostics)
    }
    let neverHide = levels("neverHide", &rules, into: &diagnostics)
    let preferHide = levels("preferHide", &rules, into: &diagnostics)
    rules.finish(&diagnostics)
    if let width, width < 1 {
      diagnostics.report(
        .fieldBadValue, at: rules.keyPlace("width"),
        what: Phrase(vi: "“width” phải từ 1 trở lên.", en: "“width” must be 1 or more."),
        mend: Phrase(
          vi: "Viết bao nhiêu giá trị phải còn có thể, hoặc bỏ dòng này.",
          en: "Write how many values must stay possible, or leave the line out."))
    }
    for level in neverHide {
      guard let other = preferHide.first(where: { $0.isSame(as: level) }) else { continue }
      diagnostics.report(
        .fieldBadValue, at: other.levelPlace,
        what: Phrase(
          vi: "Mức này đã ở trong “neverHide”.", en: "The level stands in “neverHide” already."),
        mend: Phrase(vi: "Bỏ một trong hai.", en: "Remove one of the two."))
    }
    guard let threshold else { return nil }
    guard threshold >= 2, threshold <= 1_000_000, (maxAxes ?? 0) >= 0 else {
      diagnostics.report(
        .fieldBadValue, at: rules.keyPlace("threshold"),
        what: Phrase(
          vi: "Ngưỡng phải từ 2 trở lên, maxAxes từ 0 trở lên.",
          en: "The threshold must be 2 or more, maxAxes 0 or more."),
        mend: Phrase(
          vi: "Dùng 11 cho công chúng, 5 cho cán bộ.", en: "Use 11 for the public, 5 for officials."
        ))
      return nil
    }
    return DisclosurePolicy(
      threshold: threshold, zeros: zeros, lattice: lattice, groupDisclosure: groups, width: width,
      maxAxes: maxAxes, areaLevel: areaLevel, known: known, neverHide: neverHide,
      preferHide: preferHide)
  }

  private static func levels(
    _ key: String, _ rules: inout YAMLFields, into diagnostics: inout Diagnostics
  ) -> [AxisLevel] {
    rules.list(key, &diagnostics).compactMap { AxisLevel.read($0, into: &diagnostics) }
  }
}

extension KnownFigure {
  fileprivate static func read(
    _ node: YAMLNode, into diagnostics: inout Diagnostics
  ) -> KnownFigure? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let dataset = fields.requiredName("dataset", &diagnostics)
    let measure = fields.requiredName("measure", &diagnostics)
    let valueNode = fields.required("value", &diagnostics)
    let value = valueNode.flatMap { readValue($0, into: &diagnostics) }
    let source = fields.requiredText("source", &diagnostics)
    var coordinates: [Coordinate] = []
    if let at = fields.node("at") {
      if case .mapping(let entries) = at.content {
        for entry in entries {
          guard let code = YAMLFields.text(entry.value, into: &diagnostics) else { continue }
          coordinates.append(
            Coordinate(
              axis: PlacedName(entry.key, at: entry.keyPlace),
              code: PlacedName(code, at: entry.value.place)))
        }
      } else {
        _ = YAMLFields(at, into: &diagnostics)
      }
    }
    fields.finish(&diagnostics)
    guard let dataset, let measure, let value, let valueNode, let source else { return nil }
    return KnownFigure(
      dataset: dataset, measure: measure, at: coordinates, value: value,
      valuePlace: valueNode.place, source: source)
  }

  private static func readValue(_ node: YAMLNode, into diagnostics: inout Diagnostics) -> Int? {
    if case .scalar(let text) = node.content, let value = Int(text), value >= 0 { return value }
    diagnostics.report(
      .fieldBadValue, at: node.place,
      what: Phrase(
        vi: "“value” phải là số nguyên, từ 0 trở lên.",
        en: "“value” must be a whole number, 0 or more."),
      mend: Phrase(
        vi: "Viết chữ số liền nhau, như nơi khác đã công bố.",
        en: "Write plain digits, as the others published it."))
    return nil
  }
}

extension AxisLevel {
  fileprivate static func read(
    _ node: YAMLNode, into diagnostics: inout Diagnostics
  ) -> AxisLevel? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let dataset = fields.requiredName("dataset", &diagnostics)
    let axis = fields.requiredName("axis", &diagnostics)
    let written = fields.requiredName("level", &diagnostics)
    fields.finish(&diagnostics)
    guard let dataset, let axis, let written else { return nil }
    guard let level = Level(written.name) else {
      diagnostics.report(
        .fieldBadValue, at: written.place,
        what: Phrase(
          vi: "“level” không thể là “\(written.name)”.",
          en: "“level” can't be “\(written.name)”."),
        mend: Phrase(
          vi:
            "Dùng country, province, district, commune (địa bàn), each, pooled (kỳ), hoặc 0, 1, 2… (phân tổ).",
          en:
            "Use country, province, district, commune (areas), each, pooled (periods), or 0, 1, 2… (a dimension)."
        ))
      return nil
    }
    return AxisLevel(dataset: dataset, axis: axis, level: level, levelPlace: written.place)
  }

  fileprivate func isSame(as other: AxisLevel) -> Bool {
    dataset.name == other.dataset.name && axis.name == other.axis.name && level == other.level
  }
}

extension YAMLFields {
  fileprivate mutating func requiredName(
    _ key: String, _ diagnostics: inout Diagnostics
  ) -> PlacedName? {
    guard let node = required(key, &diagnostics),
      let text = YAMLFields.text(node, into: &diagnostics)
    else { return nil }
    return PlacedName(text, at: node.place)
  }
}
