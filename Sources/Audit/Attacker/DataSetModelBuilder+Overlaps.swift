import PublishedFiles

extension DataSetModelBuilder {
  /// Small counts that printed cells with overlapping codes give away: groups of two hierarchies,
  /// ranges of years.
  func overlaps(of measure: Int, _ isSmall: (Int) -> Bool) -> [DataSetModel.Finding] {
    var found: [DataSetModel.Finding] = []
    for axis in axes.indices where overlap(on: axis) {
      var places: [[Int32]: [Int]] = [:]
      for key in contents.keys.sorted() where key % measureCount == measure {
        var place = cellKeys[key / measureCount]
        place[axis] = -2
        places[place, default: []].append(key)
      }
      for (_, keys) in places.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        found += overlaps(of: measure, among: keys, isSmall)
      }
    }
    return found
  }

  private func overlaps(
    of measure: Int, among keys: [Int], _ isSmall: (Int) -> Bool
  ) -> [DataSetModel.Finding] {
    var prints: [(value: Int, set: Set<Int32>)] = []
    var origins: [DataSetModel.Origin] = []
    for key in keys {
      guard let print = contents[key]?.printed ?? contents[key]?.earlier.last, print.value > 0
      else { continue }
      // What a printed zero covers counts for nothing.
      let set = Set(
        slots[key / measureCount].filter { unknowns[Int($0) * measureCount + measure] >= 0 })
      prints.append((print.value, set))
      origins.append(print.origin)
    }
    return OverlapArithmetic.derived(from: prints).compactMap { number in
      guard isSmall(number.value) else { return nil }
      let sources = number.sources.sorted()
      // Of two cells, the one within the other: reported as what the one leaves.
      guard sources.count > 2, let first = sources.first, let last = sources.last else {
        return nil
      }
      return .init(kind: .remainder, origin: origins[first], other: origins[last])
    }
  }

  /// Whether two codes of an axis have leaves in common and each others of its own.
  private func overlap(on axis: Int) -> Bool {
    if axes[axis].isMultiResponse { return false }
    let sets = leafSets[axis].keys.map(Set.init)
    return sets.indices.contains { position in
      sets[..<position].contains { other in
        let one = sets[position]
        return !one.isDisjoint(with: other) && !one.isSubset(of: other) && !other.isSubset(of: one)
      }
    }
  }
}
