/// The linear programme of a witness search in the hands of the solver, with all columns of the
/// system or with those that matter.
///
/// A system has a column for each group of finest counts, mostly zeros: many more than rows. Of
/// these a witness moves few. So where columns are many, the programme begins with those of the
/// target, allows the target to fall short at a price beyond any witness, and takes in the columns
/// that would make it cheaper until there are none (column generation; Gilmore & Gomory 1961).
/// The answer is as cheap as that of the whole programme.
struct WitnessProgram {
  private let layout: ProgramLayout
  private let program: LinearProgram
  private var isActive: [Bool]
  /// Columns of the system that are in the programme, with the variables of their changes.
  private var active: [(column: Int, increase: Int, decrease: Int?)] = []
  private var size: Int
  private let shortfall: Int?

  private static let mostRounds = 400

  /// All columns.
  init(whole layout: ProgramLayout, pivotLimit: Int) {
    self.init(layout, layout.movable.indices.filter { layout.movable[$0] }, pivotLimit, false)
  }

  /// Columns of the target, to begin with.
  init(
    generating layout: ProgramLayout, target: Int, startingWith likely: [Int], pivotLimit: Int
  ) {
    var first = Set(likely.filter { layout.movable[$0] })
    let narrowest = layout.system.rows[target].columns.filter { layout.movable[$0] }
      .map { (column: $0, rows: layout.system.columns[$0].rows.count) }
      .sorted { ($0.rows, $0.column) < ($1.rows, $1.column) }
    first.formUnion(narrowest.prefix(Self.batch(of: layout)).map(\.column))
    self.init(layout, first.sorted(), pivotLimit, true)
  }

  /// How many columns are taken in at a time.
  private static func batch(of layout: ProgramLayout) -> Int { max(40, layout.rows.count / 2) }

  private init(
    _ layout: ProgramLayout, _ columns: [Int], _ pivotLimit: Int, _ mayFallShort: Bool
  ) {
    self.layout = layout
    isActive = [Bool](repeating: false, count: layout.movable.count)
    var variables: [LinearProgram.Column] = []
    for column in columns {
      isActive[column] = true
      active.append(Self.variables(of: column, layout, &variables, offset: 0))
    }
    variables += layout.rowColumns
    shortfall = mayFallShort ? variables.count : nil
    if mayFallShort {
      variables.append(
        .init(cost: layout.shortfallPrice, entries: [(layout.targetRow, 1)]))
    }
    size = variables.count
    program = LinearProgram(columns: variables, rows: layout.rows, pivotLimit: pivotLimit)
  }

  private static func variables(
    of column: Int, _ layout: ProgramLayout, _ variables: inout [LinearProgram.Column],
    offset: Int
  ) -> (column: Int, increase: Int, decrease: Int?) {
    let increase = offset + variables.count
    variables.append(layout.increase(of: column))
    guard let decrease = layout.decrease(of: column) else { return (column, increase, nil) }
    variables.append(decrease)
    return (column, increase, increase + 1)
  }

  /// Solves it; where columns are generated, `infeasible` means that the target falls short.
  mutating func solve() -> LinearProgram.Outcome {
    var outcome = program.solve()
    guard let shortfall else { return outcome }
    let batch = Self.batch(of: layout)
    for _ in 0..<Self.mostRounds {
      guard outcome == .optimal else { return outcome }
      let entering = layout.entering(
        at: program.rowPrices, without: isActive, limit: batch)
      if entering.isEmpty {
        let isShort = program.solution[shortfall] > Self.wholeTolerance
        if !isShort { program.setBounds(ofColumn: shortfall, lower: 0, upper: 0) }
        return isShort ? .infeasible : .optimal
      }
      take(entering)
      outcome = program.improve()
    }
    return .undecided
  }

  private mutating func take(_ columns: [Int]) {
    var variables: [LinearProgram.Column] = []
    for column in columns {
      isActive[column] = true
      active.append(Self.variables(of: column, layout, &variables, offset: size))
    }
    size += variables.count
    program.add(variables)
  }
}

// MARK: - Whole numbers

extension WitnessProgram {
  /// Further from a whole number than this is a fraction.
  private static let wholeTolerance = 1e-5
  /// How much too dear a column may be to serve in a dive.
  private static let enrichment = 1.0
  /// Below this, doubles tell whole numbers apart and sums of thousands fit in an `Int`.
  private static let exactLimit = 0x1p50

  /// Whole changes near those of the solved programme, by column of the system, or `nil`. *Diving*:
  /// fix the fractional change that is nearest to a whole number there, solve again, and so on;
  /// where one side is infeasible, try the other.
  mutating func wholeChanges(diveLimit: Int) -> [Int]? {
    var isEnriched = shortfall == nil
    for _ in 0..<diveLimit {
      let solution = program.solution
      let changes = active.map { entry in
        solution[entry.increase] - (entry.decrease.map { solution[$0] } ?? 0)
      }
      let distances = changes.map { abs($0 - $0.rounded()) }
      let fractional = changes.indices.filter { distances[$0] > Self.wholeTolerance }
      guard let entry = fractional.min(by: { distances[$0] < distances[$1] }) else {
        guard changes.allSatisfy({ abs($0) < Self.exactLimit }) else { return nil }
        var whole = [Int](repeating: 0, count: layout.movable.count)
        for (entry, change) in zip(active, changes) { whole[entry.column] = Int(change.rounded()) }
        return whole
      }
      if !isEnriched {
        // Columns that were just too dear give the dive room.
        isEnriched = true
        guard enrich() else { return nil }
        continue
      }
      let nearest = changes[entry].rounded()
      let other = nearest > changes[entry] ? nearest - 1 : nearest + 1
      guard solves(fixing: entry, at: nearest) || solves(fixing: entry, at: other) else {
        return nil
      }
    }
    return nil
  }

  private mutating func enrich() -> Bool {
    take(
      layout.entering(
        at: program.rowPrices, without: isActive, limit: 3 * Self.batch(of: layout),
        tolerance: Self.enrichment))
    return program.improve() == .optimal
  }

  private func solves(fixing entry: Int, at change: Double) -> Bool {
    let (column, increase, decrease) = active[entry]
    guard change >= -Double(layout.falls[column]) else { return false }
    program.setBounds(ofColumn: increase, lower: max(change, 0), upper: max(change, 0))
    if let decrease {
      program.setBounds(ofColumn: decrease, lower: max(-change, 0), upper: max(-change, 0))
    }
    return program.solve() == .optimal
  }
}
