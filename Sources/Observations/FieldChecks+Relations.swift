import Diagnostics
import Tables

// Figures that give others away, and dimensions of which a person may have several codes.
extension FieldChecks {
  func checkDerived(
    _ measure: Measure, among measures: [Measure], at place: Place,
    into diagnostics: inout Diagnostics
  ) {
    guard let id = measure.derivedFrom else {
      checkWhole(measure, among: measures, at: place, into: &diagnostics)
      return
    }
    func reject(_ what: Phrase, mend: Phrase) {
      report(.derivedFromInvalid, at: place, what, mend: mend, into: &diagnostics)
    }
    let known = measures.map(\.id).filter { $0 != measure.id }
    guard known.contains(id) else {
      return reject(
        Phrase(
          vi: "“\(measure.id)” không thể suy từ “\(id)”.",
          en: "“\(measure.id)” can't be derived from “\(id)”."),
        mend: Spelling.mend(for: id, among: known))
    }
    guard let origin = measure.origin(among: measures) else {
      return reject(
        Phrase(
          vi: "“\(measure.id)” suy từ chính nó.", en: "“\(measure.id)” is derived from itself."),
        mend: Phrase(vi: "Sửa “derivedFrom”.", en: "Mend “derivedFrom”."))
    }
    if origin.sensitivity != .persons {
      reject(
        Phrase(
          vi: "“\(origin.id)” không phải số người, nên “derivedFrom” không có nghĩa.",
          en: "“\(origin.id)” does not count persons, so “derivedFrom” says nothing."),
        mend: Phrase(
          vi: "Bỏ “derivedFrom”, hoặc ghi “sensitivity: persons” cho “\(origin.id)”.",
          en: "Remove “derivedFrom”, or write “sensitivity: persons” for “\(origin.id)”."))
    }
    if measure.sensitivity == .published {
      reject(
        Phrase(
          vi: "“\(measure.id)” đã công bố thì không ẩn được, mà lại làm lộ “\(origin.id)”.",
          en:
            "“\(measure.id)” is published, so it can't be hidden, yet gives “\(origin.id)” away."),
        mend: Phrase(
          vi: "Ghi “sensitivity: open”, hoặc “published” cho cả hai và bỏ “derivedFrom”.",
          en: "Write “sensitivity: open”; or “published” for both, without “derivedFrom”."))
    }
    if measure.partOf != nil {
      reject(
        Phrase(
          vi: "“\(measure.id)” không thể vừa là bộ phận vừa suy từ số khác.",
          en: "“\(measure.id)” can't be both a part and derived."),
        mend: Phrase(
          vi: "Bỏ “partOf” hoặc “derivedFrom”.", en: "Remove “partOf” or “derivedFrom”."))
    }
  }

  /// A whole with parts counts something of its own.
  private func checkWhole(
    _ measure: Measure, among measures: [Measure], at place: Place,
    into diagnostics: inout Diagnostics
  ) {
    guard let id = measure.partOf, let whole = measures.first(where: { $0.id == id }),
      whole.derivedFrom != nil
    else { return }
    report(
      .derivedFromInvalid, at: place,
      Phrase(
        vi: "“\(measure.id)” là bộ phận của “\(id)”, là số suy từ số khác.",
        en: "“\(measure.id)” is part of “\(id)”, which is derived."),
      mend: Phrase(
        vi: "Ghi “partOf” là số mà “\(id)” suy từ đó.",
        en: "Name in “partOf” the measure that “\(id)” is derived from."), into: &diagnostics)
  }

  /// What is known of several codes a person is exact for one such dimension, and for parts that
  /// lie within one another; beyond that a reader would know more than the relations say.
  func checkResponses(_ measures: [Measure], into diagnostics: inout Diagnostics) {
    let multiple = fields.filter {
      if case .dimension(_, _, true) = $0.role { true } else { false }
    }
    guard let first = multiple.first else { return }
    for field in multiple.dropFirst() {
      report(
        .multiResponseInvalid, at: field.place,
        Phrase(
          vi: "“\(first.name)” và “\(field.name)” đều là “multiResponse”.",
          en: "“\(first.name)” and “\(field.name)” are both “multiResponse”."),
        mend: Phrase(
          vi: "Tách thành hai bộ số liệu, mỗi bộ một phân tổ như vậy.",
          en: "Split the data set in two, with one of the dimensions in each."),
        into: &diagnostics)
    }
    for field in fields {
      guard case .measure(let measure, _) = field.role, let id = measure.partOf,
        let sibling = measures.first(where: { $0.partOf == id }), sibling.id != measure.id
      else { continue }
      report(
        .multiResponseInvalid, at: field.place,
        Phrase(
          vi: "“\(sibling.id)” và “\(measure.id)” đều là bộ phận của “\(id)”.",
          en: "“\(sibling.id)” and “\(measure.id)” are both parts of “\(id)”."),
        mend: Phrase(
          vi: "Với “multiResponse”, mỗi tổng thể có một bộ phận: tách thành hai bộ số liệu.",
          en: "Beside “multiResponse” a whole has one part: split the data set in two."),
        into: &diagnostics)
    }
  }
}
