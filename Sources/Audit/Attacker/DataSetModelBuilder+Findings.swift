import PublishedFiles

/// A number that a reader has for a cell.
struct CellPrint {
  let cell: Int
  let value: Int
  let origin: DataSetModel.Origin
  /// Without those of printed zeros, which count for nothing.
  let slots: [Int32]
}

/// What breaks the promise by plain arithmetic, and what was not gone through.
struct PlainFindings {
  var findings: [DataSetModel.Finding] = []
  var knownElsewhere: [DataSetModel.Origin] = []
  /// Places at which not all sums of figures were gone through.
  var cut: Set<CutPlace> = []
  /// Axes on which not all were compared with earlier editions.
  var cutRevisions: Set<Int> = []

  static func += (left: inout PlainFindings, right: PlainFindings) {
    left.findings += right.findings
    left.knownElsewhere += right.knownElsewhere
    left.cut.formUnion(right.cut)
    left.cutRevisions.formUnion(right.cutRevisions)
  }
}

extension DataSetModelBuilder {
  /// What breaks the promise by plain arithmetic: small counts that are printed, small remainders
  /// of figures, and small revisions.
  func findings() -> PlainFindings {
    var found = PlainFindings()
    let small = scale..<max(scale + 1, threshold * scale)
    func isSmall(_ value: Int) -> Bool { threshold > 1 && small.contains(value) }
    for key in contents.keys.sorted() {
      let (cell, measure) = key.quotientAndRemainder(dividingBy: measureCount)
      guard ties.measures[measure].sensitivity == .persons, let printed = contents[key]?.printed,
        isSmall(printed.value)
      else { continue }
      if isKnownElsewhere(measure, cell) {
        found.knownElsewhere.append(printed.origin)
      } else {
        found.findings.append(.init(kind: .printed, origin: printed.origin, other: nil))
      }
    }
    for measure in 0..<measureCount {
      let isCounted = ties.measures[measure].sensitivity == .persons
      if isCounted { found += arithmetic(measure, outside: nil, isSmall) }
      // A figure that gives persons away at a rate that no place tells: one to one.
      if isCounted || ties.source[measure] != nil && rates[measure] == nil {
        found += revisions(of: measure, isSmall)
      }
    }
    for (part, tied) in ties.measures.enumerated() where tied.complement == .sensitive {
      guard let whole = ties.whole[part] else { continue }
      found += arithmetic(whole, outside: part, isSmall)
      found += revisions(of: whole, outside: part, isSmall)
    }
    return found
  }

  private func arithmetic(
    _ measure: Int, outside part: Int?, _ isSmall: (Int) -> Bool
  ) -> PlainFindings {
    let prints = prints(of: measure, outside: part)
    var found = overlaps(of: prints, measure, outside: part, isSmall)
    found.findings =
      remainders(of: prints, measure, outside: part, isSmall) + found.findings
      + withoutCode(measure, outside: part, isSmall)
    return found
  }

  /// Figures of a measure, or of those whom a part of it does not count, that are more than nothing.
  private func prints(of measure: Int, outside part: Int?) -> [CellPrint] {
    keys(of: measure).compactMap { key in
      guard let figure = figure(key) else { return nil }
      let cell = key / measureCount
      var (value, origin) = (figure.value, figure.origin)
      if let part {
        let inner = cell * measureCount + part
        guard let inside = self.figure(inner),
          !slots[cell].contains(where: { slot in
            [measure, part].contains { isLeftOut[Int(slot) * measureCount + $0] }
          })
        else { return nil }
        value -= inside.value
        origin = self.origin(origin, outside: part, of: measure)
      }
      guard value > 0 else { return nil }
      return CellPrint(
        cell: cell, value: value, origin: origin,
        slots: slots[cell].filter { unknowns[Int($0) * measureCount + measure] >= 0 })
    }
  }

  /// A figure less any other within it.
  private func remainders(
    of prints: [CellPrint], _ measure: Int, outside part: Int?, _ isSmall: (Int) -> Bool
  ) -> [DataSetModel.Finding] {
    let prints = prints.sorted { ($0.value, $0.cell) < ($1.value, $1.cell) }
    var found: [DataSetModel.Finding] = []
    for (position, whole) in prints.enumerated() {
      for inner in prints[..<position].reversed() {
        let rest = whole.value - inner.value
        if rest >= threshold * scale { break }
        if isSmall(rest), inner.slots.count < whole.slots.count,
          Self.contains(whole.slots, inner.slots),
          !isKnownElsewhere(measure, outside: part, whole.cell, less: inner.cell)
        {
          found.append(.init(kind: .remainder, origin: whole.origin, other: inner.origin))
        }
      }
    }
    return found
  }

  /// Whether one ascending list holds all of another.
  private static func contains(_ outer: [Int32], _ inner: [Int32]) -> Bool {
    var place = outer.startIndex
    for element in inner {
      while place < outer.endIndex, outer[place] < element { place += 1 }
      guard place < outer.endIndex, outer[place] == element else { return false }
      place += 1
    }
    return true
  }
}
