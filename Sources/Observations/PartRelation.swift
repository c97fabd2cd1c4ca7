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

  /// What "the part is at most the whole" says of unknowns.
  ///
  /// At most finest cells that is one pair. Where cells without a number lie under totals that
  /// were given, and part and whole lack different ones, only sums of unknowns can be compared:
  /// whole numbers for the single cells exist exactly if each set of parts is at most all wholes
  /// that share a cell with it (Hall's condition for a transportation problem).
  ///
  /// Nil if so many parts hang together that their sets are too many.
  func relations(
    part: Int, whole: Int, _ partMissing: MissingParts, _ wholeMissing: MissingParts
  ) -> (pairs: [PartPair], bounds: [SumBound])? {
    let partAtoms = partMissing.unknownOfLeaf
    let wholeAtoms = wholeMissing.unknownOfLeaf
    var pairs: [PartPair] = []
    // Leaf unknowns on one side that meet an atom on the other.
    var leafUnknowns: [Int: (part: Int?, whole: Int?)] = [:]
    for cell in 0..<cells.count {
      let (p, w) = (cells.unknown(cell, part), cells.unknown(cell, whole))
      if let p, let w {
        pairs.append(PartPair(whole: w, part: p))
      } else if p != nil || w != nil, !partAtoms.isEmpty || !wholeAtoms.isEmpty {
        leafUnknowns[cells.key(cell, in: space)] = (p, w)
      }
    }
    if partAtoms.isEmpty && wholeAtoms.isEmpty { return (pairs, []) }
    /// For each unknown of the part, the wholes at its cells; nil where a cell has none: then the
    /// part has no bound there.
    var wholesOf: [Int: Set<Int>?] = [:]
    for key in Set(partAtoms.keys).union(wholeAtoms.keys).union(leafUnknowns.keys) {
      guard let p = partAtoms[key] ?? leafUnknowns[key]?.part else { continue }
      let w = wholeAtoms[key] ?? leafUnknowns[key]?.whole
      guard let known = wholesOf[p, default: []] else { continue }
      wholesOf[p] = w.map { known.union([$0]) }
    }
    let bounded = wholesOf.compactMap { unknown, wholes in
      wholes.map { (part: unknown, wholes: $0) }
    }.sorted { $0.part < $1.part }
    var bounds: [SumBound] = []
    for group in Self.connected(bounded) {
      if group.count == 1, group[0].wholes.count == 1, let whole = group[0].wholes.first {
        pairs.append(PartPair(whole: whole, part: group[0].part))
        continue
      }
      guard group.count <= Self.mostPartsTogether else { return nil }
      for chosen in 1..<(1 << group.count) {
        let members = group.indices.filter { chosen & (1 << $0) != 0 }.map { group[$0] }
        guard Self.connected(members).count == 1 else { continue }
        let wholes = members.reduce(into: Set<Int>()) { $0.formUnion($1.wholes) }
        bounds.append(
          SumBound(
            lesser: members.map(\.part), greater: wholes.sorted(),
            kind: .parts(isComplete: members.count == group.count)))
      }
    }
    return (pairs, bounds)
  }

  private static let mostPartsTogether = 8

  /// Groups of parts that share wholes, directly or through others; in the order of the parts.
  private static func connected(
    _ parts: [(part: Int, wholes: Set<Int>)]
  ) -> [[(part: Int, wholes: Set<Int>)]] {
    var groups: [(members: [(part: Int, wholes: Set<Int>)], wholes: Set<Int>)] = []
    for entry in parts {
      let touching = groups.indices.filter { !groups[$0].wholes.isDisjoint(with: entry.wholes) }
      var merged = (members: [entry], wholes: entry.wholes)
      for index in touching.reversed() {
        let group = groups.remove(at: index)
        merged = (group.members + merged.members, group.wholes.union(merged.wholes))
      }
      groups.append(merged)
    }
    return groups.map { $0.members.sorted { $0.part < $1.part } }
      .sorted { ($0.first?.part ?? 0) < ($1.first?.part ?? 0) }
  }
}
