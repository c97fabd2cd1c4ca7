/// Relates the unknowns of a part to those of its whole.
struct PartRelation {
  let space: Space
  let rows: Rows
  let rowOf: [Int: Int32]
  let cells: LeafCells

  /// The least that an atom of the whole holds: the part's unknowns that lie inside it.
  func least(in atom: MissingParts.Atom, part: Int, _ missing: MissingParts) -> Int {
    let inside = Set(atom.leaves)
    let known = atom.leaves.reduce(0) { sum, key in
      guard let row = rowOf[key], rows.state(Int(row), part).isNumber else { return sum }
      return sum + rows.value(Int(row), part)
    }
    return missing.atoms.indices.reduce(known) { sum, index in
      inside.isSuperset(of: missing.atoms[index].leaves) ? sum + missing.values[index] : sum
    }
  }

  /// Pairs of unknowns at the same finest cells.
  ///
  /// Nil if missing cells of part and whole don't match under the totals that are given: then only
  /// sums of several unknowns could be compared, and an attacker would know more than the pairs say.
  func pairs(
    part: Int, whole: Int, _ partMissing: MissingParts, _ wholeMissing: MissingParts
  ) -> [PartPair]? {
    let partAtoms = unknowns(partMissing)
    let wholeAtoms = unknowns(wholeMissing)
    var pairs: [PartPair] = []
    // Leaf unknowns on one side that meet an atom on the other.
    var leafUnknowns: [Int: (part: Int?, whole: Int?)] = [:]
    for cell in 0..<cells.count {
      let (p, w) = (cells.unknown(cell, part), cells.unknown(cell, whole))
      if let p, let w {
        pairs.append(PartPair(whole: w, part: p))
      } else if p != nil || w != nil, !partAtoms.isEmpty || !wholeAtoms.isEmpty {
        let key = (0..<cells.axisCount).reduce(0) {
          $0 + cells.node(cell, $1) * space.stride($1)
        }
        leafUnknowns[key] = (p, w)
      }
    }
    if partAtoms.isEmpty && wholeAtoms.isEmpty { return pairs }
    /// For each unknown of the part, the wholes at its cells; nil where a cell has none: then the
    /// part has no bound there.
    var wholesOf: [Int: Set<Int>?] = [:]
    for key in Set(partAtoms.keys).union(wholeAtoms.keys).union(leafUnknowns.keys) {
      guard let p = partAtoms[key] ?? leafUnknowns[key]?.part else { continue }
      let w = wholeAtoms[key] ?? leafUnknowns[key]?.whole
      guard let known = wholesOf[p, default: []] else { continue }
      wholesOf[p] = w.map { known.union([$0]) }
    }
    let bounded = wholesOf.compactMap { unknown, wholes in wholes.map { (unknown, $0) } }
      .sorted { $0.0 < $1.0 }
    var bounding = Set<Int>()
    for (part, wholes) in bounded {
      guard wholes.count == 1, let whole = wholes.first, bounding.insert(whole).inserted else {
        return nil
      }
      pairs.append(PartPair(whole: whole, part: part))
    }
    return pairs
  }

  /// The unknown of each missing cell that lies in an atom.
  private func unknowns(_ missing: MissingParts) -> [Int: Int] {
    var unknowns: [Int: Int] = [:]
    for (index, atom) in missing.atoms.enumerated() {
      for leaf in atom.leaves { unknowns[leaf] = missing.unknown(index) }
    }
    return unknowns
  }
}
