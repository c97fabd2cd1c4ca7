import PublishedFiles

extension DataSetModelBuilder {
  /// Small counts of persons without a code of which a person may have several: a printed total
  /// less a printed code below it; or of those whom a part does not count.
  func withoutCode(
    _ measure: Int, outside part: Int? = nil, _ isSmall: (Int) -> Bool
  ) -> [DataSetModel.Finding] {
    guard let response = axes.firstIndex(where: \.isMultiResponse) else { return [] }
    let leaves = leafSets.map { sets in
      Dictionary(sets.map { ($1, Set($0)) }, uniquingKeysWith: { first, _ in first })
    }
    let prints = contents.keys.sorted().compactMap { key -> (cell: Int, print: Print)? in
      guard key % measureCount == measure, let content = contents[key],
        let print = content.printed ?? content.earlier.last
      else { return nil }
      let cell = key / measureCount
      var value = print.value
      if let part {
        let content = contents[cell * measureCount + part]
        guard let inside = content?.printed ?? content?.earlier.last else { return nil }
        value -= inside.value
      }
      return (cell, Print(value: value, origin: print.origin))
    }
    func holds(_ whole: Int, _ part: Int) -> Bool {
      axes.indices.allSatisfy { axis in
        guard let all = leaves[axis][cellKeys[whole][axis]],
          let some = leaves[axis][cellKeys[part][axis]]
        else { return cellKeys[whole][axis] == cellKeys[part][axis] }
        return axis == response ? isBelow(some, all, on: axis) : some.isSubset(of: all)
      }
    }
    var found: [DataSetModel.Finding] = []
    for whole in prints {
      for part in prints
      where isSmall(whole.print.value - part.print.value) && holds(whole.cell, part.cell) {
        found.append(.init(kind: .remainder, origin: whole.print.origin, other: part.print.origin))
      }
    }
    return found
  }

  private struct Print {
    let value: Int
    let origin: DataSetModel.Origin
  }

  /// Whether a point lies below another one, through others or directly.
  private func isBelow(_ point: Set<Int>, _ above: Set<Int>, on axis: Int) -> Bool {
    var reached = above
    for _ in axes[axis].responses {
      for relation in axes[axis].responses where reached.contains(relation.whole) {
        reached.formUnion(relation.parts)
      }
    }
    return point != above && point.isSubset(of: reached)
  }
}
