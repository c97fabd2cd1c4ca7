import Observations
import Site
import Tables

/// Builds the system of one data set for an edition.
struct DataSetSystemBuilder {
  let dataSet: DataSet
  let frames: [(index: Int, frame: TableFrame)]
  let policy: DisclosurePolicy
  /// Figures that others publish.
  let known: [KnownCell]
  let rules: SuppressionRules
  /// Variables of cells that an edition before hides.
  let hiddenElsewhere: Set<[Int]>
  let earlier: [EarlierRelease]
  /// Variables of small counts that follow from what is known from elsewhere.
  let givenAway: Set<[Int]>
  var variables: SystemVariables
  var cells: [SuppressionCell] = []
  var origins: [DataSetSystem.Origin] = []
  /// Complements, remainders and the like, by their variables: in no table, but a reader can work
  /// them out.
  var unprinted: [[Int]: (origin: DataSetSystem.Origin, protection: Protection)] = [:]
  /// For each measure, the cells that stand for different variables; those of a derived measure
  /// are cells of the measure behind it.
  var distinct: [Int: [[Int]: Int]] = [:]
  /// Variables of cells whose value readers know from elsewhere.
  var knownElsewhere: Set<[Int]> = []
  var overlapping: OverlappingCells
  /// For cells whose value readers know from elsewhere, what adds up to them.
  var unknownsOfKnown: [Int: [Int]] = [:]
  private var knownSmall: [DataSetSystem.CellName] = []
  /// What earlier releases printed of cells that have a number today.
  var printedEarlier: [EarlierFigure] = []
  /// Tables of earlier releases that are not placed wholly.
  var unplaced: [UnplacedTable] = []

  init(
    dataSet: DataSet, frames: [(index: Int, frame: TableFrame)], policy: DisclosurePolicy,
    known: [KnownCell] = [], hiddenElsewhere: Set<[Int]>, earlier: [EarlierRelease] = [],
    givenAway: Set<[Int]> = []
  ) throws {
    if dataSet.isSensitive, dataSet.leavesOutZeros, policy.keepsZeros { throw ZerosLeftOut() }
    self.dataSet = dataSet
    self.frames = frames
    self.policy = policy
    self.known = known
    rules = policy.suppression
    self.hiddenElsewhere = hiddenElsewhere
    self.earlier = earlier
    self.givenAway = givenAway
    variables = try SystemVariables(dataSet)
    overlapping = OverlappingCells(dataSet, frames: frames, known: known, earlier: earlier)
  }

  /// Nil if the data set holds nothing that must be protected.
  mutating func build() throws -> DataSetSystem? {
    guard !variables.counts.isEmpty else { return nil }
    addKnown()
    for release in earlier { add(release) }
    for (index, frame) in frames { try add(frame, index) }
    addRemainders()
    addComplementRemainders()
    addResponseRemainders()
    try addOverlaps()
    addComplements()
    if policy.groupDisclosure { addOtherCategories() }
    if policy.lattice == .full { try addLattice() }
    unprinted[[]] = nil
    // Nothing protects what is known from elsewhere.
    for variables in knownElsewhere.union(givenAway) { unprinted[variables] = nil }
    for (variables, cell) in unprinted.sorted(by: {
      $0.key.lexicographicallyPrecedes($1.key)
    }) {
      cells.append(
        SuppressionCell(
          variables: variables, publication: .neverPrinted, protection: cell.protection))
      origins.append(cell.origin)
    }
    return DataSetSystem(
      system: try SuppressionSystem(
        counts: variables.counts, cells: cells, equations: variables.equations),
      origins: origins, knownSmall: knownSmall, givenAway: givenAway.count,
      printedEarlier: printedEarlier, unplaced: unplaced)
  }

  // MARK: - Cells of tables

  private mutating func add(_ frame: TableFrame, _ index: Int) throws {
    let preferences = CellPreferences(policy, frame, dataSet)
    for (position, aggregate) in frame.aggregates.enumerated() {
      let measure = frame.measures[position % frame.measures.count]
      guard variables.measures.contains(measure), let quantity = aggregate.truth.quantity else {
        continue
      }
      let sum = variables.variables(of: aggregate.unknowns)
      let value = variables.value(of: sum)
      if dataSet.origin(of: measure) == measure {
        guard quantity.decimals == 0 || quantity.mantissa == 0, value == quantity.mantissa else {
          throw CellDoesNotAddUp()
        }
      }
      guard !sum.isEmpty else { continue }
      if dataSet.isSensitive(measure: measure) {
        overlapping.add(
          sum, of: dataSet.origin(of: measure), at: frame.codes(of: position))
      }
      let name = DataSetSystem.CellName(frame: index, aggregate: position)
      add(sum, of: measure, value: value, name, aggregate, preferences)
    }
  }

  private mutating func add(
    _ sum: [Int], of measure: Int, value: Int, _ name: DataSetSystem.CellName,
    _ aggregate: Aggregate, _ preferences: CellPreferences
  ) {
    let protection = protection(of: measure)
    if knownElsewhere.contains(sum) || givenAway.contains(sum) {
      if protection == .count, value >= 1, value < rules.threshold { knownSmall.append(name) }
      return
    }
    var publication = protection == .none ? Publication.alwaysPrinted : .printable
    if protection == .count {
      let isTarget = rules.reach(of: SuppressionCell(variables: sum), value: value) != nil
      if hiddenElsewhere.contains(sum) {
        publication = .alwaysHidden
      } else if !isTarget, preferences.isNeverHidden(name.aggregate) {
        publication = .alwaysPrinted
      }
    }
    if protection == .count {
      let origin = dataSet.origin(of: measure)
      if distinct[origin, default: [:]][sum] == nil {
        distinct[origin, default: [:]][sum] = cells.count
      }
      // What was not collected is what the total leaves when its known parts are taken away.
      let residual = aggregate.unknowns.filter { dataSet.unknowns[$0].isResidual }
      protect(variables.variables(of: residual), .missingParts(of: cells.count))
    }
    cells.append(
      SuppressionCell(
        variables: sum, publication: publication, protection: protection,
        weight: preferences.weight(of: name.aggregate, value: value)))
    origins.append(.table(name))
  }

  /// A figure that gives a count of persons away is that count.
  private func protection(of measure: Int) -> Protection {
    dataSet.isSensitive(measure: measure) ? .count : .none
  }

  /// What no table shows and yet must not become known; of two reasons the one that asks for more.
  mutating func protect(
    _ variables: [Int], _ origin: DataSetSystem.Origin, _ protection: Protection = .count
  ) {
    let value = self.variables.value(of: variables)
    func reach(_ protection: Protection) -> Int {
      rules.reach(
        of: SuppressionCell(variables: variables, protection: protection), value: value) ?? -1
    }
    if let other = unprinted[variables], reach(other.protection) >= reach(protection) { return }
    unprinted[variables] = (origin, protection)
  }
}

extension DisclosurePolicy {
  /// Whether that a count is 0 may have to be kept.
  fileprivate var keepsZeros: Bool { suppression.zeros == .protected || groupDisclosure }
}

extension CellTruth {
  /// Whether the cell has a number that could be printed.
  var isNumber: Bool { quantity != nil }
}
