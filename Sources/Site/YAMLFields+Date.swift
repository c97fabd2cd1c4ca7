public import Diagnostics
public import SourceFiles
public import VietnameseText

extension YAMLFields {
  public mutating func date(_ key: String, _ diagnostics: inout Diagnostics) -> CalendarDate? {
    node(key).flatMap { Self.date($0, into: &diagnostics) }
  }

  public mutating func requiredDate(
    _ key: String, _ diagnostics: inout Diagnostics
  ) -> CalendarDate? {
    required(key, &diagnostics).flatMap { Self.date($0, into: &diagnostics) }
  }

  public static func date(_ node: YAMLNode, into diagnostics: inout Diagnostics) -> CalendarDate? {
    guard let text = text(node, into: &diagnostics) else { return nil }
    if let date = CalendarDate(iso: text) { return date }
    diagnostics.report(
      .fieldBadValue, at: node.place,
      what: Phrase(vi: "“\(text)” không phải ngày.", en: "“\(text)” is not a date."),
      mend: Phrase(
        vi: "Viết năm-tháng-ngày, ví dụ 2025-07-01.",
        en: "Write year-month-day, for example 2025-07-01."))
    return nil
  }
}
