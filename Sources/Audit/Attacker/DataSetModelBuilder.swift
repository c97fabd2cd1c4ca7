import PublishedFiles

/// Builds the model of one group of tied measures.
struct DataSetModelBuilder {
  enum Failure: Error {
    /// Too many combinations of codes.
    case tooManyCombinations
    /// A figure is too large for exact sums.
    case tooLarge
  }

  private static let largest = 10_000_000_000_000

  let dataset: String
  let ties: MeasureTies
  let axes: [AxisGeometry]
  let threshold: Int
  let zerosMayBeHidden: Bool
  private let tables: [ShownTable]
  /// Place of a table's measure among the tied ones, by table.
  private let places: [[Int?]]
  private let known: [(table: Int, measure: Int, value: PublishedNumber)]
  private let lattice: Int?
  private let decimals: Int
  let scale: Int

  // Filled by `build`.
  var groups: FinestGroups
  /// For each table and combination, the cell of the data set.
  var cellOf: [[Int]] = []
  /// For each cell and axis, the number of its set of leaves.
  var cellKeys: [[Int32]] = []
  /// For each axis the sets of leaves of its codes, numbered.
  var leafSets: [[[Int]: Int32]] = []
  /// The same sets, by number.
  var leafLists: [[[Int]]] = []
  /// Axes with codes that overlap.
  var overlapping: Set<Int> = []
  /// For each cell, the slots (group and response point) in it.
  var slots: [[Int32]] = []
  /// By cell and measure.
  var contents: [Int: CellContent] = [:]
  /// What others publish, by cell and measure.
  var knownFigures: [Int: StandingFigure] = [:]
  /// What they publish, and what follows from that alone.
  var knownElsewhere: Set<CellRegion> = []
  /// Of each derived measure whose rate some place tells, the least and the largest.
  var rates: [Int: ClosedRange<Double>] = [:]
  var contradictions: [(DataSetModel.Origin, DataSetModel.Origin)] = []
  /// Codes of known figures of which no table tells where they belong: those are left out.
  private(set) var strangeCodes: [(name: String, codes: [String])] = []
  /// For each slot and measure: the unknown of what no first part counts; −1 where nothing is.
  var unknowns: [Int32] = []
  /// For each slot and measure: not applicable, so nothing ties it.
  var isLeftOut: [Bool] = []
  var variableCount = 0

  var measureCount: Int { ties.measures.count }

  init(
    _ dataset: String, ties: MeasureTies, today: [PublishedTable], earlier: [(Int, PublishedTable)],
    known figures: [KnownFigure], edition: PublishedEdition, withLattice: Bool
  ) throws(Failure) {
    self.dataset = dataset
    self.ties = ties
    threshold = edition.threshold
    zerosMayBeHidden = edition.zerosMayBeHidden
    let everything = today + earlier.map(\.1)
    var names: [String] = []
    for table in everything {
      for name in table.axes.map(\.name) + table.at.keys.sorted() where !names.contains(name) {
        names.append(name)
      }
    }
    for name in figures.flatMap({ $0.at.keys.sorted() }) where !names.contains(name) {
      names.append(name)
    }
    let axes = names.map { name in
      AxisGeometry(name, in: everything, known: figures.compactMap { $0.at[name] })
    }
    self.axes = axes
    let isTied = { (table: PublishedTable) in
      table.measures.contains { measure in ties.measures.contains { $0.id == measure.id } }
    }
    var tables = today.filter(isTied).map { ShownTable($0, axes: axes) }
    tables += earlier.filter { isTied($0.1) }.map { ShownTable($0.1, earlier: $0.0, axes: axes) }
    var known: [(table: Int, measure: Int, value: PublishedNumber)] = []
    for figure in figures {
      guard let measure = ties.measures.firstIndex(where: { $0.id == figure.measure }) else {
        continue
      }
      let strange = axes.filter { axis in
        figure.at[axis.name].map { axis.leaves(of: $0) == nil } ?? false
      }
      strangeCodes += strange.map { (name: $0.name, codes: [figure.at[$0.name] ?? ""]) }
      if !strange.isEmpty { continue }
      known.append((tables.count, measure, figure.value))
      tables.append(ShownTable(at: figure.at, axes: axes))
    }
    var lattice: Int?
    if withLattice, ties.measures.contains(where: { $0.sensitivity == .persons }) {
      let all = ShownTable(latticeOf: today, axes: axes)
      guard all.codes.reduce(1, { min($0, 10_000_000) * $1.count }) <= 3_000_000 else {
        throw .tooManyCombinations
      }
      lattice = tables.count
      tables.append(all)
    }
    self.tables = tables
    self.known = known
    self.lattice = lattice
    places = tables.map { shown in
      (shown.table?.measures ?? []).map { measure in
        ties.measures.firstIndex { $0.id == measure.id }
      }
    }
    var decimals = known.map(\.value.decimals).max() ?? 0
    for (table, places) in zip(tables, places) {
      guard let table = table.table else { continue }
      for (index, cell) in table.cells.enumerated() where places[index % places.count] != nil {
        if case .printed(let number)? = cell { decimals = max(decimals, number.decimals) }
      }
    }
    self.decimals = decimals
    scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    let shownTables = tables
    let shownPlaces = places
    let roots = ties.measures.indices.filter { ties.whole[$0] == nil }
    do {
      groups = try FinestGroups(tables, axes: axes) { table, group in
        let measures = Self.nothing(shownTables[table], shownPlaces[table], group)
        return roots.allSatisfy { measures.zero.contains($0) }
      }
    } catch {
      throw .tooManyCombinations
    }
  }

  mutating func build() throws(Failure) -> DataSetModel {
    nameCells()
    try readContents()
    try readKnown()
    makeUnknowns()
    overlapping = overlappingAxes()
    knownElsewhere = regionsKnownElsewhere()
    rates = findRates()
    let relations = relations()
    var knowledge: [(AuditSystem.Knowledge, DataSetModel.Origin?)] = relations.map { ($0, nil) }
    var uncertain: [(AuditSystem.Knowledge, DataSetModel.Origin)] = []
    for key in contents.keys.sorted() {
      guard let content = contents[key] else { continue }
      let (cell, measure) = key.quotientAndRemainder(dividingBy: measureCount)
      let sum = sum(ofCell: cell, measure: measure)
      if let printed = content.printed {
        knowledge.append((.init(sum, equals: printed.value), printed.origin))
      } else if let hidden = content.hidden, ties.measures[measure].sensitivity == .persons,
        !zerosMayBeHidden
      {
        knowledge.append((.init(sum, lower: scale, upper: nil), hidden))
      }
      // What was printed again, with the same value or another, says no more than today's print.
      if content.printed == nil, let last = content.earlier.last {
        uncertain.append((.init(sum, equals: last.value), last.origin))
      }
    }
    for (key, figure) in knownFigures.sorted(by: { $0.key < $1.key }) {
      let (cell, measure) = key.quotientAndRemainder(dividingBy: measureCount)
      knowledge.append(
        (.init(sum(ofCell: cell, measure: measure), equals: figure.value), figure.origin))
    }
    uncertain += ratesKnowledge()
    let found = findings()
    let pieces = pieces()
    let cut = found.cut.union(pieces.cut).sorted()
    let targets =
      targets(lattice: lattice.map { (cellOf[$0], tables[$0]) }) + pieces.found
      + finestPieces(at: cut)
    return DataSetModel(
      dataset: dataset, variableCount: variableCount, knowledge: knowledge, uncertain: uncertain,
      supposed: carriedOver(), targets: targets, findings: found.findings,
      knownElsewhere: found.knownElsewhere, cut: cut.map { axes[$0.axis].name },
      cutRevisions: found.cutRevisions.sorted().map { axes[$0].name },
      contradictions: contradictions, scale: scale)
  }

  // MARK: - Cells

  /// Numbers the cells: those that hold the same leaves are one.
  private mutating func nameCells() {
    leafSets = axes.map { _ in [:] }
    leafLists = axes.map { _ in [] }
    var cells: [[Int32]: Int] = [:]
    var owner: [(table: Int, combination: Int)] = []
    for (index, table) in tables.enumerated() {
      let numbers = table.codes.enumerated().map { position, codes in
        codes.map { leaves -> Int32 in
          let axis = table.axes[position]
          if let known = leafSets[axis][leaves] { return known }
          let number = Int32(leafSets[axis].count)
          leafSets[axis][leaves] = number
          leafLists[axis].append(leaves)
          return number
        }
      }
      cellOf.append(
        (0..<table.combinationCount).map { combination in
          var key = [Int32](repeating: -1, count: axes.count)
          for (position, code) in table.codes(ofCombination: combination).enumerated() {
            key[table.axes[position]] = numbers[position][code]
          }
          if let known = cells[key] { return known }
          cells[key] = owner.count
          owner.append((index, combination))
          cellKeys.append(key)
          return owner.count - 1
        })
    }
    slots = [[Int32]](repeating: [], count: owner.count)
    var cached: [[Int: [Int]]] = Array(repeating: [:], count: tables.count)
    for group in groups.signatures.indices {
      for point in 0..<groups.pointCount {
        let slot = Int32(group * groups.pointCount + point)
        for (index, table) in tables.enumerated() {
          guard let inTable = groups.group(group, point: point, table: index) else { continue }
          let owned: [Int]
          if let known = cached[index][inTable] {
            owned = known
          } else {
            owned = table.combinations(ofGroup: inTable).compactMap { combination in
              let cell = cellOf[index][combination]
              return owner[cell].table == index && owner[cell].combination == combination
                ? cell : nil
            }
            cached[index][inTable] = owned
          }
          for cell in owned { slots[cell].append(slot) }
        }
      }
    }
  }

  private mutating func readContents() throws(Failure) {
    for (index, shown) in tables.enumerated() {
      guard let table = shown.table else { continue }
      for (place, cell) in table.cells.enumerated() {
        let (combination, column) = place.quotientAndRemainder(dividingBy: table.measures.count)
        guard let cell, let measure = places[index][column] else { continue }
        if !ties.measures[measure].pools, isPooled(shown, combination) { continue }
        let origin = DataSetModel.Origin(
          table: table.id, cell: table.name(of: place), earlier: shown.earlier)
        let key = cellOf[index][combination] * measureCount + measure
        var content = contents[key] ?? CellContent()
        if shown.earlier == nil, content.shown == nil { content.shown = origin }
        switch cell {
        case .printed(let number):
          guard let value = number.scaled(decimals), abs(value) <= Self.largest else {
            throw .tooLarge
          }
          if shown.earlier != nil {
            content.earlier.append((value, origin))
          } else if let printed = content.printed {
            if printed.value != value { contradictions.append((printed.origin, origin)) }
          } else {
            content.printed = (value, origin)
          }
        case .hidden: if shown.earlier == nil, content.hidden == nil { content.hidden = origin }
        case .unknown: if shown.earlier == nil, content.missing == nil { content.missing = origin }
        case .notApplicable: break
        }
        contents[key] = content
      }
    }
  }

  /// Two that differ for one cell contradict each other.
  private mutating func readKnown() throws(Failure) {
    for figure in known {
      guard let value = figure.value.scaled(decimals) else { throw .tooLarge }
      let key = cellOf[figure.table][0] * measureCount + figure.measure
      let origin = DataSetModel.Origin(
        table: dataset, cell: "known: \(ties.measures[figure.measure].id)")
      if let other = knownFigures[key], other.value != value {
        contradictions.append((other.origin, origin))
      }
      knownFigures[key] = StandingFigure(value: value, origin: origin)
    }
  }

  private func isPooled(_ table: ShownTable, _ combination: Int) -> Bool {
    let codes = table.codes(ofCombination: combination)
    return zip(table.axes.indices, codes).contains { position, code in
      axes[table.axes[position]].role == .period && table.codes[position][code].count > 1
    }
  }

  // MARK: - Unknowns

  /// Measures of which nothing is counted in a group of a table: a cell that holds it is a printed
  /// zero or does not exist; and those that don't apply there.
  private static func nothing(
    _ shown: ShownTable, _ places: [Int?], _ group: Int
  ) -> (zero: Set<Int>, leftOut: Set<Int>) {
    var zero: Set<Int> = []
    var leftOut: Set<Int> = []
    guard let table = shown.table, shown.earlier == nil else { return (zero, leftOut) }
    let period = table.axes.firstIndex { $0.role == .period }
    for combination in shown.combinations(ofGroup: group) {
      for (column, place) in places.enumerated() {
        guard let place else { continue }
        switch table.cells[combination * places.count + column] {
        case .printed(let number) where number.mantissa == 0: zero.insert(place)
        case .notApplicable: leftOut.insert(place)
        case nil:
          // A range may lack a cell because an area did not exist in all of it.
          let isRange = period.map { position in
            let code = shown.codes(ofCombination: combination)[position]
            return table.axes[position].codes[code].code.contains("/")
          }
          if isRange != true { zero.insert(place) }
        default: break
        }
      }
    }
    return (zero, leftOut)
  }

  private mutating func makeUnknowns() {
    let count = groups.signatures.count * groups.pointCount
    unknowns = [Int32](repeating: -1, count: count * measureCount)
    isLeftOut = [Bool](repeating: false, count: count * measureCount)
    var cached: [[Int: (zero: Set<Int>, leftOut: Set<Int>)]] = Array(
      repeating: [:], count: tables.count)
    for slot in 0..<count {
      var zero: Set<Int> = []
      var leftOut: Set<Int> = []
      var isShown = false
      for (index, table) in tables.enumerated() {
        guard
          let group = groups.group(
            slot / groups.pointCount, point: slot % groups.pointCount, table: index)
        else { continue }
        isShown = true
        let found = cached[index][group] ?? Self.nothing(table, places[index], group)
        cached[index][group] = found
        zero.formUnion(found.zero)
        leftOut.formUnion(found.leftOut)
      }
      guard isShown else { continue }
      for measure in 0..<measureCount {
        if leftOut.contains(measure) {
          isLeftOut[slot * measureCount + measure] = true
          continue
        }
        // Where nothing is counted of a whole, nothing is of its parts.
        var above: Int? = measure
        var isNothing = false
        for _ in 0..<measureCount {
          guard let current = above, !isNothing, !leftOut.contains(current) else { break }
          isNothing = zero.contains(current)
          above = ties.whole[current]
        }
        if isNothing { continue }
        unknowns[slot * measureCount + measure] = Int32(variableCount)
        variableCount += 1
      }
    }
  }

  /// The unknowns that a measure counts in a slot: its own, and those of its first part.
  func atoms(_ slot: Int, _ measure: Int) -> [Int] {
    var found: [Int] = []
    var next: Int? = measure
    while let current = next, found.count <= measureCount {
      let place = slot * measureCount + current
      guard !isLeftOut[place], unknowns[place] >= 0 else { break }
      found.append(Int(unknowns[place]))
      next = ties.firstPart(of: current)
    }
    return found
  }

  func sum(ofCell cell: Int, measure: Int) -> AuditSystem.Sum {
    AuditSystem.Sum(slots[cell].lazy.flatMap { atoms(Int($0), measure) })
  }
}
