import Diagnostics
import SourceFiles
import Tables

/// The rows of a data file: coordinates and cells in flat arrays, one row after the other.
struct Rows: Sendable {
  let axisCount: Int
  let measureCount: Int
  /// `axisCount` a row.
  var coordinates: [Int32] = []
  /// `measureCount` a row; 0 where the state is no number.
  var values: [Int] = []
  var states: [CellState] = []
  var statuses: [ObservationStatus] = []
  /// For each row its number in the file.
  var records: [Int32] = []
  /// Decimals of each measure's values.
  var decimals: [Int]

  init(axisCount: Int, measureCount: Int) {
    self.axisCount = axisCount
    self.measureCount = measureCount
    decimals = [Int](repeating: 0, count: measureCount)
  }

  var count: Int { records.count }

  func coordinate(_ row: Int, _ axis: Int) -> Int { Int(coordinates[row * axisCount + axis]) }

  func state(_ row: Int, _ measure: Int) -> CellState { states[row * measureCount + measure] }

  func value(_ row: Int, _ measure: Int) -> Int { values[row * measureCount + measure] }

  func status(_ row: Int, _ measure: Int) -> ObservationStatus {
    statuses[row * measureCount + measure]
  }
}

/// A data file with its fields found by name.
struct DataColumns {
  let document: CSVDocument
  /// Columns of the measures and, where there is one, of their status.
  let measures: [(column: Int, status: Int?, isDecimal: Bool, field: Field)]
  /// Columns of the axes, in the order of the schema.
  let axes: [(column: Int, field: Field)]
  let schemeColumn: Int?

  /// Measures that are parts of others, by index.
  var parts: [(part: Int, whole: Int)] {
    measures.enumerated().compactMap { index, measure in
      guard case .measure(let description, _) = measure.field.role,
        let whole = measures.firstIndex(where: { $0.field.name == description.partOf })
      else { return nil }
      return (index, whole)
    }
  }

  /// Measures that give others away, with the measure at the end of each chain, by index.
  var derived: [(derived: Int, origin: Int)] {
    let all = measures.compactMap { measure -> Measure? in
      if case .measure(let description, _) = measure.field.role { return description }
      return nil
    }
    return all.enumerated().compactMap { index, measure in
      guard measure.derivedFrom != nil, let origin = measure.origin(among: all),
        let place = all.firstIndex(of: origin)
      else { return nil }
      return (index, place)
    }
  }

  /// Nil, with a report, if file and schema don't agree.
  ///
  /// Names that stand in the file are secret like its figures: a file without its first line has a
  /// row of figures there.
  init?(_ document: CSVDocument, _ resource: Resource, into findings: inout DataFindings) {
    self.document = document
    let names = resource.fields.map(\.name)
    for (index, name) in document.header.enumerated() where !names.contains(name) {
      findings.add(
        .columnNotDeclared, at: document.headerPlace(index),
        what: Phrase(
          vi: "Cột “\(secret: name)” không được khai báo trong datapackage.yaml.",
          en: "The column “\(secret: name)” is not declared in datapackage.yaml."),
        mend: Spelling.mend(for: name, among: names.filter { document.column($0) == nil }))
    }
    for field in resource.fields where document.column(field.name) == nil {
      findings.add(
        .fieldNotInFile, at: field.place,
        what: Phrase(
          vi: "Tệp số liệu không có cột “\(field.name)”.",
          en: "The data file has no column “\(field.name)”."),
        mend: Self.mend(field.name, among: document.header.filter { !names.contains($0) }))
    }
    guard findings.isEmpty else { return nil }
    var measures: [(column: Int, status: Int?, isDecimal: Bool, field: Field)] = []
    var axes: [(column: Int, field: Field)] = []
    var schemeColumn: Int?
    for field in resource.fields {
      guard let column = document.column(field.name) else { return nil }
      switch field.role {
      case .period, .area, .dimension: axes.append((column, field))
      case .areaScheme: schemeColumn = column
      case .measure(_, let isDecimal):
        let status = resource.fields.first {
          if case .status(field.name) = $0.role { true } else { false }
        }
        measures.append(
          (column, status.flatMap { document.column($0.name) }, isDecimal, field))
      case .status: break
      }
    }
    self.measures = measures
    self.axes = axes
    self.schemeColumn = schemeColumn
  }

  private static func mend(_ name: String, among header: [String]) -> Phrase {
    guard let nearest = Spelling.nearest(to: name, among: header) else {
      return Phrase(
        vi: "Ghi tên cột vào dòng đầu của tệp, hoặc bỏ cột khỏi datapackage.yaml.",
        en: "Name it in the first line of the file, or drop it from datapackage.yaml.")
    }
    return Phrase(
      vi: "Có phải là cột “\(secret: nearest)”?", en: "Is it the column “\(secret: nearest)”?")
  }
}
