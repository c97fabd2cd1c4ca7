/// Relates the unknowns of a part to those of its whole.
struct PartRelation {
  let space: Space
  let rows: Rows
  let rowOf: [Int: Int32]
  let cells: LeafCells

  /// More unknowns of a part that hang together through several wholes are refused: each set of
  /// them would have to be compared, or an attacker would know more than the system.
  private static let mostSubsets = 8

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

  /// Pairs of unknowns at the same finest cell; where one side is missing there, sums of those
  /// that hang together. Nil if too many do.
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
        pairs.append(PartPair(wholes: [w], parts: [p]))
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
    for group in groups(bounded) {
      guard let compared = compare(group) else { return nil }
      pairs += compared
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

  private typealias Bounded = (part: Int, wholes: Set<Int>)

  /// Parts that share a whole, directly or through others.
  private func groups(_ bounded: [Bounded]) -> [[Bounded]] {
    var groups: [(parts: [Bounded], wholes: Set<Int>)] = []
    for entry in bounded {
      var merged: (parts: [Bounded], wholes: Set<Int>) = ([entry], entry.wholes)
      groups.removeAll { group in
        guard !group.wholes.isDisjoint(with: merged.wholes) else { return false }
        merged = (group.parts + merged.parts, merged.wholes.union(group.wholes))
        return true
      }
      groups.append(merged)
    }
    return groups.map(\.parts)
  }

  /// Whatever parts are taken together are at most the wholes that any of them meets (Hall).
  private func compare(_ group: [Bounded]) -> [PartPair]? {
    func pair(_ parts: [Bounded]) -> PartPair {
      PartPair(
        wholes: parts.reduce(into: Set<Int>()) { $0.formUnion($1.wholes) }.sorted(),
        parts: parts.map(\.part).sorted())
    }
    if group.count == 1 { return [pair(group)] }
    // Under one whole, all parts together say everything.
    if Set(group.map(\.wholes)).count == 1, group[0].wholes.count == 1 { return [pair(group)] }
    if group.count > Self.mostSubsets { return nil }
    var pairs: [PartPair] = []
    for subset in 1..<(1 << group.count) {
      pairs.append(pair(group.indices.filter { subset >> $0 & 1 == 1 }.map { group[$0] }))
    }
    return pairs
  }
}
