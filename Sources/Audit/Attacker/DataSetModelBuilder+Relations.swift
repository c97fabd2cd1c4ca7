extension DataSetModelBuilder {
  /// What ties measures and response points, for each finest combination.
  func relations() -> [AuditSystem.Knowledge] {
    var found: [AuditSystem.Knowledge] = []
    let furtherParts = ties.measures.indices.filter { part in
      ties.whole[part].map { ties.firstPart(of: $0) != part } ?? false
    }
    let parted = ties.measures.indices.filter { ties.whole[$0] != nil }
    let strides = responseStrides
    for group in groups.signatures.indices {
      for point in 0..<groups.pointCount {
        let slot = group * groups.pointCount + point
        for part in furtherParts {
          guard let whole = ties.whole[part], !isLeftOut[slot * measureCount + whole] else {
            continue
          }
          found += atMost(part: atoms(slot, part), whole: atoms(slot, whole))
        }
        for identity in ties.identities {
          if identity.contains(where: { isLeftOut[slot * measureCount + $0.measure] }) { continue }
          let terms = identity.flatMap { term in
            atoms(slot, term.measure).map { (variable: $0, coefficient: term.coefficient) }
          }
          if !terms.isEmpty { found.append(.init(.init(terms: terms), equals: 0)) }
        }
        for response in strides {
          for relation in axes[response.axis].responses
          where point / response.stride % axes[response.axis].leafCount == relation.whole {
            let parts = relation.parts.map { slot + ($0 - relation.whole) * response.stride }
            for measure in 0..<measureCount {
              let whole = atoms(slot, measure)
              for part in parts { found += atMost(part: atoms(part, measure), whole: whole) }
              found += atMost(part: whole, whole: parts.flatMap { atoms($0, measure) })
            }
            for part in parted { found += codesOutside(part, slot, parts) }
          }
        }
      }
    }
    return found
  }

  /// Response points are numbered with the last axis running fastest.
  private var responseStrides: [(axis: Int, stride: Int)] {
    var stride = 1
    var found: [(axis: Int, stride: Int)] = []
    for axis in axes.indices.reversed() where axes[axis].isMultiResponse {
      found.append((axis, stride))
      stride *= axes[axis].leafCount
    }
    return found
  }

  /// Those whom a part does not count: at a code no more than in all, and in all no more than at
  /// the codes together.
  private func codesOutside(
    _ part: Int, _ total: Int, _ codes: [Int]
  ) -> [AuditSystem.Knowledge] {
    func terms(_ slot: Int, times factor: Int) -> [(variable: Int, coefficient: Int)]? {
      guard let whole = ties.whole[part],
        ![part, whole].contains(where: { isLeftOut[slot * measureCount + $0] })
      else { return nil }
      return atoms(slot, whole).map { ($0, factor) } + atoms(slot, part).map { ($0, -factor) }
    }
    guard let above = terms(total, times: 1), let minus = terms(total, times: -1) else { return [] }
    let below = codes.map { (plus: terms($0, times: 1), minus: terms($0, times: -1)) }
    var found = below.compactMap(\.minus).map {
      AuditSystem.Knowledge(.init(terms: above + $0), lower: 0, upper: nil)
    }
    let together = below.compactMap(\.plus)
    if together.count == codes.count {
      found.append(.init(.init(terms: together.flatMap(\.self) + minus), lower: 0, upper: nil))
    }
    return found
  }

  private func atMost(part: [Int], whole: [Int]) -> [AuditSystem.Knowledge] {
    if part.isEmpty { return [] }
    let terms =
      whole.map { (variable: $0, coefficient: 1) } + part.map { (variable: $0, coefficient: -1) }
    return [.init(.init(terms: terms), lower: 0, upper: nil)]
  }
}
