/// Fits whole-number changes of the columns to given changes of the rows, by a walk of single steps:
/// one column of a row that doesn't fit goes up or down by one, or two columns, the second making
/// good what the first spoils.
///
/// Where nothing mends, the walk stays and the row grows dearer until something does (breakout search:
/// Morris 1993). Only rows that follow from no others have to fit. Columns may rise without limit, and
/// most rows have many columns, so that a way is nearly always found where there is one; and a step
/// costs some microseconds where a pivot costs fifty, or in a large system a thousand.
struct TableFitting: Sendable {
  private let system: CondensedSystem
  /// By row, whether its change is given.
  private let isGiven: [Bool]
  /// By column, its rows whose change is given.
  private let given: SparseMatrix
  /// By column, its rows that may change, but fall no further than their slack.
  private let bounded: SparseMatrix
  /// Of wider rows only so many columns are looked at in a step.
  private let widestLook: Int

  /// Where the change of every row is given: those that are sums of others follow.
  init(_ system: CondensedSystem, cells: ChangeSpace) {
    var isGiven = [Bool](repeating: true, count: system.rows.count)
    cells.forEachSum { whole, _ in isGiven[whole] = false }
    self.init(system, isGiven: isGiven, isBounded: { _ in false }, widestLook: .max)
  }

  /// Where printed rows must not change and hidden ones may.
  init(_ system: CondensedSystem, cells: ChangeSpace, isUnknown: (Int) -> Bool) {
    let isUnknown = system.rows.indices.map(isUnknown)
    var isGiven = isUnknown.map { !$0 }
    cells.forEachSum { whole, parts in
      if parts.allSatisfy({ !isUnknown[$0] }) { isGiven[whole] = false }
    }
    self.init(
      system, isGiven: isGiven,
      isBounded: { isUnknown[$0] && system.rows[$0].publication != .neverPrinted },
      widestLook: 64)
  }

  private init(
    _ system: CondensedSystem, isGiven: [Bool], isBounded: (Int) -> Bool, widestLook: Int
  ) {
    self.system = system
    self.isGiven = isGiven
    self.widestLook = widestLook
    var given = SparseMatrix()
    var bounded = SparseMatrix()
    for column in system.columns {
      given.append(column.rows.filter { isGiven[$0] }.map { ($0, 1) })
      bounded.append(column.rows.filter(isBounded).map { ($0, 1) })
    }
    self.given = given
    self.bounded = bounded
  }

  /// Changes of the columns that add up to those of the rows; nil if none are found.
  ///
  /// - Parameter rowChanges: rows that are not among them keep their value, as far as theirs is given.
  func run(_ rowChanges: [CondensedWitness.Change], seed: UInt64) -> CondensedWitness? {
    run(Attempt(self, rowChanges, raising: nil, seed: seed, patience: 1))
  }

  /// Changes of the columns that raise one row at least so far and change no other whose change is
  /// given.
  ///
  /// - Parameter patience: how many times more steps than a few are tried.
  func run(raising target: Int, by need: Int, seed: UInt64, patience: Int) -> CondensedWitness? {
    run(
      Attempt(
        self, [.init(place: target, change: need)], raising: target, seed: seed,
        patience: patience))
  }

  private func run(_ start: Attempt) -> CondensedWitness? {
    var attempt = start
    guard let changes = attempt.run() else { return nil }
    return CondensedWitness(columnChanges: changes, in: system)
  }

  /// One walk through the tables.
  private struct Attempt {
    private let fitting: TableFitting
    private var random: SplitMix64
    /// By row, what is missing of a given change.
    private var missing: [Int]
    /// By row, how far a bounded one may fall yet.
    private var room: [Int]
    private var weights: [Int]
    private var unfit: [Int] = []
    private var positions: [Int]
    private var changes: [Int]
    /// By column, the step before which it may not go up, or down, again.
    private var tabuUp: [Int]
    private var tabuDown: [Int]
    /// A row whose change is given in this walk alone, and by column, whether it has it.
    private let target: Int?
    private var isInTarget: [Bool]
    private let stepLimit: Int

    init(
      _ fitting: TableFitting, _ rowChanges: [CondensedWitness.Change],
      raising target: Int?, seed: UInt64, patience: Int
    ) {
      self.fitting = fitting
      random = SplitMix64(seed: seed)
      let rowCount = fitting.system.rows.count
      missing = [Int](repeating: 0, count: rowCount)
      room = fitting.system.rows.map(\.slack)
      weights = [Int](repeating: 1, count: rowCount)
      positions = [Int](repeating: -1, count: rowCount)
      changes = [Int](repeating: 0, count: fitting.system.columns.count)
      tabuUp = changes
      tabuDown = changes
      self.target = target
      isInTarget = [Bool](repeating: false, count: changes.count)
      if let target {
        for column in fitting.system.rows[target].columns { isInTarget[column] = true }
      }
      var total = 0
      for entry in rowChanges where fitting.isGiven[entry.place] || entry.place == target {
        missing[entry.place] = entry.change
        total += abs(entry.change)
        positions[entry.place] = unfit.count
        unfit.append(entry.place)
      }
      stepLimit = patience * (400 + 20 * total)
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

    /// Changes one column of a row that doesn't fit, or, where no single change mends anything, two:
    /// an exchange between two cells of a row.
    private mutating func take(_ step: Int) {
      let row = unfit[random.below(unfit.count)]
      let sign = missing[row].signum()
      var firsts: [(column: Int, cost: Int)] = []
      for column in columns(of: row) where mayMove(column, sign, step) {
        consider(column, cost(of: column, sign), in: &firsts)
      }
      if let single = firsts.first, single.cost < 0 {
        move(single.column, sign, step)
        return
      }
      var best: (first: Int, second: Int, cost: Int)?
      for first in firsts {
        guard let second = second(after: first.column, sign, step) else { continue }
        let cost = first.cost + second.cost
        if cost < best?.cost ?? .max { best = (first.column, second.column, cost) }
      }
      guard let best, best.cost <= Self.mostAdded else {
        weights[row] += 1
        return
      }
      move(best.first, sign, step)
      move(best.second, -sign, step)
    }

    /// What best makes good the narrowest row that a step spoils; by lot among equals.
    private mutating func second(
      after first: Int, _ sign: Int, _ step: Int
    ) -> (column: Int, cost: Int)? {
      apply(first, sign)
      defer { apply(first, -sign) }
      var spoilt: (row: Int, width: Int)?
      for entry in fitting.given.range(of: first) {
        let row = Int(fitting.given.places[entry])
        let width = fitting.system.rows[row].columns.count
        guard missing[row] * sign < 0, width > 1, width < spoilt?.width ?? .max else { continue }
        spoilt = (row, width)
      }
      guard let row = spoilt?.row else { return nil }
      var best: (column: Int, cost: Int)?
      var ties = 1
      for column in columns(of: row) where column != first && mayMove(column, -sign, step) {
        let cost = cost(of: column, -sign)
        ties = cost == best?.cost ? ties + 1 : 1
        if cost < best?.cost ?? .max || ties > 1 && random.below(ties) == 0 {
          best = (column, cost)
        }
      }
      return best
    }

    /// What an exchange may add to the weighted sum.
    private static let mostAdded = 1
    private static let tenure = 2
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
      if sign > 0 { return tabuUp[column] <= step }
      guard tabuDown[column] <= step, changes[column] > -fitting.system.columns[column].value else {
        return false
      }
      return fitting.bounded.range(of: column).allSatisfy {
        room[Int(fitting.bounded.places[$0])] > 0
      }
    }

    /// The columns of a row, or, of a wide one, some in leaps from where chance begins.
    private mutating func columns(of row: Int) -> [Int] {
      let columns = fitting.system.rows[row].columns
      guard columns.count > fitting.widestLook else { return columns }
      let start = random.below(columns.count)
      let leap = columns.count / fitting.widestLook
      return (0..<fitting.widestLook).map { columns[(start + $0 * leap) % columns.count] }
    }

    private mutating func move(_ column: Int, _ sign: Int, _ step: Int) {
      let until = step + Self.tenure + random.below(Self.tenure)
      if sign > 0 { tabuDown[column] = until } else { tabuUp[column] = until }
      apply(column, sign)
    }

    private mutating func apply(_ column: Int, _ sign: Int) {
      changes[column] += sign
      for entry in fitting.given.range(of: column) {
        change(Int(fitting.given.places[entry]), by: -sign)
      }
      for entry in fitting.bounded.range(of: column) {
        room[Int(fitting.bounded.places[entry])] += sign
      }
      if let target, isInTarget[column] { change(target, by: -sign) }
    }

    /// How much worse the weighted sum of what is missing becomes.
    private func cost(of column: Int, _ sign: Int) -> Int {
      var cost = 0
      for entry in fitting.given.range(of: column) {
        let row = Int(fitting.given.places[entry])
        cost += missing[row] * sign > 0 ? -weights[row] : weights[row]
      }
      // The target may rise further than it must.
      if let target, isInTarget[column] {
        if sign > 0, missing[target] > 0 { cost -= weights[target] }
        if sign < 0, missing[target] >= 0 { cost += weights[target] }
      }
      return cost
    }

    private mutating func change(_ row: Int, by step: Int) {
      missing[row] += step
      let fits = missing[row] == 0 || row == target && missing[row] < 0
      if fits, positions[row] >= 0 {
        let last = unfit[unfit.count - 1]
        unfit[positions[row]] = last
        positions[last] = positions[row]
        unfit.removeLast()
        positions[row] = -1
      } else if !fits, positions[row] < 0 {
        positions[row] = unfit.count
        unfit.append(row)
      }
    }
  }
}

extension ChangeSpace {
  /// The rows that are sums of other rows, each with its parts.
  fileprivate func forEachSum(_ body: (_ whole: Int, _ parts: [Int]) -> Void) {
    for relation in 0..<relations.lineCount {
      let entries = relations.range(of: relation)
      let parts = entries.filter { relations.values[$0] < 0 }.map { Int(relations.places[$0]) }
      for entry in entries where relations.values[entry] > 0 {
        body(Int(relations.places[entry]), parts)
      }
    }
  }
}
