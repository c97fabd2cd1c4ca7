/// What an edition says of the leaves of one axis, at one place of all others.
struct LineFigure {
  let value: Int
  let set: Set<Int32>
  let origin: DataSetModel.Origin
}

/// Two editions at one place: what is worked out in one of them, or in both, and differs by a few.
struct LineRevision {
  private let then: [LineFigure]
  private let now: [LineFigure]
  /// There are more sets than are gone through.
  private(set) var isCut = false
  private(set) var findings: [DataSetModel.Finding] = []

  init(then: [LineFigure], now: [LineFigure], _ isSmall: (Int) -> Bool) {
    self.then = then
    self.now = now
    let before = LineSums(then.map { ($0.set, $0.value) })
    let after = LineSums(now.map { ($0.set, $0.value) })
    // What both editions print was looked at.
    var known = Set(then.map(\.set)).intersection(now.map(\.set))
    func look(at set: Set<Int32>) {
      guard !set.isEmpty, known.insert(set).inserted, let old = before.value(of: set),
        let new = after.value(of: set), isSmall(abs(new - old)),
        let one = origin(of: set, in: now), let other = origin(of: set, in: then)
      else { return }
      findings.append(.init(kind: .revision, origin: one, other: other))
    }
    for figure in then + now { look(at: figure.set) }
    // Leaves that both editions tell by themselves add nothing to what a sum of others tells.
    var alone: Set<Int32> = []
    for group in GroupMask.masks(of: (then + now).map(\.set)).groups
    where before.value(of: group) != nil && after.value(of: group) != nil {
      look(at: group)
      alone.formUnion(group)
    }
    func rests(_ figures: [LineFigure]) -> [Set<Int32>] {
      figures.map { $0.set.subtracting(alone) }.filter { !$0.isEmpty }
    }
    let shared = SharedSums(rests(then), rests(now))
    for set in shared.sets { look(at: set) }
    isCut = shared.isCut
  }

  /// The figure that says it, or one of those from which it is worked out.
  private func origin(of set: Set<Int32>, in figures: [LineFigure]) -> DataSetModel.Origin? {
    (figures.first { $0.set == set } ?? figures.first { !$0.set.isDisjoint(with: set) })?.origin
  }
}
