import Diagnostics

/// Reads `data/index.json`, format version 1.
struct IndexReader {
  let path: String
  private(set) var diagnostics = Diagnostics()
  private(set) var threshold = 0
  private(set) var known: [KnownFigure] = []

  init(path: String) { self.path = path }

  /// Tables, without their cells.
  mutating func read(_ document: JSONText) -> [PublishedTable] {
    guard document["formatVersion"]?.integer == 1 else {
      report("formatVersion")
      return []
    }
    guard let threshold = document["threshold"]?.integer, threshold >= 1 else {
      report("threshold")
      return []
    }
    self.threshold = threshold
    if let zeros = document["zeros"], zeros.text != "print", zeros.text != "mayBeHidden" {
      report("zeros")
    }
    for (position, figure) in list(document, "known", "known").enumerated() {
      if let figure = knownFigure(figure) {
        known.append(figure)
      } else {
        report("known[\(position)]")
      }
    }
    guard let tables = document["tables"]?.elements else {
      report("tables")
      return []
    }
    let read = tables.enumerated().compactMap { table($0.element, "tables[\($0.offset)]") }
    for (position, table) in read.enumerated()
    where read[..<position].contains(where: { $0.id == table.id }) {
      report("tables[\(position)].id")
    }
    return read
  }

  private mutating func report(_ key: String) {
    PublishedEdition.malformed(
      Place(file: path),
      Phrase(
        vi: "“\(key)” thiếu hoặc không đúng dạng.", en: "“\(key)” is missing or has another form."),
      &diagnostics)
  }

  private mutating func list(_ value: JSONText, _ key: String, _ name: String) -> [JSONText] {
    guard let found = value[key] else { return [] }
    if found.elements == nil { report(name) }
    return found.elements ?? []
  }

  /// An object of texts.
  private mutating func texts(_ value: JSONText, _ key: String, _ name: String) -> [String: String]
  {
    guard let found = value[key] else { return [:] }
    guard let members = found.members else {
      report(name)
      return [:]
    }
    var texts: [String: String] = [:]
    for member in members where member.value != .null {
      if member.value.text == nil { report("\(name).\(member.key)") }
      texts[member.key] = member.value.text
    }
    return texts
  }

  private mutating func knownFigure(_ value: JSONText) -> KnownFigure? {
    guard let dataset = value["dataset"]?.text, let measure = value["measure"]?.text,
      case .number(let digits)? = value["value"], let number = PublishedNumber(machine: digits)
    else { return nil }
    return KnownFigure(
      dataset: dataset, measure: measure, at: texts(value, "at", "known.at"), value: number)
  }

  private mutating func table(_ value: JSONText, _ name: String) -> PublishedTable? {
    guard let id = value["id"]?.text, let dataset = value["dataset"]?.text else {
      report("\(name).id, dataset")
      return nil
    }
    let measures = list(value, "measures", "\(name).measures").enumerated()
      .compactMap { measure($0.element, "\(name).measures[\($0.offset)]") }
    let axes = list(value, "axes", "\(name).axes").enumerated()
      .compactMap { axis($0.element, "\(name).axes[\($0.offset)]") }
    let files = texts(value, "files", "\(name).files")
    if measures.isEmpty { report("\(name).measures") }
    if files["csv"] == nil || files.values.contains(where: { $0.contains("/") }) {
      report("\(name).files")
    }
    return PublishedTable(
      id: id, title: value["title"]?.text ?? "", dataset: dataset, measures: measures,
      identities: list(value, "identities", "\(name).identities").compactMap(\.text),
      at: texts(value, "at", "\(name).at"), axes: axes, files: files, cells: [])
  }

  private mutating func measure(_ value: JSONText, _ name: String) -> PublishedMeasure? {
    guard let id = value["id"]?.text,
      let sensitivity = (value["sensitivity"]?.text).flatMap(
        PublishedMeasure.Sensitivity.init(rawValue:))
    else {
      report(name)
      return nil
    }
    var complement = PublishedMeasure.Complement.none
    switch value["complement"] {
    case nil: break
    case .string("sensitive"): complement = .sensitive
    case .object: complement = .open
    default: report("\(name).complement")
    }
    return PublishedMeasure(
      id: id, unit: value["unit"]?.text ?? "", sensitivity: sensitivity,
      partOf: value["partOf"]?.text, complement: complement,
      derivedFrom: value["derivedFrom"]?.text, pools: value["pooling"]?.text != "none")
  }

  private mutating func axis(_ value: JSONText, _ name: String) -> PublishedAxis? {
    guard let axis = value["name"]?.text,
      let role = (value["role"]?.text ?? "dimension").nonEmpty.flatMap(
        PublishedAxis.Role.init(rawValue:)),
      let codes = value["codes"]?.elements, !codes.isEmpty
    else {
      report(name)
      return nil
    }
    let read = codes.compactMap { code -> PublishedAxis.Code? in
      guard let text = code["code"]?.text else { return nil }
      return PublishedAxis.Code(
        text, parents: code["parents"]?.elements?.compactMap(\.text) ?? [],
        label: code["label"]?.text ?? "",
        leaves: code["leaves"]?.elements?.compactMap(\.text) ?? [])
    }
    if read.count != codes.count || Set(read.map(\.code)).count != read.count {
      report("\(name).codes")
    }
    return PublishedAxis(
      name: axis, role: role, isMultiResponse: value["multiResponse"] == .boolean(true),
      codes: read)
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
