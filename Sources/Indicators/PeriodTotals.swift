import Tables

/// Where the totals of a table's periods lie: the period alone varies, every other axis stands at
/// its total; an area axis at its top area, which need not be the same in all periods.
struct PeriodTotals {
  struct Place {
    let code: AxisCode
    let period: Period
    /// The top area that has cells in the period; nil if the table has no area axis.
    let area: AxisCode?
    /// One index per axis.
    let indices: [Int]
  }

  /// In the order of the table's period axis. A period without cells is left out.
  let places: [Place]

  enum Failure: Error, Equatable {
    case noPeriod
    /// The axis shows codes but not their total.
    case noTotal(axis: String)
  }

  init(_ table: ClearedTable) throws(Failure) {
    var indices: [Int] = []
    for axis in table.axes {
      switch axis.role {
      case .period, .area: indices.append(0)
      case .dimension:
        guard let total = axis.indexOfTotal else { throw .noTotal(axis: axis.name) }
        indices.append(total)
      }
    }
    var places: [Place] = []
    for (code, period, index) in try Self.periods(of: table) {
      if let index { indices[index.axis] = index.code }
      if let place = try Self.place(code, period, in: table, at: indices) { places.append(place) }
    }
    self.places = places
  }

  private typealias AxisIndex = (axis: Int, code: Int)

  private static func periods(
    of table: ClearedTable
  ) throws(Failure) -> [(AxisCode, Period, AxisIndex?)] {
    if let axis = table.axes.firstIndex(where: { $0.role == .period }) {
      return table.axes[axis].codes.enumerated().compactMap { index, code in
        code.period.map { (code, $0, (axis, index)) }
      }
    }
    for fixed in table.fixed {
      if let period = fixed.code.period { return [(fixed.code, period, nil)] }
    }
    throw .noPeriod
  }

  /// Nil if the period has no cell at a total. Several top areas in one period are no total.
  private static func place(
    _ code: AxisCode, _ period: Period, in table: ClearedTable, at indices: [Int]
  ) throws(Failure) -> Place? {
    guard let areaAxis = table.axes.firstIndex(where: { $0.role == .area }) else {
      let area = table.fixed.first { $0.code.area != nil }?.code
      guard table.hasCell(at: indices) else { return nil }
      return Place(code: code, period: period, area: area, indices: indices)
    }
    var indices = indices
    var found: Place?
    for (index, area) in table.axes[areaAxis].codes.enumerated() where area.isTotal {
      indices[areaAxis] = index
      guard table.hasCell(at: indices) else { continue }
      if found != nil { throw .noTotal(axis: table.axes[areaAxis].name) }
      found = Place(code: code, period: period, area: area, indices: indices)
    }
    return found
  }
}

extension ClearedTable {
  fileprivate func hasCell(at indices: [Int]) -> Bool {
    measures.indices.contains { cell(at: indices, measure: $0) != nil }
  }
}

extension Axis {
  /// The one code that stands above all others; nil if several stand side by side.
  fileprivate var indexOfTotal: Int? {
    let tops = codes.indices.filter { codes[$0].isTotal }
    return tops.count == 1 ? tops.first : nil
  }
}
