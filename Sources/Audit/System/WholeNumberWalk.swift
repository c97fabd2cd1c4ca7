/// Looks for whole numbers that agree with all that is known, from whole numbers that nearly do.
///
/// A walk of single steps: one unknown of a sum that is missed goes up or down by one, or two
/// unknowns at once, the second making good what the first spoils. Where nothing mends, it stays
/// and the missed sum grows dearer, until something does (breakout search: Morris 1993); steps
/// that only wander, as in a tabu search, kept tables of thousands of unknowns from being found. It
/// counts in plain whole numbers, so that what it finds holds; that it finds nothing proves nothing.
struct WholeNumberWalk: Sendable {
  private let rows: SparseSums
  private let columns: SparseSums
  /// By row, then one for the goal.
  private let least: [Int]
  private let most: [Int]
  private let lower: [Int]
  private let upper: [Int]

  /// Far above every figure, and sums of such bounds don't overflow.
  private static let unbounded = 1 << 60

  init(bounds: [(lower: Int, upper: Int?)], rows: [AuditSystem.Knowledge]) {
    self.rows = SparseSums(rows.map(\.sum))
    columns = self.rows.transposed(lineCount: bounds.count)
    least = rows.map { $0.lower ?? -Self.unbounded } + [-Self.unbounded]
    most = rows.map { $0.upper ?? Self.unbounded } + [Self.unbounded]
    lower = bounds.map(\.lower)
    upper = bounds.map { $0.upper ?? Self.unbounded }
  }

  /// - Parameters:
  ///   - start: moved to its bounds first where it is outside.
  ///   - goal: what a sum must reach.
  ///   - seed: another one goes another way.
  ///   - steps: after which it is given up, beside one for every unit that is missing at the start.
  func run(
    from start: [Int], goal: (sum: AuditSystem.Sum, need: Int)? = nil, seed: UInt64, steps: Int
  ) -> [Int]? {
    var walk = Walk(self, from: start, goal: goal, seed: seed)
    return walk.run(steps: steps) ? walk.values : nil
  }

  // MARK: - One walk

  private struct Walk {
    private let area: WholeNumberWalk
    private(set) var values: [Int]
    private var random: UInt64
    /// By row, then the goal.
    private var sums: [Int]
    private var weights: [Int]
    private let goal: (sum: AuditSystem.Sum, need: Int)?
    private var goalFactors: [Int] = []
    private var missed: [Int] = []
    /// By row its place in `missed`; −1 if it holds.
    private var places: [Int]
    /// By unknown, the step before which it may not go up, or down, again.
    private var tabuUp: [Int]
    private var tabuDown: [Int]
    private var step = 1

    private static let mostFirsts = 60
    private static let mostPaired = 12
    private static let mostSeconds = 120
    private static let tenure = 2
    /// Low bits of a cost, in which equal ones draw lots.
    private static let lotBits = 8
    /// What two steps may add to the weighted sum.
    private static let mostAdded = 1

    init(
      _ area: WholeNumberWalk, from start: [Int], goal: (sum: AuditSystem.Sum, need: Int)?,
      seed: UInt64
    ) {
      self.area = area
      self.goal = goal
      random = seed
      values = zip(start, zip(area.lower, area.upper)).map { max($1.0, min($1.1, $0)) }
      let rowCount = area.rows.lineCount
      sums = [Int](repeating: 0, count: rowCount + 1)
      for row in 0..<rowCount {
        for entry in area.rows.range(of: row) {
          sums[row] += area.rows.factor(entry) * values[area.rows.place(entry)]
        }
      }
      weights = [Int](repeating: 1, count: rowCount + 1)
      places = [Int](repeating: -1, count: rowCount + 1)
      tabuUp = [Int](repeating: 0, count: values.count)
      tabuDown = tabuUp
      if let goal {
        goalFactors = [Int](repeating: 0, count: values.count)
        for (position, variable) in goal.sum.variables.enumerated() {
          goalFactors[Int(variable)] = goal.sum.coefficient(position)
          sums[rowCount] += goal.sum.coefficient(position) * values[Int(variable)]
        }
      }
      for row in sums.indices { note(row) }
    }

    private var goalRow: Int { area.rows.lineCount }

    private func least(_ row: Int) -> Int {
      row == goalRow ? goal?.need ?? area.least[row] : area.least[row]
    }

    /// How much is missing (above 0) or too much (below 0).
    private func missing(_ row: Int, at sum: Int) -> Int {
      if sum < least(row) { return least(row) - sum }
      return sum > area.most[row] ? area.most[row] - sum : 0
    }

    mutating func run(steps: Int) -> Bool {
      let steps = missed.reduce(steps) { $0 + abs(missing($1, at: sums[$1])) }
      while !missed.isEmpty {
        if step > steps { return false }
        take()
        step += 1
      }
      return true
    }

    private mutating func take() {
      let row = missed[below(missed.count)]
      let sign = missing(row, at: sums[row]).signum()
      var firsts: [(column: Int, direction: Int, cost: Int)] = []
      forEachMember(of: row, most: Self.mostFirsts) { walk, column, factor in
        let direction = factor > 0 ? sign : -sign
        guard walk.mayMove(column, direction) else { return }
        firsts.append(
          (column, direction, walk.cost(column, direction) << Self.lotBits + walk.below(64)))
      }
      firsts.sort { $0.cost < $1.cost }
      guard let best = firsts.first else {
        weights[row] += 1
        return
      }
      if best.cost < 0 {
        move(best.column, best.direction)
        return
      }
      var pair: (first: Int, second: (column: Int, direction: Int)?, cost: Int) = (0, nil, .max)
      for (index, first) in firsts.prefix(Self.mostPaired).enumerated() {
        guard let second = second(after: first) else { continue }
        let cost = first.cost + second.cost
        if cost < pair.cost { pair = (index, (second.column, second.direction), cost) }
      }
      if pair.cost >> Self.lotBits > Self.mostAdded {
        weights[row] += 1
        return
      }
      move(firsts[pair.first].column, firsts[pair.first].direction)
      if let second = pair.second { move(second.column, second.direction) }
    }

    /// What best makes good the narrowest sum that a step spoils.
    private mutating func second(
      after first: (column: Int, direction: Int, cost: Int)
    ) -> (column: Int, direction: Int, cost: Int)? {
      shift(first.column, first.direction)
      defer { shift(first.column, -first.direction) }
      var spoilt: (row: Int, width: Int)?
      for entry in area.columns.range(of: first.column) {
        let row = area.columns.place(entry)
        let change = area.columns.factor(entry) * first.direction
        guard missing(row, at: sums[row]) * change < 0 else { continue }
        let width = area.rows.range(of: row).count
        if width > 1, width < spoilt?.width ?? .max { spoilt = (row, width) }
      }
      guard let row = spoilt?.row else { return nil }
      let sign = missing(row, at: sums[row]).signum()
      var best: (column: Int, direction: Int, cost: Int)?
      forEachMember(of: row, most: Self.mostSeconds) { walk, column, factor in
        let direction = factor > 0 ? sign : -sign
        guard column != first.column, walk.mayMove(column, direction) else { return }
        let cost = walk.cost(column, direction) << Self.lotBits + walk.below(64)
        if cost < best?.cost ?? .max { best = (column, direction, cost) }
      }
      return best
    }

    /// The unknowns of a row; of a wide one so many, from where chance begins.
    private mutating func forEachMember(
      of row: Int, most: Int, _ body: (inout Walk, Int, Int) -> Void
    ) {
      if row == goalRow {
        guard let sum = goal?.sum else { return }
        let count = sum.variables.count
        let start = below(count)
        for index in 0..<min(count, most) {
          let position = (start + index) % count
          body(&self, Int(sum.variables[position]), sum.coefficient(position))
        }
        return
      }
      let range = area.rows.range(of: row)
      // A wide row is gone through in leaps, so that not only neighbours are seen.
      let leap = max(1, range.count / most)
      var position = below(range.count)
      for _ in 0..<min(range.count, most) {
        let entry = range.lowerBound + position
        body(&self, area.rows.place(entry), area.rows.factor(entry))
        position = (position + leap) % range.count
      }
    }

    private func mayMove(_ column: Int, _ direction: Int) -> Bool {
      direction > 0
        ? values[column] < area.upper[column] && tabuUp[column] < step
        : values[column] > area.lower[column] && tabuDown[column] < step
    }

    /// What a step adds to the weighted sum of all that is missed.
    private func cost(_ column: Int, _ direction: Int) -> Int {
      var cost = 0
      for entry in area.columns.range(of: column) {
        cost += change(
          area.columns.place(entry), by: area.columns.factor(entry) * direction)
      }
      if !goalFactors.isEmpty, goalFactors[column] != 0 {
        cost += change(goalRow, by: goalFactors[column] * direction)
      }
      return cost
    }

    private func change(_ row: Int, by change: Int) -> Int {
      let before = abs(missing(row, at: sums[row]))
      return weights[row] * (abs(missing(row, at: sums[row] + change)) - before)
    }

    private mutating func move(_ column: Int, _ direction: Int) {
      shift(column, direction)
      for entry in area.columns.range(of: column) { note(area.columns.place(entry)) }
      note(goalRow)
      let until = step + Self.tenure + below(Self.tenure)
      if direction > 0 { tabuDown[column] = until } else { tabuUp[column] = until }
    }

    private mutating func shift(_ column: Int, _ direction: Int) {
      values[column] += direction
      for entry in area.columns.range(of: column) {
        sums[area.columns.place(entry)] += area.columns.factor(entry) * direction
      }
      if !goalFactors.isEmpty { sums[goalRow] += goalFactors[column] * direction }
    }

    /// Keeps the list of missed rows.
    private mutating func note(_ row: Int) {
      let holds = missing(row, at: sums[row]) == 0
      let place = places[row]
      if holds, place >= 0 {
        missed.swapAt(place, missed.count - 1)
        places[missed[place]] = place
        missed.removeLast()
        places[row] = -1
      } else if !holds, place < 0 {
        places[row] = missed.count
        missed.append(row)
      }
    }

    private mutating func below(_ bound: Int) -> Int {
      random &+= 1
      return Int(Scatter.fraction(random, 7) * Double(bound))
    }
  }
}
