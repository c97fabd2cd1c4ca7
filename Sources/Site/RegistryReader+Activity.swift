import Diagnostics
import SourceFiles

// What was done in a campaign, and how much of it.
extension RegistryReader {
  func activity(
    _ node: YAMLNode, hasReport: Bool, _ diagnostics: inout Diagnostics
  ) -> Campaign.Activity? {
    guard var fields = YAMLFields(node, into: &diagnostics) else { return nil }
    let text = fields.requiredLocalized("text", languages, &diagnostics)
    let cell = fields.node("figure")
    let value = fields.node("value")
    let figure = figure(&fields, hasReport: hasReport, &diagnostics)
    let publishOn = fields.date("publishOn", &diagnostics)
    fields.finish(&diagnostics)
    guard let text else { return nil }
    return Campaign.Activity(
      text: text, figure: figure, publishOn: publishOn,
      place: cell?.place ?? value?.place ?? fields.place)
  }

  private func figure(
    _ fields: inout YAMLFields, hasReport: Bool, _ diagnostics: inout Diagnostics
  ) -> Campaign.Figure? {
    func report(_ key: String, _ what: Phrase, _ mend: Phrase) {
      diagnostics.report(.campaignFigure, at: fields.keyPlace(key), what: what, mend: mend)
    }
    let cell = fields.text("figure", &diagnostics)
    let isTyped = fields.node("value") != nil
    let value = fields.integer("value", &diagnostics)
    let unit = fields.text("unit", &diagnostics)
    if let cell {
      guard isTyped || unit != nil else { return .cell(cell) }
      report(
        isTyped ? "value" : "unit",
        Phrase(
          vi: "Hoạt động này vừa chỉ một ô, vừa có số gõ tay.",
          en: "This activity names a cell and has a number typed by hand."),
        Phrase(
          vi: "Giữ “figure”, bỏ “value” và “unit”.", en: "Keep “figure”; drop “value” and “unit”."))
      return nil
    }
    guard isTyped || unit != nil else { return nil }
    if !isTyped || unit == nil {
      report(
        isTyped ? "value" : "unit",
        isTyped
          ? Phrase(vi: "Con số này không nói đếm gì.", en: "The number doesn't say what it counts.")
          : Phrase(vi: "Có đơn vị mà không có số.", en: "There is a unit and no number."),
        Phrase(
          vi: "Ghi cả “value” và “unit”, ví dụ unit: events.",
          en: "Give both “value” and “unit”, for example unit: events."))
    }
    if let value, value < 0 {
      report(
        "value", Phrase(vi: "Số \(value) nhỏ hơn 0.", en: "\(value) is below 0."),
        Phrase(vi: "Sửa con số.", en: "Mend the number."))
    }
    if !hasReport {
      report(
        isTyped ? "value" : "unit",
        Phrase(
          vi: "Chưa ghi ai công bố con số này.", en: "Nothing says who released this number."),
        Phrase(
          vi: "Thêm “report” có releasedBy, releasedOn, document; hoặc chỉ một ô bằng “figure”.",
          en: "Add a “report” with releasedBy, releasedOn, document; or name a cell by “figure”."))
    }
    guard let value, let unit else { return nil }
    return .typed(value, unit: unit)
  }
}
