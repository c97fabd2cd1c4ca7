import Diagnostics
import SourceFiles

extension PublishedTable {
  /// Most cells of a table that are read.
  private static let largest = 20_000_000

  /// The table with the cells of its CSV file; nil, with a report, if they don't fit its entry.
  func withCells(
    from folder: String, prefix: String, into diagnostics: inout Diagnostics
  ) -> PublishedTable? {
    let path = prefix + "data/" + (files["csv"] ?? "")
    let location = Folders.join(folder, "data/" + (files["csv"] ?? ""))
    let before = diagnostics.count(of: .error)
    guard let file = SourceFile.read(location, as: path, into: &diagnostics),
      let document = CSVDocument.read(file, delimiter: .comma, into: &diagnostics)
    else { return nil }
    guard
      axes.reduce(1, { min($0, Self.largest) * $1.codes.count }) * measures.count
        <= Self.largest
    else {
      PublishedEdition.malformed(
        Place(file: path),
        Phrase(vi: "Bảng quá lớn để kiểm tra.", en: "The table is too large for the audit."),
        &diagnostics)
      return nil
    }
    guard let columns = columns(of: document, into: &diagnostics) else { return nil }
    let codeIndex = axes.map { axis in
      Dictionary(axis.codes.enumerated().map { ($0.element.code, $0.offset) }) { first, _ in first }
    }
    var cells = [PublishedCell?](repeating: nil, count: size * measures.count)
    for row in 0..<document.rowCount {
      var codes: [Int] = []
      for (axis, column) in columns.axes.enumerated() {
        guard let code = codeIndex[axis][document.text(row, column)] else {
          report(document.place(row, column), "mã không có trong data/index.json", "unknown code")
          break
        }
        codes.append(code)
      }
      guard codes.count == axes.count else { continue }
      let name = document.text(row, columns.measure)
      guard let measure = measures.firstIndex(where: { $0.id == name }) else {
        report(document.place(row, columns.measure), "số liệu lạ", "unknown measure")
        continue
      }
      let index = self.index(of: codes, measure: measure)
      guard cells[index] == nil else {
        report(document.place(row, 0), "ô này có hai dòng", "two rows for one cell")
        continue
      }
      guard
        let cell = PublishedCell(
          value: document.text(row, columns.value), mark: document.text(row, columns.mark))
      else {
        report(
          document.place(row, columns.value), "giá trị và dấu không hợp nhau",
          "value and mark don't fit each other")
        continue
      }
      cells[index] = cell
    }
    func report(_ place: Place, _ vi: String, _ en: String) {
      PublishedEdition.malformed(
        place,
        Phrase(vi: "Dòng không đọc được: \(vi).", en: "The row can't be read: \(en)."),
        &diagnostics)
    }
    let table = PublishedTable(
      id: id, title: title, dataset: dataset, measures: measures, identities: identities, at: at,
      axes: axes, files: files, cells: cells)
    table.checkRows(at: path, into: &diagnostics)
    return diagnostics.count(of: .error) == before ? table : nil
  }

  private func columns(
    of document: CSVDocument, into diagnostics: inout Diagnostics
  ) -> (axes: [Int], measure: Int, value: Int, mark: Int)? {
    let axisColumns = axes.compactMap { document.column($0.name) }
    let names = Set(axes.map(\.name) + ["measure", "value", "mark", "note"])
    guard axisColumns.count == axes.count, document.header.allSatisfy(names.contains),
      document.columnCount == Set(document.header).count, let measure = document.column("measure"),
      let value = document.column("value"), let mark = document.column("mark")
    else {
      PublishedEdition.malformed(
        Place(file: document.file.path, line: 1),
        Phrase(
          vi: "Cột không khớp với data/index.json.", en: "The columns don't fit data/index.json."),
        &diagnostics)
      return nil
    }
    return (axisColumns, measure, value, mark)
  }

  /// An area that doesn't exist in a period has no row at all; every other cell has one.
  private func checkRows(at path: String, into diagnostics: inout Diagnostics) {
    let area = axes.firstIndex { $0.role == .area }
    let period = axes.firstIndex { $0.role == .period }
    var rows: [Int: Int] = [:]
    let combinations = (0..<size).map { combination -> Int in
      guard let area, let period else { return 0 }
      let codes = codes(of: combination)
      return codes[area] * axes[period].codes.count + codes[period]
    }
    for (combination, key) in combinations.enumerated() {
      for measure in measures.indices where cells[combination * measures.count + measure] != nil {
        rows[key, default: 0] += 1
      }
    }
    let mayLack = area != nil && period != nil
    let missing = cells.indices.filter { cell in
      cells[cell] == nil && (!mayLack || rows[combinations[cell / measures.count]] != nil)
    }
    guard let first = missing.first else { return }
    diagnostics.report(
      .rowsMissing, at: Place(file: path),
      what: Phrase(
        vi: "Thiếu \(missing.count) dòng mà data/index.json kể ra, ví dụ (\(name(of: first))).",
        en:
          "\(missing.count) rows are missing that data/index.json tells of, for example (\(name(of: first)))."
      ),
      mend: Phrase(vi: "Dựng lại ấn bản.", en: "Build the edition again."))
  }
}

extension PublishedCell {
  /// - Parameter mark: `-`, `n`, `x`, `z` or `c`, and status letters after a space.
  init?(value: String, mark: String) {
    let states = mark.split(separator: " ").filter { ["-", "n", "x", "z", "c"].contains($0) }
    guard states.count <= 1 else { return nil }
    switch states.first {
    case "c": self = .hidden
    case "n", "x": self = .unknown
    case "z": self = .notApplicable
    default:
      guard let number = PublishedNumber(machine: value), states.isEmpty || number.mantissa == 0
      else { return nil }
      self = .printed(number)
      return
    }
    guard value.isEmpty else { return nil }
  }
}
