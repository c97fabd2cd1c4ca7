import Site
public import Tables
import VietnameseText

/// `data/index.json`: what an edition publishes and under which rules, for programs.
public enum DataIndex {
  /// - Parameters:
  ///   - language: language of titles and labels, the site's default.
  ///   - notice: what a sample site says of its figures, for example "Số liệu minh họa"; nil for
  ///     an official site.
  public static func write(
    _ cleared: ClearedEdition, language: String, notice: String?
  ) -> [UInt8] {
    let policy = cleared.edition.disclosure
    var members: [(key: String, value: JSONValue)] = [
      ("formatVersion", .integer(1)), ("edition", .string(cleared.edition.name)),
      ("asOf", .string(cleared.asOf.iso)),
      ("dataStatus", .string(cleared.dataStatus.rawValue)),
    ]
    if let notice { members.append(("notice", .string(notice))) }
    members += [
      ("threshold", .integer(policy.threshold)),
      ("zeros", .string(policy.mayHideZeros ? "mayBeHidden" : "print")),
      ("known", .array(policy.known.map(known))),
      ("tables", .array(cleared.tables.map { table($0, language: language) })),
    ]
    return JSONValue.object(members).document
  }

  /// As `site.yaml` writes it.
  private static func known(_ figure: KnownFigure) -> JSONValue {
    .object([
      ("dataset", .string(figure.dataset.name)), ("measure", .string(figure.measure.name)),
      ("at", .object(figure.at.map { ($0.axis.name, .string($0.code.name)) })),
      ("value", .integer(figure.value)), ("source", .string(figure.source)),
    ])
  }

  private static func table(_ table: ClearedTable, language: String) -> JSONValue {
    .object([
      ("id", .string(table.id)), ("title", .string(table.title.text(in: language))),
      ("dataset", .string(table.dataset)), ("measures", .array(table.measures.map(measure))),
      ("identities", .array(table.identities.map(JSONValue.string))),
      ("at", .object(table.fixed.map { ($0.name, .string($0.code.code)) })),
      ("axes", .array(table.axes.map { axis($0, language: language) })),
      ("files", .object([("csv", .string("\(table.id).csv"))])),
    ])
  }

  private static func measure(_ measure: Measure) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(measure.id)), ("unit", .string(measure.unit)),
      ("sensitivity", .string(measure.sensitivity.rawValue)),
      ("partOf", JSONValue(measure.partOf)), ("complement", complement(measure.complement)),
      ("derivedFrom", JSONValue(measure.derivedFrom)),
      ("pooling", .string(measure.pooling.rawValue)),
    ]
    if let source = measure.source { members.append(("source", .string(source))) }
    return .object(members)
  }

  /// As `seeds/datapackage.yaml` writes it.
  private static func complement(_ complement: Measure.Complement?) -> JSONValue {
    switch complement {
    case nil: .null
    case .sensitive: .string("sensitive")
    case .open(let axes, let reason):
      .object([("open", .array(axes.map(JSONValue.string))), ("reason", .string(reason))])
    }
  }

  private static func axis(_ axis: Axis, language: String) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("name", .string(axis.name)), ("role", .string(axis.role.rawValue)),
    ]
    if axis.isMultiResponse { members.append(("multiResponse", .boolean(true))) }
    members.append(
      (
        "codes",
        .array(
          axis.codes.map { code in
            .object(
              [
                ("code", .string(code.code)),
                ("parents", .array(code.parents.map(JSONValue.string))),
                ("label", .string(code.label.text(in: language))),
              ]
                + (code.leaves.isEmpty
                  ? [] : [("leaves", .array(code.leaves.map(JSONValue.string)))]))
          })
      ))
    return .object(members)
  }
}
