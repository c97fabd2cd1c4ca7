/// Looks for the witness of one target that moves the cheapest rows.
struct WitnessSearch {
  let system: CondensedSystem
  let target: Int
  /// By row.
  let freedom: [RowFreedom]
  let pivotLimit: Int
  /// Steps towards whole numbers before it is given up.
  var diveLimit = 1_000
  /// The only columns that may move; nil for all of them.
  var allowed: [Bool]?
  /// Columns that other witnesses move: where columns are many, the search begins with these.
  var likely: [Int] = []
  /// Whether `impossible` must be certain; else a witness may exist that costs beyond all prices.
  var provesImpossibility = true

  /// What a witness may do to a row.
  enum RowFreedom: Equatable {
    /// Printed: it keeps its value.
    case fixed
    /// It may change at a price for each unit.
    case priced(Double)
    /// Nobody sees it: it may change freely.
    case unseen
  }

  enum Outcome {
    case found(CondensedWitness)
    /// Not even fractions satisfy what is asked.
    case impossible
    /// Fractions do; no whole numbers were found.
    case undecided
  }

  /// A column that moves at all costs a little: without this, thousands of answers tie.
  static let columnPrice = 0.003

  func run() -> Outcome {
    guard let need = system.rows[target].need, freedom[target] != .fixed else {
      return .impossible
    }
    let movable = MovableColumns(
      of: system, isFixed: freedom.map { $0 == .fixed }, allowed: allowed
    ).movable
    guard system.rows[target].columns.contains(where: { movable[$0] }) else {
      return .impossible
    }
    let layout = ProgramLayout(search: self, need: need, movable: movable)
    if movable.count(where: { $0 }) > Self.manyColumns(rows: layout.rows.count) {
      var program = WitnessProgram(
        generating: layout, target: target, startingWith: likely, pivotLimit: pivotLimit)
      let outcome = program.solve()
      if outcome == .optimal, let witness = witness(of: program) { return .found(witness) }
      if outcome == .infeasible, !provesImpossibility { return .impossible }
      // Where the whole programme is large, another corner of the rows' programme is the better try.
      if outcome == .optimal, movable.count > Self.mostWhole { return .undecided }
    }
    var program = WitnessProgram(whole: layout, pivotLimit: pivotLimit)
    switch program.solve() {
    case .infeasible: return .impossible
    case .undecided: return .undecided
    case .optimal: return witness(of: program).map { .found($0) } ?? .undecided
    }
  }

  /// The whole programme is not tried for more columns than this because of fractions.
  private static let mostWhole = 1_000

  /// More columns than this are generated.
  private static func manyColumns(rows: Int) -> Int { 2 * rows }

  /// The solver's answer is a proposal: plain integers decide.
  private func witness(of program: WitnessProgram) -> CondensedWitness? {
    var program = program
    guard let changes = program.wholeChanges(diveLimit: diveLimit) else { return nil }
    let witness = CondensedWitness(columnChanges: changes, in: system)
    return witness.isValid(for: target, in: system) { freedom[$0] != .fixed } ? witness : nil
  }
}
