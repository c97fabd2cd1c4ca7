import Diagnostics
import Site
import SourceFiles
import Tables
import VietnameseText

/// `seeds/codelists/areas.csv`: administrative units of several schemes, each with its time.
struct AreaList: Sendable {
  struct Area: Sendable {
    let facts: AreaFacts
    /// Type and name: "Thành phố Hồng Ngự".
    let name: LocalizedText
    /// Index of the unit above it in the same scheme.
    let parent: Int?
  }

  /// In the order of the file.
  let areas: [Area]
  /// By first appearance.
  let schemes: [String]
  private let indices: [String: Int]

  func index(scheme: String, code: String) -> Int? { indices[scheme + ":" + code] }

  func codes(of scheme: String) -> [String] {
    areas.filter { $0.facts.scheme == scheme }.map(\.facts.code)
  }

  /// Units of the scheme without a unit above them.
  func roots(of scheme: String) -> [Int] {
    areas.indices.filter { areas[$0].facts.scheme == scheme && areas[$0].parent == nil }
  }

  /// `scheme:code`, as areas are published.
  func published(_ area: Int) -> String {
    areas[area].facts.scheme + ":" + areas[area].facts.code
  }

  static func read(
    _ name: String, in folder: SiteFolder, language: String, askedAt place: Place,
    into diagnostics: inout Diagnostics
  ) -> AreaList? {
    guard
      let file = CodeListFile(
        name, in: folder,
        required: ["code", "scheme", "level", "name", "parent", "valid_from", "valid_to"],
        optional: ["type", "lat", "lon", "area_km2"], open: ["label_"], askedAt: place,
        into: &diagnostics)
    else { return nil }
    let before = diagnostics.count(of: .error)
    var indices: [String: Int] = [:]
    for row in 0..<file.document.rowCount {
      let key = file.text(row, "scheme") + ":" + file.text(row, "code")
      if let first = indices[key] {
        diagnostics.report(
          .codeDuplicate, at: file.place(row, "code"),
          what: Phrase(
            vi: "Địa bàn “\(key)” đã có ở dòng \(file.document.line(first)).",
            en: "The area “\(key)” stands on line \(file.document.line(first)) already."),
          mend: Phrase(vi: "Xóa một trong hai dòng.", en: "Delete one of the rows."))
      }
      indices[key] = row
    }
    let areas = (0..<file.document.rowCount).map {
      area(file, row: $0, indices: indices, language: language, into: &diagnostics)
    }
    let read = areas.compactMap { $0 }
    guard diagnostics.count(of: .error) == before else { return nil }
    if let cyclic = Hierarchy.cycle(in: read.map { $0.parent.map { [$0] } ?? [] }) {
      diagnostics.report(
        .codeCycle, at: file.place(cyclic, "parent"),
        what: Phrase(
          vi: "Địa bàn này nằm trên chính nó.", en: "The area is above itself."),
        mend: Phrase(vi: "Sửa cột parent.", en: "Mend the column parent."))
    }
    for (row, area) in read.enumerated() {
      guard let parent = area.parent, read[parent].facts.level >= area.facts.level else { continue }
      diagnostics.report(
        .areaValue, at: file.place(row, "level"),
        what: Phrase(
          vi: "Địa bàn này không thấp hơn đơn vị ở trên nó.",
          en: "The area's level is not below that of the unit above it."),
        mend: Phrase(vi: "Sửa cột level hoặc parent.", en: "Mend the column level or parent."))
    }
    guard diagnostics.count(of: .error) == before else { return nil }
    var schemes: [String] = []
    for area in read where !schemes.contains(area.facts.scheme) {
      schemes.append(area.facts.scheme)
    }
    return AreaList(areas: read, schemes: schemes, indices: indices)
  }

  private static func area(
    _ file: CodeListFile, row: Int, indices: [String: Int], language: String,
    into diagnostics: inout Diagnostics
  ) -> Area? {
    func reject(_ column: String, _ wanted: Phrase) {
      let text = file.text(row, column)
      diagnostics.report(
        .areaValue, at: file.place(row, column),
        what: Phrase(
          vi: "Giá trị “\(text)” ở cột “\(column)” không đúng.",
          en: "The value “\(text)” in column “\(column)” is wrong."),
        mend: wanted)
    }
    func date(_ column: String) -> CalendarDate?? {
      let text = file.text(row, column)
      if text.isEmpty { return .some(nil) }
      return CalendarDate(iso: text).map { .some($0) }
    }
    let scheme = file.text(row, "scheme")
    let code = file.text(row, "code")
    for column in ["code", "scheme", "name"] where file.text(row, column).isEmpty {
      reject(column, Phrase(vi: "Ghi giá trị.", en: "Write a value."))
    }
    if code.contains(":") || scheme.contains(":") {
      reject("code", Phrase(vi: "Bỏ dấu hai chấm.", en: "Leave the colon out."))
    }
    let level = AreaLevel(rawValue: file.text(row, "level"))
    if level == nil {
      reject(
        "level",
        Spelling.mend(for: file.text(row, "level"), among: AreaLevel.allCases.map(\.rawValue)))
    }
    let iso = Phrase(
      vi: "Viết năm-tháng-ngày, hoặc để trống.", en: "Write year-month-day, or leave it empty.")
    let from = date("valid_from")
    let to = date("valid_to")
    if from == nil { reject("valid_from", iso) }
    if to == nil { reject("valid_to", iso) }
    let parent = file.text(row, "parent")
    let above = parent.isEmpty ? nil : indices[scheme + ":" + parent]
    if !parent.isEmpty && above == nil {
      diagnostics.report(
        .codeParentUnknown, at: file.place(row, "parent"),
        what: Phrase(
          vi: "Hệ “\(scheme)” không có địa bàn “\(parent)”.",
          en: "The scheme “\(scheme)” has no area “\(parent)”."),
        mend: Phrase(
          vi: "Ghi mã của đơn vị cấp trên trong cùng hệ.",
          en: "Write the code of the unit above it in the same scheme."))
    }
    guard let level, let from, let to, !code.isEmpty, !scheme.isEmpty else { return nil }
    let type = file.text(row, "type")
    let name = file.text(row, "name")
    return Area(
      facts: AreaFacts(
        scheme: scheme, code: code, level: level, validFrom: from, validTo: to,
        latitude: Double(file.text(row, "lat")), longitude: Double(file.text(row, "lon"))),
      name: LocalizedText(type.isEmpty ? name : type + " " + name, language: language)
        .completed(by: LocalizedText(file.labels(row), defaultLanguage: language)),
      parent: above)
  }
}
