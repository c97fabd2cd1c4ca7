import PublishedFiles

/// Leaves of one axis, at one place of all others.
struct CellRegion: Hashable {
  let measure: Int
  /// Where those are counted whom this part of the measure does not count.
  var outside: Int?
  let axis: Int
  let place: [Int32]
  let leaves: Set<Int32>
}

extension DataSetModelBuilder {
  /// What figures of others say by themselves, and what follows from them alone. Nobody can protect
  /// it. Printed zeros of this edition don't count here: what they add is not known elsewhere.
  func regionsKnownElsewhere() -> Set<CellRegion> {
    struct Line: Hashable {
      let measure: Int
      let axis: Int
      let place: [Int32]
    }
    var lines: [Line: [(value: Int, set: Set<Int32>)]] = [:]
    for (key, figure) in knownFigures.sorted(by: { $0.key < $1.key }) {
      let (cell, measure) = key.quotientAndRemainder(dividingBy: measureCount)
      for axis in axes.indices {
        let line = Line(measure: measure, axis: axis, place: place(of: cell, on: axis))
        lines[line, default: []].append(
          (figure.value, Set(leaves(of: cell, on: axis).map(Int32.init))))
      }
    }
    var found: Set<CellRegion> = []
    for (line, given) in lines {
      // Where there are too many, some are taken for unknown: that asks more of the edition.
      let derived =
        axes[line.axis].isMultiResponse ? [] : OverlapArithmetic.derived(from: given).numbers
      for set in given.map(\.set) + derived.map(\.set) {
        found.insert(
          .init(measure: line.measure, axis: line.axis, place: line.place, leaves: set))
      }
    }
    for region in found {
      guard let whole = ties.whole[region.measure] else { continue }
      let above = CellRegion(
        measure: whole, axis: region.axis, place: region.place, leaves: region.leaves)
      guard found.contains(above) else { continue }
      found.insert(
        .init(
          measure: whole, outside: region.measure, axis: region.axis, place: region.place,
          leaves: region.leaves))
    }
    return found
  }

  /// Whether others publish a figure of a cell, or of what a cell leaves of another.
  func isKnownElsewhere(
    _ measure: Int, outside part: Int? = nil, _ cell: Int, less inner: Int? = nil
  ) -> Bool {
    if knownElsewhere.isEmpty { return false }
    let different =
      inner.map { inner in axes.indices.filter { cellKeys[inner][$0] != cellKeys[cell][$0] } } ?? []
    guard inner == nil || different.count == 1, let axis = different.first ?? axes.indices.first
    else { return false }
    var set = Set(leaves(of: cell, on: axis).map(Int32.init))
    if let inner { set.subtract(leaves(of: inner, on: axis).map(Int32.init)) }
    return knownElsewhere.contains(
      .init(
        measure: measure, outside: part, axis: axis, place: place(of: cell, on: axis), leaves: set))
  }

  // MARK: - Cells by axis

  /// The leaves of a cell on an axis, ascending.
  func leaves(of cell: Int, on axis: Int) -> [Int] {
    leafLists[axis][Int(cellKeys[cell][axis])]
  }

  /// Where a cell stands on all axes but one.
  func place(of cell: Int, on axis: Int) -> [Int32] {
    var place = cellKeys[cell]
    place[axis] = -2
    return place
  }
}
