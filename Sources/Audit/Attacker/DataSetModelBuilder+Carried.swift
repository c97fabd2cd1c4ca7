import PublishedFiles

extension DataSetModelBuilder {
  /// What a period leaves to the next: of `opening + received - closed = closing`, the opening of a
  /// year is the closing of the year before. Nobody says so and every reader tries it: at every
  /// place, or else in all, unless two figures contradict it.
  func carriedOver() -> [[[AuditSystem.Knowledge]]] {
    guard let period = axes.firstIndex(where: { !$0.stretches.isEmpty }) else { return [] }
    let steps = neighbours(on: period)
    return ties.carried.map { pair in
      let found = steps.compactMap { step in
        carried(from: step.cell, pair.closing, to: step.next, pair.opening).map {
          (knowledge: $0.knowledge, isContradicted: $0.isContradicted, isTotal: step.isTotal)
        }
      }
      return [found, found.filter(\.isTotal)].compactMap { steps in
        steps.contains(where: \.isContradicted) || steps.isEmpty
          ? nil : steps.map(\.knowledge).filter { !$0.sum.variables.isEmpty }
      }
    }
  }

  /// Cells of periods of which one begins where the other ends, at the same codes otherwise.
  private func neighbours(on period: Int) -> [(cell: Int, next: Int, isTotal: Bool)] {
    var places: [[Int32]: [Int: Int]] = [:]
    for cell in cellKeys.indices {
      let leaves = leaves(of: cell, on: period)
      guard leaves.count == 1 else { continue }
      places[place(of: cell, on: period), default: [:]][leaves[0]] = cell
    }
    let stretches = axes[period].stretches
    return places.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { _, cells in
      stretches.indices.dropLast().compactMap { leaf in
        guard stretches[leaf].end == stretches[leaf + 1].start, let cell = cells[leaf],
          let next = cells[leaf + 1]
        else { return nil }
        let isTotal = axes.indices.allSatisfy {
          $0 == period || leaves(of: cell, on: $0) == axes[$0].everything
        }
        return (cell, next, isTotal)
      }
    }
  }

  /// Nil where one of them was not collected, does not apply, or has no cell.
  private func carried(
    from cell: Int, _ closing: Int, to next: Int, _ opening: Int
  ) -> (knowledge: AuditSystem.Knowledge, isContradicted: Bool)? {
    let sides = [(cell, closing, 1), (next, opening, -1)]
    var terms: [(variable: Int, coefficient: Int)] = []
    var values: [Int] = []
    for (cell, measure, coefficient) in sides {
      let content = contents[cell * measureCount + measure]
      if content?.printed == nil, content?.missing != nil { return nil }
      if slots[cell].isEmpty, content == nil { return nil }
      for slot in slots[cell] {
        if isLeftOut[Int(slot) * measureCount + measure] { return nil }
        terms += atoms(Int(slot), measure).map { ($0, coefficient) }
      }
      if let print = content?.printed ?? content?.earlier.last { values.append(print.value) }
    }
    return (.init(.init(terms: terms), equals: 0), values.count == 2 && values[0] != values[1])
  }
}
