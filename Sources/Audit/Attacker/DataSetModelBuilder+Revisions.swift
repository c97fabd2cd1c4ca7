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
  /// what can be worked out in one edition and stands in the other, or can be worked out there too.
  ///
  /// - Parameter part: those are looked at whom this part of the measure does not count.
  func revisions(
    of measure: Int, outside part: Int? = nil, _ isSmall: (Int) -> Bool
  ) -> PlainFindings {
    let editions = earlierEditions.map(Optional.some) + [nil]
    guard editions.count > 1 else { return PlainFindings() }
    let keys = keys(of: measure)
    let figures = editions.map { edition in
      keys.map { figure($0, outside: part, in: edition) }
    }
    var found = PlainFindings()
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
        found.findings += changes.filter { isSmall(abs($0.change)) }
          .map { .init(kind: .revision, origin: $0.now, other: $0.then) }
        found.findings += nested(changes.filter { !isSmall(abs($0.change)) }, isSmall)
        found += workedOut(keys, then: figures[earlier], now: figures[later], isSmall)
      }
    }
    return found
  }

  /// What an edition says of a cell, or of those in it whom a part does not count.
  private func figure(_ key: Int, outside part: Int?, in edition: Int?) -> StandingFigure? {
    guard let whole = figure(key, in: edition) else { return nil }
    guard let part else { return whole }
    let (cell, measure) = key.quotientAndRemainder(dividingBy: measureCount)
    return figure(cell * measureCount + part, in: edition).map { inside in
      StandingFigure(
        value: whole.value - inside.value,
        origin: origin(whole.origin, outside: part, of: measure))
    }
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

  // MARK: - What two editions let work out

  private func workedOut(
    _ keys: [Int], then: [StandingFigure?], now: [StandingFigure?], _ isSmall: (Int) -> Bool
  ) -> PlainFindings {
    var found = PlainFindings()
    for axis in axes.indices where !axes[axis].isMultiResponse {
      var places: [[Int32]: [Int]] = [:]
      for (index, key) in keys.enumerated() where then[index] != nil || now[index] != nil {
        places[place(of: key / measureCount, on: axis), default: []].append(index)
      }
      for (_, indices) in places.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
      where indices.contains(where: { then[$0]?.value != now[$0]?.value }) {
        func figures(_ figures: [StandingFigure?]) -> [LineFigure] {
          indices.compactMap { index in
            figures[index].map { figure in
              let leaves = leaves(of: keys[index] / measureCount, on: axis)
              return LineFigure(
                value: figure.value, set: Set(leaves.map(Int32.init)), origin: figure.origin)
            }
          }
        }
        let lines = LineRevision(then: figures(then), now: figures(now), isSmall)
        found.findings += lines.findings
        if lines.isCut { found.cutRevisions.insert(axis) }
      }
    }
    return found
  }
}
