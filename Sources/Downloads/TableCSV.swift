public import Tables
import VietnameseText

/// `data/<table>.csv`: long form, a row for each published cell, totals too.
///
/// A column for each axis of the table under its field's name holds the code; then `measure,
/// value, mark, note`. Rows lie as the cells do: row-major over the axes, the measure innermost.
/// Values are machine numbers with a point. RFC 4180: comma, CRLF, quotes where they are needed.
public enum TableCSV {
  /// - Parameter notice: what every row of a sample site says in `note`, for example "Số liệu
  ///   minh họa"; nil for an official site. A figure that another authority published is no
  ///   sample: its rows don't say it.
  public static func write(_ table: ClearedTable, notice: String?) -> [UInt8] {
    var rows = CSVRows()
    rows.append(table.axes.map(\.name) + ["measure", "value", "mark", "note"])
    let notice = notice.map(CSVRows.plainText) ?? ""
    var codes: [Int] = table.axes.map { _ in 0 }
    for offset in table.cells.indices {
      let measure = table.measures[offset % table.measures.count]
      if let cell = table.cells[offset] {
        let note = measure.sensitivity == .published ? "" : notice
        rows.append(
          zip(table.axes, codes).map { $0.codes[$1].code }
            + [measure.id, value(of: cell), cell.mark, note])
      }
      if offset % table.measures.count == table.measures.count - 1 { table.advance(&codes) }
    }
    return rows.bytes
  }

  private static func value(of cell: Cell) -> String {
    guard let quantity = cell.quantity else { return "" }
    return NumberFormat.machine(mantissa: quantity.mantissa, decimals: quantity.decimals)
  }
}

extension ClearedTable {
  /// The next indices in row-major order.
  fileprivate func advance(_ codes: inout [Int]) {
    for axis in axes.indices.reversed() {
      codes[axis] += 1
      if codes[axis] < axes[axis].codes.count { return }
      codes[axis] = 0
    }
  }
}
