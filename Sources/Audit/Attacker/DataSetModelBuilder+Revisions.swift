import PublishedFiles

/// A figure that changed between two editions.
private struct ChangedFigure {
  let cell: Int
  let change: Int
  let now: DataSetModel.Origin
  let then: DataSetModel.Origin
}

extension DataSetModelBuilder {
  /// Small changes between editions: of a figure, of what two figures leave of each other, and of
  /// what was worked out in one edition and stands in the other.
  func revisions(of measure: Int, _ isSmall: (Int) -> Bool) -> [DataSetModel.Finding] {
    let editions = earlierEditions.map(Optional.some) + [nil]
    guard editions.count > 1 else { return [] }
    let keys = keys(of: measure)
    let figures = editions.map { edition in
      keys.map { figure($0, in: edition) }
    }
    var found: [DataSetModel.Finding] = []
    for later in figures.indices {
      for earlier in figures.indices.prefix(later) {
        let changes = keys.indices.compactMap { index -> ChangedFigure? in
          guard let now = figures[later][index], let then = figures[earlier][index],
            now.value != then.value
          else { return nil }
          return ChangedFigure(
            cell: keys[index] / measureCount, change: now.value - then.value, now: now.origin,
            then: then.origin)
        }
        found += changes.filter { isSmall(abs($0.change)) }
          .map { .init(kind: .revision, origin: $0.now, other: $0.then) }
        found += nested(changes.filter { !isSmall(abs($0.change)) }, isSmall)
        found += workedOut(keys, then: figures[earlier], now: figures[later], isSmall)
      }
    }
    return found
  }

  /// Two figures, one within the other, that changed by nearly the same.
  private func nested(
    _ changes: [ChangedFigure], _ isSmall: (Int) -> Bool
  ) -> [DataSetModel.Finding] {
    let sorted = changes.sorted { ($0.change, $0.cell) < ($1.change, $1.cell) }
    var found: [DataSetModel.Finding] = []
    for (position, upper) in sorted.enumerated() {
      for lower in sorted[..<position].reversed() {
        let rest = upper.change - lower.change
        if rest >= threshold * scale { break }
        guard isSmall(rest) else { continue }
        for (whole, part) in [(upper, lower), (lower, upper)] where lies(part.cell, in: whole.cell)
        {
          found.append(.init(kind: .revision, origin: whole.now, other: part.now))
        }
      }
    }
    return found
  }

  private func lies(_ part: Int, in whole: Int) -> Bool {
    axes.indices.allSatisfy { axis in
      if cellKeys[part][axis] == cellKeys[whole][axis] { return true }
      return !axes[axis].isMultiResponse
        && Set(leaves(of: part, on: axis)).isSubset(of: leaves(of: whole, on: axis))
    }
  }

  // MARK: - What one edition lets work out and the other prints or lets work out

  private struct Line {
    let value: Int
    let set: Set<Int32>
    let origin: DataSetModel.Origin
    var isWorkedOut = false
  }

  private func workedOut(
    _ keys: [Int], then: [StandingFigure?], now: [StandingFigure?], _ isSmall: (Int) -> Bool
  ) -> [DataSetModel.Finding] {
    var found: [DataSetModel.Finding] = []
    for axis in axes.indices where !axes[axis].isMultiResponse {
      var places: [[Int32]: [Int]] = [:]
      for (index, key) in keys.enumerated() where then[index] != nil || now[index] != nil {
        places[place(of: key / measureCount, on: axis), default: []].append(index)
      }
      for (_, indices) in places.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
      where indices.contains(where: { then[$0]?.value != now[$0]?.value }) {
        func lines(_ figures: [StandingFigure?]) -> [Line] {
          indices.compactMap { index in
            figures[index].map { figure in
              let leaves = leaves(of: keys[index] / measureCount, on: axis)
              return Line(
                value: figure.value, set: Set(leaves.map(Int32.init)), origin: figure.origin)
            }
          }
        }
        let (before, after) = (lines(then), lines(now))
        if overlapping.contains(axis) {
          found += differences(everything(before), everything(after), isSmall)
        } else {
          found += differences(remainders(of: before, near: after), after, isSmall)
          found += differences(before, remainders(of: after, near: before), isSmall)
        }
      }
    }
    return found
  }

  /// Equal sets whose numbers differ by a few, at least one of which is worked out.
  private func differences(
    _ before: [Line], _ after: [Line], _ isSmall: (Int) -> Bool
  ) -> [DataSetModel.Finding] {
    let numbers = Dictionary(after.map { ($0.set, $0) }, uniquingKeysWith: { first, _ in first })
    return before.compactMap { then in
      guard let now = numbers[then.set], then.isWorkedOut || now.isWorkedOut,
        isSmall(abs(now.value - then.value))
      else { return nil }
      return .init(kind: .revision, origin: now.origin, other: then.origin)
    }
  }

  private func everything(_ given: [Line]) -> [Line] {
    given
      + OverlapArithmetic.derived(from: given.map { ($0.value, $0.set) }).map { number in
        Line(
          value: number.value, set: number.set, origin: given[number.sources.min() ?? 0].origin,
          isWorkedOut: true)
      }
  }

  /// What one set leaves of another, where the other edition has a number nearly as large.
  private func remainders(of given: [Line], near others: [Line]) -> [Line] {
    let values = others.map(\.value).sorted()
    return given.flatMap { whole in
      given.compactMap { part -> Line? in
        let rest = whole.value - part.value
        guard rest >= 0, part.set.count < whole.set.count,
          Self.holds(values, near: rest, within: threshold * scale),
          part.set.isSubset(of: whole.set)
        else { return nil }
        return Line(
          value: rest, set: whole.set.subtracting(part.set), origin: whole.origin,
          isWorkedOut: true)
      }
    }
  }

  private static func holds(_ sorted: [Int], near value: Int, within distance: Int) -> Bool {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] <= value - distance { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] < value + distance
  }
}
