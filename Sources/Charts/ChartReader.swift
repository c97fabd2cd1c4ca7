import Diagnostics
import Tables
import VietnameseText

/// Finds what a chart of a table draws: the measure, the axis along which it runs, and the cells.
struct ChartReader {
  let table: ClearedTable
  let place: Place?
  /// Most points that a picture 360 units wide keeps apart.
  private static let mostPoints: [ChartKind: Int] = [.line: 24, .bar: 30]

  struct Step {
    /// One index per axis.
    let indices: [Int]
  }

  func measure(_ id: String?, _ diagnostics: inout Diagnostics) -> Int? {
    let ids = table.measures.map(\.id)
    if let id {
      if let index = ids.firstIndex(of: id) { return index }
      diagnostics.report(
        .chartMeasure, at: place,
        what: Phrase(
          vi: "Bảng “\(table.id)” không có số liệu “\(id)”.",
          en: "The table “\(table.id)” has no measure “\(id)”."),
        mend: Spelling.mend(for: id, among: ids))
      return nil
    }
    if ids.count == 1 { return 0 }
    let list = ids.joined(separator: ", ")
    diagnostics.report(
      .chartMeasure, at: place,
      what: Phrase(
        vi: "Bảng “\(table.id)” có nhiều loại số liệu: \(list).",
        en: "The table “\(table.id)” has several measures: \(list)."),
      mend: Phrase(
        vi: "Thêm measure=… với một trong số đó.", en: "Add measure=… with one of them."))
    return nil
  }

  /// The index of each axis that stands at a code, by the number of the axis.
  func indices(
    of codes: [String: String], _ diagnostics: inout Diagnostics
  ) -> [Int: Int]? {
    var fixed: [Int: Int] = [:]
    for (name, code) in codes.sorted(by: { $0.key < $1.key }) {
      guard let axis = table.axes.firstIndex(where: { $0.name == name }) else {
        reportAxes(
          Phrase(
            vi: "Bảng “\(table.id)” không có chiều “\(name)”.",
            en: "The table “\(table.id)” has no axis “\(name)”."),
          mend: Spelling.mend(for: name, among: table.axes.map(\.name)), &diagnostics)
        return nil
      }
      guard let index = table.axes[axis].index(of: code) else {
        reportAxes(
          Phrase(
            vi: "“\(name)” không có mã “\(code)”.", en: "“\(name)” has no code “\(code)”."),
          mend: Spelling.mend(for: code, among: table.axes[axis].codes.map(\.code)),
          &diagnostics)
        return nil
      }
      fixed[axis] = index
    }
    return fixed
  }

  /// The axis along which the chart runs.
  func drawnAxis(
    _ kind: ChartKind, fixed: [Int: Int], _ diagnostics: inout Diagnostics
  ) -> Int? {
    func free(_ role: Axis.Role) -> [Int] {
      table.axes.indices.filter {
        fixed[$0] == nil && table.axes[$0].role == role && table.axes[$0].drawnCodes.count > 1
      }
    }
    if kind == .bar {
      let dimensions = free(.dimension)
      if dimensions.count == 1 { return dimensions.first }
      if dimensions.count > 1 {
        let names = dimensions.map { table.axes[$0].name }.joined(separator: ", ")
        reportAxes(
          Phrase(
            vi: "Bảng “\(table.id)” có nhiều chiều: \(names).",
            en: "The table “\(table.id)” has several axes: \(names)."),
          mend: Phrase(
            vi: "Chọn một chiều để vẽ; với mỗi chiều khác, thêm TÊN=MÃ (_T là tổng số).",
            en: "Choose one to draw; for each other axis add NAME=CODE (_T is the total)."),
          &diagnostics)
        return nil
      }
    }
    if let period = free(.period).first { return period }
    if kind == .bar, let area = free(.area).first { return area }
    reportAxes(
      kind == .line
        ? Phrase(
          vi: "Bảng “\(table.id)” không có nhiều kỳ để vẽ một đường.",
          en: "The table “\(table.id)” has not several periods for a line.")
        : Phrase(
          vi: "Bảng “\(table.id)” không có gì để so sánh.",
          en: "The table “\(table.id)” has nothing to compare."),
      mend: Phrase(
        vi: "Chọn một bảng khác, hoặc bỏ biểu đồ.", en: "Choose another table or no chart."),
      &diagnostics)
    return nil
  }

  /// The cells along an axis: every other axis at its named code or its total.
  func path(
    along drawn: Int, fixed: [Int: Int], _ diagnostics: inout Diagnostics
  ) -> [Step]? {
    var base = table.axes.map { _ in 0 }
    for (number, axis) in table.axes.enumerated() where number != drawn {
      if let index = fixed[number] {
        base[number] = index
      } else if axis.role == .period {
        base[number] = latestPeriod(axis)
      } else if axis.role == .dimension {
        guard let total = axis.totalIndex else {
          reportNoTotal(axis, &diagnostics)
          return nil
        }
        base[number] = total
      }
    }
    var steps: [Step] = []
    for code in table.axes[drawn].drawnCodes {
      var indices = base
      indices[drawn] = code
      guard let area = table.axes.firstIndex(where: { $0.role == .area }), area != drawn,
        fixed[area] == nil
      else {
        if hasCell(at: indices) { steps.append(Step(indices: indices)) }
        continue
      }
      let tops = table.axes[area].codes.indices.filter { top in
        guard table.axes[area].codes[top].isTotal else { return false }
        indices[area] = top
        return hasCell(at: indices)
      }
      guard tops.count <= 1 else {
        reportNoTotal(table.axes[area], &diagnostics)
        return nil
      }
      guard let top = tops.first else { continue }
      indices[area] = top
      steps.append(Step(indices: indices))
    }
    return steps
  }

  /// The codes, other than those drawn, at which all cells stand.
  func standsAt(_ path: [Step], drawn: Int) -> [AxisCode] {
    let shown = table.axes.indices.compactMap { axis -> AxisCode? in
      guard axis != drawn, let index = path.first?.indices[axis],
        path.allSatisfy({ $0.indices[axis] == index })
      else { return nil }
      return table.axes[axis].codes[index]
    }
    return shown + table.fixed.map(\.code)
  }

  func checkCount(
    _ count: Int, kind: ChartKind, _ diagnostics: inout Diagnostics
  ) -> Bool {
    let most = Self.mostPoints[kind] ?? 0
    if count <= most { return true }
    diagnostics.report(
      .chartTooManyPoints, at: place,
      what: Phrase(
        vi: "Biểu đồ có \(count) giá trị, nhiều nhất là \(most).",
        en: "The chart has \(count) values; \(most) is the most."),
      mend: Phrase(
        vi: "Để bảng nói thay, hoặc chọn một bảng có ít dòng hơn.",
        en: "Let the table say it, or choose a table with fewer rows."))
    return false
  }

  func reportNegative(_ code: AxisCode, _ diagnostics: inout Diagnostics) {
    diagnostics.report(
      .chartNegative, at: place,
      what: Phrase(
        vi: "Có số âm ở “\(code.code)”.", en: "There is a negative number at “\(code.code)”."),
      mend: Phrase(vi: "Bỏ biểu đồ, giữ bảng.", en: "Keep the table, drop the chart."))
  }

  private func reportNoTotal(_ axis: Axis, _ diagnostics: inout Diagnostics) {
    reportAxes(
      Phrase(
        vi: "Bảng “\(table.id)” không có tổng số ở “\(axis.name)”.",
        en: "The table “\(table.id)” has no total on “\(axis.name)”."),
      mend: Phrase(
        vi: "Thêm \(axis.name)=MÃ để chọn một mã.", en: "Add \(axis.name)=CODE to choose a code."),
      &diagnostics)
  }

  private func reportAxes(
    _ what: Phrase, mend: Phrase, _ diagnostics: inout Diagnostics
  ) {
    diagnostics.report(.chartAxes, at: place, what: what, mend: mend)
  }

  private func hasCell(at indices: [Int]) -> Bool {
    table.measures.indices.contains { table.cell(at: indices, measure: $0) != nil }
  }

  /// The single period that ends last, or else the range that does.
  private func latestPeriod(_ axis: Axis) -> Int {
    func last(_ isRange: Bool) -> Int? {
      axis.codes.indices.filter { axis.codes[$0].period?.isRange == isRange }.max {
        (axis.codes[$0].period?.end.dayNumber ?? 0) < (axis.codes[$1].period?.end.dayNumber ?? 0)
      }
    }
    return last(false) ?? last(true) ?? 0
  }
}

extension Axis {
  /// The one code that stands above all others; nil if several stand side by side.
  fileprivate var totalIndex: Int? {
    let tops = codes.indices.filter { codes[$0].isTotal }
    return tops.count == 1 ? tops.first : nil
  }

  /// What a chart along this axis draws: single periods; areas right below a top area (tops side
  /// by side are the same ground at different times); codes right below the total, or all where
  /// there is none.
  fileprivate var drawnCodes: [Int] {
    if role == .period {
      return codes.indices.filter { codes[$0].period?.isRange == false }
    }
    let tops = codes.filter(\.isTotal).map(\.code)
    let below = codes.indices.filter { index in codes[index].parents.contains(where: tops.contains)
    }
    return below.isEmpty && role == .dimension ? Array(codes.indices) : below
  }
}
