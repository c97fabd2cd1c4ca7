import Observations
import Site
import Tables

/// What readers know from elsewhere: figures of others, and earlier releases of the edition.
extension DataSetSystemBuilder {
  /// `known` of the policies: an equation, whether a table shows the cell or not.
  mutating func addKnown() {
    for (index, cell) in known.enumerated() where variables.measures.contains(cell.measure) {
      if dataSet.isSensitive(measure: cell.measure) {
        overlapping.add(
          variables.variables(of: cell.unknowns), of: cell.measure,
          at: OverlappingCells.codes(of: cell, in: dataSet))
      }
      addKnown(cell.unknowns, cell.measure, .known(index))
    }
  }

  /// What an earlier release printed holds today where the figure is the same; what it hid was at
  /// least 1 then.
  mutating func add(_ release: EarlierRelease) {
    for table in release.tables where table.dataset == dataSet.name {
      let measures = table.measures.map(dataSet.measure)
      let known = measures.compactMap { $0 }.filter { variables.measures.contains($0) }
      var places = EarlierPlaces(table, in: dataSet)
      let grid = known.isEmpty ? nil : dataSet.grid(known, at: places.codes)
      if !known.isEmpty { places.note(grid, known, in: dataSet) }
      var lost = places.lost
      let isUnread = grid == nil && !known.isEmpty
      defer {
        if isUnread || !lost.isEmpty {
          unplaced.append(
            UnplacedTable(
              release: release.name, table: table.id,
              lost: lost.isEmpty ? table.measures : lost))
        }
      }
      guard let grid else { continue }
      let positions = grid.codes.map { codes in
        Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      }
      for (index, cell) in table.cells.enumerated() where cell != .nothing {
        let place = table.place(of: index)
        guard let measure = measures[place.measure], places.isPlaced(place.codes),
          let column = known.firstIndex(of: measure),
          let position = position(of: place.codes, table, positions)
        else { continue }
        let aggregate = grid.aggregates[grid.index(position, measure: column)]
        if !add(cell, aggregate, measure, place.codes, release, table) {
          lost.append(table.name(of: measure, place.codes, dataSet))
        }
      }
    }
  }

  private func position(
    of codes: [String: String], _ table: EarlierTable, _ positions: [[String: Int]]
  ) -> [Int]? {
    let found = zip(dataSet.axisNames, positions).compactMap { name, positions in
      (codes[name] ?? table.at[name]).map { positions[$0] } ?? 0
    }
    return found.count == positions.count ? found : nil
  }

  /// False if a number was printed there, and today there is none.
  private mutating func add(
    _ cell: EarlierCell, _ aggregate: Aggregate, _ measure: Int, _ codes: [String: String],
    _ release: EarlierRelease, _ table: EarlierTable
  ) -> Bool {
    guard let quantity = aggregate.truth.quantity,
      aggregate.periods.count == 1 || dataSet.measures[measure].pooling == .sum
    else {
      if case .printed = cell { return !dataSet.isSensitive(measure: measure) }
      return true
    }
    let sum = variables.variables(of: aggregate.unknowns)
    let name = EarlierCellName(
      release: release.name, table: table.id, cell: table.name(of: measure, codes, dataSet))
    if case .printed(let value) = cell {
      printedEarlier.append(
        EarlierFigure(
          name: name, measure: measure, variables: sum, then: value, now: quantity,
          codes: codes.merging(table.at) { first, _ in first }))
    }
    switch cell {
    case .printed(let value) where value.change(to: quantity) == 0:
      if dataSet.isSensitive(measure: measure) {
        overlapping.add(
          sum, of: dataSet.origin(of: measure),
          at: codes.merging(table.at) { first, _ in first })
      }
      addKnown(aggregate.unknowns, measure, .earlier(name))
    case .hidden where release.zerosArePrinted && variables.value(of: sum) > 0:
      cells.append(
        SuppressionCell(variables: sum, publication: .hiddenEarlier, protection: .none))
      origins.append(.earlier(name))
    case .printed, .hidden, .nothing: break
    }
    return true
  }

  private mutating func addKnown(
    _ unknowns: [Int], _ measure: Int, _ origin: DataSetSystem.Origin
  ) {
    let sum = variables.variables(of: unknowns)
    guard !sum.isEmpty, knownElsewhere.insert(sum).inserted else { return }
    if dataSet.isSensitive(measure: measure) {
      distinct[dataSet.origin(of: measure), default: [:]][sum] = cells.count
      let residual = unknowns.filter { dataSet.unknowns[$0].isResidual }
      protect(variables.variables(of: residual), .missingParts(of: cells.count))
    }
    unknownsOfKnown[cells.count] = unknowns
    cells.append(SuppressionCell(variables: sum, publication: .alwaysPrinted, protection: .none))
    origins.append(origin)
  }
}

extension EarlierTable {
  /// `measure, axis=code, …`
  fileprivate func name(of measure: Int, _ codes: [String: String], _ dataSet: DataSet) -> String {
    ([dataSet.measures[measure].id] + axes.map { "\($0.name)=\(codes[$0.name] ?? "")" })
      .joined(separator: ", ")
  }

  /// The codes of a cell by axis, and the position of its measure.
  func place(of cell: Int) -> (codes: [String: String], measure: Int) {
    var rest = cell / measures.count
    var found: [String: String] = [:]
    for axis in axes.reversed() {
      found[axis.name] = axis.codes[rest % axis.codes.count]
      rest /= axis.codes.count
    }
    return (found, cell % measures.count)
  }
}
