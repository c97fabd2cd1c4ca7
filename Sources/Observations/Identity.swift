package import Diagnostics
import SourceFiles
import Tables

/// An equation between measures of a data set that holds at each finest combination of codes in
/// each period, for example `opening + received - closed = closing`.
package struct Identity: Sendable, Hashable {
  /// As declared.
  package let text: String
  /// Left side less right side, which is 0: each measure at most once.
  package let terms: [Term]
  package let place: Place

  package struct Term: Sendable, Hashable {
    /// Index among the measures of the data set.
    package let measure: Int
    /// 1 or -1.
    package let coefficient: Int
  }
}

/// Reads an identity: names of measures with `+` and `-` between them, and one `=`.
struct IdentityReader {
  let fields: [Field]

  func read(_ node: YAMLNode, into diagnostics: inout Diagnostics) -> Identity? {
    guard let text = YAMLFields.text(node, into: &diagnostics) else { return nil }
    func reject(_ what: Phrase, mend: Phrase) -> Identity? {
      diagnostics.report(.identityInvalid, at: node.place, what: what, mend: mend)
      return nil
    }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let signs = ["+", "-", "\u{2212}", "="]
    let alternate = words.enumerated().allSatisfy { signs.contains($1) == ($0 % 2 == 1) }
    guard words.count >= 3, words.count % 2 == 1, alternate, words.count(where: { $0 == "=" }) == 1
    else {
      return reject(
        Phrase(
          vi: "“\(text)” không phải đẳng thức giữa các số liệu.",
          en: "“\(text)” is no equation between measures."),
        mend: Phrase(
          vi:
            "Viết tên các cột số liệu, giữa chúng là “+” hoặc “-” và một dấu “=”, có dấu cách hai bên: “opening + received - closed = closing”.",
          en:
            "Write names of measures with “+” or “-” and one “=” between them, spaces on both sides: “opening + received - closed = closing”."
        ))
    }
    let measures = fields.compactMap { field -> (measure: Measure, isDecimal: Bool)? in
      if case .measure(let measure, let isDecimal) = field.role { return (measure, isDecimal) }
      return nil
    }
    var terms: [Identity.Term] = []
    var side = 1
    for (position, name) in words.enumerated() where position % 2 == 0 {
      let sign = position == 0 ? "+" : words[position - 1]
      if sign == "=" { side = -1 }
      guard let index = measures.firstIndex(where: { $0.measure.id == name }) else {
        return reject(
          Phrase(vi: "Không có cột số liệu “\(name)”.", en: "There is no measure “\(name)”."),
          mend: Spelling.mend(for: name, among: measures.map(\.measure.id)))
      }
      if terms.contains(where: { $0.measure == index }) {
        return reject(
          Phrase(vi: "“\(name)” đứng hai lần.", en: "“\(name)” stands twice."),
          mend: Phrase(vi: "Viết mỗi số liệu một lần.", en: "Write each measure once."))
      }
      if let problem = problem(measures[index], beside: measures[terms.first?.measure ?? index]) {
        return reject(problem.what, mend: problem.mend)
      }
      terms.append(
        Identity.Term(
          measure: index, coefficient: sign == "+" || sign == "=" ? side : -side))
    }
    return Identity(text: words.joined(separator: " "), terms: terms, place: node.place)
  }

  /// Why a measure can't stand in an identity beside another one.
  private func problem(
    _ one: (measure: Measure, isDecimal: Bool), beside first: (measure: Measure, isDecimal: Bool)
  ) -> (what: Phrase, mend: Phrase)? {
    let id = one.measure.id
    if one.isDecimal {
      return (
        Phrase(
          vi: "“\(id)” không phải số nguyên (type: number).",
          en: "“\(id)” is not whole (type: number)."),
        Phrase(vi: "Chỉ dùng cột “type: integer”.", en: "Use columns of “type: integer” only.")
      )
    }
    if one.measure.derivedFrom != nil {
      return (
        Phrase(
          vi: "“\(id)” là số suy từ số khác (derivedFrom).",
          en: "“\(id)” is derived from another measure (derivedFrom)."),
        Phrase(
          vi: "Viết đẳng thức với số gốc.", en: "Write the equation with the measure behind it.")
      )
    }
    if one.measure.unit != first.measure.unit {
      return (
        Phrase(
          vi:
            "“\(id)” tính bằng “\(one.measure.unit)”, “\(first.measure.id)” bằng “\(first.measure.unit)”.",
          en:
            "“\(id)” counts “\(one.measure.unit)”, “\(first.measure.id)” counts “\(first.measure.unit)”."
        ),
        Phrase(
          vi: "Các số trong một đẳng thức có cùng đơn vị.",
          en: "The measures of an equation have one unit.")
      )
    }
    return nil
  }
}
