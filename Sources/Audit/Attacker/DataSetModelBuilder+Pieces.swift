import PublishedFiles

extension DataSetModelBuilder {
  /// What codes of one axis that lie within each other, or cross, leave of each other where no table
  /// shows it: years of ranges, parts of groups. Persons in such a piece, and those outside a part,
  /// must not be provably few, whatever tells of them.
  func pieces() -> [DataSetModel.Target] {
    axes.indices.filter(hasPieces).flatMap { axis -> [DataSetModel.Target] in
      var places: [[Int32]: [Int]] = [:]
      let cells = Set(contents.keys.map { $0 / measureCount })
        .union(knownFigures.keys.map { $0 / measureCount })
      for cell in cells.sorted() { places[place(of: cell, on: axis), default: []].append(cell) }
      return places.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        .flatMap { place, cells in pieces(on: axis, at: place, cells) }
    }
  }

  /// Whether an axis has leaves that no code stands for by itself.
  private func hasPieces(_ axis: Int) -> Bool {
    !axes[axis].isMultiResponse && leafLists[axis].count { $0.count == 1 } < axes[axis].leafCount
  }

  private func pieces(
    on axis: Int, at place: [Int32], _ cells: [Int]
  ) -> [DataSetModel.Target] {
    let others = axes.indices.compactMap { other in
      other == axis ? nil : axes[other].name(of: leafLists[other][Int(place[other])])
    }
    let table = cells.lazy.compactMap { cell in
      (0..<measureCount).lazy.compactMap { contents[cell * measureCount + $0]?.shown?.table }.first
    }.first
    let given = cells.map { cell in
      AxisPiece(
        name: axes[axis].code(of: leaves(of: cell, on: axis)),
        leaves: Set(leaves(of: cell, on: axis)), slots: Set(slots[cell]))
    }
    return AxisPiece.pieces(of: given).flatMap { piece -> [DataSetModel.Target] in
      ties.measures.indices.flatMap { measure -> [DataSetModel.Target] in
        let tied = ties.measures[measure]
        guard tied.sensitivity == .persons, tied.pools || piece.leaves.count == 1 else { return [] }
        func target(_ name: String, _ terms: [(variable: Int, coefficient: Int)], outside: Int?)
          -> DataSetModel.Target?
        {
          let sum = AuditSystem.Sum(terms: terms)
          if sum.variables.isEmpty { return nil }
          let region = CellRegion(
            measure: outside.flatMap { ties.whole[$0] } ?? measure, outside: outside, axis: axis,
            place: place, leaves: Set(piece.leaves.map(Int32.init)))
          return .init(
            kind: .piece,
            origin: .init(
              table: table ?? dataset, cell: ([name, piece.name] + others).joined(separator: ", ")),
            sum: sum, isKnownElsewhere: knownElsewhere.contains(region))
        }
        let slots = piece.slots.sorted().map(Int.init)
        var found = [
          target(tied.id, slots.flatMap { atoms($0, measure).map { ($0, 1) } }, outside: nil)
        ]
        if let whole = ties.whole[measure], tied.complement == .sensitive {
          found.append(
            target(
              "\(ties.measures[whole].id) − \(tied.id)",
              slots.flatMap { termsOutside(measure, of: whole, $0) }, outside: measure))
        }
        return found.compactMap(\.self)
      }
    }
  }
}

/// A set of leaves of an axis, and how it comes from the codes of cells.
struct AxisPiece {
  let name: String
  let leaves: Set<Int>
  let slots: Set<Int32>

  /// At one place no more are gone through.
  private static let most = 80

  /// What given sets leave of each other and have in common, and these of each other; without those
  /// that other given ones make up.
  static func pieces(of given: [AxisPiece]) -> [AxisPiece] {
    var all: [AxisPiece] = []
    var known: Set<Set<Int>> = []
    for piece in given where !piece.leaves.isEmpty && known.insert(piece.leaves).inserted {
      all.append(piece)
    }
    let shown = all
    func add(_ leaves: Set<Int>, _ slots: Set<Int32>, _ name: String) {
      guard !leaves.isEmpty, all.count < shown.count + most, known.insert(leaves).inserted else {
        return
      }
      all.append(AxisPiece(name: name, leaves: leaves, slots: slots))
    }
    var next = 0
    while next < all.count {
      let one = all[next]
      for other in all[..<next] where !one.leaves.isDisjoint(with: other.leaves) {
        add(
          one.leaves.intersection(other.leaves), one.slots.intersection(other.slots),
          "\(one.name) ∩ \(other.name)")
        add(
          one.leaves.subtracting(other.leaves), one.slots.subtracting(other.slots),
          "\(one.name) − \(other.name)")
        add(
          other.leaves.subtracting(one.leaves), other.slots.subtracting(one.slots),
          "\(other.name) − \(one.name)")
      }
      next += 1
    }
    return all.dropFirst(shown.count).filter { piece in
      let within = shown.filter { $0.leaves.isSubset(of: piece.leaves) }
      return within.reduce(into: Set<Int>()) { $0.formUnion($1.leaves) } != piece.leaves
    }
  }
}
