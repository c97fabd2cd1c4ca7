import PublishedFiles

extension DataSetModelBuilder {
  /// What codes of one axis that lie within each other, or cross, leave of each other where no table
  /// shows it: years of ranges, parts of groups. Persons in such a piece, and those outside a part,
  /// must not be provably few, whatever tells of them.
  func pieces() -> (found: [DataSetModel.Target], cut: Set<CutPlace>) {
    var found: [DataSetModel.Target] = []
    var cut: Set<CutPlace> = []
    for axis in axes.indices where hasPieces(axis) {
      for (place, cells) in cellsByPlace(on: axis) {
        let pieces = AxisPiece.pieces(of: given(cells, on: axis))
        for piece in pieces.found {
          for (measure, part) in counted {
            let count = CutPlace(axis: axis, place: place, measure: measure, outside: part)
            found.append(contentsOf: [target(piece, count, cells)].compactMap(\.self))
          }
        }
        guard pieces.isCut else { continue }
        for (measure, part) in counted {
          cut.insert(CutPlace(axis: axis, place: place, measure: measure, outside: part))
        }
      }
    }
    return (found, cut)
  }

  /// The finest pieces of places at which not everything was gone through. A sum of several of them
  /// is small only where each of them is: if not even two can be, nothing was missed.
  func finestPieces(at cut: [CutPlace]) -> [DataSetModel.Target] {
    var places: [Int: [[Int32]: [Int]]] = [:]
    for axis in Set(cut.map(\.axis)) {
      places[axis] = Dictionary(uniqueKeysWithValues: cellsByPlace(on: axis))
    }
    return cut.enumerated().flatMap { index, count -> [DataSetModel.Target] in
      let cells = places[count.axis]?[count.place] ?? []
      let given = given(cells, on: count.axis)
      let shown = Set(given.map(\.leaves))
      return AxisPiece.finest(of: given).flatMap { piece -> [DataSetModel.Target] in
        guard let target = target(piece, count, cells) else { return [] }
        let finest = DataSetModel.Target(
          kind: .finest(place: index), origin: target.origin, sum: target.sum)
        return shown.contains(piece.leaves) ? [finest] : [finest, target]
      }
    }
  }

  /// Measures of persons, and those whom a sensitive part of one does not count.
  private var counted: [(measure: Int, outside: Int?)] {
    ties.measures.indices.filter { ties.measures[$0].sensitivity == .persons }
      .flatMap { measure -> [(Int, Int?)] in
        guard let whole = ties.whole[measure], ties.measures[measure].complement == .sensitive
        else { return [(measure, nil)] }
        return [(measure, nil), (whole, measure)]
      }
  }

  /// Whether an axis has leaves that no code stands for by itself.
  private func hasPieces(_ axis: Int) -> Bool {
    !axes[axis].isMultiResponse && leafLists[axis].count { $0.count == 1 } < axes[axis].leafCount
  }

  private func cellsByPlace(on axis: Int) -> [(key: [Int32], value: [Int])] {
    var places: [[Int32]: [Int]] = [:]
    let cells = Set(contents.keys.map { $0 / measureCount })
      .union(knownFigures.keys.map { $0 / measureCount })
    for cell in cells.sorted() { places[place(of: cell, on: axis), default: []].append(cell) }
    return places.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  private func given(_ cells: [Int], on axis: Int) -> [AxisPiece] {
    cells.map { cell in
      AxisPiece(
        name: axes[axis].code(of: leaves(of: cell, on: axis)),
        leaves: Set(leaves(of: cell, on: axis)), slots: Set(slots[cell]))
    }
  }

  private func target(
    _ piece: AxisPiece, _ count: CutPlace, _ cells: [Int]
  ) -> DataSetModel.Target? {
    let (axis, measure) = (count.axis, count.measure)
    let addsUp = axes[axis].role != .period || ties.measures[measure].pools
    guard addsUp || piece.leaves.count == 1 else { return nil }
    let slots = piece.slots.sorted().map(Int.init)
    let sum = AuditSystem.Sum(
      terms: slots.flatMap { slot in
        count.outside.map { termsOutside($0, of: measure, slot) }
          ?? atoms(slot, measure).map { ($0, 1) }
      })
    if sum.variables.isEmpty { return nil }
    let table = cells.lazy.compactMap { cell in
      (0..<measureCount).lazy.compactMap { contents[cell * measureCount + $0]?.shown?.table }.first
    }.first
    let others = axes.indices.compactMap { other in
      other == axis ? nil : axes[other].name(of: leafLists[other][Int(count.place[other])])
    }
    let name = ([measure] + [count.outside].compactMap(\.self)).map { ties.measures[$0].id }
      .joined(separator: " − ")
    let region = CellRegion(
      measure: measure, outside: count.outside, axis: axis, place: count.place,
      leaves: Set(piece.leaves.map(Int32.init)))
    return .init(
      kind: .piece,
      origin: .init(
        table: table ?? dataset, cell: ([name, piece.name] + others).joined(separator: ", ")),
      sum: sum, isKnownElsewhere: knownElsewhere.contains(region))
  }
}

/// What is counted on one axis, at one place of all others: a measure, or those whom a part of it
/// does not count.
struct CutPlace: Hashable, Comparable {
  let axis: Int
  let place: [Int32]
  let measure: Int
  let outside: Int?

  static func < (one: CutPlace, other: CutPlace) -> Bool {
    if one.place != other.place { return one.place.lexicographicallyPrecedes(other.place) }
    return (one.axis, one.measure, one.outside ?? -1)
      < (other.axis, other.measure, other.outside ?? -1)
  }
}

/// A set of leaves of an axis, and how it comes from the codes of cells.
struct AxisPiece {
  let name: String
  let leaves: Set<Int>
  let slots: Set<Int32>

  /// At one place no more are gone through.
  private static let most = 80

  /// Leaves that lie in the same of some given sets.
  static func finest(of given: [AxisPiece]) -> [AxisPiece] {
    let leaves = given.reduce(into: Set<Int>()) { $0.formUnion($1.leaves) }
    var groups: [[Bool]: Set<Int>] = [:]
    for leaf in leaves {
      groups[given.map { $0.leaves.contains(leaf) }, default: []].insert(leaf)
    }
    return groups.sorted { $0.value.min() ?? 0 < $1.value.min() ?? 0 }.map { holds, leaves in
      let inside = given.indices.filter { holds[$0] }
      var slots = given[inside[0]].slots
      for index in given.indices {
        if holds[index] {
          slots.formIntersection(given[index].slots)
        } else {
          slots.subtract(given[index].slots)
        }
      }
      let name = inside.map { given[$0].name }
      return AxisPiece(
        name: name.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
          .joined(separator: " ∩ "), leaves: leaves, slots: slots)
    }
  }

  /// What given sets leave of each other and have in common, and these of each other; without those
  /// that other given ones make up; and whether there are more than are gone through.
  static func pieces(of given: [AxisPiece]) -> (found: [AxisPiece], isCut: Bool) {
    var all: [AxisPiece] = []
    var known: Set<Set<Int>> = []
    for piece in given where !piece.leaves.isEmpty && known.insert(piece.leaves).inserted {
      all.append(piece)
    }
    let shown = all
    var isCut = false
    func add(_ leaves: Set<Int>, _ slots: Set<Int32>, _ name: String) {
      guard !leaves.isEmpty, known.insert(leaves).inserted else { return }
      guard all.count < shown.count + most else {
        isCut = true
        return
      }
      all.append(AxisPiece(name: name, leaves: leaves, slots: slots))
    }
    var next = 0
    while next < all.count, !isCut {
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
    let found = all.dropFirst(shown.count).filter { piece in
      let within = shown.filter { $0.leaves.isSubset(of: piece.leaves) }
      return within.reduce(into: Set<Int>()) { $0.formUnion($1.leaves) } != piece.leaves
    }
    return (found, isCut)
  }
}
