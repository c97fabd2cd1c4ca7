import Tables
import VietnameseText

/// Cells of a data set at any codes, as a table of them would hold them, whether or not a table is
/// declared: what others know, what was published before, the combinations of a lattice.
package struct CellGrid: Sendable {
  /// For each axis of the data set the codes, in the order asked for.
  package let codes: [[String]]
  package let measures: [Int]
  /// Row-major over the axes, the measure innermost.
  package let aggregates: [Aggregate]

  /// Index of a cell, by one index per axis.
  package func index(_ positions: [Int], measure: Int) -> Int {
    zip(codes, positions).reduce(0) { $0 * $1.0.count + $1.1 } * measures.count + measure
  }
}

extension DataSet {
  /// - Parameters:
  ///   - measures: indices among the measures of the data set.
  ///   - codes: as published, by axis; an axis that is left out stands at its total. Codes that the
  ///     data set doesn't have (any more) are left out.
  /// - Returns: nil if nothing is left on an axis, an axis is unknown, or cells or a sum are too
  ///   many.
  package func grid(_ measures: [Int], at codes: [String: [String]]) -> CellGrid? {
    let space = observed.space
    guard codes.keys.allSatisfy({ name in space.axes.contains { $0.name == name } }) else {
      return nil
    }
    let shown = space.axes.indices.map { axis in
      axis == space.periodAxis
        ? periods(axis, codes[space.axes[axis].name])
        : nodes(axis, codes[space.axes[axis].name])
    }
    guard shown.allSatisfy({ !$0.codes.isEmpty }) else { return nil }
    var cells = FrameCells(observed, shown: shown, measures: measures)
    return cells?.add().map {
      CellGrid(codes: shown.map { $0.codes.map(\.code) }, measures: measures, aggregates: $0)
    }
  }

  private func nodes(_ axis: Int, _ codes: [String]?) -> ShownAxis {
    let description = observed.space.axes[axis]
    // Tops of several schemes follow one another in time: together they are one total.
    let total = AxisCode(
      code: CodeList.total, parents: [], label: description.title)
    guard let codes else {
      return .nodes(axis, isFixed: true, codes: [total], nodes: [description.totals])
    }
    var found: [(code: AxisCode, nodes: [Int])] = []
    for code in codes {
      if let node = description.hierarchy.nodes.firstIndex(where: { $0.code == code }) {
        found.append((description.codes(of: [node])[0], [node]))
      } else if code == CodeList.total {
        found.append((total, description.totals))
      }
    }
    return .nodes(axis, isFixed: false, codes: found.map(\.code), nodes: found.map(\.nodes))
  }

  private func periods(_ axis: Int, _ codes: [String]?) -> ShownAxis {
    let label = observed.space.axes[axis].title
    guard let codes else {
      let all = AxisCode(code: CodeList.total, parents: [], label: label)
      return .periods(axis, isFixed: true, codes: [all], periods: [Array(periods.indices)])
    }
    var found: [(code: AxisCode, periods: [Int])] = []
    for code in codes {
      guard let period = Period(code), let inside = exactly(period) else { continue }
      found.append((AxisCode(code: code, parents: [], label: label, period: period), inside))
    }
    return .periods(
      axis, isFixed: false, codes: found.map(\.code), periods: found.map(\.periods))
  }

  /// The periods of the data that together are a period or a range, without a gap; nil otherwise.
  private func exactly(_ range: Period) -> [Int]? {
    let inside = periods.indices.filter { range.contains(periods[$0]) }
    var next = range.start
    for index in inside {
      guard periods[index].start == next, let day = periods[index].end.adding(days: 1) else {
        return nil
      }
      next = day
    }
    return !inside.isEmpty && range.end.adding(days: 1) == next ? inside : nil
  }
}

extension CellGrid {
  /// The code of a cell on each axis.
  package func codes(ofCell index: Int) -> [String] {
    var rest = index / measures.count
    return codes.reversed().map { codes in
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: codes.count)
      rest = quotient
      return codes[remainder]
    }.reversed()
  }
}

extension DataSet {
  /// Whether a code of an axis lies below two others: several hierarchies over the same leaves.
  package func codesOverlap(on axis: String) -> Bool {
    observed.space.axes.first { $0.name == axis }
      .map { $0.hierarchy.nodes.contains { $0.parents.count > 1 } } ?? false
  }

  /// The codes of an axis that lie below no other: its total, or the top areas. None for periods.
  package func tops(of axis: String) -> Set<String> {
    guard let axis = observed.space.axes.first(where: { $0.name == axis }) else { return [] }
    return Set(axis.totals.map { axis.hierarchy.nodes[$0].code })
  }

  /// Steps of a code below the total of its axis; nil if there is no such axis or code.
  package func depth(of code: String, on axis: String) -> Int? {
    guard let axis = observed.space.axes.first(where: { $0.name == axis }) else { return nil }
    return axis.hierarchy.nodes.firstIndex { $0.code == code }.map { axis.hierarchy.depth[$0] }
  }
}
