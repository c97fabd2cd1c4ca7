/// Fits whole-number changes of the columns to given changes of the rows: tabu search (Glover 1989).
///
/// Only rows that are no sums of others have to fit; the rest follows. A step raises or lowers one
/// column of a row that doesn't fit by one, the one that mends most. Columns may rise without limit,
/// and most rows have many columns, so that a way is nearly always found where there is one; and a
/// step costs a microsecond where a pivot costs fifty.
struct TableFitting: Sendable {
  private let system: CondensedSystem
  /// By row, whether it is no sum of other rows.
  private let isAtom: [Bool]
  /// By column, its rows that are no sums.
  private let atoms: SparseMatrix

  init(_ system: CondensedSystem, cells: ChangeSpace) {
    self.system = system
    var isAtom = [Bool](repeating: true, count: system.rows.count)
    for relation in 0..<cells.relations.lineCount {
      for entry in cells.relations.range(of: relation) where cells.relations.values[entry] > 0 {
        isAtom[Int(cells.relations.places[entry])] = false
      }
    }
    var atoms = SparseMatrix()
    for column in system.columns {
      atoms.append(column.rows.filter { isAtom[$0] }.map { ($0, 1) })
    }
    self.isAtom = isAtom
    self.atoms = atoms
  }

  /// Changes of the columns that add up to those of the rows; nil if none are found.
  func run(_ rowChanges: [CondensedWitness.Change], seed: UInt64) -> CondensedWitness? {
    var attempt = Attempt(self, rowChanges, seed: seed)
    guard let changes = attempt.run() else { return nil }
    return CondensedWitness(columnChanges: changes, in: system)
  }

  /// One walk through the tables.
  private struct Attempt {
    private let fitting: TableFitting
    private var random: SplitMix64
    /// By row, what is missing.
    private var missing: [Int]
    private var weights: [Int]
    private var unfit: [Int] = []
    private var positions: [Int]
    private var changes: [Int]
    /// By column, the step before which it may not go up, or down, again.
    private var tabuUp: [Int]
    private var tabuDown: [Int]
    private let stepLimit: Int

    init(
      _ fitting: TableFitting, _ rowChanges: [CondensedWitness.Change], seed: UInt64
    ) {
      self.fitting = fitting
      random = SplitMix64(seed: seed)
      let rowCount = fitting.system.rows.count
      missing = [Int](repeating: 0, count: rowCount)
      weights = [Int](repeating: 1, count: rowCount)
      positions = [Int](repeating: -1, count: rowCount)
      changes = [Int](repeating: 0, count: fitting.system.columns.count)
      tabuUp = changes
      tabuDown = changes
      var total = 0
      for entry in rowChanges where fitting.isAtom[entry.place] {
        missing[entry.place] = entry.change
        total += abs(entry.change)
        positions[entry.place] = unfit.count
        unfit.append(entry.place)
      }
      stepLimit = 400 + 20 * total
    }

    mutating func run() -> [CondensedWitness.Change]? {
      var step = 1
      while !unfit.isEmpty {
        guard step < stepLimit else { return nil }
        take(step)
        step += 1
      }
      return changes.indices.filter { changes[$0] != 0 }
        .map { CondensedWitness.Change(place: $0, change: changes[$0]) }
    }

    /// Changes one column of a row that doesn't fit, or, where no single change mends anything, one
    /// and another that makes good what it spoils: an exchange between two cells of a row.
    private mutating func take(_ step: Int) {
      let row = unfit[random.below(unfit.count)]
      let sign = missing[row].signum()
      var firsts: [(column: Int, cost: Int)] = []
      for column in fitting.system.rows[row].columns where mayMove(column, sign, step) {
        consider(column, cost(of: column, sign), in: &firsts)
      }
      guard let single = firsts.first else {
        weights[row] += 1
        return
      }
      if single.cost < 0 {
        move(single.column, sign, step)
        return
      }
      for row in unfit { weights[row] += 1 }
      var best = (first: single.column, second: -1, cost: Int.max)
      var ties = 0
      for first in firsts {
        apply(first.column, sign)
        for entry in fitting.atoms.range(of: first.column) {
          let spoilt = Int(fitting.atoms.places[entry])
          guard missing[spoilt] * sign < 0 else { continue }
          for column in fitting.system.rows[spoilt].columns
          where column != first.column && mayMove(column, -sign, step) {
            let total = first.cost + cost(of: column, -sign)
            if total < best.cost {
              best = (first.column, column, total)
              ties = 1
            } else if total == best.cost {
              ties += 1
              if random.below(ties) == 0 { best = (first.column, column, total) }
            }
          }
        }
        apply(first.column, -sign)
      }
      move(best.first, sign, step)
      if best.second >= 0 { move(best.second, -sign, step) }
    }

    private static let mostFirsts = 8

    /// Keeps the cheapest columns, at random among equals.
    private mutating func consider(
      _ column: Int, _ cost: Int, in firsts: inout [(column: Int, cost: Int)]
    ) {
      if firsts.count == Self.mostFirsts {
        guard let last = firsts.last,
          cost < last.cost || (cost == last.cost && random.below(3) == 0)
        else { return }
        firsts.removeLast()
      }
      let place = firsts.firstIndex { cost < $0.cost } ?? firsts.count
      firsts.insert((column, cost), at: place)
    }

    private func mayMove(_ column: Int, _ sign: Int, _ step: Int) -> Bool {
      sign > 0
        ? tabuUp[column] <= step
        : tabuDown[column] <= step
          && changes[column] > -fitting.system.columns[column].value
    }

    private mutating func move(_ column: Int, _ sign: Int, _ step: Int) {
      let tenure = step + 4 + random.below(8)
      if sign > 0 { tabuDown[column] = tenure } else { tabuUp[column] = tenure }
      apply(column, sign)
    }

    private mutating func apply(_ column: Int, _ sign: Int) {
      changes[column] += sign
      for entry in fitting.atoms.range(of: column) {
        change(Int(fitting.atoms.places[entry]), by: -sign)
      }
    }

    /// How much worse the weighted sum of what is missing becomes.
    private func cost(of column: Int, _ sign: Int) -> Int {
      var cost = 0
      for entry in fitting.atoms.range(of: column) {
        let row = Int(fitting.atoms.places[entry])
        cost += missing[row] * sign > 0 ? -weights[row] : weights[row]
      }
      return cost
    }

    private mutating func change(_ row: Int, by step: Int) {
      missing[row] += step
      if missing[row] == 0 {
        let last = unfit[unfit.count - 1]
        unfit[positions[row]] = last
        positions[last] = positions[row]
        unfit.removeLast()
        positions[row] = -1
      } else if positions[row] < 0 {
        positions[row] = unfit.count
        unfit.append(row)
      }
    }
  }
}
