import Tables

/// Where the cells of a table lie: what each code of each axis adds to the place of a cell.
struct CellPlaces: Sendable {
  /// The area axis, where each period has cells for one area alone: then the period says the
  /// area too.
  let areaByPeriod: String?
  private let strides: [String: Int]
  /// For each code of the period axis, what its area adds.
  private let areaOffsets: [Int]

  init(_ table: ClearedTable) {
    var strides: [String: Int] = [:]
    var stride = table.measures.count
    for axis in table.axes.reversed() {
      strides[axis.name] = stride
      stride *= axis.codes.count
    }
    self.strides = strides
    let area = table.axes.firstIndex { $0.role == .area && $0.codes.count > 1 }
    let period = table.axes.firstIndex { $0.role == .period }
    if let area, let period, let areas = Self.areas(table, area: area, period: period, strides) {
      areaByPeriod = table.axes[area].name
      let areaStride = strides[table.axes[area].name] ?? 0
      areaOffsets = areas.map { $0 * areaStride }
    } else {
      areaByPeriod = nil
      areaOffsets = []
    }
  }

  /// What the codes of an axis add, in their order.
  func offsets(of axis: Axis) -> [Int] {
    let stride = strides[axis.name] ?? 0
    return axis.codes.indices.map { index in
      let area = axis.role == .period && !areaOffsets.isEmpty ? areaOffsets[index] : 0
      return index * stride + area
    }
  }

  /// What an axis adds that has no level: its first code, or nothing where the period says it.
  func foldedOffset(of axis: Axis) -> Int {
    axis.name == areaByPeriod ? 0 : offsets(of: axis).first ?? 0
  }

  /// The only area that has cells in each period; nil if a period has several.
  private static func areas(
    _ table: ClearedTable, area: Int, period: Int, _ strides: [String: Int]
  ) -> [Int]? {
    let (areaCount, periodCount) = (table.axes[area].codes.count, table.axes[period].codes.count)
    let areaStride = strides[table.axes[area].name] ?? 1
    let periodStride = strides[table.axes[period].name] ?? 1
    var only = [Int?](repeating: nil, count: periodCount)
    for (place, cell) in table.cells.enumerated() where cell != nil {
      let area = place / areaStride % areaCount
      let period = place / periodStride % periodCount
      if let known = only[period], known != area { return nil }
      only[period] = area
    }
    return only.map { $0 ?? 0 }
  }
}
