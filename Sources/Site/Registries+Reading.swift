public import Diagnostics
import SourceFiles
import VietnameseText

extension Registries {
  /// Reads the registries below `seeds/registries`; one that is missing is empty.
  public static func read(
    _ folder: SiteFolder, languages: [String], into diagnostics: inout Diagnostics
  ) -> Registries {
    func entries(_ name: String, key: String? = nil) -> [YAMLNode] {
      let path = "seeds/registries/\(name).yaml"
      let location = Folders.join(folder.root, path)
      guard Folders.exists(location),
        let file = SourceFile.read(location, as: path, into: &diagnostics),
        let node = YAMLNode.parse(file, into: &diagnostics),
        var fields = YAMLFields(node, into: &diagnostics)
      else { return [] }
      let list = fields.list(key ?? name, &diagnostics)
      fields.finish(&diagnostics)
      return list
    }
    var reader = RegistryReader(languages: languages)
    let registries = Registries(
      agencies: entries("agencies").compactMap { reader.agency($0, &diagnostics) },
      instruments: entries("instruments").compactMap { reader.instrument($0, &diagnostics) },
      hotlines: entries("hotlines").compactMap { reader.hotline($0, &diagnostics) },
      campaigns: entries("campaigns").compactMap { reader.campaign($0, &diagnostics) },
      revisions: entries("revisions").compactMap { reader.revision($0, &diagnostics) },
      terms: entries("glossary", key: "terms").compactMap { reader.term($0, &diagnostics) },
      tags: entries("tags").compactMap { reader.tag($0, &diagnostics) },
      unwantedWords: entries("words", key: "avoid").compactMap {
        reader.unwantedWord($0, &diagnostics)
      })
    reader.checkReferences(registries, &diagnostics)
    return registries
  }
}

struct RegistryReader {
  let languages: [String]
  /// Where each id of each registry stands.
  var places: [String: Place] = [:]
  /// Where each year's campaign stands.
  var years: [Int: Place] = [:]
  /// References that must lead somewhere: registry, id, place.
  var references: [(registry: String, id: String, place: Place)] = []

  init(languages: [String]) {
    self.languages = languages
  }

  mutating func identify(
    _ registry: String, _ fields: inout YAMLFields, _ diagnostics: inout Diagnostics
  ) -> String? {
    guard let id = fields.requiredText("id", &diagnostics) else { return nil }
    if let first = places["\(registry)/\(id)"] {
      diagnostics.report(
        .duplicateID, at: fields.keyPlace("id"),
        what: Phrase(
          vi: "Mã “\(id)” đã dùng ở dòng \(first.line ?? 0).",
          en: "The id “\(id)” is taken, on line \(first.line ?? 0)."),
        mend: Phrase(vi: "Chọn mã khác.", en: "Choose another id."))
    }
    places["\(registry)/\(id)"] = fields.place
    return id
  }

  mutating func reference(_ key: String, to registry: String, _ fields: inout YAMLFields)
    -> String?
  {
    guard let node = fields.node(key), case .scalar(let id) = node.content else { return nil }
    references.append((registry, id, node.place))
    return id
  }

  func checkReferences(_ registries: Registries, _ diagnostics: inout Diagnostics) {
    for (registry, id, place) in references where places["\(registry)/\(id)"] == nil {
      let known = places.keys.filter { $0.hasPrefix(registry + "/") }
        .map { String($0.dropFirst(registry.count + 1)) }.sorted()
      diagnostics.report(
        .registryUnknownID, at: place,
        what: Phrase(
          vi: "Danh mục \(registry) không có “\(id)”.",
          en: "The registry \(registry) has no “\(id)”."),
        mend: Spelling.mend(for: id, among: known))
    }
  }

  mutating func agency(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Agency? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let id = identify("agencies", &fields, &diagnostics)
    let name = fields.requiredLocalized("name", languages, &diagnostics)
    let from = fields.date("validFrom", &diagnostics)
    let to = fields.date("validTo", &diagnostics)
    let successor = reference("successor", to: "agencies", &fields)
    fields.finish(&diagnostics)
    guard let id, let name else { return nil }
    return Agency(id: id, name: name, validFrom: from, validTo: to, successor: successor)
  }

  func revision(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Revision? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let dataset = fields.requiredText("dataset", &diagnostics)
    let on = fields.required("on", &diagnostics) == nil ? nil : fields.date("on", &diagnostics)
    let reason = fields.requiredLocalized("reason", languages, &diagnostics)
    let accepts = fields.boolean("acceptSmallDifferences", default: false, &diagnostics)
    var codes: [String: String] = [:]
    if fields.node("at") != nil, var at = fields.fields("at", &diagnostics) {
      for axis in at.keys { codes[axis] = at.text(axis, &diagnostics) }
    }
    fields.finish(&diagnostics)
    guard let dataset, let on, let reason else { return nil }
    return Revision(
      dataset: dataset, at: codes, on: on, reason: reason, acceptsSmallDifferences: accepts)
  }

  mutating func term(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Term? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let id = address("glossary", &fields, &diagnostics)
    let term = fields.requiredLocalized("term", languages, &diagnostics)
    let meaning = fields.requiredLocalized("meaning", languages, &diagnostics)
    fields.finish(&diagnostics)
    guard let id, let term, let meaning else { return nil }
    return Term(id: id, term: term, meaning: meaning)
  }

  mutating func tag(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Tag? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let id = address("tags", &fields, &diagnostics)
    let label = fields.requiredLocalized("label", languages, &diagnostics)
    fields.finish(&diagnostics)
    guard let id, let label else { return nil }
    return Tag(id: id, label: label)
  }

  /// An id that becomes part of an address.
  private mutating func address(
    _ registry: String, _ fields: inout YAMLFields, _ diagnostics: inout Diagnostics
  ) -> String? {
    guard let id = identify(registry, &fields, &diagnostics) else { return nil }
    if Slug.isValid(id) { return id }
    let slug = Slug.make(id)
    diagnostics.report(
      .fieldBadValue, at: fields.keyPlace("id"),
      what: Phrase(
        vi: "Mã “\(id)” không dùng làm địa chỉ được.", en: "“\(id)” can't be part of an address."),
      mend: Phrase(
        vi: "Viết chữ không dấu, như “\(slug)”.", en: "Write plain letters, like “\(slug)”."))
    return nil
  }

  func unwantedWord(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> UnwantedWord? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let text = fields.requiredLocalized("text", languages, &diagnostics)
    let exceptions = fields.texts("except", &diagnostics)
    let instead = fields.localized("instead", languages, &diagnostics)
    let reason = fields.requiredLocalized("reason", languages, &diagnostics)
    fields.finish(&diagnostics)
    guard let text, let reason else { return nil }
    return UnwantedWord(text: text, exceptions: exceptions, instead: instead, reason: reason)
  }

  mutating func instrument(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Instrument? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let id = identify("instruments", &fields, &diagnostics)
    let number = fields.requiredText("number", &diagnostics)
    let title = fields.requiredLocalized("title", languages, &diagnostics)
    let issued = fields.date("issuedOn", &diagnostics)
    let from = fields.date("inForceFrom", &diagnostics)
    let to = fields.date("inForceTo", &diagnostics)
    let replacedBy = reference("replacedBy", to: "instruments", &fields)
    let note = fields.localized("note", languages, &diagnostics)
    fields.finish(&diagnostics)
    guard let id, let number, let title else { return nil }
    return Instrument(
      id: id, number: number, title: title, issuedOn: issued, inForceFrom: from, inForceTo: to,
      replacedBy: replacedBy, note: note)
  }

  mutating func hotline(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Hotline? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let id = identify("hotlines", &fields, &diagnostics)
    let number = fields.requiredText("number", &diagnostics)
    let name = fields.requiredLocalized("name", languages, &diagnostics)
    let purpose = fields.localized("purpose", languages, &diagnostics)
    let hours = fields.text("hours", &diagnostics)
    let isFree = fields.boolean("free", default: false, &diagnostics)
    _ = fields.required("reach", &diagnostics)
    let reach = fields.choice("reach", of: Hotline.Reach.self, &diagnostics)
    let verifiedBy = fields.text("verifiedBy", &diagnostics)
    let verifiedOn = fields.date("verifiedOn", &diagnostics)
    let show = fields.boolean("show", default: false, &diagnostics)
    fields.finish(&diagnostics)
    guard let id, let number, let name, let reach else { return nil }
    return Hotline(
      id: id, number: number, name: name, purpose: purpose, hours: hours, isFree: isFree,
      reach: reach, verifiedBy: verifiedBy, verifiedOn: verifiedOn, show: show)
  }
}
