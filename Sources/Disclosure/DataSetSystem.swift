import Observations
import Tables

/// All that an edition may publish of one data set, as one system: every declared table, the
/// sensitive complements and the remainders.
struct DataSetSystem {
  /// A cell of a declared table.
  struct CellName: Hashable {
    /// Index of the frame.
    let frame: Int
    /// Index of the aggregate within the frame.
    let aggregate: Int
  }

  let system: SuppressionSystem
  /// Names of the cells of tables; cells behind them are complements and remainders.
  let names: [CellName]

  /// What a cell counts, whichever table shows it: its atoms.
  func key(of cell: Int) -> [Int] { system.cells[cell].variables }
}

/// A number that is not the sum of its finest counts, or not whole: the system would not be what
/// is published.
struct CellDoesNotAddUp: Error {}

/// Builds the system of one data set for an edition.
struct DataSetSystemBuilder {
  let dataSet: DataSet
  let frames: [(index: Int, frame: TableFrame)]
  let threshold: Int
  /// Atoms of cells that an edition with a lower threshold hides.
  let hiddenElsewhere: Set<[Int]>

  private var atoms: MeasureAtoms
  private var cells: [SuppressionCell] = []
  private var names: [DataSetSystem.CellName] = []
  /// Measures that take part.
  private let tied: Set<Int>
  /// Complements, remainders and missing parts, by their variables: in no table, but a reader can
  /// work them out.
  private var unprinted: Set<[Int]> = []
  /// For each measure, the cells that stand for different atoms.
  private var distinct: [Int: [[Int]: Int]] = [:]

  init(
    dataSet: DataSet, frames: [(index: Int, frame: TableFrame)], threshold: Int,
    hiddenElsewhere: Set<[Int]>
  ) throws(MeasureAtoms.TooManyParts) {
    self.dataSet = dataSet
    self.frames = frames
    self.threshold = threshold
    self.hiddenElsewhere = hiddenElsewhere
    let tied = Self.measuresInSystem(of: dataSet)
    self.tied = tied
    atoms = try MeasureAtoms(dataSet) { tied.contains(dataSet.unknowns[$0].measure) }
  }

  /// The sensitive measures, and open ones that are tied to them.
  private static func measuresInSystem(of dataSet: DataSet) -> Set<Int> {
    var measures = Set(
      dataSet.measures.indices.filter { dataSet.measures[$0].sensitivity == .persons })
    guard !measures.isEmpty else { return [] }
    var grew = true
    while grew {
      grew = false
      for (index, measure) in dataSet.measures.enumerated() {
        guard let whole = dataSet.measures.firstIndex(where: { $0.id == measure.partOf }),
          measures.contains(index) != measures.contains(whole)
        else { continue }
        measures.formUnion([index, whole])
        grew = true
      }
    }
    return measures
  }

  /// Nil if the data set holds nothing that must be protected.
  mutating func build() throws -> DataSetSystem? {
    guard !atoms.counts.isEmpty else { return nil }
    for (index, frame) in frames { try add(frame, index) }
    addRemainders()
    addComplements()
    for variables in unprinted.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      cells.append(
        SuppressionCell(variables: variables, publication: .neverPrinted, protection: .count))
    }
    return DataSetSystem(
      system: try SuppressionSystem(counts: atoms.counts, cells: cells), names: names)
  }

  private mutating func add(_ frame: TableFrame, _ index: Int) throws {
    for (position, aggregate) in frame.aggregates.enumerated() {
      let measure = frame.measures[position % frame.measures.count]
      guard tied.contains(measure), let quantity = aggregate.truth.quantity else { continue }
      let variables = variables(of: aggregate)
      let sum = variables.reduce(0) { $0 &+ atoms.counts[$1] }
      guard quantity.decimals == 0 || quantity.mantissa == 0, sum == quantity.mantissa else {
        throw CellDoesNotAddUp()
      }
      guard !variables.isEmpty else { continue }
      let isSensitive = dataSet.measures[measure].sensitivity == .persons
      var publication = isSensitive ? Publication.printable : .alwaysPrinted
      if isSensitive, hiddenElsewhere.contains(variables) { publication = .alwaysHidden }
      if isSensitive {
        if distinct[measure, default: [:]][variables] == nil {
          distinct[measure, default: [:]][variables] = cells.count
        }
        // What was not collected is what the total leaves when its known parts are taken away.
        let residual = aggregate.unknowns.filter { dataSet.unknowns[$0].isResidual }
        unprinted.insert(Set(residual.flatMap { atoms.atoms[$0] }).sorted())
      }
      cells.append(
        SuppressionCell(
          variables: variables, publication: publication, protection: isSensitive ? .count : .none))
      names.append(DataSetSystem.CellName(frame: index, aggregate: position))
    }
    unprinted.remove([])
  }

  private func variables(of aggregate: Aggregate) -> [Int] {
    Array(Set(aggregate.unknowns.flatMap { atoms.atoms[$0] })).sorted()
  }

  /// A whole less its sensitive part is a target of its own, wherever a table shows one of them.
  private mutating func addComplements() {
    var partOf: [Int: Int] = [:]
    var wholeOf: [Int: [Int]] = [:]
    for pair in dataSet.pairs {
      partOf[pair.part] = pair.whole
      wholeOf[pair.whole, default: []].append(pair.part)
    }
    for (_, frame) in frames {
      for (position, aggregate) in frame.aggregates.enumerated() where aggregate.truth.isNumber {
        let measure = frame.measures[position % frame.measures.count]
        if dataSet.measures[measure].complement == .sensitive {
          // Of the codes where both are known: the others cancel out or are printed.
          let wholes = aggregate.unknowns.compactMap { partOf[$0] }
          unprinted.insert(difference(wholes, aggregate.unknowns))
        }
        for (part, partMeasure) in dataSet.measures.enumerated()
        where partMeasure.partOf == dataSet.measures[measure].id
          && partMeasure.complement == .sensitive
        {
          let parts = aggregate.unknowns.compactMap { unknown in
            wholeOf[unknown]?.first { dataSet.unknowns[$0].measure == part }
          }
          guard !parts.isEmpty else { continue }
          unprinted.insert(difference(aggregate.unknowns, parts))
          unprinted.insert(difference(parts.compactMap { partOf[$0] }, parts))
        }
      }
    }
    unprinted.remove([])
  }

  private func difference(_ wholes: [Int], _ parts: [Int]) -> [Int] {
    let inside = Set(parts.flatMap { atoms.atoms[$0] })
    return Array(Set(wholes.flatMap { atoms.atoms[$0] }).subtracting(inside)).sorted()
  }

  /// Every cell less any cell within it, of the same measure, where the difference is small: both
  /// may be printed, by one table or by two. What a printed zero covers counts for nothing, so a
  /// cell may lie within another that doesn't have all of its codes.
  private mutating func addRemainders() {
    var isZero = [Bool](repeating: false, count: atoms.counts.count)
    for cell in cells.indices where value(of: cell) == 0 {
      for variable in cells[cell].variables { isZero[variable] = true }
    }
    for measure in distinct.keys.sorted() {
      let candidates = (distinct[measure] ?? [:]).values.sorted().map { cell in
        (
          cell: cell, variables: cells[cell].variables.filter { !isZero[$0] },
          value: value(of: cell)
        )
      }.filter { $0.value > 0 }.sorted { ($0.value, $0.cell) < ($1.value, $1.cell) }
      for (position, whole) in candidates.enumerated() {
        for part in candidates[..<position].reversed() {
          let left = whole.value - part.value
          if left >= threshold { break }
          if left > 0, Self.contains(whole.variables, part.variables) {
            unprinted.insert(Set(whole.variables).subtracting(part.variables).sorted())
          }
        }
      }
    }
  }

  private func value(of cell: Int) -> Int {
    cells[cell].variables.reduce(0) { $0 &+ atoms.counts[$1] }
  }

  /// Whether one ascending list holds all of another.
  private static func contains(_ outer: [Int], _ inner: [Int]) -> Bool {
    var position = outer.startIndex
    for element in inner {
      while position < outer.endIndex, outer[position] < element { position += 1 }
      guard position < outer.endIndex, outer[position] == element else { return false }
      position += 1
    }
    return true
  }
}

extension CellTruth {
  /// Whether the cell has a number that could be printed.
  var isNumber: Bool { quantity != nil }
}
