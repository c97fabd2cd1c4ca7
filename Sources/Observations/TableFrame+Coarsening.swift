package import Site
import Tables

/// A way to make a table coarser on one axis.
package struct Coarsening: Sendable, Hashable {
  package let axis: String
  package let kind: Kind
  /// The codes that stay, as published.
  package let codes: [String]

  package enum Kind: Sendable, Hashable {
    /// The axis is left out: at its total.
    case leftOut
    /// Of a dimension: this many levels below its total.
    case depth(Int)
    /// Of an area axis: down to this level.
    case level(AreaLevel)
    /// Of the period axis: all periods together.
    case pooled
  }
}

extension TableFrame {
  /// Every step by which the table could be coarser on one of its axes.
  package func coarsenings(in dataSet: DataSet) -> [Coarsening] {
    axes.filter { $0.codes.count > 1 }.flatMap { axis -> [Coarsening] in
      switch axis.role {
      case .period: pooling(axis, dataSet)
      case .area: levels(axis)
      case .dimension: depths(axis, dataSet)
      }
    }
  }

  private func pooling(_ axis: Axis, _ dataSet: DataSet) -> [Coarsening] {
    let own = axis.codes.filter { $0.period?.isRange ?? false }.map(\.code)
    let isAdded = measures.allSatisfy { dataSet.measures[$0].pooling == .sum }
    if !own.isEmpty {
      return own.count == axis.codes.count
        ? [] : [Coarsening(axis: axis.name, kind: .pooled, codes: own)]
    }
    guard isAdded, dataSet.release.breaks.isEmpty, let first = dataSet.periods.first,
      let last = dataSet.periods.last
    else { return [] }
    let range = first.first.code + "/" + (last.last ?? last.first).code
    return [Coarsening(axis: axis.name, kind: .pooled, codes: [range])]
  }

  private func levels(_ axis: Axis) -> [Coarsening] {
    let levels = Set(axis.codes.compactMap(\.area?.level)).sorted()
    return levels.dropLast().map { level in
      Coarsening(
        axis: axis.name, kind: .level(level),
        codes: axis.codes.filter { ($0.area?.level ?? level) <= level }.map(\.code))
    }
  }

  private func depths(_ axis: Axis, _ dataSet: DataSet) -> [Coarsening] {
    let depths = axis.codes.map { dataSet.depth(of: $0.code, on: axis.name) ?? 0 }
    let deepest = depths.max() ?? 0
    return (0..<deepest).compactMap { depth in
      let codes = zip(axis.codes, depths).filter { $0.1 <= depth }.map(\.0.code)
      if depth == 0 {
        return Coarsening(axis: axis.name, kind: .leftOut, codes: [CodeList.total])
      }
      return codes.isEmpty
        ? nil : Coarsening(axis: axis.name, kind: .depth(depth), codes: codes)
    }
  }

  /// The table with fewer codes on one axis; nil if it can't be computed.
  package func coarsened(by step: Coarsening, in dataSet: DataSet) -> TableFrame? {
    var codes = Dictionary(
      fixed.map { ($0.name, [$0.code.code]) }, uniquingKeysWith: { first, _ in first })
    for axis in axes { codes[axis.name] = axis.codes.map(\.code) }
    codes[step.axis] = step.codes
    guard let grid = dataSet.grid(measures, at: codes) else { return nil }
    // The grid lies in the order of the data set's axes, with a single code for fixed ones.
    let shown = zip(dataSet.axisNames, grid.codes).compactMap { name, codes -> Axis? in
      guard let axis = axes.first(where: { $0.name == name }) else { return nil }
      return Axis(
        name: axis.name, role: axis.role, title: axis.title,
        codes: codes.map { code in
          axis.codes.first { $0.code == code }
            ?? AxisCode(
              code: code, parents: [], label: axis.title,
              period: axis.role == .period ? Period(code) : nil)
        }, isMultiResponse: axis.isMultiResponse)
    }
    return TableFrame(
      id: id, title: title, dataSet: self.dataSet, measures: measures, axes: shown, fixed: fixed,
      layout: layout, notes: notes, editions: editions, acrossBreak: acrossBreak, place: place,
      periods: periods, aggregates: grid.aggregates)
  }
}
