import Diagnostics
import Site
import SourceFiles
import Tables
import VietnameseText

/// Reads one file of `seeds/plans`.
struct PlanReader {
  let languages: [String]
  let indicators: [Indicator]
  /// Also of indicators that have mistakes of their own.
  let indicatorIDs: [String]

  func read(
    _ node: YAMLNode, ids: inout UsedIDs, _ diagnostics: inout Diagnostics
  ) -> Plan? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let id = ids.take("plan", &fields, &diagnostics)
    let title = fields.requiredLocalized("title", languages, &diagnostics)
    let document = fields.requiredLocalized("document", languages, &diagnostics)
    let validFrom = fields.requiredDate("validFrom", &diagnostics)
    let validTo = fields.date("validTo", &diagnostics)
    let orientation = fields.integer("orientation", &diagnostics)
    let purpose = clause("purpose", &fields, &diagnostics)
    let generalGoal = clause("generalGoal", &fields, &diagnostics)
    _ = fields.required("goals", &diagnostics)
    // Ids of goals and targets are the plan's own: two plans may both have a "mt1".
    var own = UsedIDs()
    let goals = fields.list("goals", &diagnostics).compactMap { goal($0, &own, &diagnostics) }
    fields.finish(&diagnostics)
    guard let id, let title, let document, let validFrom else { return nil }
    if let validTo, validTo < validFrom {
      diagnostics.report(
        .planValidity, at: fields.keyPlace("validTo"),
        what: Phrase(
          vi: "Kế hoạch hết hiệu lực (\(validTo.iso)) trước khi bắt đầu (\(validFrom.iso)).",
          en: "The plan ends (\(validTo.iso)) before it begins (\(validFrom.iso))."),
        mend: Phrase(
          vi: "Xem lại validFrom và validTo.", en: "Check validFrom and validTo."))
    }
    return Plan(
      id: id, title: title, document: document, validFrom: validFrom, validTo: validTo,
      orientation: orientation, purpose: purpose, generalGoal: generalGoal, goals: goals)
  }

  private func clause(
    _ key: String, _ fields: inout YAMLFields, _ diagnostics: inout Diagnostics
  ) -> Plan.Clause? {
    guard var entry = fields.fields(key, &diagnostics) else { return nil }
    let number = entry.requiredText("clause", &diagnostics)
    let text = entry.requiredLocalized("text", languages, &diagnostics)
    entry.finish(&diagnostics)
    guard let number, let text else { return nil }
    return Plan.Clause(number: number, text: text)
  }

  private func goal(
    _ node: YAMLNode, _ ids: inout UsedIDs, _ diagnostics: inout Diagnostics
  ) -> Plan.Goal? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let id = ids.take("goal", &fields, &diagnostics)
    let clause = fields.text("clause", &diagnostics)
    let text = fields.requiredLocalized("text", languages, &diagnostics)
    let targets = fields.list("targets", &diagnostics).compactMap {
      target($0, &ids, &diagnostics)
    }
    fields.finish(&diagnostics)
    guard let id, let text else { return nil }
    return Plan.Goal(id: id, clause: clause, text: text, targets: targets)
  }

  private func target(
    _ node: YAMLNode, _ ids: inout UsedIDs, _ diagnostics: inout Diagnostics
  ) -> Target? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let id = ids.take("target", &fields, &diagnostics)
    let clause = fields.text("clause", &diagnostics)
    let text = fields.requiredLocalized("text", languages, &diagnostics)
    let isQualitative = fields.boolean("qualitative", default: false, &diagnostics)
    let goal =
      isQualitative
      ? qualitative(&fields, &diagnostics) : measured(&fields, &diagnostics)
    fields.finish(&diagnostics)
    guard let id, let text, let goal else { return nil }
    return Target(id: id, clause: clause, text: text, goal: goal)
  }

  private func qualitative(
    _ fields: inout YAMLFields, _ diagnostics: inout Diagnostics
  ) -> Target.Goal {
    for key in ["indicator", "comparator", "value", "unit"] where fields.node(key) != nil {
      diagnostics.report(
        .planQualitativeValue, at: fields.keyPlace(key),
        what: Phrase(
          vi: "Mục tiêu định tính có “\(key)”.", en: "A qualitative target has “\(key)”."),
        mend: Phrase(
          vi: "Bỏ “\(key)”, hoặc bỏ “qualitative: true”.",
          en: "Remove “\(key)”, or “qualitative: true”."))
    }
    return .qualitative
  }

  private func measured(
    _ fields: inout YAMLFields, _ diagnostics: inout Diagnostics
  ) -> Target.Goal? {
    let indicator = fields.requiredText("indicator", &diagnostics)
    _ = fields.required("comparator", &diagnostics)
    let comparator = fields.choice("comparator", of: Target.Comparator.self, &diagnostics)
    let written = fields.requiredText("value", &diagnostics)
    let unit = fields.requiredText("unit", &diagnostics)
    var value: Quantity?
    if let written {
      value = Quantity(written: written)
      if value == nil { reportValue(written, at: fields.keyPlace("value"), &diagnostics) }
    }
    guard let indicator else { return nil }
    if !indicatorIDs.contains(indicator) {
      diagnostics.report(
        .planUnknownIndicator, at: fields.keyPlace("indicator"),
        what: Phrase(
          vi: "Không có chỉ tiêu “\(indicator)”.", en: "There is no indicator “\(indicator)”."),
        mend: Spelling.mend(for: indicator, among: indicatorIDs))
    }
    let found = indicators.first { $0.id == indicator }
    if let found, let unit, found.unit != unit {
      diagnostics.report(
        .indicatorUnit, at: fields.keyPlace("unit"),
        what: Phrase(
          vi: "Mục tiêu tính bằng “\(unit)”, chỉ tiêu “\(indicator)” tính bằng “\(found.unit)”.",
          en: "The target is in “\(unit)”, the indicator “\(indicator)” in “\(found.unit)”."),
        mend: Phrase(vi: "Viết “unit: \(found.unit)”.", en: "Write “unit: \(found.unit)”."))
    }
    if unit == "percent", let value, let written, value.isAbove(100) {
      reportValue(written, at: fields.keyPlace("value"), &diagnostics)
    }
    guard let comparator, let value, unit != nil else { return nil }
    return .measured(indicator: indicator, comparator: comparator, value: value)
  }

  private func reportValue(
    _ written: String, at place: Place, _ diagnostics: inout Diagnostics
  ) {
    diagnostics.report(
      .planTargetValue, at: place,
      what: Phrase(
        vi: "“\(written)” không thể là giá trị của mục tiêu.",
        en: "“\(written)” can't be the value of a target."),
      mend: Phrase(
        vi: "Viết một số không âm với dấu chấm thập phân, ví dụ 97.5; phần trăm nhiều nhất là 100.",
        en: "Write a number from 0 up with a decimal point, 97.5 for example; percent up to 100."))
  }
}

extension Quantity {
  /// Reads `100` or `97.5`: digits, and up to nine more after a point.
  init?(written: String) {
    let parts = written.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.joined()
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let mantissa = Int(digits)
    else { return nil }
    let decimals = parts.count == 2 ? parts[1].utf8.count : 0
    guard decimals <= 9 else { return nil }
    self.init(mantissa: mantissa, decimals: decimals)
  }

  func isAbove(_ whole: Int) -> Bool { Int128(mantissa) > Int128(whole) * Fraction.power(decimals) }
}
