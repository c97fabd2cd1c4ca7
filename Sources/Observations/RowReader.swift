import Diagnostics
import SourceFiles
import Tables

/// Reads the rows of a data file: codes become numbers, cells become values and states.
struct RowReader {
  let columns: DataColumns
  /// For each axis that is a dimension its code list.
  let lists: [CodeList?]
  let areas: AreaList?
  /// The scheme of all areas, unless a column says it.
  let scheme: String?

  private(set) var rows: Rows
  /// By first appearance.
  private(set) var periods: [Period?] = []
  /// Schemes that appear.
  private(set) var schemes: [String] = []

  private var periodCodes = ByteIndex()
  private var codes: [ByteIndex]
  private var schemeCodes = ByteIndex()
  /// For each scheme that was written: its codes, and their areas.
  private var areaCodes: [(codes: ByteIndex, areas: [Int])?] = []

  init(columns: DataColumns, lists: [CodeList?], areas: AreaList?, scheme: String?) {
    self.columns = columns
    self.lists = lists
    self.areas = areas
    self.scheme = scheme
    rows = Rows(axisCount: columns.axes.count, measureCount: columns.measures.count)
    codes = lists.map { list in ByteIndex(list?.hierarchy.nodes.map(\.code) ?? []) }
    let count = columns.document.rowCount
    rows.coordinates.reserveCapacity(count * columns.axes.count)
    rows.values.reserveCapacity(count * columns.measures.count)
    rows.states.reserveCapacity(count * columns.measures.count)
    rows.statuses.reserveCapacity(count * columns.measures.count)
  }

  /// Coordinates are: for a period its index in `periods`, for an area its index in `areas`, for
  /// another dimension the node of its code list.
  mutating func readAll(_ findings: inout DataFindings) {
    if let scheme, columns.schemeColumn == nil {
      _ = number(ofScheme: Array(scheme.utf8)[...])
    }
    var cells = CellReader(columns: columns)
    for row in 0..<columns.document.rowCount {
      for (axis, column) in columns.axes.enumerated() {
        let bytes = columns.document.bytes(row, column.column)
        let index: Int?
        switch column.field.role {
        case .period: index = period(bytes, row, column.column, &findings)
        case .area: index = area(bytes, row, column.column, &findings)
        default: index = code(bytes, axis, row, column.column, &findings)
        }
        rows.coordinates.append(Int32(index ?? 0))
      }
      cells.read(row, into: &rows, &findings)
      rows.records.append(Int32(row))
    }
    cells.finish(&rows, &findings)
  }

  private mutating func period(
    _ bytes: ArraySlice<UInt8>, _ row: Int, _ column: Int, _ findings: inout DataFindings
  ) -> Int? {
    let index = periodCodes.insert(bytes)
    if index == periods.count { periods.append(Period(periodCodes.text(index))) }
    if periods[index] != nil { return index }
    let text = periodCodes.text(index)
    findings.add(
      .periodInvalid, at: columns.document.place(row, column),
      what: Phrase(
        vi: "“\(secret: text)” không phải kỳ.", en: "“\(secret: text)” is no period."),
      mend: Phrase(
        vi: "Viết 2024, 2024-S1 (nửa năm), 2024-Q3 (quý) hoặc 2024-07 (tháng).",
        en: "Write 2024, 2024-S1 (half), 2024-Q3 (quarter) or 2024-07 (month)."))
    return nil
  }

  private mutating func code(
    _ bytes: ArraySlice<UInt8>, _ axis: Int, _ row: Int, _ column: Int,
    _ findings: inout DataFindings
  ) -> Int? {
    if let index = codes[axis].find(bytes) { return index }
    let text = String(decoding: bytes, as: UTF8.self)
    let known = lists[axis]?.hierarchy.nodes.map(\.code) ?? []
    findings.add(
      .codeUnknown, at: columns.document.place(row, column),
      what: Phrase(
        vi: "Danh mục không có mã “\(secret: text)”.",
        en: "The code list has no code “\(secret: text)”."),
      mend: Spelling.mend(for: text, among: known))
    return nil
  }

  private mutating func area(
    _ bytes: ArraySlice<UInt8>, _ row: Int, _ column: Int, _ findings: inout DataFindings
  ) -> Int? {
    var schemeNumber = 0
    if let schemeColumn = columns.schemeColumn {
      let written = columns.document.bytes(row, schemeColumn)
      schemeNumber = number(ofScheme: written)
      if areaCodes[schemeNumber] == nil {
        let text = String(decoding: written, as: UTF8.self)
        findings.add(
          .areaSchemeUnknown, at: columns.document.place(row, schemeColumn),
          what: Phrase(
            vi: "Không có hệ mã địa bàn “\(secret: text)”.",
            en: "There is no scheme of areas “\(secret: text)”."),
          mend: Spelling.mend(for: text, among: areas?.schemes ?? []))
        return nil
      }
    }
    guard areaCodes.indices.contains(schemeNumber) else { return nil }
    if let found = areaCodes[schemeNumber]?.codes.find(bytes) {
      return areaCodes[schemeNumber]?.areas[found]
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let scheme = schemeCodes.text(schemeNumber)
    findings.add(
      .areaUnknown, at: columns.document.place(row, column),
      what: Phrase(
        vi: "Hệ “\(scheme)” không có địa bàn “\(secret: text)”.",
        en: "The scheme “\(scheme)” has no area “\(secret: text)”."),
      mend: Spelling.mend(for: text, among: areas?.codes(of: scheme) ?? []))
    return nil
  }

  /// The number of a scheme as it appears; one that the list lacks has a number but no areas.
  private mutating func number(ofScheme bytes: ArraySlice<UInt8>) -> Int {
    let number = schemeCodes.insert(bytes)
    guard number == areaCodes.count else { return number }
    let name = schemeCodes.text(number)
    guard let areas, areas.schemes.contains(name) else {
      areaCodes.append(nil)
      return number
    }
    let indices = areas.areas.indices.filter { areas.areas[$0].facts.scheme == name }
    areaCodes.append((ByteIndex(indices.map { areas.areas[$0].facts.code }), indices))
    schemes.append(name)
    return number
  }
}
