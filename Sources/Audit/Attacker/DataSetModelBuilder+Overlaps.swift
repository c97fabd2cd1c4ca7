import PublishedFiles

extension DataSetModelBuilder {
  /// Small counts that figures with overlapping codes give away: groups of two hierarchies, ranges
  /// of years.
  func overlaps(
    of prints: [CellPrint], _ measure: Int, outside part: Int?, _ isSmall: (Int) -> Bool
  ) -> PlainFindings {
    var found = PlainFindings()
    for axis in overlapping.sorted() {
      var places: [[Int32]: [CellPrint]] = [:]
      for print in prints { places[place(of: print.cell, on: axis), default: []].append(print) }
      for (place, prints) in places.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        let derived = OverlapArithmetic.derived(from: prints.map { ($0.value, Set($0.slots)) })
        if derived.isCut {
          found.cut.insert(CutPlace(axis: axis, place: place, measure: measure, outside: part))
        }
        found.findings += overlaps(derived.numbers, among: prints, isSmall) {
          isKnownElsewhere(measure, outside: part, $0.cell)
        }
      }
    }
    return found
  }

  private func overlaps(
    _ numbers: [OverlapArithmetic.Number], among prints: [CellPrint], _ isSmall: (Int) -> Bool,
    isKnown: (CellPrint) -> Bool
  ) -> [DataSetModel.Finding] {
    numbers.compactMap { number in
      guard isSmall(number.value) else { return nil }
      let sources = number.sources.sorted()
      // Of two cells, the one within the other: reported as what the one leaves.
      guard sources.count > 2, let first = sources.first, let last = sources.last,
        !sources.allSatisfy({ isKnown(prints[$0]) })
      else { return nil }
      return .init(kind: .remainder, origin: prints[first].origin, other: prints[last].origin)
    }
  }

  /// Axes on which two codes have leaves in common and each others of its own.
  func overlappingAxes() -> Set<Int> {
    Set(
      axes.indices.filter { axis in
        if axes[axis].isMultiResponse { return false }
        let sets = leafLists[axis].map(Set.init)
        return sets.indices.contains { position in
          sets[..<position].contains { other in
            let one = sets[position]
            return !one.isDisjoint(with: other) && !one.isSubset(of: other)
              && !other.isSubset(of: one)
          }
        }
      })
  }
}
