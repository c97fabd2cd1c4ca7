public import Diagnostics
public import Site
import SourceFiles
import VietnameseText
public import Tables

/// All plans and indicators of a site.
public struct IndicatorCatalog: Sendable {
  /// In the order of their files.
  public let plans: [Plan]
  public let indicators: [Indicator]

  public func plan(_ id: String) -> Plan? { plans.first { $0.id == id } }

  public func indicator(_ id: String) -> Indicator? { indicators.first { $0.id == id } }

  /// The targets that an indicator measures, with their plans.
  public func targets(of indicator: String) -> [(plan: Plan, target: Target)] {
    plans.flatMap { plan in
      plan.targets.filter { target in
        if case .measured(indicator, _, _) = target.goal { return true }
        return false
      }.map { (plan, $0) }
    }
  }

  /// Reads `seeds/plans/*.yaml` and `seeds/indicators/*.yaml`.
  ///
  /// Tables and measures are checked against `editions`, those that are being built. A table that
  /// is declared but stands in none of them is fine: its indicators read "suppressed" there.
  public static func read(
    _ folder: SiteFolder, languages: [String], registries: Registries,
    editions: [ClearedEdition], into diagnostics: inout Diagnostics
  ) -> IndicatorCatalog {
    var ids = UsedIDs()
    let known = PublishedMeasures(editions)
    var indicators: [Indicator] = []
    for node in documents(in: "seeds/indicators", of: folder, &diagnostics) {
      var reader = IndicatorReader(languages: languages, registries: registries, known: known)
      if let indicator = reader.read(node, ids: &ids, &diagnostics) {
        indicators.append(indicator)
      }
    }
    var plans: [Plan] = []
    for node in documents(in: "seeds/plans", of: folder, &diagnostics) {
      let reader = PlanReader(
        languages: languages, indicators: indicators, indicatorIDs: ids.all("indicator"))
      if let plan = reader.read(node, ids: &ids, &diagnostics) { plans.append(plan) }
    }
    return IndicatorCatalog(plans: plans, indicators: indicators)
  }

  private static func documents(
    in path: String, of folder: SiteFolder, _ diagnostics: inout Diagnostics
  ) -> [YAMLNode] {
    let location = Folders.join(folder.root, path)
    var nodes: [YAMLNode] = []
    for name in Folders.files(below: location)
    where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      guard
        let file = SourceFile.read(
          Folders.join(location, name), as: "\(path)/\(name)", into: &diagnostics),
        let node = YAMLNode.parse(file, into: &diagnostics)
      else { continue }
      nodes.append(node)
    }
    return nodes
  }
}

/// Ids that were given, so that each means one thing.
struct UsedIDs {
  private var places: [String: [(id: String, place: Place)]] = [:]

  /// All ids of a kind, also of entries that could not be read whole.
  func all(_ kind: String) -> [String] { (places[kind] ?? []).map(\.id) }

  mutating func take(
    _ kind: String, _ fields: inout YAMLFields, _ diagnostics: inout Diagnostics
  ) -> String? {
    guard let id = fields.requiredText("id", &diagnostics) else { return nil }
    let place = fields.keyPlace("id")
    if !Slug.isValid(id) {
      let slug = Slug.make(id)
      diagnostics.report(
        .fieldBadValue, at: place,
        what: Phrase(
          vi: "Mã “\(id)” không dùng được trong địa chỉ.",
          en: "The id “\(id)” can't stand in an address."),
        mend: Phrase(
          vi: "Chỉ dùng chữ thường không dấu, số và gạch nối, ví dụ “\(slug)”.",
          en: "Use small letters, digits and hyphens, for example “\(slug)”."))
    }
    if let first = places[kind]?.first(where: { $0.id == id }) {
      let taken = "\(first.place.file):\(first.place.line ?? 1)"
      diagnostics.report(
        .duplicateID, at: place,
        what: Phrase(
          vi: "Mã “\(id)” đã dùng ở \(taken).", en: "The id “\(id)” is taken: \(taken)."),
        mend: Phrase(vi: "Chọn mã khác.", en: "Choose another id."))
    }
    places[kind, default: []].append((id, place))
    return Slug.isValid(id) ? id : nil
  }
}
