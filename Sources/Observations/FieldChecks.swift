import Diagnostics
import SourceFiles
import Tables

/// Checks that the fields of a schema fit together.
struct FieldChecks {
  let fields: [Field]
  let place: Place

  func report(into diagnostics: inout Diagnostics) {
    checkNames(into: &diagnostics)
    checkRoles(into: &diagnostics)
    let measures = fields.compactMap { field -> Measure? in
      if case .measure(let measure, _) = field.role { return measure }
      return nil
    }
    checkResponses(measures, into: &diagnostics)
    for field in fields {
      switch field.role {
      case .status(let id) where !measures.contains { $0.id == id }:
        report(
          .tableNameUnknown, at: field.place,
          Phrase(vi: "Không có cột số liệu “\(id)”.", en: "There is no measure “\(id)”."),
          mend: Spelling.mend(for: id, among: measures.map(\.id)), into: &diagnostics)
      case .measure(let measure, _):
        checkPart(measure, among: measures, at: field.place, into: &diagnostics)
        checkDerived(measure, among: measures, at: field.place, into: &diagnostics)
      default: break
      }
    }
  }

  func report(
    _ rule: Rule, at place: Place, _ what: Phrase, mend: Phrase,
    into diagnostics: inout Diagnostics
  ) {
    diagnostics.report(rule, at: place, what: what, mend: mend)
  }

  private func checkNames(into diagnostics: inout Diagnostics) {
    for (index, field) in fields.enumerated() {
      if fields[..<index].contains(where: { $0.name == field.name }) {
        report(
          .resourceDuplicate, at: field.place,
          Phrase(vi: "Cột “\(field.name)” khai báo hai lần.", en: "“\(field.name)” stands twice."),
          mend: Phrase(vi: "Bỏ một trong hai.", en: "Remove one of the two."), into: &diagnostics)
      }
      if case .measure = field.role { continue }
      if case .status = field.role { continue }
      // The published CSV has these columns of its own.
      if ["measure", "value", "mark", "note"].contains(field.name) {
        report(
          .fieldRole, at: field.place,
          Phrase(
            vi: "Tên “\(field.name)” dành cho tệp CSV được công bố.",
            en: "The name “\(field.name)” is kept for the published CSV."),
          mend: Phrase(vi: "Đổi tên cột.", en: "Rename the column."), into: &diagnostics)
      }
    }
  }

  private func checkRoles(into diagnostics: inout Diagnostics) {
    func count(_ matches: (Field.Role) -> Bool) -> Int { fields.count { matches($0.role) } }
    let periods = count { if case .period = $0 { true } else { false } }
    let areas = count { if case .area = $0 { true } else { false } }
    let schemes = count { if case .areaScheme = $0 { true } else { false } }
    let measures = count { if case .measure = $0 { true } else { false } }
    let declared = fields.contains {
      if case .area(let area) = $0.role { area.scheme != nil } else { false }
    }
    var wrong: [(Phrase, Phrase)] = []
    if periods != 1 {
      wrong.append(
        (
          Phrase(vi: "Cần đúng một cột kỳ (role: period).", en: "Exactly one field is the period."),
          Phrase(vi: "Khai báo một cột kỳ.", en: "Declare one field of role period.")
        ))
    }
    if measures == 0 {
      wrong.append(
        (
          Phrase(vi: "Không có cột số liệu nào.", en: "No field is a measure."),
          Phrase(vi: "Khai báo “role: measure”.", en: "Declare a field of role measure.")
        ))
    }
    if areas > 1 || schemes > 1 {
      wrong.append(
        (
          Phrase(vi: "Có nhiều hơn một cột địa bàn.", en: "More than one field is the area."),
          Phrase(vi: "Chỉ giữ một cột.", en: "Keep one of them.")
        ))
    }
    if areas == 1, declared == (schemes == 1) {
      wrong.append(
        (
          Phrase(
            vi: "Hệ mã địa bàn phải nêu đúng một lần: “scheme” hoặc một cột areaScheme.",
            en: "The scheme of areas is said once: by “scheme” or by a field areaScheme."),
          Phrase(
            vi: "Thêm “scheme: …” vào cột địa bàn, hoặc bỏ một trong hai.",
            en: "Add “scheme: …” to the area field, or remove one of the two.")
        ))
    }
    if areas == 0 && schemes > 0 {
      wrong.append(
        (
          Phrase(vi: "Có hệ mã mà không có cột địa bàn.", en: "A scheme without an area field."),
          Phrase(vi: "Khai báo “role: area”.", en: "Declare a field of role area.")
        ))
    }
    for (what, mend) in wrong {
      report(.fieldRole, at: place, what, mend: mend, into: &diagnostics)
    }
  }

  private func checkPart(
    _ measure: Measure, among measures: [Measure], at place: Place,
    into diagnostics: inout Diagnostics
  ) {
    guard let id = measure.partOf else { return }
    guard let whole = measures.first(where: { $0.id == id }), id != measure.id else {
      report(
        .partOfInvalid, at: place,
        Phrase(
          vi: "“\(measure.id)” không thể là bộ phận của “\(id)”.",
          en: "“\(measure.id)” can't be part of “\(id)”."),
        mend: Spelling.mend(for: id, among: measures.map(\.id).filter { $0 != measure.id }),
        into: &diagnostics)
      return
    }
    if measure.sensitivity == .persons && whole.sensitivity == .open {
      report(
        .partOfInvalid, at: place,
        Phrase(
          vi: "“\(measure.id)” được bảo vệ mà tổng thể “\(id)” thì không.",
          en: "“\(measure.id)” is protected but its whole “\(id)” is not."),
        mend: Phrase(
          vi: "Ghi “sensitivity: persons” cho cả hai.",
          en: "Write “sensitivity: persons” for both."), into: &diagnostics)
    }
    if measure.unit != whole.unit {
      report(
        .partOfInvalid, at: place,
        Phrase(
          vi: "“\(measure.id)” tính bằng “\(measure.unit)”, “\(id)” bằng “\(whole.unit)”.",
          en: "“\(measure.id)” counts “\(measure.unit)”, “\(id)” counts “\(whole.unit)”."),
        mend: Phrase(
          vi: "Bộ phận và tổng thể có cùng đơn vị.", en: "A part has the unit of its whole."),
        into: &diagnostics)
    }
    if case .open(let axes, _)? = measure.complement {
      let known = fields.filter(\.role.isCoordinate).map(\.name)
      for axis in axes where !known.contains(axis) {
        report(
          .partOfInvalid, at: place,
          Phrase(vi: "Không có trục “\(axis)”.", en: "There is no axis “\(axis)”."),
          mend: Spelling.mend(for: axis, among: known), into: &diagnostics)
      }
    }
    checkCycle(from: measure, among: measures, at: place, into: &diagnostics)
  }

  private func checkCycle(
    from measure: Measure, among measures: [Measure], at place: Place,
    into diagnostics: inout Diagnostics
  ) {
    var above = measure.partOf
    for _ in measures {
      guard let id = above else { return }
      if id == measure.id { break }
      above = measures.first { $0.id == id }?.partOf
    }
    guard above != nil else { return }
    report(
      .partOfInvalid, at: place,
      Phrase(
        vi: "“\(measure.id)” là bộ phận của chính nó.", en: "“\(measure.id)” is part of itself."),
      mend: Phrase(vi: "Sửa “partOf”.", en: "Mend “partOf”."), into: &diagnostics)
  }
}
