import Site
import Tables

extension InterfaceWords {
  /// "6 tháng cuối năm 2025, tỉnh Đồng Tháp": when and where a figure holds, in a sentence.
  func periodAndArea(_ period: Period, _ area: AxisCode?) -> (period: String, area: String?) {
    (label(period, .long), area.map { continuedArea($0.label.text(in: language)) })
  }

  /// Vietnamese writes the kind of an area small within a sentence: "tỉnh Đồng Tháp".
  private func continuedArea(_ name: String) -> String {
    let kinds = [
      "Tỉnh ", "Thành phố ", "Thị xã ", "Quận ", "Huyện ", "Xã ", "Phường ", "Thị trấn ",
      "Đặc khu ",
    ]
    guard language == "vi", kinds.contains(where: name.hasPrefix) else { return name }
    return name.prefix(1).lowercased() + name.dropFirst()
  }
}

extension String {
  /// With a capital at its start, as a sentence begins.
  var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}
