import Tables

/// Adds up the finest cells of a data set to the cells of a table.
struct FrameCells {
  private let observed: Observed
  /// Axes in the order of the table, fixed ones last.
  private let shown: [ShownAxis]
  private let measures: [Int]
  /// Periods of the data that the table uses, ascending.
  private let periods: [Int]
  /// The cells of the table with single periods in place of pooled ranges: sizes and strides in
  /// the order of `shown`.
  private let sizes: [Int]
  private let strides: [Int]
  private var tallies: [CellTally] = []
  private var unknowns: [[Int]] = []

  /// More cells than this are no table, and would not fit in memory with all that adds up to them.
  static let mostCells = 2_000_000

  /// Nil if there are too many cells.
  init?(_ observed: Observed, shown: [ShownAxis], measures: [Int]) {
    guard Self.count(shown, measures) <= Self.mostCells else { return nil }
    self.observed = observed
    self.shown = shown
    self.measures = measures
    periods = Set(shown.flatMap { $0.periods.flatMap { $0 } }).sorted()
    let count = periods.count
    sizes = shown.map { $0.periods.isEmpty ? $0.nodes.count : count }
    var strides = [Int](repeating: 1, count: sizes.count)
    for axis in sizes.indices.dropLast().reversed() {
      strides[axis] = strides[axis + 1] * sizes[axis + 1]
    }
    self.strides = strides
  }

  private static func count(_ shown: [ShownAxis], _ measures: [Int]) -> Int {
    shown.reduce(measures.count) { count, axis in
      let (product, overflow) = count.multipliedReportingOverflow(
        by: max(axis.codes.count, axis.nodes.count, axis.periods.count))
      return overflow ? .max : product
    }
  }

  /// The cells of the table, row-major over the axes that are not fixed, the measure innermost;
  /// nil if a sum is too large.
  mutating func add() -> [Aggregate]? {
    tally()
    if tallies.contains(where: \.overflows) { return nil }
    var single: [(CellTruth, [Int])] = []
    single.reserveCapacity(tallies.count)
    let cellCount = sizes.reduce(1, *)
    for cell in 0..<cellCount {
      let nodes = nodes(ofCell: cell)
      for measure in measures.indices { single.append(behind(resolve(cell, nodes, measure))) }
    }
    var aggregates: [Aggregate] = []
    for (base, covered) in outerCells() {
      for measure in measures.indices {
        let parts = covered.map {
          (period: $0.period, single[(base + $0.offset) * measures.count + measure])
        }
        guard let aggregate = pool(parts, decimals: observed.rows.decimals[measures[measure]])
        else { return nil }
        aggregates.append(aggregate)
      }
    }
    return aggregates
  }

  // MARK: - Finest cells

  private mutating func tally() {
    let cellCount = sizes.reduce(1, *) * measures.count
    tallies = [CellTally](repeating: CellTally(), count: cellCount)
    unknowns = [[Int]](repeating: [], count: cellCount)
    let offsets = offsetsOfLeaves()
    let cells = observed.cells
    let rows = observed.rows
    var targets: [Int] = []
    var next: [Int] = []
    for cell in 0..<cells.count {
      targets = [0]
      for axis in offsets.indices {
        let steps = offsets[axis][cells.node(cell, axis)]
        if steps.count == 1 {
          for index in targets.indices { targets[index] += steps[0] }
          continue
        }
        next.removeAll(keepingCapacity: true)
        for target in targets { for step in steps { next.append(target + step) } }
        swap(&targets, &next)
        if targets.isEmpty { break }
      }
      for target in targets {
        for (position, measure) in measures.enumerated() {
          let index = target * measures.count + position
          tallies[index].add(Int(cells.rows[cell]), measure, of: rows)
          if let unknown = cells.unknown(cell, measure) { unknowns[index].append(unknown) }
        }
      }
    }
  }

  /// For each axis of the data set and each of its leaves: what the positions that hold it add to
  /// the index of a cell.
  private func offsetsOfLeaves() -> [[[Int]]] {
    let space = observed.space
    var offsets = space.axes.map { [[Int]](repeating: [], count: $0.hierarchy.nodes.count) }
    for (position, axis) in shown.enumerated() {
      if axis.axis == space.periodAxis {
        for (index, period) in periods.enumerated() {
          offsets[axis.axis][period] = [index * strides[position]]
        }
        continue
      }
      let hierarchy = space.axes[axis.axis].hierarchy
      for (code, nodes) in axis.nodes.enumerated() {
        for leaf in Set(nodes.flatMap { hierarchy.leaves[$0] }) {
          offsets[axis.axis][leaf].append(code * strides[position])
        }
      }
    }
    return offsets
  }

  // MARK: - Cells of single periods

  /// Nodes of a cell in the order of the data set's axes; nil if there is no such cell.
  private func nodes(ofCell cell: Int) -> [Int]? {
    let space = observed.space
    var nodes = [Int](repeating: 0, count: space.axes.count)
    var rest = cell
    var areas: [Int] = []
    for (position, axis) in shown.enumerated() {
      let (index, remainder) = rest.quotientAndRemainder(dividingBy: strides[position])
      rest = remainder
      if axis.axis == space.periodAxis {
        nodes[axis.axis] = periods[index]
      } else if axis.axis == space.areaAxis {
        areas = axis.nodes[index]
      } else {
        nodes[axis.axis] = axis.nodes[index].first ?? 0
      }
    }
    guard let areaAxis = space.areaAxis else { return nodes }
    let period = nodes[space.periodAxis]
    let existing = areas.filter { space.isValid(area: $0, period: period) }
    guard existing.count == 1, let area = existing.first else { return nil }
    nodes[areaAxis] = area
    return nodes
  }

  /// The cell of a derived measure is that of the measure behind it.
  private func behind(_ cell: (CellTruth, [Int])) -> (CellTruth, [Int]) {
    if observed.origins.isEmpty { return cell }
    return (cell.0, cell.1.flatMap { observed.origins[$0] ?? [$0] }.sorted())
  }

  private func resolve(_ cell: Int, _ nodes: [Int]?, _ position: Int) -> (CellTruth, [Int]) {
    guard let nodes else { return (.absent, []) }
    let measure = measures[position]
    let index = cell * measures.count + position
    let tally = tallies[index]
    let missing = observed.missing[measure]
    if let row = observed.rowOf[observed.space.key(nodes)] {
      let truth = truth(ofRow: Int(row), measure)
      if truth.quantity == nil { return (truth, []) }
      let total = missing.total(ofRow: Int(row))
      let atoms = total.map { missing.atoms(below: $0).map(missing.unknown) } ?? []
      return (truth, unknowns[index] + atoms)
    }
    let finest = observed.space.leafCount(below: nodes)
    if finest == 0 { return (.absent, []) }
    let absent = finest - tally.rows
    let isZero = observed.absentRows == .zero
    let lacking = tally.notCollected + tally.notAvailable + (isZero ? 0 : absent)
    if lacking > 0 {
      let mark = tally.notAvailable > 0 ? MissingState.notAvailable : .notCollected
      guard let totals = missing.cover(of: nodes, missing: lacking, in: observed.space) else {
        return (.missing(mark), [])
      }
      return sum(tally, with: totals, measure, unknowns[index])
    }
    let numbers = tally.numbers + (isZero ? absent : 0)
    if numbers == 0 { return (.missing(.notApplicable), []) }
    if tally.nothings == numbers { return (.nothingOccurred, unknowns[index]) }
    let truth = CellTruth.value(
      quantity(tally.sum, measure), tally.status.intersection(Self.carried))
    return (truth, unknowns[index])
  }

  /// Statuses that a computed total takes over from its parts.
  private static let carried: ObservationStatus = [.provisional, .estimated]

  /// Known parts and given totals that hold the missing ones.
  private func sum(
    _ tally: CellTally, with totals: [Int], _ measure: Int, _ known: [Int]
  ) -> (CellTruth, [Int]) {
    let missing = observed.missing[measure]
    var value = tally.sum
    var status = tally.status
    var atoms = Set<Int>()
    for total in totals {
      let (sum, overflows) = value.addingReportingOverflow(missing.totals[total].residual)
      if overflows { return (.missing(.notCollected), []) }
      value = sum
      status.formUnion(observed.rows.status(missing.totals[total].row, measure))
      atoms.formUnion(missing.atoms(below: total).map(missing.unknown))
    }
    return (
      .value(quantity(value, measure), status.intersection(Self.carried)),
      known + atoms.sorted()
    )
  }

  private func truth(ofRow row: Int, _ measure: Int) -> CellTruth {
    switch observed.rows.state(row, measure) {
    case .number:
      .value(
        quantity(observed.rows.value(row, measure), measure), observed.rows.status(row, measure))
    case .nothingOccurred: .nothingOccurred
    case .notCollected: .missing(.notCollected)
    case .notAvailable: .missing(.notAvailable)
    case .notApplicable: .missing(.notApplicable)
    }
  }

  private func quantity(_ value: Int, _ measure: Int) -> Quantity {
    Quantity(mantissa: value, decimals: observed.rows.decimals[measure])
  }

  // MARK: - Cells of the table

  /// For each cell of the table where it stands among the cells of single periods, and which of
  /// them it covers.
  private func outerCells() -> [(base: Int, covered: [(period: Int, offset: Int)])] {
    var cells: [(base: Int, covered: [(period: Int, offset: Int)])] = [(0, [])]
    for (position, axis) in shown.enumerated() {
      if axis.axis == observed.space.periodAxis {
        let covered = axis.periods.map { indices in
          indices.map { period in
            (period: period, offset: (periods.firstIndex(of: period) ?? 0) * strides[position])
          }
        }
        cells = cells.flatMap { cell in covered.map { (cell.base, $0) } }
      } else {
        cells = cells.flatMap { cell in
          axis.nodes.indices.map { (cell.base + $0 * strides[position], cell.covered) }
        }
      }
    }
    return cells
  }

  /// Periods added; nil if the sum is too large.
  private func pool(
    _ parts: [(period: Int, (CellTruth, [Int]))], decimals: Int
  ) -> Aggregate? {
    let periods = parts.map(\.period)
    if parts.count == 1 {
      return Aggregate(truth: parts[0].1.0, unknowns: parts[0].1.1, periods: periods)
    }
    let truths = parts.map(\.1.0).filter { $0 != .absent }
    func aggregate(_ truth: CellTruth, _ unknowns: [Int] = []) -> Aggregate {
      Aggregate(truth: truth, unknowns: unknowns, periods: periods)
    }
    if truths.isEmpty { return aggregate(.absent) }
    for state in [MissingState.notAvailable, .notCollected] where truths.contains(.missing(state)) {
      return aggregate(.missing(state))
    }
    let counted = truths.filter { $0.quantity != nil }
    if counted.isEmpty { return aggregate(.missing(.notApplicable)) }
    let unknowns = parts.flatMap(\.1.1).sorted()
    if counted.allSatisfy({ $0 == .nothingOccurred }) {
      return aggregate(.nothingOccurred, unknowns)
    }
    var sum = 0
    var status: ObservationStatus = []
    for truth in counted {
      guard case .value(let quantity, let own) = truth else { continue }
      let (next, overflows) = sum.addingReportingOverflow(quantity.mantissa)
      if overflows { return nil }
      sum = next
      status.formUnion(own)
    }
    return aggregate(
      .value(Quantity(mantissa: sum, decimals: decimals), status.intersection(Self.carried)),
      unknowns)
  }
}
